import { type Column, dataTable } from '#kit/html/components/index.ts'
import type { Html } from '#kit/html/html.ts'
import type { TeamLine } from '../report.ts'
import type { Reader, ShownTally } from '../version.ts'
import { cellInWords, shareSays, spanInWords } from '../words.ts'

type Row = ShownTally['rows'][number]

/** Counts of a month, of a year, or as they stood, with their total. */
export function tallyTable(tally: ShownTally, month: number): Html {
  const { title, rowHeading, totalText, spans, rows, totals } = tally
  return dataTable<Row>({
    caption: title,
    compact: true,
    stacked: rows.length > 0 && spans.length > 1,
    columns: [
      { heading: rowHeading, cell: ({ text }) => text },
      ...spans.map(
        (span, at): Column<Row> => ({
          heading: spanInWords(span, month),
          cell: ({ cells }) => cellInWords(cells[at]),
          numeric: true,
        }),
      ),
    ],
    rows,
    foot: [totalText, ...totals.map(cellInWords)],
  })
}

export function teamsTable(teams: readonly TeamLine[], reader: Reader): Html {
  const share = (each: TeamLine['inadequate']) =>
    shareSays({ share: each, because: each === null ? 'few' : null })
  return dataTable<TeamLine>({
    caption: 'Teams, by name',
    captionHidden: true,
    compact: true,
    stacked: true,
    columns: [
      { heading: 'Team', cell: ({ team }) => team },
      { heading: 'Audits', cell: ({ audits }) => String(audits), numeric: true },
      { heading: 'Good or outstanding', cell: ({ goodOrBetter }) => share(goodOrBetter) },
      { heading: 'Inadequate', cell: ({ inadequate }) => share(inadequate) },
      // What a team owes is owed by one or two people, whom the board does not look at.
      ...(reader === 'service'
        ? [
            {
              heading: 'Audits asked of it, done on time',
              cell: ({ asked, onTime }: TeamLine) =>
                asked === 0 ? 'None' : `${onTime} of ${asked}`,
            },
          ]
        : []),
    ],
    rows: teams,
  })
}
