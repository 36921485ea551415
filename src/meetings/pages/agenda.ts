import { z } from 'zod'
import type { Day } from '#calendar'
import { changingOf, formView } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { numberItems } from '../arrange.ts'
import { moved } from '../agenda.ts'
import { backgroundWords } from '../background.ts'
import { addItem, changeItem, changePaper } from '../change.ts'
import { mergeEdits, readWas } from '../editing.ts'
import { resolutionToExclude } from '../exemptions.ts'
import { type Item, itemKinds } from '../meeting.ts'
import { meetingPath, nameOfItem, nameOfMeeting, paperPath } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { agendaFor, type ShownPaper } from '../shown-agenda.ts'
import { deleteItem, itemById, itemsOf, papersOf } from '../store/index.ts'
import { onlyText, refuseCrossed } from './change.ts'
import { exemptionIn, exemptValues, ItemFields, ReasonFields } from './fields.ts'
import { crossingsView, itemFields, wasField, words } from './form.view.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

const Params = z.object({ id: z.uuid() })
const ItemParams = z.object({ id: z.uuid(), item: z.uuid() })

/** `/meetings/<id>/agenda` and the pages of its items, for the clerk. */
export function agendaPages(rooms: MeetingsRooms): readonly Route[] {
  return [
    orderPage(rooms),
    ...itemPages(rooms),
    movePage(rooms),
    removePage(rooms),
    exclusionPage(rooms),
    ...withdrawPages(rooms),
  ]
}

function orderPage(rooms: MeetingsRooms): Route {
  return route({
    method: 'GET',
    url: '/meetings/:id/agenda',
    params: Params,
    handler: ({ request, params, csrf }) =>
      withMeeting(rooms, request, params.id, async ({ trx, meeting, body: of }) => {
        const at = meetingPath(meeting.id)
        const agenda = await agendaFor(trx, meeting, { drafts: true, restricted: true })
        const all = agenda.entries.map(({ item }) => item)
        const closed = [
          ...all.filter(({ exempt }) => exempt !== null),
          ...agenda.entries.flatMap(({ item, papers }) =>
            papers.some(({ paper }) => paper.exempt !== null) ? [item] : [],
          ),
        ]
        const excludes = all.some(({ kind }) => kind === 'exclusion')
        const title = 'Agenda and papers'
        const token = csrf()
        const body = html`${heading({ title, caption: nameOfMeeting(of, meeting) })}
<div class="govuk-button-group">${button({ text: 'Add an item', href: `${at}/items/new` })}<a class="govuk-link" href="${at}/papers/new">Type a paper</a><a class="govuk-link" href="${at}/papers/bring">Bring a file</a><a class="govuk-link" href="${at}/ready">Ready to publish?</a></div>
${closed.length > 0 && !excludes && html`<form method="post" action="${at}/items/exclusion" id="exclusion" novalidate>${token}<p class="govuk-body">Something is to be taken without the public. The meeting has to resolve that they leave.</p>${button({ text: 'Put that resolution on the agenda', classes: 'govuk-button--secondary' })}</form>`}
${
  all.length === 0
    ? emptyState({ title: 'Nothing is on the agenda', text: 'Add the first item.' })
    : html`<ol class="govuk-list">${agenda.entries.map(({ item, papers }, nth) => itemView(item, papers, meeting.heldOn, token, nth, all.length))}</ol>`
}
${agenda.loose.length > 0 && html`<h2 class="govuk-heading-m">Papers of the meeting as a whole</h2>${papersKept(agenda.loose, meeting.heldOn, token)}`}`
        return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
      }),
  })
}

