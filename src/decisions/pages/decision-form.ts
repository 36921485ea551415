import { z } from 'zod'
import { allBodies, type Body } from '#bodies'
import { isoDay, longDay } from '#calendar'
import { changingOf, DayText, formView, maybeText, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { checkboxes, radios, select } from '#kit/html/components/index.ts'
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
import { aboutMeeting, itemById } from '#meetings'
import { changeDecision, draftDecision } from '../change.ts'
import {
  type Decision,
  makerKinds,
  type MakerKind,
  nameOf,
  officerGrounds,
  type OfficerGround,
  outcomes,
  type Outcome,
} from '../decision.ts'
import { type Notice, noticeKinds } from '../notice.ts'
import type { DecisionsRooms } from '../rooms.ts'
import { allNotices, decisionById } from '../store/index.ts'
import { decisionCrumbs, decisionPath } from './paths.ts'

// as: the keys of a record of words are what its type says, and there is always one.
const keys = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.keys(words) as [Key, ...Key[]]

/** One part a line, as the textarea gives them; a number or letter before a part is left out. */
const Parts = z
  .string()
  .max(20_000, 'Use 20,000 characters or fewer.')
  .default('')
  .transform(typedText =>
    typedText
      .split(/\n+/)
      .map(each => each.replace(/^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-•])\s+/i, '').trim())
      .filter(each => each !== ''),
  )

const Written = z.object({
  title: text(300, 'Enter what the decision is about.'),
  makerKind: z.enum(keys<MakerKind>(makerKinds), { error: 'Choose who decided.' }),
  maker: text(300, 'Enter who decided, with the title that they had that day.'),
  bodyId: z.union([z.literal(''), z.uuid()]).default(''),
  meetingId: z.union([z.literal(''), z.uuid()]).default(''),
  itemId: z.union([z.literal(''), z.uuid()]).default(''),
  takenOn: DayText('Enter the day it was taken, such as 18 September 2017.'),
  outcome: z.enum(keys<Outcome>(outcomes), { error: 'Choose the outcome.' }),
  recommended: Parts,
  resolved: Parts,
  reasons: maybeText(10_000),
  alternatives: maybeText(10_000),
  interests: maybeText(4000),
  documents: maybeText(4000),
  executive: z.string().default(''),
  isKey: z.string().default(''),
  keyWords: maybeText(2000),
  noticeId: z.union([z.literal(''), z.uuid()]).default(''),
  urgentWords: maybeText(2000),
  officerGround: z.union([z.literal(''), z.enum(keys<OfficerGround>(officerGrounds))]).default(''),
  exemptWords: maybeText(2000),
  version: z.coerce.number().int().min(1).catch(1),
})
type WrittenDown = z.output<typeof Written>

/** `/decisions/new` and `/decisions/<id>/change`. */
export function decisionForms(rooms: DecisionsRooms): readonly Route[] {
  const Params = z.object({ id: z.uuid() })
  type Changing = Asked & { readonly params: z.output<typeof Params> }
  const readChoices = async (asked: Pick<Asked, 'request'>) => {
    const { council } = await placeOf(rooms, asked.request)
    return rooms.db.as(council.code, async trx => ({
      bodies: await allBodies(trx),
      notices: (await allNotices(trx)).filter(each => each.publishedAt !== null),
    }))
  }
  const newForm = async (asked: Asked, values: FormValues, errors: Refused['errors'] = []) => {
    const fields = decisionFields({ values, errors }, await readChoices(asked))
    return page('Write down a decision', '/decisions/new', '/decisions', asked, fields)
  }
  const changeForm = async (
    asked: Changing,
    typedValues: FormValues | null,
    errors: Refused['errors'] = [],
  ) => {
    const { council } = await placeOf(rooms, asked.request)
    const decision = await rooms.db.as(council.code, trx => decisionById(trx, asked.params.id))
    if (decision === null) throw notFound()
    const values = typedValues ?? valuesOf(decision)
    const at = decisionPath(decision.id)
    const fields = html`<input type="hidden" name="version" value="${typed(values, 'version')}">${decisionFields({ values, errors }, await readChoices(asked))}`
    return page(`Change ${nameOf(decision).toLowerCase()}`, `${at}/change`, at, asked, fields)
  }
  return [
    route({
      method: 'GET',
      url: '/decisions/new',
      query: z.object({ item: z.string().max(40).default('') }),
      handler: async asked => {
        const { council } = await placeOf(rooms, asked.request)
        const from = await rooms.db.as(council.code, async trx => {
          const item = await itemById(trx, asked.query.item)
          return item === null ? null : { item, about: await aboutMeeting(trx, item.meetingId) }
        })
        if (from === null) return newForm(asked, { makerKind: 'body' })
        const { item, about } = from
        return newForm(asked, {
          title: item.title,
          makerKind: 'body',
          maker: about.body.name,
          bodyId: about.body.id,
          meetingId: about.meeting.id,
          itemId: item.id,
          takenOn: longDay(about.meeting.heldOn),
          recommended: item.words,
          resolved: item.words,
          executive: about.body.access === 'executive' ? 'yes' : '',
        })
      },
    }),
    route({
      method: 'POST',
      url: '/decisions/new',
      body: Written,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const decision = await rooms.db.as(by.authority, trx =>
          draftDecision(trx, by, decided(body)),
        )
        return seeOther(decisionPath(decision.id))
      },
      refused: ({ values, errors, ...asked }) => newForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/decisions/:id/change',
      params: Params,
      handler: asked => changeForm(asked, null),
    }),
    route({
      method: 'POST',
      url: '/decisions/:id/change',
      params: Params,
      body: Written,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx =>
          changeDecision(trx, by, params.id, decided(body), body.version),
        )
        return seeOther(decisionPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
    }),
  ]
}

