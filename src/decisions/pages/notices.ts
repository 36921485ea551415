import { z } from 'zod'
import { allBodies, type Body } from '#bodies'
import { citeLaw, type Day, explainDeadline, inLondon, isoDay, longDay } from '#calendar'
import { changingOf, DayText, formView, lines, maybeText, MaybeDay, placeOf, text } from '#findings'
import { emptyState, heading } from '#kit/html/blocks.ts'
import {
  button,
  dataTable,
  details,
  radios,
  select,
  summaryList,
  warningText,
} from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { changeNotice, draftNotice, publishNotice } from '../change.ts'
import { noticeLaw, specialUrgencyLaw } from '../law.ts'
import {
  missingParticulars,
  type Notice,
  noticeDeadline,
  type NoticeKind,
  noticeKinds,
} from '../notice.ts'
import { draftDecisions, keepDecisions } from '../policy.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { allNotices, noticeById } from '../store/index.ts'
import { decisionCrumbs, noticePath } from './paths.ts'

const Id = z.object({ id: z.uuid() })
type Changing = Asked & { readonly params: z.output<typeof Id> }
// as: the keys of a record of words are what its type says, and there is always one.
const kindKeys = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]
const crumbs = [...decisionCrumbs, { text: 'What is coming', href: '/decisions/notices' }]

const Written = z.object({
  kind: z.enum(kindKeys, { error: 'Choose the kind of notice.' }),
  matter: text(1000, 'Enter the matter that is to be decided.'),
  bodyId: z.union([z.literal(''), z.uuid()]).default(''),
  maker: maybeText(300),
  members: maybeText(2000),
  fromOn: DayText('Enter the day, or the first day, such as 22 June 2022.'),
  toOn: MaybeDay('Enter the last day, such as 30 June 2022, or leave it empty.'),
  documents: maybeText(4000),
  address: maybeText(1000),
  otherDocuments: maybeText(1000),
  howToRequest: maybeText(1000),
  reason: maybeText(4000),
  agreedBy: maybeText(300),
  agreedOn: MaybeDay('Enter a date such as 14 June 2022, or leave it empty.'),
})

/** `/decisions/notices`: what is to be decided, and each notice. */
export function noticePages(rooms: DecisionsRooms): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/decisions/notices',
      handler: async ({ request }) => {
        const { council, today } = await placeOf(rooms, request)
        const viewer = viewerOf(request)
        const all = await rooms.db.as(council.code, allNotices)
        const notices = all.filter(
          each => each.publishedAt !== null || permits(draftDecisions, viewer),
        )
        const body = noticesView(notices, today, permits(keepDecisions, viewer))
        return show({
          title: 'What is to be decided',
          current: '/meetings',
          breadcrumbs: decisionCrumbs,
          wide: true,
          body,
        })
      },
    }),
    route({
      method: 'GET',
      url: '/decisions/notices/:id',
      params: Id,
      handler: async asked => {
        const { council } = await placeOf(rooms, asked.request)
        const viewer = viewerOf(asked.request)
        const notice = await rooms.db.as(council.code, trx => noticeById(trx, asked.params.id))
        if (notice === null || (notice.publishedAt === null && !permits(draftDecisions, viewer)))
          throw notFound()
        const body = noticeView(notice, permits(keepDecisions, viewer), asked.csrf())
        return show({ title: notice.matter, current: '/meetings', breadcrumbs: crumbs, body })
      },
    }),
  ]
}

