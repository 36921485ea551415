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

test('the table can be reached and scrolled by keyboard, and has a name', () => {
  expect(table).toContain('role="region" aria-label="Open plans by team" tabindex="0"')
  expect(table).toContain('>Open plans by team</caption>')
})
