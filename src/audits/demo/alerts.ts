import { type Day, isWorkingDay } from '#calendar'
import type { Tool } from '#practice'
import { answerAlert, escalateLate, raiseIfDue } from '../alarm.ts'
import { momentOf, officers, pick, type Telling, workingDay } from './story.ts'
import { tell } from './tell.ts'

/** Two alerts that are open: one whose clock is running, and one that is late and was escalated. */
export async function openAlerts(telling: Telling, tool: Tool, month: number): Promise<void> {
  const { trx, by, children, random, teams } = telling
  const [runs, late] = [teams[2] ?? '', teams[4 % teams.length] ?? '']
  const lateOn = workingDay(by.today - 8)
  const of = (on: Day, team: string, safe: 'yes' | 'no', handedInAt: Date) =>
    tell(telling, {
      on,
      handedInAt,
      aim: 'inadequate',
      month,
      team,
      tool,
      auditor: pick(officers, random),
      child: children.one({ on, team }, random) ?? children.one({ on, team: null }, random),
      reason: safe === 'no' ? 'asked for' : 'programme',
      safe,
      isPlain: true,
    })
  const first = await of(lateOn, late, 'yes', momentOf(lateOn))
  const lateBy = { ...by, at: momentOf(lateOn), today: lateOn }
  const auditor = { actor: first.auditorId, actorName: first.auditorName }
  await raiseIfDue(trx, { ...lateBy, ...auditor }, first)
  await escalateLate(trx, { actor: by.actor, at: momentOf(workingDay(by.today - 4), 15) })
  const at = lately(by.at, by.today)
  const second = await of(Math.floor(at.getTime() / 86_400_000), runs, 'no', at)
  const now = { ...by, at, today: second.auditedOn }
  const who = { actor: second.auditorId, actorName: second.auditorName }
  const alert = await raiseIfDue(trx, { ...now, ...who }, second)
  const manager = telling.people.managerOf(second.team)
  const read = { ...now, actor: manager.id, actorName: manager.name, at: addHalfHour(at) }
  if (alert !== null) await answerAlert(trx, read, alert, 'acknowledge', '')
}

const addHalfHour = (at: Date): Date => new Date(at.getTime() + 1_800_000)

/** An hour ago where people are at work then, or else the afternoon of the last day on which they were. */
function lately(now: Date, today: Day): Date {
  const hour = now.getUTCHours()
  if (isWorkingDay(today) && hour >= 11 && hour < 17) return new Date(now.getTime() - 3_600_000)
  return momentOf(workingDay(today - 1), 15)
}
