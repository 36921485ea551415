import { expect, test } from 'vitest'
import { dataTable } from './data-table.ts'

const rows = [
  { team: 'North <1>', open: 12 },
  { team: 'South', open: 7 },
]
const table = dataTable({
  caption: 'Open plans by team',
  columns: [
    { heading: 'Open', cell: row => row.open, numeric: true },
    { heading: 'Team', cell: row => row.team, names: true },
  ],
  rows,
  foot: [19, 'All teams'],
}).toString()

test('each cell has its headers', () => {
  expect(table.match(/scope="col"/g)).toHaveLength(2)
  expect(table).toContain('<th scope="row" class="govuk-table__header">North &lt;1&gt;</th>')
  expect(table).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">12</td>')
  expect(table).toContain('<th scope="row" class="govuk-table__header">All teams</th>')
})

test('a table that may be stacked says its headings in each row, once to those who listen', () => {
  const stacked = dataTable({
    caption: 'Open plans by team',
    stacked: true,
    columns: [
      { heading: 'Team', cell: row => row.team },
      { heading: 'Open', cell: row => row.open, numeric: true },
      { heading: 'Remark', cell: () => '' },
    ],
    rows,
  }).toString()
  expect(stacked).toContain(
    '<td role="cell" class="govuk-table__cell govuk-table__cell--numeric"><span class="app-table__label" aria-hidden="true">Open</span>7</td>',
  )
  expect(stacked.match(/role="row"/g)).toHaveLength(3)
  expect(stacked.match(/app-table__nothing/g)).toHaveLength(2)
  expect(table).not.toContain('role="row"')
})

test('the table can be reached and scrolled by keyboard, and has a name', () => {
  expect(table).toContain('role="region" aria-label="Open plans by team" tabindex="0"')
  expect(table).toContain('>Open plans by team</caption>')
})
