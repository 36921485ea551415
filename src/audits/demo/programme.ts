import { randomUUID } from 'node:crypto'
import { lastDayOf, monthOf } from '#calendar'
import { insertExemptions, insertObligations, withdraw } from '../programme/index.ts'
import {
  auditors,
  director,
  firstDayIn,
  heads,
  momentOf,
  quality,
  type Telling,
  WITHDRAWN_IN,
} from './story.ts'

/** The months in which managers began to owe audits of supervision, and heads of service observations. */
export const SUPERVISION_FROM = 22
export const OBSERVATION_FROM = 26

/** Somebody is let off for two months at a time, and again, and again, until it ends all at once. */
const letOff: readonly (readonly [auditor: number, months: readonly number[]])[] = [
  [0, [4, 6, 8, 14, 16, 18]],
  [1, [5, 7, 11, 13, 15, 17, 19]],
  [2, [8, 10, 12, 16, 18]],
  [3, [3, 9, 11, 13, 19]],
  [5, [12, 14, 19]],
]
/** One was ill from here on for four months: nobody takes that back. */
const ill = { auditor: 6, from: 18, months: 4 }

/** Whether somebody of those who owe a whole case file is let off in a month. */
export function isLetOff(auditor: number, month: number): boolean {
  if (auditor === ill.auditor && month >= ill.from && month < ill.from + ill.months) return true
  if (month >= WITHDRAWN_IN) return false
  const own = letOff.find(([who]) => who === auditor)?.[1] ?? []
  return own.some(from => month === from || month === from + 1)
}

/** The teams whose managers look at supervision: of other teams, not of their own. */
export const managingTeams = ({ teams }: Pick<Telling, 'teams'>): readonly string[] =>
  teams.slice(0, 3)

export async function tellProgramme(telling: Telling): Promise<void> {
  const { trx, by } = telling
  const owes = (month: number, toolKey: string) => ({
    id: randomUUID(),
    toolKey,
    monthly: 1,
    fromOn: firstDayIn(telling, month),
    untilOn: null,
  })
  await insertObligations(
    trx,
    by.authority,
    [
      ...auditors.map(({ id, name }) => ({
        ...owes(0, 'whole-case-file'),
        personId: id,
        personName: name,
        role: 'auditor' as const,
        team: '',
      })),
      ...managingTeams(telling).map(team => ({
        ...owes(SUPERVISION_FROM, 'supervision'),
        personId: telling.people.managerOf(team).id,
        personName: telling.people.managerOf(team).name,
        role: 'team-manager' as const,
        team,
      })),
      ...heads.map(({ id, name }) => ({
        ...owes(OBSERVATION_FROM, 'observation'),
        personId: id,
        personName: name,
        role: 'leadership' as const,
        team: '',
      })),
    ],
    by,
  )
  await exemptions(telling)
}

async function exemptions(telling: Telling): Promise<void> {
  const { trx, by } = telling
  const months = (from: number, many: number) => {
    const fromOn = firstDayIn(telling, from)
    return { fromOn, untilOn: lastDayOf(monthOf(fromOn) + many - 1) }
  }
  const approved = { approvedById: quality.id, approvedBy: quality.name }
  const given = letOff.flatMap(([nth, of]) => {
    const auditor = auditors[nth]
    if (auditor === undefined) return []
    return of.map(from => ({
      id: randomUUID(),
      personId: auditor.id,
      personName: auditor.name,
      toolKey: '',
      kind: 'discretionary' as const,
      reason: of.includes(from - 2)
        ? 'Their own work still leaves no time: renewed for two months.'
        : 'Their own work leaves no time for two months.',
      ...months(from, 2),
      ...approved,
    }))
  })
  const unwell = auditors[ill.auditor]
  for (const each of given)
    await insertExemptions(trx, by.authority, [each], momentOf(each.fromOn - 3))
  if (unwell !== undefined) {
    const leave = {
      id: randomUUID(),
      personId: unwell.id,
      personName: unwell.name,
      toolKey: '',
      kind: 'leave' as const,
      reason: 'Long leave; the work is shared among the others.',
      ...months(ill.from, ill.months),
      ...approved,
    }
    await insertExemptions(trx, by.authority, [leave], momentOf(leave.fromOn - 3))
  }
  const on = firstDayIn(telling, WITHDRAWN_IN)
  await withdraw(
    trx,
    by.authority,
    {
      id: randomUUID(),
      on,
      reason: 'The director has withdrawn discretionary exemptions.',
      decidedBy: director,
    },
    { ...by, actorName: director, at: momentOf(on) },
  )
}
