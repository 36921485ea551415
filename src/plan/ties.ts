import { after, type Changing, FINDING, findingById, findingThing, takeStep } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { invalid, notFound } from '#kit/http/index.ts'
import { addLink, ensureLink, removeLink } from '#thread'
import { heldLine, openLine, tell } from './held.ts'
import { INDICATOR, lineThing, measureOf } from './measure.ts'

export async function linkMeasure(
  trx: Trx,
  by: Changing,
  id: string,
  measure: string,
): Promise<void> {
  const line = await openLine(trx, id)
  if (measureOf(measure) === null)
    throw invalid([{ field: 'indicator', message: 'Choose a measure.' }])
  const link = {
    from: { kind: INDICATOR, id: measure },
    relation: 'measures',
    to: lineThing(id),
  } as const
  const refused = await addLink(trx, link, by)
  if (refused !== null)
    throw invalid([{ field: 'indicator', message: 'This measure is linked already.' }])
  await tell(trx, by, line.planId, id, 'Measure linked', '', {}, { measure })
}

export async function unlinkMeasure(
  trx: Trx,
  by: Changing,
  id: string,
  measure: string,
): Promise<void> {
  const line = await openLine(trx, id)
  const link = {
    from: { kind: INDICATOR, id: measure },
    relation: 'measures',
    to: lineThing(id),
  } as const
  if (!(await removeLink(trx, link, by))) throw notFound()
  await tell(trx, by, line.planId, id, 'Measure taken away', '', { measure }, {})
}

/** Says that a line answers a finding, which is then in action. */
export async function answerFinding(
  trx: Trx,
  by: Changing,
  id: string,
  findingId: string,
): Promise<void> {
  const line = await heldLine(trx, id)
  const finding = await findingById(trx, findingId, true)
  if (finding === null)
    throw invalid([{ field: 'finding', message: 'Choose a finding that it answers.' }])
  await ensureLink(
    trx,
    { from: lineThing(id), relation: 'answers', to: findingThing(findingId) },
    by,
  )
  if (finding.state !== 'in action' && after(finding.state, 'act') !== null)
    await takeStep(trx, by, findingId, 'act', { words: `Answered by: ${line.title}` })
  await tell(
    trx,
    by,
    line.planId,
    id,
    'Answers a finding',
    '',
    {},
    { finding: String(finding.number) },
  )
}

export async function unanswerFinding(
  trx: Trx,
  by: Changing,
  id: string,
  findingId: string,
): Promise<void> {
  const line = await openLine(trx, id)
  const link = {
    from: lineThing(id),
    relation: 'answers',
    to: { kind: FINDING, id: findingId },
  } as const
  if (!(await removeLink(trx, link, by))) throw notFound()
  await tell(
    trx,
    by,
    line.planId,
    id,
    'No longer answers a finding',
    '',
    { finding: findingId },
    {},
  )
}