function itemView(
  item: Item,
  papers: readonly ShownPaper[],
  heldOn: Day,
  csrf: Html,
  nth: number,
  count: number,
): Html {
  const at = `${meetingPath(item.meetingId)}/items/${item.id}`
  const name = nameOfItem(item)
  const isDraft = item.publishedAt === null
  return html`<li class="app-point">
<h2 class="govuk-heading-s">${name} <strong class="govuk-tag ${isDraft ? 'govuk-tag--grey' : 'govuk-tag--green'}">${isDraft ? 'Draft' : 'Published'}</strong></h2>
<p class="govuk-body app-muted">${itemKinds[item.kind]}${item.presenter !== '' && `, ${item.presenter}`}${item.exempt !== null && ', kept from the public'}${item.withdrawnWords !== null && `. Withdrawn: ${item.withdrawnWords}`}</p>
<form method="post" action="${at}/move" novalidate class="app-row">${csrf}
${nth > 0 && smallButton('way', 'up', 'Move up', name)}
${nth < count - 1 && smallButton('way', 'down', 'Move down', name)}
</form>
<p class="govuk-body">${isDraft ? html`<a class="govuk-link" href="${at}">Change<span class="govuk-visually-hidden"> ${name}</span></a> &nbsp; <a class="govuk-link" href="${at}/remove">Take off<span class="govuk-visually-hidden"> ${name}</span></a>` : item.withdrawnWords === null && html`<a class="govuk-link" href="${at}/withdraw">Withdraw<span class="govuk-visually-hidden"> ${name}</span></a>`} &nbsp; <a class="govuk-link" href="${meetingPath(item.meetingId)}/papers/new?item=${item.id}">Type a paper<span class="govuk-visually-hidden"> for ${name}</span></a> &nbsp; <a class="govuk-link" href="${meetingPath(item.meetingId)}/papers/bring?item=${item.id}">Bring a file<span class="govuk-visually-hidden"> for ${name}</span></a></p>
${papersKept(papers, heldOn, csrf)}
</li>
`
}

const smallButton = (field: string, value: string, text: string, what: string): Html =>
  html`<button type="submit" class="govuk-button govuk-button--secondary" name="${field}" value="${value}">${text}<span class="govuk-visually-hidden"> ${what}</span></button>`

function papersKept(papers: readonly ShownPaper[], heldOn: Day, csrf: Html): Html | false {
  if (papers.length === 0) return false
  return html`<ul class="govuk-list govuk-list--bullet">${papers.map(
    ({ paper, title, file, replacedBy }) => {
      const at = paperPath(paper)
      const hidden = html`<span class="govuk-visually-hidden"> ${title}</span>`
      const isDraft = paper.publishedAt === null
      const background = backgroundWords(paper, heldOn)
      return html`<li><a class="govuk-link" href="${at}">${title}</a> <span class="app-muted">${isDraft ? 'Draft' : 'Published'}${paper.exempt !== null && ', kept from the public'}</span>
${file?.barred && html`<br>${file.barred}`}
${background !== null && html`<br>${background}`}
${paper.withdrawnWords !== null && html`<br>Withdrawn: ${paper.withdrawnWords}`}
<br>${
        isDraft
          ? html`<a class="govuk-link" href="${at}/change">Change${hidden}</a> &nbsp; <a class="govuk-link" href="${at}/remove">Take off${hidden}</a>`
          : paper.withdrawnWords === null &&
            replacedBy === null &&
            html`<a class="govuk-link" href="${at}/replace">Replace${hidden}</a> &nbsp; <a class="govuk-link" href="${at}/withdraw">Withdraw${hidden}</a>`
      }
${isDraft && papers.length > 1 && html`<form method="post" action="${at}/move" novalidate class="app-row">${csrf}${smallButton('way', 'up', 'Move up', title)}${smallButton('way', 'down', 'Move down', title)}</form>`}</li>`
    },
  )}</ul>`
}

const itemLabels = {
  title: 'What the item is called',
  kind: 'Kind',
  presenter: 'Who presents it',
  author: 'Who wrote the report',
  words: 'What the meeting is asked to do',
  lateReason: 'Why it cannot wait',
  lateBy: 'The chair who agreed',
  exempt: 'Whether the public may read it',
  paragraph: 'Paragraph',
  exemptWords: 'What may be said of it',
  publicInterest: 'Public interest',
  education: 'A matter of education',
} as const

