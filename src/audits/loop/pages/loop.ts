import { z } from 'zod'
import {
  brief,
  changingOf,
  findingsById,
  findingPath,
  formView,
  namesField,
  placeOf,
  refusePrivate,
  text,
  themeField,
  themeKeys,
} from '#findings'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, select } from '#kit/html/components/index.ts'
import { wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  forbidden,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { allow, behind, viewerOf } from '#people'
import { daysToAct, type Tool } from '#practice'
import { type Audit, auditName, gradeOf, isDone } from '../../audit.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { blindSeconds } from '../../pages/shown.ts'
import { doAudits, seeAudits } from '../../policy.ts'
import { auditById } from '../../store/index.ts'
import { toolAt } from '../../toolbox.ts'
import { bringFound, lookAgain } from '../change.ts'
import { loopOf } from '../gather.ts'
import { foundByAudits } from '../store.ts'
import { loopView } from './loop.view.ts'

const Id = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Id> }

const FoundFields = z.object({
  words: text(4000, 'Enter what was found, without a name.'),
  theme: z.enum(themeKeys, { error: 'Choose a theme.' }),
  standard: z.string().trim().max(60).default(''),
  names: z.string().default(''),
})

/** What audits found and what became of it. */
export function loopPages(rooms: AuditsRooms): readonly Route[] {
  const held = async (asked: Pick<Request, 'request' | 'params'>) => {
    const { council } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => {
      const audit = await auditById(trx, asked.params.id)
      const tool = audit && (await toolAt(trx, audit.toolKey, audit.toolVersion))
      if (audit === null || tool === null) throw notFound()
      const viewer = viewerOf(asked.request)
      if ((await blindSeconds(trx, viewer)).has(audit.id))
        throw forbidden('You are grading the same work a second time. Hand yours in first.')
      const found = await foundByAudits(trx, audit.id)
      const findings = await findingsById(
        trx,
        found.map(each => each.findingId),
      )
      return { audit, tool, found, findings }
    })
  }
  const form = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { audit, tool, found, findings } = await held(asked)
    const at = auditPath(audit.id)
    const days = gradeOf(audit)
    const already = found.flatMap(each => {
      const finding = findings.find(one => one.id === each.findingId)
      return finding === undefined ? [] : [{ each, finding }]
    })
    const csrf = asked.csrf()
    const body = html`${heading({ title: 'Write down what it found', caption: auditName(audit), lead: days === null ? 'Hand the audit in first.' : `It goes to the inbox of findings. Something is to be done by ${longDay(audit.auditedOn + daysToAct[days])}: ${daysToAct[days]} days, as its grade asks.` })}
${already.length > 0 && html`<h2 class="govuk-heading-m">Written down already</h2><ul class="govuk-list govuk-list--bullet">${already.map(({ finding }) => html`<li><a class="govuk-link" href="${findingPath(finding.id)}">${brief(finding.words, 120)}</a></li>`)}</ul>`}
${isDone(audit) && formView(`${at}/found`, csrf, foundFields(tool, values, errors), 'Bring it to the inbox', at)}
${isDone(audit) && againForm(audit, csrf)}`
    const breadcrumbs = [...auditCrumbs, { text: auditName(audit), href: at }]
    return show({ title: `What ${auditName(audit).toLowerCase()} found`, breadcrumbs, body })
  }
  return [
    behind(
      allow(seeAudits),
      route({
        method: 'GET',
        url: '/audits/loop',
        handler: async ({ request }) => {
          const { council, today } = await placeOf(rooms, request)
          const loop = await rooms.db.as(council.code, trx => loopOf(trx, today, viewerOf(request)))
          return show({
            title: 'Does audit change practice?',
            current: CURRENT,
            breadcrumbs: auditCrumbs,
            body: loopView(loop, today),
          })
        },
      }),
    ),
    behind(
      allow(doAudits),
      route({
        method: 'GET',
        url: '/audits/:id/found',
        params: Id,
        handler: asked => form(asked, {}),
      }),
      route({
        method: 'POST',
        url: '/audits/:id/found',
        params: Id,
        body: FoundFields,
        handler: async asked => {
          const { names, ...found } = asked.body
          refusePrivate({ words: found.words }, names === 'none')
          const by = await changingOf(rooms, asked.request)
          const { audit } = await held(asked)
          await rooms.db.as(by.authority, trx => bringFound(trx, by, audit, found))
          return seeOther(`${auditPath(audit.id)}/found`)
        },
        refused: ({ values, errors, ...asked }) => form(asked, values, errors),
      }),
      route({
        method: 'POST',
        url: '/audits/:id/again',
        params: Id,
        handler: async asked => {
          const by = await changingOf(rooms, asked.request)
          const { audit } = await held(asked)
          const { id } = await rooms.db.as(by.authority, trx => lookAgain(trx, by, audit))
          return seeOther(auditPath(id))
        },
      }),
    ),
  ]
}

function foundFields(tool: Tool, values: FormValues, errors: Refused['errors']): Html {
  return html`${wordsField({ values, errors }, 'words', 'What was found', { rows: 4, hint: 'What is to be different in practice, without a name or an identifier' })}
${themeField(values, errors)}
${select({ id: 'standard', name: 'standard', label: { text: 'Standard' }, items: [{ value: '', text: 'The whole audit' }, ...tool.standards.map(({ key, title }) => ({ value: key, text: title, selected: typed(values, 'standard') === key }))] })}
${namesField(errors)}`
}

const againForm = (
  audit: Audit,
  csrf: Html,
): Html => html`<h2 class="govuk-heading-m">Look again</h2>
<p class="govuk-body">The same child or the same work, with the same tool, by you. Its effect is counted with its interval.</p>
<form method="post" action="${auditPath(audit.id)}/again">${csrf}${button({ text: 'Audit it again', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
