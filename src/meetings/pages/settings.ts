import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Body, bodyById, constitutionOn } from '#bodies'
import { longDay } from '#calendar'
import { changingOf, DayText, formView, maybeText, placeOf, text } from '#findings'
import { record } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { button, radios } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
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
  typed,
} from '#kit/http/index.ts'
import { PREVIOUS, type StandardItem, usualAgenda } from '../agenda.ts'
import { usualHabits } from '../dates.ts'
import { type ItemKind, itemKinds } from '../meeting.ts'
import type { MeetingsRooms } from '../rooms.ts'
import {
  allRecesses,
  deleteRecess,
  habitsOf,
  insertRecess,
  noticesOf,
  putHabits,
  putNotice,
} from '../store/index.ts'
import { line, words } from './form.view.ts'
import { crumbs, CURRENT } from './shown.ts'

/** What stands on agendas, and when the council does not meet: recesses, notices, ways of a body. */
export function settingPages(rooms: MeetingsRooms): readonly Route[] {
  return [...recessPages(rooms), ...noticePages(rooms), ...habitPages(rooms)]
}

const RecessFields = z.object({
  title: text(120, 'Enter what the recess is called, such as ‘Summer recess’.'),
  fromOn: DayText('Enter the first day, such as 3 August 2027.'),
  untilOn: DayText('Enter the last day, such as 31 August 2027.'),
})

function recessPages(rooms: MeetingsRooms): readonly Route[] {
  const page = async (asked: Asked, values: FormValues = {}, errors: Refused['errors'] = []) => {
    const { council } = await placeOf(rooms, asked.request)
    const recesses = await rooms.db.as(council.code, allRecesses)
    const form = { values, errors }
    const token = asked.csrf()
    const title = 'Recesses'
    const body = html`${heading({ title, lead: 'Weeks in which the council does not meet. Whoever arranges a meeting in one of them is told.' })}
${recesses.length > 0 && html`<ul class="govuk-list">${recesses.map(each => html`<li><form method="post" action="/meetings/recesses/${each.id}/remove" novalidate class="app-row">${token}<span>${each.title}: ${longDay(each.fromOn)} to ${longDay(each.untilOn)}</span> ${button({ html: html`Remove<span class="govuk-visually-hidden"> ${each.title}</span>`, classes: 'govuk-button--secondary' })}</form></li>`)}</ul>`}
${formView('/meetings/recesses', token, html`${line(form, 'title', 'What it is called')}${line(form, 'fromOn', 'First day', 'For example, 3 August 2027', 20)}${line(form, 'untilOn', 'Last day', 'For example, 31 August 2027', 20)}`, 'Add a recess', '/meetings')}`
    return show({ title, current: CURRENT, breadcrumbs: crumbs(), body })
  }
  return [
    route({ method: 'GET', url: '/meetings/recesses', handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: '/meetings/recesses',
      body: RecessFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        if (body.untilOn < body.fromOn)
          throw invalid([{ field: 'untilOn', message: 'The last day comes before the first.' }])
        const id = randomUUID()
        await rooms.db.as(by.authority, async trx => {
          await insertRecess(trx, by.authority, { id, ...body })
          await record(
            trx,
            {
              actor: by.actor,
              action: 'recess.added',
              subject: { kind: 'recess', id },
              detail: {},
            },
            by.at,
          )
        })
        return seeOther('/meetings/recesses')
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/recesses/:recess/remove',
      params: z.object({ recess: z.uuid() }),
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          await deleteRecess(trx, params.recess)
          const subject = { kind: 'recess', id: params.recess }
          await record(
            trx,
            { actor: by.actor, action: 'recess.removed', subject, detail: {} },
            by.at,
          )
        })
        return seeOther('/meetings/recesses')
      },
    }),
  ]
}

const NoticeFields = z.object({
  title: text(120, 'Enter what it is about, such as ‘In case of fire’.'),
  words: text(4000, 'Enter what the notice says.'),
  body: z.union([z.literal(''), z.uuid()]).default(''),
  ended: z.string().default(''),
})
const BodyQuery = z.object({ body: z.union([z.literal(''), z.uuid()]).default('') })

