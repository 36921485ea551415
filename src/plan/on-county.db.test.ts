import { expect, test } from 'vitest'
import { dayOf } from '#calendar'
import { fillDemoFindings, findingGaps, findingKind, findingsPages } from '#findings'
import { openThread, threadPages } from '#thread'
import { county, countyApp } from '../../tests/county.ts'
import { person, roomsOf, signedInSite } from '../../tests/signed-in.ts'
import {
  allPlans,
  fillDemoPlan,
  gather,
  indicatorKind,
  lineKind,
  planGaps,
  planPages,
} from './index.ts'

const today = dayOf(2026, 11, 21) ?? 0
const app = await countyApp()
const planId = await app.db.as(county, async trx => {
  const [plan] = await allPlans(trx)
  if (plan !== undefined) return plan.id
  return fillDemoPlan(trx, county, await fillDemoFindings(trx, county), today)
})
const thread = openThread([findingKind, lineKind, indicatorKind], [findingGaps, planGaps])
const rooms = { ...roomsOf(app.db, county), thread, colleagues: () => Promise.resolve([]) }
const site = await signedInSite([
  ...findingsPages(rooms),
  ...planPages(rooms),
  ...threadPages(rooms),
])
const lead = site.as(person(county, 'quality-lead'))

test('with figures, verdicts follow from what the county’s charts say', async () => {
  const { standings } = await app.db.as(county, trx => gather(trx, today))
  const measured = [...standings.values()].filter(each => each.ownMeasures.length > 0)
  expect(measured.length).toBeGreaterThan(10)
  const verdicts = new Set(measured.map(each => each.impact.verdict))
  expect(verdicts.size).toBeGreaterThan(1)
  // Every verdict of a measured line names each of its measures.
  for (const { impact, measures } of measured)
    expect(impact.reasons.length).toBeGreaterThanOrEqual(measures.length)
})

test('an update is written where the measure’s small chart is in view', async () => {
  const { standings } = await app.db.as(county, trx => gather(trx, today))
  const open = [...standings.values()].find(
    each => each.line.title === 'Homes close to home' && each.line.closedOn === null,
  )
  const page = (await lead.get(`/plan-lines/${open?.line.id}/update`)).body
  expect(page).toContain('chart--spark')
  expect(page).toContain('How does the work stand?')
  const plan = await lead.get(`/plans/${planId}`)
  expect(plan.statusCode).toBe(200)
})