/** Writing, changing and publishing notices. */
export function noticeKeptPages(rooms: DecisionsRooms): readonly Route[] {
  const bodiesOf = async (asked: Pick<Asked, 'request'>) => {
    const { council } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, allBodies)
  }
  const newForm = async (asked: Asked, values: FormValues, errors: Refused['errors'] = []) =>
    page(
      'Write a notice',
      '/decisions/notices/new',
      '/decisions/notices',
      asked,
      noticeFields({ values, errors }, await bodiesOf(asked)),
    )
  const changeForm = async (
    asked: Changing,
    typedValues: FormValues | null,
    errors: Refused['errors'] = [],
  ) => {
    const { council } = await placeOf(rooms, asked.request)
    const notice = await rooms.db.as(council.code, trx => noticeById(trx, asked.params.id))
    if (notice === null) throw notFound()
    const fields = noticeFields(
      { values: typedValues ?? valuesOf(notice), errors },
      await bodiesOf(asked),
    )
    const at = noticePath(notice.id)
    return page('Change the notice', `${at}/change`, at, asked, fields)
  }
  return [
    route({
      method: 'GET',
      url: '/decisions/notices/new',
      handler: asked =>
        newForm(asked, {
          kind: 'key',
          otherDocuments: 'Other documents may be submitted to the decision maker.',
        }),
    }),
    route({
      method: 'POST',
      url: '/decisions/notices/new',
      body: Written,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const notice = await rooms.db.as(by.authority, trx => draftNotice(trx, by, written(body)))
        return seeOther(noticePath(notice.id))
      },
      refused: ({ values, errors, ...asked }) => newForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/notices/:id/change',
      params: Id,
      handler: asked => changeForm(asked, null),
    }),
    route({
      method: 'POST',
      url: '/decisions/notices/:id/change',
      params: Id,
      body: Written,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => changeNotice(trx, by, params.id, written(body)))
        return seeOther(noticePath(params.id))
      },
      refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/decisions/notices/:id/publish',
      params: Id,
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => publishNotice(trx, by, params.id))
        return seeOther(noticePath(params.id))
      },
    }),
  ]
}

function written(body: z.output<typeof Written>) {
  const { bodyId, toOn, ...rest } = body
  return {
    ...rest,
    bodyId: bodyId === '' ? null : bodyId,
    toOn: toOn ?? body.fromOn,
    replaces: null,
  }
}

function valuesOf(notice: Notice): FormValues {
  return {
    kind: notice.kind,
    matter: notice.matter,
    bodyId: notice.bodyId ?? '',
    maker: notice.maker,
    members: notice.members,
    fromOn: isoDay(notice.fromOn),
    toOn: isoDay(notice.toOn),
    documents: notice.documents,
    address: notice.address,
    otherDocuments: notice.otherDocuments,
    howToRequest: notice.howToRequest,
    reason: notice.reason,
    agreedBy: notice.agreedBy,
    agreedOn: notice.agreedOn === null ? '' : isoDay(notice.agreedOn),
  }
}

function page(title: string, action: string, back: string, asked: Asked, fields: Html): Answer {
  const body = html`${heading({ title, lead: 'It can be saved before it is whole. It is published when it states all that the law asks for.' })}${formView(action, asked.csrf(), fields, 'Save', back)}`
  return show({ title, breadcrumbs: crumbs, body })
}

function noticesView(notices: readonly Notice[], today: Day, mayKeep: boolean): Html {
  const coming = notices.filter(each => each.toOn >= today)
  const past = notices.filter(each => each.toOn < today).toReversed()
  return html`${heading({ title: 'What is to be decided', lead: 'Notices of key decisions and of meetings in private, published before they are taken.' })}
${mayKeep && html`<p class="govuk-body"><a class="govuk-link" href="/decisions/notices/new">Write a notice</a></p>`}
${coming.length === 0 ? emptyState({ title: 'Nothing is announced', text: 'No notice of a coming decision is published.' }) : table('Coming', coming)}
${past.length > 0 && details({ summaryText: `${past.length} earlier notices`, html: table('Earlier', past) })}`
}

const table = (caption: string, notices: readonly Notice[]): Html =>
  dataTable({
    caption,
    columns: [
      {
        heading: 'Matter',
        cell: each => html`<a class="govuk-link" href="${noticePath(each.id)}">${each.matter}</a>`,
      },
      { heading: 'Kind', cell: each => noticeKinds[each.kind] },
      { heading: 'By', cell: each => each.maker },
      { heading: 'When', cell: each => whenWords(each) },
      {
        heading: 'Published',
        cell: each =>
          each.publishedAt === null ? 'Not yet' : longDay(inLondon(each.publishedAt).day),
      },
    ],
    rows: notices,
  })

const whenWords = ({ fromOn, toOn }: Notice): string =>
  fromOn === toOn ? longDay(fromOn) : `${longDay(fromOn)} to ${longDay(toOn)}`

