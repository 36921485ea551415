import { afterAll, expect, test } from 'vitest'
import { allAudits } from '#audits'
import { standingValues } from '#series'
import { county, countyApp } from '../../tests/county.ts'
import { visitor } from '../../tests/visitor.ts'
import { countAudits } from './audit-figures.ts'
import { buildServer } from './site.ts'

const app = await countyApp()
const server = await buildServer(app)
afterAll(() => server.close())
const codes = ['QA01', 'QA02', 'QA03', 'QA04', 'QA05']

test('the demonstration’s figures of audits are those of its audits, and each has the way to them', async () => {
  const values = await app.db.as(county, trx => standingValues(trx, codes))
  expect(new Set(values.map(each => each.indicator))).toEqual(new Set(codes))
  expect(new Set(values.map(each => each.source))).toEqual(
    new Set(['The practice audits in Sightline']),
  )
  // Nothing has changed since, so nothing is counted otherwise.
  expect(await countAudits(app, new Date())).toBe(0)
  const director = visitor(server.http)
  await director.become('director')
  for (const code of codes) {
    const { text } = await director.get(`/indicators/${code}`)
    expect(text, code).toContain('Counted from the practice audits in Sightline')
    const [link = ''] = /\/audits\/figures\/[^"]+/.exec(text) ?? []
    const newest = values
      .filter(each => each.indicator === code && each.slice.dimension === 'county')
      .at(-1)
    const page = await director.get(link)
    expect(page.status, link).toBe(200)
    expect(page.text, link).toContain(`${newest?.numerator} of ${newest?.denominator}`)
  }
})

test('its auditors passed the vignettes, so nothing of it waits for moderation', async () => {
  const audits = await app.db.as(county, allAudits)
  const waiting = audits.filter(each => each.provisional)
  expect(audits.length).toBeGreaterThan(100)
  expect(waiting.map(({ auditorName, auditedOn }) => [auditorName, auditedOn])).toEqual([])
})
