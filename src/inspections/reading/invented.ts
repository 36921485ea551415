/** Reports of a county that does not exist, laid out as those of each time are. For tests. */

export type Asked = readonly (readonly string[])[]

const page = (...lines: readonly string[]): string => lines.join('\n')

const foot = (number: number): readonly string[] => [
  '',
  '',
  'Inspection of Ambershire local authority children’s services',
  `6 to 17 February 2023                                                        ${number}`,
]

const prose = (number: number): readonly string[] =>
  Array.from({ length: 12 }, (_, at) =>
    at === 0
      ? `${number}.   Most children who live near the canal are seen soon after a worry is`
      : '     raised, and their histories are read before anyone knocks on their door,',
  )

/** As of January 2023: five lines, care leavers apart, bullets. `asked` holds the lines of each bullet. */
export function ilacs2023(asked: Asked): readonly string[] {
  const bullets = asked.flatMap(lines =>
    lines.map((line, at) => (at === 0 ? `◼ ${line}` : `  ${line}`)),
  )
  const half = Math.ceil(bullets.length / 2)
  return [
    page(
      'Inspection of Ambershire local',
      'authority children’s services',
      'Inspection dates: 6 to 17 February 2023',
      '',
      'Lead inspector: A Name, His Majesty’s Inspector',
      '',
      ' Judgement                                  Grade',
      '',
      ' The impact of leaders on social work       Requires improvement to be good',
      ' practice with children and families',
      '',
      ' The experiences and progress of            Good',
      ' children who need help and protection',
      '',
      ' The experiences and progress of            Requires improvement',
      ' children in care                           to be good',
      '',
      ' The experiences and progress of care       Outstanding',
      ' leavers',
      '',
      ' Overall effectiveness                      Requires improvement to be good',
      '',
      'Ambershire is a quiet county whose canal is good for thinking. Leaders have been',
      'outstanding at counting boats and less so at counting visits.',
    ),
    page('What needs to improve?', '', ...bullets.slice(0, half), ...foot(2)),
    page(
      ...bullets.slice(half),
      '',
      'The experiences and progress of children who need help and',
      'protection: good',
      '',
      ...prose(1),
      ...foot(3),
    ),
    page('The experiences and progress of care leavers: outstanding', '', ...prose(2), ...foot(4)),
  ]
}

/** As of 2016: numbered recommendations with paragraphs, and those of the board. */
export const sif: readonly string[] = [
  page(
    'Ambershire County Council',
    'Inspection of services for children in need of help and',
    'protection, children looked after and care leavers',
    'and',
    'Review of the effectiveness of the Local Safeguarding Children',
    'Board1',
    'Inspection date: 12 December 2016 to 13 January 2017',
    'Report published: 3 March 2017',
    '',
    'Children’s services in Ambershire require improvement to be good',
    '1. Children who need help and protection                            Inadequate',
    '',
    '2. Children looked after and achieving',
    '                                                                    Requires improvement',
    '   permanence',
    '        2.1 Adoption performance                                    Good',
    '        2.2 Experiences and progress of care leavers                Outstanding',
    '3. Leadership, management and governance                            Requires improvement',
    '',
    '1',
    '  Ofsted produces this report under its powers.',
    '',
    '                                                                              1',
  ),
  page(
    'Contents',
    'The local authority                                                     3',
    '    Recommendations                                                     3',
    '    Summary for children and young people                               4',
    'The Local Safeguarding Children Board (LSCB)                            5',
    '    Recommendations                                                     5',
    '',
    '2',
  ),
  page(
    'Recommendations',
    '1.    Ensure that visits to children are made on the days that were agreed with',
    '      them, and that pre-',
    '      proceedings work is prompt. (Paragraphs 30 and 112)',
    '',
    '2.    Improve plans1 so that:',
    '         \uf0b7 they are short',
    '         \uf0b7 they are read, and kept where the child',
    '          can find them.',
    '',
    '3.    Tell every child what became of what they asked, and keep a note of their',
    '',
    '',
    '1',
    '  A plan here is any plan.',
    '',
    '                                                                              3',
  ),
  page(
    '      answer.',
    '',
    'Summary for children and young people',
    '\uf0b7 Nobody asked the heron.',
    '',
    '4',
  ),
  page(
    'The Local Safeguarding Children Board (LSCB)',
    'The Local Safeguarding Children Board is good',
    '',
    'Recommendations',
    '\uf0b7 Meet more often than the moon.',
    '',
    'Inspection findings',
    '19. The board meets.',
    '',
    '                                                                              5',
  ),
]

