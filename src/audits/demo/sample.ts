import { replacement } from '#practice'
import { drawSample } from '../sampling/change.ts'
import { replaceSampled, sampledIn } from '../sampling/store.ts'
import {
  asPost,
  aimIn,
  auditors,
  MONTHS,
  pick,
  quality,
  type Telling,
  workingDay,
} from './story.ts'
import { tell, tellBegun } from './tell.ts'

const SIZE = 12
/** Of the seed of a demonstration everybody may know; a council's is chosen by nobody. */
const SEED = 2026
const REPLACED = 4
const DONE = 8

/** A sample drawn at random, with one child replaced for a reason, eight audits done and two begun. */
export async function tellSample(telling: Telling): Promise<void> {
  const { trx, by, random, children } = telling
  const { last } = children
  if (last === null) return
  const drawnOn = workingDay(by.today - 40)
  const lead = asPost(telling, quality, drawnOn)
  const tool = telling.toolOf('whole-case-file')
  const sample = await drawSample(
    trx,
    lead,
    {
      title: 'Whole case files, autumn',
      toolKey: tool.key,
      method: { kind: 'random' },
      size: SIZE,
      asOf: last.asOf,
      seed: SEED,
    },
    last,
  )
  const drawn = await sampledIn(trx, sample.id)
  const next = replacement(last.population, sample, new Set(drawn.map(each => each.childRef)))
  if (next !== null && drawn.length >= REPLACED) {
    const words =
      'The family moved to another council in the week after the draw, and the record went with them.'
    const taking = { replacedWords: null, replacedBy: null, replacedByName: null }
    const { child, team, worker, plan } = next
    const by = { place: drawn.length + 1, childRef: child, team, worker, plan, ...taking }
    await replaceSampled(
      trx,
      lead.authority,
      sample.id,
      { place: REPLACED, words, by },
      asPost(telling, quality, workingDay(drawnOn + 3)),
    )
  }
  const kept = (await sampledIn(trx, sample.id)).filter(each => each.replacedBy === null)
  for (const [nth, { childRef }] of kept.entries()) {
    const child = last.population.find(each => each.child === childRef)
    if (child === undefined) continue
    const team = child.team === '' ? (telling.teams[0] ?? '') : child.team
    const auditor = pick(auditors, random)
    const to = { team, tool, auditor, child, sampleId: sample.id }
    const on = workingDay(Math.min(drawnOn + 6 + nth * 3, by.today - 1))
    if (nth < DONE)
      await tell(telling, { ...to, on, aim: aimIn(MONTHS, team, telling), month: MONTHS })
    else if (nth < DONE + 2)
      await tellBegun(telling, { ...to, on: workingDay(by.today - 6 + nth - DONE) })
  }
}
