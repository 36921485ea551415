import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSettingKey, type Setting, settingOn } from './settings.ts'

const setting = (value: string, from: number, setAt = 0): Setting => ({
  key: 'caseload-ceiling',
  value,
  from,
  because: 'Agreed by the leadership team',
  setBy: 'p1',
  setAt: new Date(setAt),
})

test('a setting holds from its day until the next, and of one day the last decided counts', () => {
  const all = [setting('18', 100), setting('20', 200), setting('16', 200, 5)]
  const on = (day: number) => settingOn(all, 'caseload-ceiling', day)?.value ?? null
  expect([99, 100, 199, 200, 999].map(on)).toEqual([null, '18', '18', '16', '16'])
  expect(settingOn(all, 'name', 999)).toBeNull()
})

test('what holds has begun, and nothing that has begun begins later', () => {
  const many = fc.array(fc.record({ from: fc.nat(30), at: fc.nat(9) }))
  fc.assert(
    fc.property(many, fc.nat(40), (made, day) => {
      const all = made.map(({ from, at }, place) => setting(String(place), from, at))
      const held = settingOn(all, 'caseload-ceiling', day)
      const begun = all.filter(each => each.from <= day)
      expect(held === null).toBe(begun.length === 0)
      for (const each of begun) expect(each.from).toBeLessThanOrEqual(held?.from ?? -1)
      expect(settingOn(all.toReversed(), 'caseload-ceiling', day)?.from).toBe(held?.from)
    }),
  )
})

test('no other word is a key', () => {
  expect(['name', 'toString', ''].map(isSettingKey)).toEqual([true, false, false])
})