/** As of 2014: groups under headings, numbers running on, nothing urgent, and strengths. */
export const sif2014: readonly string[] = [
  page(
    'Ambershire County Council',
    'Inspection of services for children in need of help and',
    'protection, children looked after and care leavers',
    'Inspection date: 1/06/2015 – 25/06/2015',
    'The overall judgement is that children’s services are good',
    '                                                                    Requires',
    '1. Children who need help and protection',
    '                                                                    improvement',
    '2. Children looked after and achieving permanence                   Good',
    '        2.1 Adoption performance                                    Good',
    '        2.2 Experiences and progress of care leavers                Good',
    '1. Leadership, management and governance                            Outstanding',
  ),
  page(
    'What does the local authority need to improve?',
    'Priority and immediate action',
    '',
    'Leadership, management and governance',
    '',
    '9.  Count the visits every Friday.',
    '',
    'Areas for improvement',
    'Leadership, management and governance',
    '',
    '10. Ask why a visit was missed, and write',
    '    the answer down.',
    '',
    'Care leavers',
    '',
    '11. Give each young person a key that fits.',
    '',
    'The local authority’s strengths',
    '12. The boats are counted very well.',
    '',
    'Progress since the last inspection',
    '13. There are more boats.',
  ),
]

export const focusedVisit: readonly string[] = [
  page(
    '14 March 2019',
    '',
    'Dear Director',
    '',
    'Focused visit to Ambershire children’s services',
    '',
    'This letter summarises the findings of the focused visit to Ambershire children’s',
    'services on 12 and 13 February 2019. The inspectors looked at the front door.',
    '',
    'What needs to improve in this area of social work practice',
    '',
    '• The speed of answers to those who ring.',
    '• Thresholds.',
    '',
    'Findings',
    '• Calls are answered kindly.',
  ),
]

export const youthJustice: readonly string[] = [
  page(
    'An inspection of youth justice services in',
    'Ambershire',
    'HM Inspectorate of Probation, May 2022',
  ),
  page(
    'Ratings',
    'Fieldwork started February 2022                          Score     17/36',
    'Overall rating                                           Good',
    '1.    Organisational delivery',
    '1.1   Governance and leadership                          Good',
    '1.2   Staff                                              Outstanding',
    '2.    Court disposals',
    '2.1   Assessing                                          Requires improvement',
    '3.    Out-of-court disposals',
    '3.1   Assessing                                          Inadequate',
  ),
  page(
    'Recommendations',
    'As a result of our inspection findings, we have made two recommendations.',
    '',
    'The Ambershire Youth Justice Service should:',
    '1. make plans with children, not for them',
    '2. ask victims what they want.',
    '',
    'Background',
    'The county is flat.',
  ),
]

export const areaSend: readonly string[] = [
  page(
    'Area SEND inspection of Ambershire Local Area Partnership',
    'Inspection dates: 5 to 9 February 2024',
    '',
    'Inspection outcome',
    '',
    'The local area partnership’s arrangements lead to inconsistent experiences and',
    'outcomes for children and young people with SEND.',
  ),
  page(
    'Areas for improvement',
    '',
    'Leaders should write plans that say who does what',
    'and by when.',
    '',
    'Health partners should shorten the wait for an assessment.',
    '',
    'Local area partnership details',
  ),
]
