import { type Column, dataTable } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { FEWEST, shareInWords } from '#practice'
import type { TeamLine } from '../report.ts'
import type { ShownTally } from '../version.ts'
import { cellInWords, spanInWords } from '../words.ts'

interface Row {
  readonly text: Content
  readonly cells: readonly Content[]
}

/** Counts of a month, of a year, or as they stood, with their total below. @param above the heading above */
export function tallyTable(tally: ShownTally, month: number, above: string): Html {
  const { title, rowHeading, totalText, spans, rows, totals } = tally
  const [only] = spans.length === 1 ? spans : []
  const when = only === undefined ? '' : spanInWords(only, month)
  // Of one column the time stands in the title, so that the table is as narrow as a telephone.
  const caption = when === '' ? title : title === above ? when : `${title}: ${lower(when)}`
  return dataTable<Row>({
    caption,
    captionHidden: when === '' && title === above,
    compact: true,
    stacked: spans.length > 1,
    columns: [
      { heading: rowHeading, cell: ({ text }) => text },
      ...spans.map(
        (span, at): Column<Row> => ({
          heading: only === undefined ? spanInWords(span, month) : 'Number',
          cell: ({ cells }) => cells[at],
          numeric: true,
        }),
      ),
    ],
    rows: [
      ...rows.map(({ text, cells }) => ({ text, cells: cells.map(cellInWords) })),
      // One row is its own total.
      ...(rows.length === 1
        ? []
        : [
            {
              text: html`<strong>${totalText}</strong>`,
              cells: totals.map(total => html`<strong>${cellInWords(total)}</strong>`),
            },
          ]),
    ],
  })
}

/** Teams of which enough was audited to say a share. */
export function teamsTable(teams: readonly TeamLine[]): Html {
  return dataTable<TeamLine>({
    caption: `Teams with at least ${FEWEST} audits, by name`,
    compact: true,
    stacked: true,
    columns: [
      { heading: 'Team', cell: ({ team }) => team },
      { heading: 'Audits', cell: ({ audits }) => String(audits), numeric: true },
      { heading: 'Good or outstanding', cell: ({ goodOrBetter }) => shareInWords(goodOrBetter) },
      { heading: 'Inadequate', cell: ({ inadequate }) => shareInWords(inadequate) },
    ],
    rows: teams,
  })
}

/** What the programme asked of each team; a team that owes none is left out. */
export function owedTable(teams: readonly TeamLine[]): Html | false {
  const owing = teams.filter(({ asked }) => asked > 0)
  if (owing.length === 0) return false
  return dataTable<TeamLine>({
    caption: 'Audits that the programme asked of teams',
    compact: true,
    columns: [
      { heading: 'Team', cell: ({ team }) => team },
      { heading: 'Asked for', cell: ({ asked }) => String(asked), numeric: true },
      { heading: 'Done on time', cell: ({ onTime }) => String(onTime), numeric: true },
    ],
    rows: owing,
  })
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