const valuesOfItem = (item: Item): Record<string, string> => ({
  title: item.title,
  kind: item.kind,
  presenter: item.presenter,
  author: item.author,
  words: item.words,
  education: item.education ? 'yes' : '',
  ...exemptValues(item.exempt),
  lateReason: item.lateReason,
  lateBy: item.lateBy,
})

type ItemTyped = z.output<typeof ItemFields>

function readItem(typed: ItemTyped) {
  const exempt = exemptionIn(typed)
  if ('message' in exempt) throw invalid([exempt])
  const { title, kind, presenter, author, words, lateReason, lateBy } = typed
  const education = typed.education === 'yes'
  return { title, kind, presenter, author, words, lateReason, lateBy, education, ...exempt }
}

function itemPages(rooms: MeetingsRooms): readonly Route[] {
  const newPage = (
    asked: Asked & { readonly params: z.output<typeof Params> },
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const fields = itemFields({ values, errors }, shown.meeting.agendaPublishedAt !== null)
      return itemForm(shown, asked, 'Add an item', 'items/new', fields)
    })
  const changePage = (
    asked: Asked & { readonly params: z.output<typeof ItemParams> },
    again: Pick<Refused, 'values' | 'errors'> | null = null,
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const item = await itemIn(shown, asked.params.item)
      const now = valuesOfItem(item)
      const was = readWas(again?.values['was'])
      const merged =
        again === null || was === null ? null : mergeEdits(was, now, onlyText(again.values))
      const form = { values: merged?.values ?? again?.values ?? now, errors: again?.errors ?? [] }
      const fields = html`${wasField(now)}${merged !== null && crossingsView(merged.crossings, itemLabels)}
${itemFields(form, shown.meeting.agendaPublishedAt !== null)}`
      return itemForm(shown, asked, 'Change the item', `items/${item.id}`, fields)
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/items/new',
      params: Params,
      handler: asked => newPage(asked, { kind: 'report' }),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/items/new',
      params: Params,
      body: ItemFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const fields = readItem(body)
        await withMeeting(rooms, request, params.id, async ({ trx, meeting, body: of }) => {
          await addItem(trx, by, { meetingId: meeting.id, number: '', ...fields })
          await numberItems(trx, by, meeting, of)
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => newPage(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/meetings/:id/items/:item',
      params: ItemParams,
      handler: asked => changePage(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/items/:item',
      params: ItemParams,
      body: ItemFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const fields = readItem(body)
        await withMeeting(rooms, request, params.id, async shown => {
          const item = await itemIn(shown, params.item)
          const { was, ...typed } = body
          refuseCrossed(was, valuesOfItem(item), typed)
          await changeItem(shown.trx, by, item.id, fields)
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => changePage(asked, { values, errors }),
    }),
  ]
}

function itemForm(shown: Shown, asked: Asked, title: string, to: string, fields: Html): Answer {
  const { meeting, body: of } = shown
  const at = meetingPath(meeting.id)
  const body = html`${heading({ title, caption: nameOfMeeting(of, meeting) })}
${formView(`${at}/${to}`, asked.csrf(), fields, 'Save the item', `${at}/agenda`)}`
  return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
}

async function itemIn({ trx, meeting }: Shown, id: string): Promise<Item> {
  const item = await itemById(trx, id)
  if (item === null || item.meetingId !== meeting.id) throw notFound()
  return item
}

function movePage(rooms: MeetingsRooms): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/items/:item/move',
    params: ItemParams,
    body: z.object({ way: z.enum(['up', 'down']) }),
    handler: async ({ request, params, body }) => {
      const by = await changingOf(rooms, request)
      await withMeeting(rooms, request, params.id, async shown => {
        const { trx, meeting, body: of } = shown
        await itemIn(shown, params.item)
        const items = await itemsOf(trx, meeting.id)
        const ids = moved(
          items.map(({ id }) => id),
          params.item,
          body.way,
        )
        for (const [at, id] of ids.entries())
          if (items.find(each => each.id === id)?.position !== at + 1)
            await changeItem(trx, by, id, { position: at + 1 })
        await numberItems(trx, by, meeting, of)
      })
      return seeOther(`${meetingPath(params.id)}/agenda`)
    },
  })
}

