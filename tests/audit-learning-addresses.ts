import { randomUUID } from 'node:crypto'
import type { App } from '#app'
import {
  allAudits,
  approveExemplar,
  BROUGHT,
  insertExemplar,
  planMock,
  publish,
  writeBriefing,
} from '#audits'
import { keepSheet } from '#findings'
import { frameworkOf } from '#inspections'
import { county } from './county.ts'

/** Addresses that answer in the small county for brought audits, learning and mock inspections. */
export async function auditLearningAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const sheet = randomUUID()
  const by = { actor: 'test', at: new Date() }
  await app.db.as(county, trx =>
    keepSheet(
      trx,
      county,
      {
        id: sheet,
        purpose: BROUGHT,
        name: 'audits.csv',
        headings: ['Date', 'Team', 'Grade'],
        lines: [{ number: 2, cells: ['18 September 2017', 'North', 'RI'] }],
        notes: [],
      },
      by,
    ),
  )
  const who = { authority: county, actorName: 'Test', today: 20_778, ...by }
  const { mock, briefing } = await app.db.as(county, async trx => {
    const id = await writeBriefing(trx, who, {
      title: 'Plans that say what changes',
      themes: ['plans'],
      words: 'Say what will be different, and by when.',
    })
    await publish(trx, { ...who, actor: 'another' }, id)
    const planned = await planMock(trx, who, {
      service: 'Children in care',
      framework: 'ilacs-2023',
      from: 20_760,
      until: 20_764,
      reviewers: ['Head of service'],
    })
    return { briefing: id, mock: `/audits/mock/${planned}` }
  })
  const exemplar = randomUUID()
  await app.db.as(county, async trx => {
    const [audit] = await allAudits(trx)
    const words = 'The plan said what the family wanted to be different.'
    await insertExemplar(
      trx,
      county,
      {
        id: exemplar,
        auditId: audit?.id ?? '',
        toolKey: 'whole-case-file',
        standard: 'voice',
        standardTitle: 'The child is known and heard',
        title: 'A plan in their words',
        words,
      },
      { ...by, actorName: 'Test' },
    )
    await approveExemplar(trx, exemplar, { ...by, actor: 'another', actorName: 'Other' })
  })
  const [judgement] = frameworkOf('ilacs-2023').judgements
  return {
    '/audits/learning': ['/audits/learning'],
    '/audits/learning/exemplars/new': ['/audits/learning/exemplars/new'],
    '/audits/learning/exemplars/:id': [`/audits/learning/exemplars/${exemplar}`],
    '/audits/learning/briefings/new': ['/audits/learning/briefings/new'],
    '/audits/learning/briefings/:id': [`/audits/learning/briefings/${briefing}`],
    '/audits/mock': ['/audits/mock'],
    '/audits/mock/new': ['/audits/mock/new'],
    '/audits/mock/:id': [mock],
    '/audits/mock/:id/found': [`${mock}/found`],
    '/audits/mock/:id/judgements/:key': [`${mock}/judgements/${judgement?.key}`],
    '/audits/triangulation': ['/audits/triangulation'],
    '/audits/import': ['/audits/import'],
    '/audits/import/template.csv': ['/audits/import/template.csv'],
    '/audits/import/:id': [`/audits/import/${sheet}`],
    '/audits/import/:id/refused.csv': [`/audits/import/${sheet}/refused.csv`],
  }
}