/** House notices: of every body at `/meetings/notices`, of one at `/meetings/notices?body=<id>`. */
function noticePages(rooms: MeetingsRooms): readonly Route[] {
  const page = async (
    asked: Asked,
    bodyId: string,
    noticeId: string | null,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => {
      const of = bodyId === '' ? null : await bodyById(trx, bodyId)
      const notices = (await noticesOf(trx, of?.id ?? null)).filter(
        each => each.bodyId === (of?.id ?? null),
      )
      const own = notices.find(({ id }) => id === noticeId)
      if (noticeId !== null && own === undefined) throw notFound()
      const form = {
        values: values ?? { title: own?.title ?? '', words: own?.words ?? '' },
        errors,
      }
      const action = own === undefined ? '/meetings/notices' : `/meetings/notices/${own.id}`
      const title = of === null ? 'Notices on every agenda' : `Notices on agendas of ${of.name}`
      const fields = html`<input type="hidden" name="body" value="${of?.id ?? ''}">
${line(form, 'title', 'What it is about')}${words(form, 'words', 'What it says', undefined, 6)}
${
  own !== undefined &&
  radios({
    idPrefix: 'ended',
    name: 'ended',
    classes: 'govuk-radios--small govuk-radios--inline',
    fieldset: { legend: { text: 'On agendas from now on?' } },
    items: [
      { value: '', text: 'Yes', checked: !own.ended },
      { value: 'yes', text: 'No', checked: own.ended },
    ],
  })
}`
      const body = html`${heading({ title, lead: 'What is said on each agenda: where to go in a fire, that there is a list to sign, whom to ask.' })}
${notices.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${notices.map(each => html`<li><a class="govuk-link" href="/meetings/notices/${each.id}?body=${of?.id ?? ''}">${each.title}</a>${each.ended && ' (not on agendas any more)'}</li>`)}</ul>`}
<h2 class="govuk-heading-m">${own === undefined ? 'Add a notice' : 'Change the notice'}</h2>
${formView(action, asked.csrf(), fields, 'Save the notice', '/meetings')}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs(), body })
    })
  }
  const save = async (
    request: Asked['request'],
    id: string | null,
    fields: z.output<typeof NoticeFields>,
  ): Promise<Answer> => {
    const by = await changingOf(rooms, request)
    const bodyId = fields.body === '' ? null : fields.body
    await rooms.db.as(by.authority, async trx => {
      const all = await noticesOf(trx, bodyId)
      const known = all.find(each => each.id === id)
      if (id !== null && known === undefined) throw notFound()
      const notice = {
        id: id ?? randomUUID(),
        bodyId: known === undefined ? bodyId : known.bodyId,
        position: known?.position ?? all.length + 1,
        title: fields.title,
        words: fields.words,
        ended: fields.ended === 'yes',
      }
      await putNotice(trx, by.authority, notice)
      const subject = { kind: 'notice', id: notice.id }
      await record(trx, { actor: by.actor, action: 'notice.kept', subject, detail: {} }, by.at)
    })
    return seeOther(`/meetings/notices?body=${fields.body}`)
  }
  const Params = z.object({ notice: z.uuid() })
  return [
    route({
      method: 'GET',
      url: '/meetings/notices',
      query: BodyQuery,
      handler: asked => page(asked, asked.query.body, null),
    }),
    route({
      method: 'GET',
      url: '/meetings/notices/:notice',
      params: Params,
      query: BodyQuery,
      handler: asked => page(asked, asked.query.body, asked.params.notice),
    }),
    route({
      method: 'POST',
      url: '/meetings/notices',
      body: NoticeFields,
      handler: ({ request, body }) => save(request, null, body),
      refused: ({ values, errors, ...asked }) =>
        page(asked, typed(values, 'body'), null, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/notices/:notice',
      params: Params,
      body: NoticeFields,
      handler: ({ request, params, body }) => save(request, params.notice, body),
      refused: ({ values, errors, params, ...asked }) =>
        page(asked, typed(values, 'body'), params.notice, values, errors),
    }),
  ]
}

const days = (words: string) =>
  z.coerce.number({ error: words }).int(words).min(0, words).max(60, words)

