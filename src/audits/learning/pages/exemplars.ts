import { z } from 'zod'
import { changingOf, formView, namesField, placeOf, refusePrivate, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, insetText, select } from '#kit/html/components/index.ts'
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
import { auditName } from '../../audit.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { blindFor, sightOfAudit } from '../../sight.ts'
import { allAudits, auditById, invitedTo } from '../../store/index.ts'
import { toolsAt } from '../../toolbox.ts'
import { approve, withdraw, writeExemplar } from '../change.ts'
import { isOffered, outstandingIn } from '../learned.ts'
import { blindSeconds } from '../../pages/shown.ts'
import { exemplarById } from '../store.ts'
import { exemplarPath, LEARNING } from './learning.view.ts'

const breadcrumbs = [...auditCrumbs, { text: 'What audits teach', href: LEARNING }]
const Id = z.object({ id: z.uuid() })
const Fields = z.object({
  of: z.string({ error: 'Choose the audit and the standard.' }).max(200),
  title: text(200, 'Enter a title.'),
  words: text(8000, 'Enter what the work was like, without anybody in it.'),
  names: z.string().default(''),
})
const Because = z.object({ because: text(1000, 'Enter why it is withdrawn.') })
type OfOne = Asked & { readonly params: z.output<typeof Id> }

/** The pages of strong work: written by an auditor, offered once somebody else approved the words. */
export function exemplarPages(rooms: AuditsRooms): {
  readonly see: readonly Route[]
  readonly write: readonly Route[]
  readonly lead: readonly Route[]
} {
  const formPage = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const strong = await strongSeenBy(rooms, asked)
    const items = strong.map(({ audit, standard }) => {
      const value = `${audit.id} ${standard.key}`
      const label = `${auditName(audit)}, ${audit.team}: ${standard.title}`
      return { value, text: label, selected: typed(values, 'of') === value }
    })
    const title = 'Write down strong work'
    const fields = html`${select({ id: 'of', name: 'of', label: { text: 'Audit and standard' }, items: [{ value: '', text: 'Choose one' }, ...items], errorMessage: errorOf(errors, 'of') })}
${lineField({ values, errors }, 'title', 'Title')}
${wordsField({ values, errors }, 'words', 'What the work was like', { rows: 10, hint: 'What was done and what it changed. No name, age, place or date from which somebody could be known.' })}
${namesField(errors)}`
    const body = html`${heading({ title, lead: 'Somebody other than you approves the words before anybody else reads them.' })}
${strong.length === 0 ? insetText({ text: 'No audit that you may read in full has found outstanding work yet.' }) : formView(`${LEARNING}/exemplars/new`, asked.csrf(), fields, 'Send for approval', LEARNING)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  const onePage = async (
    asked: OfOne,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const csrf = asked.csrf()
    const { each, blind } = await rooms.db.as(council.code, async trx => ({
      each: await exemplarById(trx, asked.params.id),
      blind: await blindSeconds(trx, viewer),
    }))
    // Words that nobody else has looked at are for those who write and approve them.
    if (each === null || blind.has(each.auditId)) throw notFound()
    if (!isOffered(each) && !permits(doAudits, viewer)) throw notFound()
    const at = exemplarPath(each.id)
    const isWaiting = each.approvedAt === null && each.withdrawnAt === null
    const mayLead = permits(leadAudits, viewer)
    const body = html`${heading({ title: each.title, caption: each.standardTitle })}
${each.withdrawnAt !== null && insetText({ text: `Withdrawn: ${each.withdrawnBecause}` })}
${isWaiting && insetText({ text: `Written by ${each.writtenBy}. It is offered once somebody else has approved the words.` })}
${each.words.split(/\n+/).map(line => html`<p class="govuk-body">${line}</p>`)}
${mayLead && isWaiting && each.writtenById !== viewer.id && html`<form method="post" action="${at}/approve">${csrf}${button({ text: 'Nobody can be known from these words: offer them', preventDoubleClick: true })}</form>`}
${mayLead && each.withdrawnAt === null && formView(`${at}/withdraw`, csrf, html`<h2 class="govuk-heading-m">Withdraw it</h2>${wordsField({ values, errors }, 'because', 'Why', { rows: 2 })}`, 'Withdraw')}`
    return show({ title: each.title, current: CURRENT, breadcrumbs, body })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: `${LEARNING}/exemplars/:id`,
        params: Id,
        handler: asked => onePage(asked),
      }),
    ],
    write: [
      route({
        method: 'GET',
        url: `${LEARNING}/exemplars/new`,
        handler: asked => formPage(asked, {}),
      }),
      route({
        method: 'POST',
        url: `${LEARNING}/exemplars/new`,
        body: Fields,
        handler: async asked => {
          const { of, names, title, words } = asked.body
          const chosen = (await strongSeenBy(rooms, asked, of.split(' ')[0])).find(
            ({ audit, standard }) => `${audit.id} ${standard.key}` === of,
          )
          if (chosen === undefined)
            throw invalid([{ field: 'of', message: 'Choose the audit and the standard.' }])
          refusePrivate({ title, words }, names === 'none')
          const by = await changingOf(rooms, asked.request)
          const given = { standard: chosen.standard.key, title, words }
          const id = await rooms.db.as(by.authority, async trx => {
            const audit = await auditById(trx, chosen.audit.id)
            if (audit === null) throw notFound()
            return writeExemplar(trx, by, { audit, tool: chosen.tool }, given)
          })
          return seeOther(exemplarPath(id))
        },
        refused: ({ values, errors, ...asked }) => formPage(asked, values, errors),
      }),
    ],
    lead: [
      route({
        method: 'POST',
        url: `${LEARNING}/exemplars/:id/approve`,
        params: Id,
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => approve(trx, by, params.id))
          return seeOther(exemplarPath(params.id))
        },
      }),
      route({
        method: 'POST',
        url: `${LEARNING}/exemplars/:id/withdraw`,
        params: Id,
        body: Because,
        handler: async ({ request, params, body }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => withdraw(trx, by, params.id, body.because))
          return seeOther(exemplarPath(params.id))
        },
        refused: ({ values, errors, ...asked }) => onePage(asked, values, errors),
      }),
    ],
  }
}

/** Each standard at which an audit that the viewer may read in full found outstanding work. */
async function strongSeenBy(
  rooms: AuditsRooms,
  { request }: Pick<Asked, 'request'>,
  /** Of one audit, however long ago it was; the newest of all where left out. */
  auditId?: string,
) {
  const { council } = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return rooms.db.as(council.code, async trx => {
    const audits = await allAudits(trx)
    const invited = await invitedTo(trx)
    const blind = blindFor(viewer, audits)
    const toolOf = await toolsAt(trx)
    const strong = []
    for (const audit of audits) {
      if (auditId !== undefined && audit.id !== auditId) continue
      const keys = outstandingIn(audit)
      if (keys.length === 0 || sightOfAudit(viewer, audit, invited, blind) !== 'whole') continue
      const tool = toolOf(audit.toolKey, audit.toolVersion)
      for (const standard of tool?.standards ?? [])
        if (tool !== null && keys.includes(standard.key)) strong.push({ audit, tool, standard })
      if (strong.length >= MOST) break
    }
    return strong
  })
}

/** The newest; a longer list is no help to choose from. */
const MOST = 200
