import { randomUUID } from 'node:crypto'
import type { Day } from '#calendar'
import type { Changing } from '#findings'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import type { Exemption, Obligation } from './obligation.ts'
import { endObligation, insertExemptions, insertObligations, withdraw } from './store.ts'

/** Somebody who can owe audits. */
export type Owing = Pick<Obligation, 'personId' | 'personName' | 'role' | 'team'>
export type Asked = Pick<Obligation, 'toolKey' | 'monthly' | 'fromOn' | 'untilOn'>

/** Asks the same of several people. */
export async function oblige(
  trx: Trx,
  by: Changing,
  people: readonly Owing[],
  asked: Asked,
): Promise<readonly Obligation[]> {
  const all = people.map(each => ({ ...each, ...asked, id: randomUUID() }))
  await insertObligations(trx, by.authority, all, by)
  const detail = { people: all.length, tool: asked.toolKey, monthly: asked.monthly }
  await journal(trx, by, 'obligations.made', all[0]?.id ?? '', detail)
  return all
}

/** @throws invalid where it does not go on until then */
export async function endObliging(trx: Trx, by: Changing, id: string, lastDay: Day): Promise<void> {
  if (!(await endObligation(trx, id, lastDay)))
    throw invalid([
      {
        field: 'lastOn',
        message: 'Choose a last day after it began and before it ends anyway.',
      },
    ])
  await journal(trx, by, 'obligation.ended', id, { lastDay })
}

/** @throws invalid where somebody would let themselves off */
export async function exempt(
  trx: Trx,
  by: Changing,
  exemption: Omit<Exemption, 'id' | 'withdrawnOn'>,
): Promise<string> {
  if (exemption.personId === exemption.approvedById)
    throw invalid([
      { field: 'approvedById', message: 'Somebody other than the person has to approve it.' },
    ])
  if (exemption.untilOn < exemption.fromOn)
    throw invalid([{ field: 'untilOn', message: 'The last day must not be before the first.' }])
  const id = randomUUID()
  await insertExemptions(trx, by.authority, [{ ...exemption, id }], by.at)
  const { kind, fromOn, untilOn, approvedById } = exemption
  await journal(trx, by, 'exemption.given', id, { kind, fromOn, untilOn, approvedById })
  return id
}

/** Takes back every discretionary exemption from a day on. Gives how many that ended. */
export async function withdrawExemptions(
  trx: Trx,
  by: Changing,
  {
    on,
    reason,
    decidedBy,
  }: { readonly on: Day; readonly reason: string; readonly decidedBy: string },
): Promise<number> {
  const id = randomUUID()
  const ended = await withdraw(trx, by.authority, { id, on, reason, decidedBy }, by)
  await journal(trx, by, 'exemptions.withdrawn', id, { on, ended, decidedBy })
  return ended
}

function journal(
  trx: Trx,
  by: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, string | number | null>>,
) {
  return record(
    trx,
    {
      actor: by.actor,
      action: `audit.${action}`,
      subject: { kind: 'audit programme', id },
      detail,
    },
    by.at,
  )
}