function decided({ version: _version, ...written }: WrittenDown) {
  const orNull = (id: string): string | null => (id === '' ? null : id)
  return {
    ...written,
    bodyId: orNull(written.bodyId),
    meetingId: orNull(written.meetingId),
    itemId: orNull(written.itemId),
    noticeId: orNull(written.noticeId),
    executive: written.executive === 'yes',
    isKey: written.isKey === 'yes',
    officerGround: written.officerGround === '' ? null : written.officerGround,
  }
}

function valuesOf(decision: Decision): FormValues {
  return {
    title: decision.title,
    makerKind: decision.makerKind,
    maker: decision.maker,
    bodyId: decision.bodyId ?? '',
    meetingId: decision.meetingId ?? '',
    itemId: decision.itemId ?? '',
    takenOn: isoDay(decision.takenOn),
    outcome: decision.outcome,
    recommended: decision.recommended.join('\n'),
    resolved: decision.resolved.join('\n'),
    reasons: decision.reasons,
    alternatives: decision.alternatives,
    interests: decision.interests,
    documents: decision.documents,
    executive: decision.executive ? 'yes' : '',
    isKey: decision.isKey ? 'yes' : '',
    keyWords: decision.keyWords,
    noticeId: decision.noticeId ?? '',
    urgentWords: decision.urgentWords,
    officerGround: decision.officerGround ?? '',
    exemptWords: decision.exemptWords,
    version: String(decision.version),
  }
}

function page(title: string, action: string, back: string, asked: Asked, fields: Html): Answer {
  const body = html`${heading({ title })}${formView(action, asked.csrf(), fields, 'Save', back)}`
  return show({ title, breadcrumbs: decisionCrumbs, body })
}

function decisionFields(
  fields: Fields,
  { bodies, notices }: { readonly bodies: readonly Body[]; readonly notices: readonly Notice[] },
): Html {
  const { values, errors } = fields
  const chosen = (name: string, value: string) => typed(values, name) === value
  const hidden = (name: string) =>
    html`<input type="hidden" name="${name}" value="${typed(values, name)}">`
  const tick = (name: string, words: string, hint?: string) =>
    checkboxes({
      idPrefix: name,
      name,
      items: [
        {
          value: 'yes',
          text: words,
          checked: chosen(name, 'yes'),
          ...(hint && { hint: { text: hint } }),
        },
      ],
    })
  return html`${hidden('meetingId')}${hidden('itemId')}
${lineField(fields, 'title', 'What it is about')}
${radios({ idPrefix: 'makerKind', name: 'makerKind', classes: 'govuk-radios--small', fieldset: { legend: { text: 'Who decided?' } }, items: keys<MakerKind>(makerKinds).map(value => ({ value, text: makerKinds[value], checked: chosen('makerKind', value) })), errorMessage: errorOf(errors, 'makerKind') })}
${select({ id: 'bodyId', name: 'bodyId', label: { text: 'Body, where one decided' }, items: [{ value: '', text: 'None' }, ...bodies.map(each => ({ value: each.id, text: each.name, selected: chosen('bodyId', each.id) }))] })}
${lineField(fields, 'maker', 'Name or title of whoever decided', { hint: 'As it was on that day, for example ‘Cabinet Member: Children and Young People’' })}
${lineField(fields, 'takenOn', 'Day it was taken', { hint: 'For example, 18 September 2017', width: 20 })}
${select({ id: 'outcome', name: 'outcome', label: { text: 'Outcome' }, items: [{ value: '', text: 'Choose one' }, ...keys<Outcome>(outcomes).map(value => ({ value, text: outcomes[value], selected: chosen('outcome', value) }))], errorMessage: errorOf(errors, 'outcome') })}
${wordsField(fields, 'recommended', 'What was recommended', { hint: 'One part a line', rows: 5 })}
${wordsField(fields, 'resolved', 'What was resolved', { hint: 'One part a line. What differs is shown.', rows: 5 })}
${wordsField(fields, 'reasons', 'Reasons', { rows: 4 })}
${wordsField(fields, 'alternatives', 'Alternatives considered and rejected', { hint: 'Or that there were none, and why', rows: 3 })}
${wordsField(fields, 'interests', 'Interests declared and dispensations', { hint: 'Or ‘None’', rows: 2 })}
${wordsField(fields, 'documents', 'Documents considered', { rows: 2 })}
${tick('executive', 'It is a decision of the executive')}
${tick('isKey', 'It is a key decision', 'Significant spending or savings, or a significant effect on two or more divisions')}
${wordsField(fields, 'keyWords', 'Why it is a key decision', { rows: 2 })}
${select({ id: 'noticeId', name: 'noticeId', label: { text: 'Its notice' }, items: [{ value: '', text: 'None' }, ...notices.map(each => ({ value: each.id, text: `${noticeKinds[each.kind]}: ${each.matter}, ${longDay(each.fromOn)}`, selected: chosen('noticeId', each.id) }))] })}
${wordsField(fields, 'urgentWords', 'If it takes effect at once: why, and who agreed', { rows: 2 })}
${select({ id: 'officerGround', name: 'officerGround', label: { text: 'If an officer decided: why it has to be recorded' }, items: [{ value: '', text: 'Not by an officer' }, ...keys<OfficerGround>(officerGrounds).map(value => ({ value, text: officerGrounds[value], selected: chosen('officerGround', value) }))] })}
${wordsField(fields, 'exemptWords', 'If the public may not read it: the paragraph and the public-interest test', { rows: 2 })}`
}
