import { expect, test } from 'vitest'
import { collectRefusals } from './refusals.ts'

const problem = { code: 'date-impossible', message: 'This is no date.' }

test('a refusal says whose row it was while one is read, and of a column or a file nobody’s', () => {
  const refusals = collectRefusals()
  const list = refusals.of('file.csv', 'List 4')
  list.about('1001')
  list.value(3, 'Date', '31/02/2026', problem)
  list.doubt(null, 'Date', null, problem)
  list.about('')
  list.row(4, problem)
  list.about('1002')
  refusals.about(null)
  list.row(5, problem)
  expect(refusals.list().map(({ child }) => child)).toEqual([
    '1001',
    undefined,
    undefined,
    undefined,
  ])
})
