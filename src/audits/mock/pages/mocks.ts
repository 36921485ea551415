import { z } from 'zod'
import { isoDay } from '#calendar'
import {
  changingOf,
  DayText,
  findingsById,
  formView,
  mayReadFinding,
  Names,
  placeOf,
  text,
} from '#findings'
import { ofstedFrameworkOn } from '#inspections'
import { heading } from '#kit/html/blocks.ts'
import { button, details, select } from '#kit/html/components/index.ts'
import { lineField, wordsField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { blindFor, sightOfAudit } from '../../sight.ts'
import { allAudits, invitedTo } from '../../store/index.ts'
import { addAudit, endMock, frameworkNamed, gridded, planMock } from '../change.ts'
import { mockName, mockPath, MOCKS } from '../in-thread.ts'
import { auditsOfMock, findingsOfMock, judgementsOf, mockById, mocks } from '../store.ts'
import { mocksView, mockView } from './mock.view.ts'

const crumbs = [...auditCrumbs, { text: 'Mock inspections', href: MOCKS }]
const Id = z.object({ id: z.uuid() })
const dates = 'Enter a date such as 18 September 2017.'
const Fields = z.object({
  service: text(200, 'Enter which service is looked at.'),
  framework: z.string().refine(key => frameworkNamed(key) !== undefined, 'Choose the framework.'),
  from: DayText(dates),
  until: DayText(dates),
  reviewers: Names.refine(of => of.length > 0, 'Enter who reviews, by their posts.'),
})
const NumberField = z.object({
  number: z.coerce.number({ error: 'Enter the number of an audit.' }).int().min(1).max(1_000_000),
})
type OfOne = Asked & { readonly params: z.output<typeof Id> }

/** The pages of mock inspections: their list, planning one, and one with its grid. */
export function mockRoutes(rooms: AuditsRooms): Record<'see' | 'write' | 'lead', readonly Route[]> {
  const planPage = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { today } = await placeOf(rooms, asked.request)
    const chosen = typed(values, 'framework') || (ofstedFrameworkOn(isoDay(today))?.key ?? '')
    const title = 'Plan a mock inspection'
    const fields = html`${lineField({ values, errors }, 'service', 'Service', { hint: 'For example, children in care in the north' })}
${select({ id: 'framework', name: 'framework', label: { text: 'Framework' }, items: gridded.map(each => ({ value: each.key, text: each.shortName, selected: each.key === chosen })), errorMessage: errorOf(errors, 'framework') })}
${lineField({ values, errors }, 'from', 'First day', { width: 20 })}
${lineField({ values, errors }, 'until', 'Last day', { width: 20 })}
${wordsField({ values, errors }, 'reviewers', 'Reviewers', { rows: 4, hint: 'Their posts, one a line. Nobody who leads or works in the service.' })}`
    const body = html`${heading({ title })}${formView(`${MOCKS}/new`, asked.csrf(), fields, 'Plan it', MOCKS)}`
    return show({ title, current: CURRENT, breadcrumbs: crumbs, body })
  }
  const onePage = async (
    asked: OfOne,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const csrf = asked.csrf()
    return rooms.db.as(council.code, async trx => {
      const mock = await mockById(trx, asked.params.id)
      const framework = mock === null ? undefined : frameworkNamed(mock.framework)
      if (mock === null || framework === undefined) throw notFound()
      const linked = new Set(await auditsOfMock(trx, mock.id))
      const audits = await allAudits(trx)
      const invited = await invitedTo(trx)
      const blind = blindFor(viewer, audits)
      const seen = audits.filter(audit => {
        const sight = sightOfAudit(viewer, audit, invited, blind)
        return linked.has(audit.id) && (sight === 'whole' || sight === 'outline')
      })
      const body = mockView({
        mock,
        framework,
        judged: await judgementsOf(trx, mock.id),
        audits: seen,
        findings: (await findingsById(trx, await findingsOfMock(trx, mock.id))).filter(each =>
          mayReadFinding(viewer, each),
        ),
        mayWrite: permits(doAudits, viewer),
        mayLead: permits(leadAudits, viewer),
        auditForm: html`${button({ text: 'Begin an audit for it', href: `/audits/new?reason=mock%20inspection&mock=${mock.id}`, classes: 'govuk-button--secondary' })}${details({ summaryText: 'Add an audit that was begun for it already', open: errors.length > 0, html: formView(`${mockPath(mock.id)}/audits`, csrf, lineField({ values, errors }, 'number', 'Its number', { width: 5 }), 'Add the audit') })}`,
        csrf: csrf,
      })
      return show({ title: mockName(mock), current: CURRENT, breadcrumbs: crumbs, body })
    })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: MOCKS,
        handler: async ({ request }) => {
          const { council } = await placeOf(rooms, request)
          const rows = (await rooms.db.as(council.code, mocks)).map(mock => ({
            mock,
            framework: frameworkNamed(mock.framework)?.shortName ?? mock.framework,
          }))
          const body = mocksView(rows, permits(leadAudits, viewerOf(request)))
          return show({
            title: 'Mock inspections',
            current: CURRENT,
            breadcrumbs: auditCrumbs,
            body,
          })
        },
      }),
      route({
        method: 'GET',
        url: `${MOCKS}/:id`,
        params: Id,
        handler: asked => onePage(asked),
      }),
    ],
    write: [
      route({
        method: 'POST',
        url: `${MOCKS}/:id/audits`,
        params: Id,
        body: NumberField,
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => addAudit(trx, by, params.id, body.number))
          return seeOther(mockPath(params.id))
        },
        refused: ({ values, errors, ...asked }) => onePage(asked, values, errors),
      }),
    ],
    lead: [
      route({ method: 'GET', url: `${MOCKS}/new`, handler: asked => planPage(asked, {}) }),
      route({
        method: 'POST',
        url: `${MOCKS}/new`,
        body: Fields,
        handler: async ({ request, body }) => {
          if (body.until < body.from)
            throw invalid([{ field: 'until', message: 'The last day lies before the first.' }])
          const by = await changingOf(rooms, request)
          const id = await rooms.db.as(by.authority, trx => planMock(trx, by, body))
          return seeOther(mockPath(id))
        },
        refused: ({ values, errors, ...asked }) => planPage(asked, values, errors),
      }),
      route({
        method: 'POST',
        url: `${MOCKS}/:id/close`,
        params: Id,
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => endMock(trx, by, params.id))
          return seeOther(mockPath(params.id))
        },
      }),
    ],
  }
}
