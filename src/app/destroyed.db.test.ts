import { afterAll, expect, test } from 'vitest'
import { isoMonth } from '#calendar'
import { frozenExtracts, load, readers } from '#extracts'
import { allSeries, latestCount, sources } from '#performance'
import { retain } from '#retention'
import { markupFaults } from '../../tests/browser/harness.ts'
import { emptyApp } from '../../tests/county.ts'
import { careReturn, manyChildren } from '../../tests/ssda903.ts'
import { visitor } from '../../tests/visitor.ts'
import { holdingsOf } from './holdings.ts'
import { buildServer } from './site.ts'

const app = await emptyApp()
const site = await buildServer(app)
afterAll(() => site.close())
const { code } = await app.ownCouncil()
const by = { actor: 'p1', at: new Date('2014-05-01T10:00:00Z') }

test('the pages of an extract that was destroyed, and of children in its figures, say by which rule', async () => {
  const files = careReturn({ year: 2014, children: manyChildren(30) })
  await load(app.storeOf(code), files, readers, by)
  await app.recount(code, 'p1')
  const [extract] = await app.db.as(code, frozenExtracts)
  const at = new Date('2026-11-21T10:00:00Z')
  const today = Math.floor(at.getTime() / 86_400_000)
  await retain(app.db, code, holdingsOf(app), { today, at, actor: 'retention' })
  const analyst = visitor(site.http)
  await analyst.become('analyst')
  const rule = 'are kept for 10 years after they were loaded.'

  const page = await analyst.get(`/data/${extract?.id}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain(rule)
  expect(page.text).toContain('21 November 2026')
  expect(await markupFaults(page.text)).toEqual([])

  const count = await app.db.as(code, latestCount)
  const source = (await app.db.as(code, sources)).find(each => each.indicator === 'CA01')
  const place = source?.extracts.findLastIndex(each => each >= 0) ?? -1
  expect((await app.db.as(code, allSeries))?.length).toBeGreaterThan(0)
  const month = isoMonth((count?.firstMonth ?? 0) + place)
  const children = await analyst.get(`/indicators/CA01/children/${month}`)
  expect(children.status).toBe(200)
  expect(children.text).toContain('The records behind this figure were destroyed')
  expect(children.text).toContain(rule)
  expect(await markupFaults(children.text)).toEqual([])
  const file = await analyst.get(`/indicators/CA01/children/${month}/all.csv`)
  expect(file.to).toBe(`/indicators/CA01/children/${month}`)

  const indicator = await analyst.get('/indicators/CA01')
  expect(indicator.text).toContain(`/data/${extract?.id}`)
})
