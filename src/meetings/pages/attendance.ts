import { z } from 'zod'
import { citeLaw } from '#calendar'
import { changingOf, formView, maybeText, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, details, radios } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
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
import { attendanceWords, quorumStatement } from '../attendance-words.ts'
import { changeMeeting, noteAttendance } from '../change.ts'
import { type Attendance, attendances, type How, isArranged } from '../meeting.ts'
import { meetingPath, nameOfMeeting } from '../names.ts'
import { type Expected, mayCandidate, type Register, registerOf } from '../register.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { attendanceOf, deleteAttendance } from '../store/index.ts'
import { MaybeClock } from './fields.ts'
import { choice, line } from './form.view.ts'
import { crumbs, CURRENT, type Shown, withMeeting } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type OfMeeting = Asked & { readonly params: z.output<typeof Params> }

/** How somebody who sits there may have been noted. */
const hows = ['present', 'virtual', 'apologies', 'absent'] as const satisfies readonly How[]
const How = z.enum(hows)

const RegisterFields = z.looseObject({
  beganAt: MaybeClock('Enter the time at which it began, such as 10:02, or leave it empty.'),
  concludedAt: MaybeClock('Enter the time at which it ended, such as 12:25, or leave it empty.'),
})
const SubstituteFields = z.object({
  substitute: z.uuid('Choose who stood in.'),
  absent: z.uuid('Choose for whom.'),
})
const GuestFields = z.object({
  name: text(200, 'Enter the name.'),
  capacity: maybeText(200),
  organisation: maybeText(200),
})

/** `/meetings/<id>/attendance`: who was there, in the capacity that they had on that day. */
export function attendancePages(rooms: MeetingsRooms): readonly Route[] {
  const page = (
    asked: OfMeeting,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async shown => {
      const { trx, meeting, body: of } = shown
      const register = await registerOf(trx, meeting, of)
      const noted = await attendanceOf(trx, meeting.id)
      const form = { values: values ?? valuesOf(register, shown), errors }
      const at = `${meetingPath(meeting.id)}/attendance`
      const token = asked.csrf()
      const statement = quorumStatement(noted, register.quorum)
      const body = html`${heading({ title: 'Who was there', caption: nameOfMeeting(of, meeting), lead: noted.length === 0 ? 'Nobody has been noted yet.' : statement.words })}
${attendanceWords(noted).lines.map(said => html`<p class="govuk-body">${said}</p>`)}
${register.vacant.length > 0 && html`<p class="govuk-body">Nobody held these posts on that day: ${register.vacant.join(', ')}.</p>`}
${formView(
  at,
  token,
  html`${register.expected.map(each => expectedField(each, form.values))}
${line(form, 'beganAt', 'Began at', 'For example, 10:02', 5)}
${line(form, 'concludedAt', 'Concluded at', 'For example, 12:25', 5)}`,
  'Save who was there',
  meetingPath(meeting.id),
)}
${substituteView(register, shown, form, token, at)}
<h2 class="govuk-heading-m">Others who were there</h2>
${othersView(register.others, token, at)}
${formView(`${at}/others`, token, html`${line(form, 'name', 'Name')}${line(form, 'capacity', 'Post')}${line(form, 'organisation', 'Organisation')}`, 'Add')}`
      const title = 'Who was there'
      return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/attendance',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/attendance',
      params: Params,
      body: RegisterFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          const { trx, meeting, body: of } = shown
          refuseBefore(shown)
          if (body.beganAt !== null && body.concludedAt !== null && body.concludedAt < body.beganAt)
            throw invalid([{ field: 'concludedAt', message: 'It ended before it began.' }])
          const register = await registerOf(trx, meeting, of)
          for (const one of register.expected) {
            const how = How.safeParse(body[`how-${one.personId}`])
            if (how.success && how.data !== one.noted?.how)
              await noteAttendance(trx, by, notedOf(one, meeting.id, how.data))
          }
          const { beganAt, concludedAt } = body
          const state = meeting.state === 'provisional' ? 'confirmed' : meeting.state
          await changeMeeting(trx, by, meeting.id, {
            beganAt,
            concludedAt,
            state: concludedAt !== null || meeting.heldOn < by.today ? 'held' : state,
          })
        })
        return seeOther(`${meetingPath(params.id)}/attendance`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    ...otherPages(rooms, page),
  ]
}

function otherPages(
  rooms: MeetingsRooms,
  page: (asked: OfMeeting, values: FormValues | null, errors: Refused['errors']) => Promise<Answer>,
): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/meetings/:id/attendance/substitutes',
      params: Params,
      body: SubstituteFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          refuseBefore(shown)
          await noteSubstitute(shown, by, body)
        })
        return seeOther(`${meetingPath(params.id)}/attendance`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/attendance/others',
      params: Params,
      body: GuestFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async shown => {
          refuseBefore(shown)
          await noteAttendance(shown.trx, by, {
            ...body,
            meetingId: shown.meeting.id,
            personId: null,
            seat: 'none',
            votes: 'none',
            how: 'in attendance',
            standsInFor: '',
          })
        })
        return seeOther(`${meetingPath(params.id)}/attendance`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/attendance/:one/remove',
      params: z.object({ id: z.uuid(), one: z.uuid() }),
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await withMeeting(rooms, request, params.id, async ({ trx, meeting }) => {
          const all = await attendanceOf(trx, meeting.id)
          const one = all.find(({ id }) => id === params.one)
          if (one === undefined) throw notFound()
          // The journal says that somebody was noted and taken off again, and never who.
          await noteAttendance(trx, by, one)
          await deleteAttendance(trx, one.id)
        })
        return seeOther(`${meetingPath(params.id)}/attendance`)
      },
    }),
  ]
}

