import { expect, it } from 'vitest'
import { collectRefusals } from './refusals.ts'
import { problem, readDay } from './values.ts'

it('counts every refusal, keeps some of every kind and says how many more there were', () => {
  const refusals = collectRefusals()
  const list = refusals.of('episodes.csv', 'episodes')
  for (let row = 2; row < 12_002; row++) list.row(row, problem('duplicate', 'Said twice.'))
  list.value(5, 'DEC', 'x'.repeat(200), problem('date-unreadable', 'Not a date.'))
  const kept = refusals.list()
  expect(refusals.count).toBe(12_001)
  expect(refusals.counts.get('row-refused duplicate')).toBe(12_000)
  expect(kept.length).toBe(2_502)
  expect(kept.at(-2)?.value?.length).toBe(80)
  expect(kept.at(-1)).toMatchObject({
    row: null,
    code: 'duplicate',
    message: 'And 9,500 more: Said twice.',
  })
})

it('takes a value with its doubt, and notes one that cannot be read', () => {
  const refusals = collectRefusals()
  const list = refusals.of('a.csv', 'a')
  expect(list.take(readDay('1/4/24'), 2, 'DOB', '1/4/24')).toBeTypeOf('number')
  expect(list.take(readDay('32/4/2024'), 3, 'DOB', '32/4/2024')).toBe(undefined)
  expect(refusals.list().map(each => each.effect)).toEqual(['doubtful', 'value-refused'])
})
