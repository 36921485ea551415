import { z } from 'zod'
import { formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { radios } from '#kit/html/components/index.ts'
import { wordsField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  errorOf,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { hasRole, type Viewer } from '#people'
import { grades, gradeWords } from '#practice'
import { type Audit, auditName, isDone } from '../audit.ts'
import { sayOwnView } from '../invite.ts'
import { disputeGrade } from '../moderate.ts'
import { type Dispute, disputers, type Invited } from '../sides.ts'
import { changingOf, lookedField, refusePrivateOnce } from './fields.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT } from './rooms.ts'
import { withAudit } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type One = Asked & { readonly params: z.output<typeof Params> }
type Again = Pick<Refused, 'values' | 'errors'>
const none: Again = { values: {}, errors: [] }

/** `/audits/<id>/own` and `/audits/<id>/dispute`: what those say whose work it is. */
export function ownPages(rooms: AuditsRooms): readonly Route[] {
  return [...ownViewPages(rooms), ...disputePages(rooms)]
}

function ownViewPages(rooms: AuditsRooms): readonly Route[] {
  const page = (asked: One, again: Again = none): Promise<Answer> =>
    withAudit(
      rooms,
      asked.request,
      asked.params.id,
      async (_trx, { audit, tool, invited, viewer }) => {
        const asks = invited.find(each => each.userId === viewer.id)
        if (asks === undefined) throw notFound()
        if (asks.saidAt !== null) throw conflict('You have said what you make of it already.')
        const at = auditPath(audit.id)
        const chosen = typed(again.values, 'grade')
        const fields = html`${radios({
          idPrefix: 'grade',
          name: 'grade',
          fieldset: { legend: { text: 'How would you grade this work yourself?' } },
          items: grades.map(grade => ({
            value: grade,
            text: gradeWords[grade],
            checked: chosen === grade,
          })),
          errorMessage: errorOf(again.errors, 'grade'),
        })}
${wordsField(again, 'words', 'What are you proud of, and what would you do otherwise?', { hint: 'Your words stand beside the auditor’s as you write them.' })}${lookedField(again.errors)}`
        const body = html`${heading({ title: 'What you make of your own work', caption: `${auditName(audit)} · ${tool.title}`, lead: 'You are asked before you see what the auditor found, so that it is your own. Afterwards both stand side by side.' })}
<h2 class="govuk-heading-m">What is looked at</h2>
<ul class="govuk-list govuk-list--bullet">${tool.standards.map(({ title, asks: question }) => html`<li><strong>${title}.</strong> ${question}</li>`)}</ul>
${formView(`${at}/own`, asked.csrf(), fields, 'This is my view', at)}`
        return Promise.resolve(
          show({
            title: 'What you make of your own work',
            current: CURRENT,
            breadcrumbs: [...auditCrumbs, { text: auditName(audit), href: at }],
            body,
          }),
        )
      },
    )
  return [
    route({ method: 'GET', url: '/audits/:id/own', params: Params, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: '/audits/:id/own',
      params: Params,
      body: z.object({
        grade: z.enum(grades, { error: 'Choose the grade that you would give.' }),
        words: z
          .string()
          .trim()
          .min(3, 'Enter what you make of it, in a sentence or more.')
          .max(8000, 'Use 8,000 characters or fewer.'),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        await rooms.db.as(by.authority, trx => sayOwnView(trx, by, params.id, body))
        return seeOther(auditPath(params.id))
      },
      refused: asked => page(asked, asked),
    }),
  ]
}

/** As what somebody may dispute a grade; null for whoever may not. */
export function disputesAs(
  viewer: Viewer,
  audit: Pick<Audit, 'auditorId' | 'team'>,
  invited: readonly Pick<Invited, 'userId' | 'saidAt'>[],
): Dispute['raisedAs'] | null {
  if (audit.auditorId === viewer.id) return 'auditor'
  const own = invited.find(({ userId }) => userId === viewer.id)
  if (own !== undefined) return own.saidAt === null ? null : 'practitioner'
  return hasRole(viewer, 'team-manager') && viewer.teams.includes(audit.team) ? 'manager' : null
}

function disputePages(rooms: AuditsRooms): readonly Route[] {
  const who = (viewer: Viewer, audit: Audit, invited: readonly Invited[]) => {
    const as = disputesAs(viewer, audit, invited)
    // The practitioner, their manager and the auditor can dispute a grade; for others there is no such page.
    if (as === null) throw notFound()
    return as
  }
  const page = (asked: One, again: Again = none): Promise<Answer> =>
    withAudit(rooms, asked.request, asked.params.id, async (_trx, { audit, invited, viewer }) => {
      const as = who(viewer, audit, invited)
      if (!isDone(audit)) throw conflict('There is no grade yet to disagree with.')
      const at = auditPath(audit.id)
      const fields = html`${wordsField(again, 'words', 'What do you not agree with, and what in the work shows it?')}${lookedField(again.errors)}`
      const body = html`${heading({ title: 'Dispute the grade', caption: auditName(audit), lead: `You do so as ${disputers[as].toLowerCase()}. Somebody who had no part in the audit decides, with reasons; what was found stays readable.` })}
${formView(`${at}/dispute`, asked.csrf(), fields, 'Dispute it', at)}`
      return Promise.resolve(
        show({
          title: 'Dispute the grade',
          current: CURRENT,
          breadcrumbs: [...auditCrumbs, { text: auditName(audit), href: at }],
          body,
        }),
      )
    })
  return [
    route({
      method: 'GET',
      url: '/audits/:id/dispute',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/audits/:id/dispute',
      params: Params,
      body: z.object({
        words: z
          .string()
          .trim()
          .min(3, 'Enter what you do not agree with, and why.')
          .max(8000, 'Use 8,000 characters or fewer.'),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        const raisedAs = await withAudit(rooms, request, params.id, (_trx, shown) =>
          Promise.resolve(who(shown.viewer, shown.audit, shown.invited)),
        )
        await rooms.db.as(by.authority, trx =>
          disputeGrade(trx, by, params.id, { raisedAs, words: body.words }),
        )
        return seeOther(auditPath(params.id))
      },
      refused: asked => page(asked, asked),
    }),
  ]
}
