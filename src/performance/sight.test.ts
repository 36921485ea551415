import { expect, test } from 'vitest'
import type { Member } from '#indicators'
import type { Role, Viewer } from '#people'
import { sightOf } from './sight.ts'

const member = (child: string, team: string): Member => ({
  child,
  team,
  day: 20_000,
  counted: true,
  measured: null,
  bornOn: null,
  facts: {},
})
const viewer = (role: Role, ...teams: string[]): Viewer => ({
  id: 'u',
  name: 'Somebody',
  authority: 'T',
  roles: [role],
  teams,
})
const members = [member('1', 'North'), member('2', 'South'), member('3', 'North')]

test('a manager sees the children of their own team, and that there are others', () => {
  const { seen, unseen } = sightOf(viewer('team-manager', 'North'), members)
  expect(seen.map(each => each.child)).toEqual(['1', '3'])
  expect(unseen).toBe(1)
})

test('a director sees all, a committee member none', () => {
  expect(sightOf(viewer('director'), members).seen).toHaveLength(3)
  expect(sightOf(viewer('member', 'North'), members)).toEqual({ seen: [], unseen: 3 })
})