function refuseBefore({ meeting, today }: Shown): void {
  if (!isArranged(meeting)) throw conflict(`This meeting was ${meeting.state}: nobody was there.`)
  if (meeting.heldOn > today + 7)
    throw conflict('This meeting is more than a week away. Who was there is noted on its day.')
}

function valuesOf({ expected }: Register, { meeting }: Shown): FormValues {
  const said = expected.map(({ personId, noted }) => [`how-${personId}`, noted?.how ?? ''])
  return {
    ...Object.fromEntries(said),
    beganAt: meeting.beganAt ?? '',
    concludedAt: meeting.concludedAt ?? '',
  }
}

function expectedField(one: Expected, values: FormValues): Html {
  const field = `how-${one.personId}`
  const facts = [one.capacity, one.organisation].filter(each => each !== '')
  const role = one.seat === 'member' ? '' : ` (${one.seat})`
  return radios({
    idPrefix: field,
    name: field,
    classes: 'govuk-radios--small govuk-radios--inline',
    fieldset: { legend: { text: `${one.name}${role}` } },
    ...(facts.length > 0 && { hint: { text: facts.join(', ') } }),
    items: hows.map(how => ({
      value: how,
      text: attendances[how],
      checked: typed(values, field) === how,
    })),
  })
}

function notedOf(
  one: Expected,
  meetingId: string,
  how: How,
): Omit<Attendance, 'id'> & { readonly id?: string } {
  const { personId, name, capacity, organisation, seat, votes, noted } = one
  const fields = { meetingId, personId, name, capacity, organisation, seat, votes, how }
  return { ...fields, standsInFor: '', ...(noted !== null && { id: noted.id }) }
}

function substituteView(
  register: Register,
  { body }: Shown,
  form: { readonly values: FormValues; readonly errors: Refused['errors'] },
  token: Html,
  at: string,
): Html | false {
  const absent = register.expected.filter(
    each => each.noted?.how === 'apologies' || each.noted?.how === 'absent',
  )
  const pairs = absent.flatMap(one =>
    register.candidates.map(who => ({ one, who, may: mayCandidate(register, body, one, who) })),
  )
  const [refusal] = pairs.flatMap(({ may }) => (may.may ? [] : [may]))
  const may = pairs.filter(each => each.may.may)
  if (absent.length === 0) return false
  if (may.length === 0)
    return html`<h2 class="govuk-heading-m">Substitutes</h2><p class="govuk-body">Nobody may stand in. ${refusal?.because}${refusal?.law && ` (${citeLaw(refusal.law)})`}</p>`
  const unique = new Map(may.map(({ who }) => [who.personId, who]))
  return html`<h2 class="govuk-heading-m">Substitutes</h2>
${formView(
  `${at}/substitutes`,
  token,
  html`${choice(form, 'substitute', 'Who stood in', [['', 'Choose one'], ...[...unique.values()].map(who => [who.personId, `${who.name}${who.party === '' ? '' : `, ${who.party}`}`] as const)])}
${choice(form, 'absent', 'For whom', [['', 'Choose one'], ...absent.map(one => [one.personId, one.name] as const)])}`,
  'Note the substitute',
)}
${details({ summaryText: 'Who may stand in', html: html`<p class="govuk-body">Members of the council who may stand in by the constitution for somebody who sent apologies or was absent. Others are not offered.</p>` })}`
}

async function noteSubstitute(
  shown: Shown,
  by: Parameters<typeof noteAttendance>[1],
  { substitute, absent }: z.output<typeof SubstituteFields>,
): Promise<void> {
  const { trx, meeting, body } = shown
  const register = await registerOf(trx, meeting, body)
  const one = register.expected.find(({ personId }) => personId === absent)
  const who = register.candidates.find(({ personId }) => personId === substitute)
  if (one === undefined) throw invalid([{ field: 'absent', message: 'Choose for whom.' }])
  if (who === undefined)
    throw invalid([{ field: 'substitute', message: 'Choose a member of the council.' }])
  if (one.noted === null || (one.noted.how !== 'apologies' && one.noted.how !== 'absent'))
    throw invalid([{ field: 'absent', message: `${one.name} did not send apologies.` }])
  const standing = mayCandidate(register, body, one, who)
  if (!standing.may)
    throw invalid([
      {
        field: 'substitute',
        message: `${standing.because}${standing.law === null ? '' : ` (${citeLaw(standing.law)})`}`,
      },
    ])
  const all = await attendanceOf(trx, meeting.id)
  if (all.some(({ how, standsInFor }) => how === 'substitute' && standsInFor === one.name))
    throw invalid([{ field: 'absent', message: `Somebody stands in for ${one.name} already.` }])
  await noteAttendance(trx, by, {
    meetingId: meeting.id,
    personId: who.personId,
    name: who.name,
    capacity: '',
    organisation: '',
    seat: 'member',
    votes: one.votes,
    how: 'substitute',
    standsInFor: one.name,
  })
}

function othersView(others: readonly Attendance[], token: Html, at: string): Html | false {
  if (others.length === 0) return false
  return html`<ul class="govuk-list">${others.map(one => html`<li><form method="post" action="${at}/${one.id}/remove" novalidate class="app-row">${token}<span>${[one.name, one.capacity, one.organisation].filter(each => each !== '').join(', ')}, ${attendances[one.how].toLowerCase()}${one.standsInFor !== '' && ` for ${one.standsInFor}`}</span> ${button({ html: html`Take off<span class="govuk-visually-hidden"> ${one.name}</span>`, classes: 'govuk-button--secondary' })}</form></li>`)}</ul>`
}
