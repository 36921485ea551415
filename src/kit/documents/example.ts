import { type Doc, docOf, headed, listOf, para, tableOf } from './doc.ts'

/** Every block once and more, for tests and for looking at. */
export const exampleDoc: Doc = docOf(
  'Improving what we buy & how we know: report to the Committee',
  [
    para([
      { text: 'This report asks the Committee to ' },
      { text: 'note', bold: true },
      { text: ' what was spent, £1,204,500 – some of it in ' },
      { text: 'Ynys Môn', italic: true },
      { text: ', ' },
      { text: 'Tŷ’r Ŵyl', bold: true, italic: true },
      { text: ', Łódź and Москва – and to read the ' },
      {
        text: 'guidance on agendas, which is long enough to stand on two lines',
        href: 'https://www.example.org/guidance?a=1&b=2',
      },
      { text: ' together with ' },
      { text: 'paragraph 3.2', href: '#p-3-2' },
      { text: '. Signs: ≥ 95%, → ✓ “quoted” ½ • € 🙂.' },
    ]),
    headed(1, 'Why it matters'),
    para('A first paragraph with a number.', { number: '3.1', anchor: 'p-3-1' }),
    para(
      'A second paragraph with a number, whose words go on for long enough that they need a second line and hang beside the number and not below it.',
      { number: '3.2', anchor: 'p-3-2' },
    ),
    listOf('bullets', [
      'one point',
      [para('a point with points in it'), listOf('letters', ['the first', 'the second'])],
      [{ text: 'a point in ' }, { text: 'bold', bold: true }],
    ]),
    headed(2, 'What it costs'),
    tableOf({
      caption: 'Table 1: Cost by line',
      header: ['Line', 'What it buys', 'Cost (£)'],
      columns: ['text', 'text', 'number'],
      rowHeaders: true,
      rows: Array.from({ length: 40 }, (_, at) => [
        `Line ${at + 1}`,
        at === 7
          ? Array.from({ length: 260 }, (_, word) => `long${word}`).join(' ')
          : 'Support for families, and the people who give it',
        `${(at * 1375).toLocaleString('en-GB')}`,
      ]),
    }),
    {
      kind: 'note',
      blocks: [
        para('The Committee is recommended to:'),
        listOf('letters', ['note the report', 'ask for another in March'], 1),
      ],
    },
    headed(1, 'What happens next'),
    listOf('numbers', ['the report is published', 'the actions are followed'], 9),
    { kind: 'pageBreak' },
    headed(3, 'Background papers'),
    para('None.\nNot one.'),
  ],
  {
    header: 'Overview and Scrutiny Committee, 18 September 2017',
    footer: 'Example County Council',
  },
)