function noticeView(notice: Notice, mayKeep: boolean, csrf: Html): Html {
  const due = noticeDeadline(notice.kind, notice.fromOn)
  const missing = missingParticulars(notice)
  const publishedOn = notice.publishedAt === null ? null : inLondon(notice.publishedAt).day
  const late = due !== null && publishedOn !== null && publishedOn > due.due
  const row = (key: string, words: string) => ({
    key: { text: key },
    value: {
      html: words.trim() === '' ? html`<span class="app-muted">Not stated</span>` : lines(words),
    },
  })
  return html`${heading({ title: notice.matter, caption: noticeKinds[notice.kind] })}
${late && warningText({ text: 'It was published later than the law allows.', iconFallbackText: 'Late' })}
${summaryList({
  rows: [
    row('Decided by', notice.maker),
    row('Members', notice.members),
    row('When', whenWords(notice)),
    row('Documents', notice.documents),
    row('Where to get them', notice.address),
    row('Other documents', notice.otherDocuments),
    row('How to ask for them', notice.howToRequest),
    ...(notice.kind === 'key'
      ? []
      : [row('Reason', notice.reason), row('Told or agreed', notice.agreedBy)]),
    row('Published', publishedOn === null ? 'Not yet' : longDay(publishedOn)),
  ],
})}
${due !== null && details({ summaryText: `Last day to publish it: ${longDay(due.due)}`, html: html`<ul class="govuk-list">${explainDeadline(due).map(each => html`<li>${each}</li>`)}</ul>` })}
${notice.kind === 'special urgency' && html`<p class="govuk-body app-muted">${citeLaw(specialUrgencyLaw)}.</p>`}
${
  mayKeep &&
  notice.publishedAt === null &&
  html`${missing.length > 0 && html`<h2 class="govuk-heading-m">What it does not state yet</h2><ul class="govuk-list govuk-list--bullet">${missing.map(({ letter, says }) => html`<li>(${letter}) ${says}</li>`)}</ul><p class="govuk-body app-muted">${citeLaw(noticeLaw)}.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${noticePath(notice.id)}/change">Change it</a></p>
${missing.length === 0 && html`<form method="post" action="${noticePath(notice.id)}/publish">${csrf}${button({ text: 'Publish the notice', preventDoubleClick: true })}</form>`}`
}`
}

function noticeFields(fields: Fields, bodies: readonly Body[]): Html {
  const { values, errors } = fields
  return html`${radios({ idPrefix: 'kind', name: 'kind', classes: 'govuk-radios--small', fieldset: { legend: { text: 'Kind of notice' } }, items: kindKeys.map(value => ({ value, text: noticeKinds[value], checked: typed(values, 'kind') === value })), errorMessage: errorOf(errors, 'kind') })}
${wordsField(fields, 'matter', 'The matter', { rows: 2 })}
${select({ id: 'bodyId', name: 'bodyId', label: { text: 'Body that decides' }, items: [{ value: '', text: 'A person decides' }, ...bodies.map(each => ({ value: each.id, text: each.name, selected: typed(values, 'bodyId') === each.id }))] })}
${lineField(fields, 'maker', 'Name and title of whoever decides, or name of the body')}
${wordsField(fields, 'members', 'Members of the body', { rows: 3 })}
${lineField(fields, 'fromOn', 'Day, or first day', { hint: 'For example, 22 June 2022', width: 20 })}
${lineField(fields, 'toOn', 'Last day, if it is a period', { width: 20 })}
${wordsField(fields, 'documents', 'Documents submitted', { rows: 3 })}
${lineField(fields, 'address', 'Address from which they can be had')}
${lineField(fields, 'otherDocuments', 'That other documents may be submitted')}
${lineField(fields, 'howToRequest', 'How to ask for details of those')}
${wordsField(fields, 'reason', 'Reason, for any other kind than an ordinary notice', { hint: 'Why 28 days are impracticable, why it is urgent, or why it is private', rows: 3 })}
${lineField(fields, 'agreedBy', 'Who in overview and scrutiny was told or agreed')}
${lineField(fields, 'agreedOn', 'When', { width: 20 })}`
}
