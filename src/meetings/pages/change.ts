import { z } from 'zod'
import { changingOf, formView } from '#findings'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { cancelMeeting, moveMeeting, postponeMeeting } from '../arrange.ts'
import { changeMeeting } from '../change.ts'
import { clashesAt } from '../clashes-at.ts'
import type { Clash } from '../clashes.ts'
import { mergeEdits, readWas } from '../editing.ts'
import { isArranged, type Meeting } from '../meeting.ts'
import { meetingPath, nameOfMeeting } from '../names.ts'
import type { MeetingsRooms } from '../rooms.ts'
import { anywayField, refuseClashes } from './arrange.ts'
import { MeetingFields, MoveFields, PostponeFields, ReasonFields } from './fields.ts'
import { crossingsView, line, wasField, whenFields, words } from './form.view.ts'
import { crumbs, CURRENT, withMeeting } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type AskedOne = Asked & { readonly params: z.output<typeof Params> }

/** `/meetings/<id>/change`, `/cancel`, `/postpone`, `/confirm`. */
export function changePages(rooms: MeetingsRooms): readonly Route[] {
  return [...fieldsPages(rooms), ...cancelPages(rooms), ...postponePages(rooms), confirming(rooms)]
}

const labels = {
  title: 'What sets it apart',
  heldOn: 'Day',
  startsAt: 'Begins at',
  endsAt: 'Planned to end at',
  mode: 'How people meet',
  venue: 'Room and building',
  mapLink: 'Link to a map',
  joiningLink: 'Link to join online',
} as const

/** The fields of a meeting as a form has them. */
export const valuesOfMeeting = (meeting: Meeting): Record<string, string> => ({
  title: meeting.title,
  heldOn: longDay(meeting.heldOn),
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt ?? '',
  mode: meeting.mode,
  venue: meeting.venue,
  mapLink: meeting.mapLink,
  joiningLink: meeting.joiningLink,
})

const Body = MeetingFields.extend({
  reason: z.string().trim().max(2000).default(''),
  anyway: z.string().default(''),
})

function fieldsPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (
    asked: AskedOne,
    again: Pick<Refused, 'values' | 'errors'> | null = null,
  ): Promise<Answer> =>
    withMeeting(rooms, asked.request, asked.params.id, async ({ trx, meeting, body: of }) => {
      const now = valuesOfMeeting(meeting)
      const was = readWas(again?.values['was'])
      const merged =
        again === null || was === null ? null : mergeEdits(was, now, onlyText(again.values))
      const values: FormValues = merged?.values ?? again?.values ?? now
      const errors = again?.errors ?? []
      const form = { values, errors }
      const fields = html`${wasField(now)}
${merged !== null && crossingsView(merged.crossings, labels)}
${line(form, 'title', labels.title, 'Leave it empty for an ordinary meeting')}
${whenFields(form)}
${words(form, 'reason', 'Why it moves', 'Needed where the day, the time or the place changes: everybody who looks for the meeting reads it.', 3)}
${anywayField(await clashesTyped(trx, meeting, values, errors))}`
      const title = 'Change the meeting'
      const body = html`${heading({ title, caption: nameOfMeeting(of, meeting) })}
${formView(`${meetingPath(meeting.id)}/change`, asked.csrf(), fields, 'Save', meetingPath(meeting.id))}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/change',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/change',
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { was, reason, anyway, ...fields } = body
        await withMeeting(rooms, request, params.id, async ({ trx, meeting }) => {
          refuseCrossed(was, valuesOfMeeting(meeting), typedOf(fields))
          const moves = (['heldOn', 'startsAt', 'venue', 'mode'] as const).some(
            field => fields[field] !== meeting[field],
          )
          if (moves && reason.length < 3)
            throw invalid([{ field: 'reason', message: 'Enter why the meeting moves.' }])
          const clashes = moves ? await clashesAt(trx, { ...meeting, ...fields }) : []
          refuseClashes(clashes, anyway === 'yes', 'heldOn')
          if (moves) await moveMeeting(trx, by, meeting.id, fields, reason)
          else await changeMeeting(trx, by, meeting.id, fields)
        })
        return seeOther(meetingPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
  ]
}

const typedOf = (
  fields: z.output<typeof MoveFields> | Omit<z.output<typeof MeetingFields>, 'was'>,
) => ({
  ...('title' in fields ? { title: fields.title } : {}),
  heldOn: longDay(fields.heldOn),
  startsAt: fields.startsAt,
  endsAt: fields.endsAt ?? '',
  mode: fields.mode,
  venue: fields.venue,
  mapLink: fields.mapLink,
  joiningLink: fields.joiningLink,
})

/**
 * Stops whoever saves second, before anything is written: the form is shown again with what the other
 * changed and with what was typed.
 * @throws invalid
 */
export function refuseCrossed(
  was: string,
  now: Readonly<Record<string, string>>,
  typedNow: Readonly<Record<string, string>>,
): void {
  const before = readWas(was)
  if (before === null) return
  if (mergeEdits(before, now, typedNow).crossings.length > 0)
    throw invalid([
      {
        field: 'was',
        message: 'Somebody else saved changes while you were writing. Look below and save again.',
      },
    ])
}

/** The fields of a form that hold one value. */
export const onlyText = (values: FormValues): Record<string, string> =>
  Object.fromEntries(Object.keys(values).map(field => [field, typed(values, field)]))

async function clashesTyped(
  trx: Parameters<typeof clashesAt>[0],
  meeting: Meeting,
  values: FormValues,
  errors: Refused['errors'],
): Promise<readonly Clash[]> {
  if (errors.length === 0) return []
  const read = MeetingFields.safeParse(values)
  return read.success ? clashesAt(trx, { ...meeting, ...read.data }) : []
}

function cancelPages(rooms: MeetingsRooms): readonly Route[] {
  const page = (asked: AskedOne, values: FormValues = {}, errors: Refused['errors'] = []) =>
    withMeeting(rooms, asked.request, asked.params.id, async ({ meeting, body: of }) => {
      refuseEnded(meeting)
      const title = 'Cancel the meeting'
      const body = html`${heading({ title, caption: nameOfMeeting(of, meeting), lead: 'It stays in the calendar as cancelled, with the reason. What was published stays published.' })}
${formView(`${meetingPath(meeting.id)}/cancel`, asked.csrf(), words({ values, errors }, 'reason', 'Reason'), 'Cancel the meeting', meetingPath(meeting.id))}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/cancel',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/cancel',
      params: Params,
      body: ReasonFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => cancelMeeting(trx, by, params.id, body.reason))
        return seeOther(meetingPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function postponePages(rooms: MeetingsRooms): readonly Route[] {
  const page = (asked: AskedOne, values: FormValues = {}, errors: Refused['errors'] = []) =>
    withMeeting(rooms, asked.request, asked.params.id, async ({ meeting, body: of }) => {
      refuseEnded(meeting)
      const title = 'Postpone the meeting'
      const form = { values, errors }
      const fields = html`${words(form, 'reason', 'Reason')}
${line(form, 'heldOn', 'New day', 'Leave it empty if it is not known yet', 20)}
${line(form, 'startsAt', 'New time', 'Leave it empty for the same time', 5)}`
      const body = html`${heading({ title, caption: nameOfMeeting(of, meeting), lead: 'The agenda and papers are taken along to the new day, where they are published again. What was published for the old day stays there.' })}
${formView(`${meetingPath(meeting.id)}/postpone`, asked.csrf(), fields, 'Postpone the meeting', meetingPath(meeting.id))}`
      return show({ title, current: CURRENT, breadcrumbs: crumbs({ body: of, meeting }), body })
    })
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/postpone',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/postpone',
      params: Params,
      body: PostponeFields,
      handler: async ({ request, params, body: { reason, heldOn, startsAt } }) => {
        const by = await changingOf(rooms, request)
        const next = await withMeeting(rooms, request, params.id, ({ trx, meeting }) =>
          postponeMeeting(
            trx,
            by,
            meeting.id,
            reason,
            heldOn === null ? null : { heldOn, startsAt: startsAt ?? meeting.startsAt },
          ),
        )
        return seeOther(meetingPath(next?.id ?? params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function refuseEnded(meeting: Meeting): void {
  if (!isArranged(meeting) || meeting.state === 'held')
    throw conflict(`This meeting is ${meeting.state}, so this cannot be done with it now.`)
}

function confirming(rooms: MeetingsRooms): Route {
  return route({
    method: 'POST',
    url: '/meetings/:id/confirm',
    params: Params,
    handler: async ({ request, params }) => {
      const by = await changingOf(rooms, request)
      await withMeeting(rooms, request, params.id, async ({ trx, meeting }) => {
        if (meeting.state !== 'provisional') throw conflict('This meeting is not provisional.')
        await changeMeeting(trx, by, meeting.id, { state: 'confirmed' })
      })
      return seeOther(meetingPath(params.id))
    },
  })
}