function removePage(rooms: MeetingsRooms): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/items/:item/remove',
    params: ItemParams,
    handler: async ({ request, params }) => {
      const by = await changingOf(rooms, request)
      await withMeeting(rooms, request, params.id, async shown => {
        const { trx, meeting, body: of } = shown
        const item = await itemIn(shown, params.item)
        if (item.publishedAt !== null)
          throw invalid([{ field: '', message: 'It has been published. Withdraw it instead.' }])
        // Its papers stay with the meeting: somebody wrote them.
        for (const paper of await papersOf(trx, meeting.id))
          if (paper.itemId === item.id) await changePaper(trx, by, paper.id, { itemId: null })
        await deleteItem(trx, item.id)
        await numberItems(trx, by, meeting, of)
      })
      return seeOther(`${meetingPath(params.id)}/agenda`)
    },
  })
}

/** Puts the resolution that the public leave before the first item for which it is needed. */
function exclusionPage(rooms: MeetingsRooms): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/items/exclusion',
    params: Params,
    handler: async ({ request, params }) => {
      const by = await changingOf(rooms, request)
      await withMeeting(rooms, request, params.id, async ({ trx, meeting, body: of }) => {
        const items = await itemsOf(trx, meeting.id)
        const papers = await papersOf(trx, meeting.id)
        const exemptOf = (item: Item): Item['exempt'] =>
          item.exempt ??
          papers.find(each => each.itemId === item.id && each.exempt !== null)?.exempt ??
          null
        const closed = items.map(item => ({ ...item, exempt: exemptOf(item) }))
        const first = closed.find(({ exempt }) => exempt !== null)
        const before =
          first === undefined
            ? items.length
            : items.indexOf(items.find(({ id }) => id === first.id) ?? first)
        const item = await addItem(trx, by, {
          meetingId: meeting.id,
          number: '',
          title: 'Leaving the public out',
          kind: 'exclusion',
        })
        const ids = items.map(({ id }) => id)
        const order = [...ids.slice(0, before), item.id, ...ids.slice(before)]
        for (const [at, id] of order.entries()) await changeItem(trx, by, id, { position: at + 1 })
        await numberItems(trx, by, meeting, of)
        const numbered = await itemsOf(trx, meeting.id)
        const resolution = resolutionToExclude(
          numbered.map(each => ({ number: each.number, exempt: exemptOf(each) })),
          of.access,
        )
        await changeItem(trx, by, item.id, { words: resolution })
      })
      return seeOther(`${meetingPath(params.id)}/agenda`)
    },
  })
}

function withdrawPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (
    asked: Asked & { readonly params: z.output<typeof ItemParams> },
    way: 'withdraw' | 'remove',
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const { meeting, body: of } = shown
      const item = await itemIn(shown, asked.params.item)
      const at = `${meetingPath(meeting.id)}/items/${item.id}`
      const title = way === 'withdraw' ? 'Withdraw an item' : 'Take an item off'
      const lead =
        way === 'withdraw'
          ? 'It stays on the published agenda, marked as withdrawn, with the reason.'
          : 'Nobody outside has seen it. Its papers stay with the meeting.'
      const fields = way === 'withdraw' ? words({ values, errors }, 'reason', 'Reason') : html``
      const body = html`${heading({ title, caption: nameOfItem(item), lead })}
${formView(`${at}/${way}`, asked.csrf(), fields, title, `${meetingPath(meeting.id)}/agenda`)}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/items/:item/remove',
      params: ItemParams,
      handler: asked => page(asked, 'remove'),
    }),
    route({
      method: 'GET',
      url: '/meetings/:id/items/:item/withdraw',
      params: ItemParams,
      handler: asked => page(asked, 'withdraw'),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/items/:item/withdraw',
      params: ItemParams,
      body: ReasonFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          const item = await itemIn(shown, params.item)
          await changeItem(shown.trx, by, item.id, { withdrawnWords: body.reason })
        })
        return seeOther(`${meetingPath(params.id)}/agenda`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, 'withdraw', values, errors),
    }),
  ]
}