const HabitFields = z.object({
  agendaDays: days('Enter how many days, from 0 to 60.'),
  papersDays: days('Enter how many days, from 0 to 60.'),
  standard: maybeText(8000),
})

/** `/meetings/bodies/<id>`: how a body goes about its meetings, and what stands on each agenda. */
function habitPages(rooms: MeetingsRooms): readonly Route[] {
  const Params = z.object({ body: z.uuid() })
  const page = async (
    asked: Asked & { readonly params: z.output<typeof Params> },
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => {
      const of = await bodyById(trx, asked.params.body)
      if (of === null) throw notFound()
      const kept = await habitsOf(trx, of.id)
      const usual = usualAgenda(of.kind, await constitutionOn(trx, today))
      const now = {
        agendaDays: String((kept ?? usualHabits).agendaDays),
        papersDays: String((kept ?? usualHabits).papersDays),
        standard: standardText(kept?.standard ?? usual),
      }
      const form = { values: values ?? now, errors }
      const title = `Agendas of ${of.name}`
      const notices = `/meetings/notices?body=${of.id}`
      const body = html`${heading({ title, lead: leadOf(of) })}
<p class="govuk-body"><a class="govuk-link" href="${notices}">Notices on its agendas</a></p>
${formView(
  `/meetings/bodies/${of.id}`,
  asked.csrf(),
  html`${line(form, 'agendaDays', 'Clear working days before a meeting on which the agenda is out', of.access === 'none' ? 'No law says it for this body.' : 'The law says it for this body, so this number is not used.', 5)}
${line(form, 'papersDays', 'Working days before that on which papers are due to the clerk', undefined, 5)}
${words(form, 'standard', 'What stands on each agenda', `One item a line: its kind, a colon, its title. Kinds: ${Object.keys(itemKinds).join(', ')}. ${PREVIOUS} stands for that date. Words that follow below an item, moved in by two spaces, are what the meeting is asked to do.`, 12)}`,
  'Save',
  '/meetings',
)}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs(), body })
    })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/bodies/:body',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/bodies/:body',
      params: Params,
      body: HabitFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { agendaDays, papersDays } = body
        const standard = standardIn(body.standard)
        await rooms.db.as(by.authority, async trx => {
          if ((await bodyById(trx, params.body)) === null) throw notFound()
          await putHabits(trx, by.authority, params.body, { agendaDays, papersDays, standard })
          const subject = { kind: 'body', id: params.body }
          await record(trx, { actor: by.actor, action: 'agendas.set', subject, detail: {} }, by.at)
        })
        return seeOther(`/meetings?body=${params.body}`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

const leadOf = ({ access }: Body): string =>
  access === 'none'
    ? 'When its agendas go out, and what stands on each of them.'
    : 'What stands on each of its agendas. When they go out the law says.'

/** The standard items as they are typed: a line each. */
export function standardText(items: readonly StandardItem[]): string {
  return items
    .flatMap(({ kind, title, words }) => [
      `${kind}: ${title}`,
      ...(words === '' ? [] : words.split('\n').map(said => `  ${said}`)),
    ])
    .join('\n')
}

/** @throws invalid where a line names no kind that there is */
export function standardIn(typedText: string): readonly StandardItem[] {
  const items: StandardItem[] = []
  for (const raw of typedText.replaceAll('\r\n', '\n').split('\n')) {
    if (raw.trim() === '') continue
    const last = items.at(-1)
    if (/^\s{2}/.test(raw) && last !== undefined) {
      const words = [last.words, raw.trim()].filter(each => each !== '').join('\n')
      items[items.length - 1] = { ...last, words }
      continue
    }
    const [, kind = '', title = ''] = /^([^:]+):\s*(.+)$/.exec(raw.trim()) ?? []
    const known = Object.keys(itemKinds).find(key => key === kind.trim().toLowerCase())
    if (known === undefined || title === '')
      throw invalid([
        {
          field: 'standard',
          message: `“${raw.trim()}” does not begin with a kind and a colon, such as ‘report: Budget’.`,
        },
      ])
    // as: it is one of the keys.
    items.push({ kind: known as ItemKind, title, words: '' })
  }
  return items
}
