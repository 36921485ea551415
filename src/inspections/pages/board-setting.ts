import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isWorkingDay, longDay, whyNotWorking } from '#calendar'
import { DayText, formView, MaybeDay, maybeText, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { textarea } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  typed,
} from '#kit/http/index.ts'
import { type Board, meetingAt } from '../board.ts'
import { currentBoard, writeBoard, writeMovedMeeting } from '../store/index.ts'
import { changingOf, type InspectionsRooms, placeOf } from './rooms.ts'
import { area, boardOf, journal, line, page } from './board-parts.ts'

const BoardFields = z.object({
  name: text(120, 'Enter the name of the board.'),
  chair: text(120, 'Enter the post of whoever chairs.'),
  chairOrganisation: maybeText(120),
  firstOn: DayText('Enter the day of the first meeting, such as 18 September 2017.'),
  weeks: z.coerce
    .number({ error: 'Enter a number of weeks from 1 to 26.' })
    .int()
    .min(1, 'Enter a number of weeks from 1 to 26.')
    .max(26, 'Enter a number of weeks from 1 to 26.'),
  members: maybeText(6000),
  endedOn: MaybeDay('Enter the day of its last meeting, such as 18 September 2017.'),
})

export function settingPages(rooms: InspectionsRooms): readonly Route[] {
  const form = (asked: Asked, values: FormValues, errors: Refused['errors'] = []): Answer => {
    const fields = html`${line(values, errors, 'name', 'Name of the board')}
${line(values, errors, 'chair', 'Chair', 'A post, not a name: Independent chair')}
${line(values, errors, 'chairOrganisation', 'Whom the chair works for', 'Empty where it is nobody who sits at the table')}
${line(values, errors, 'firstOn', 'First meeting', 'Such as 18 September 2017')}
${line(values, errors, 'weeks', 'Every so many weeks', 'Until its meetings are arranged in the calendar of meetings')}
${textarea({ id: 'members', name: 'members', rows: 8, label: { text: 'Members' }, hint: { text: 'One a line: post, then a comma, then the organisation' }, value: typed(values, 'members'), errorMessage: errorOf(errors, 'members') })}
${line(values, errors, 'endedOn', 'Last meeting', 'Empty while it goes on')}`
    const body = html`${heading({ title: 'Improvement board' })}
${formView('/board/change', asked.csrf(), fields, 'Save', '/board')}`
    return page('Improvement board', body)
  }
  const current = async (request: Asked['request']): Promise<Board | null> => {
    const place = await placeOf(rooms, request)
    return rooms.db.as(place.council.code, currentBoard)
  }
  return [
    route({
      method: 'GET',
      url: '/board/change',
      handler: async asked => form(asked, boardValues(await current(asked.request))),
    }),
    route({
      method: 'POST',
      url: '/board/change',
      body: BoardFields,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const before = await current(request)
        const why = whyNotWorking(body.firstOn)
        if (why !== null)
          throw invalid([
            {
              field: 'firstOn',
              message: `${longDay(body.firstOn)} is no working day: ${why}. Choose another.`,
            },
          ])
        const members = body.members
          .split('\n')
          .map(each => each.trim())
          .filter(each => each !== '')
          .map(each => {
            const comma = each.lastIndexOf(',')
            return comma < 0
              ? { post: each, organisation: '' }
              : { post: each.slice(0, comma).trim(), organisation: each.slice(comma + 1).trim() }
          })
        const id = before !== null && before.endedOn === null ? before.id : randomUUID()
        await rooms.db.as(by.authority, async trx => {
          await writeBoard(trx, by.authority, { ...body, id, members })
          await journal(trx, by, 'board.changed', id)
        })
        return seeOther('/board')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

function boardValues(board: Board | null): FormValues {
  if (board === null || board.endedOn !== null)
    return { name: 'Improvement board', chair: 'Independent chair', weeks: '6' }
  return {
    name: board.name,
    chair: board.chair,
    chairOrganisation: board.chairOrganisation,
    firstOn: longDay(board.firstOn),
    weeks: String(board.weeks),
    members: board.members.map(({ post, organisation }) => `${post}, ${organisation}`).join('\n'),
  }
}

const MoveFields = z.object({
  heldOn: DayText('Enter the day on which it is held, such as 18 September 2017.'),
  reason: text(300, 'Say why it is moved.'),
})
const MoveParams = z.object({ nth: z.coerce.number().int().min(0).max(5000) })

export function movingPages(rooms: InspectionsRooms): readonly Route[] {
  type Moving = Asked & { readonly params: z.output<typeof MoveParams> }
  const form = async (
    { request, csrf, params }: Moving,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const board = await boardOf(rooms, request)
    const meeting = meetingAt(board, params.nth)
    const fields = html`${line(values, errors, 'heldOn', 'Held on', 'Such as 18 September 2017')}${area(values, errors, 'reason', 'Why')}`
    const body = html`${heading({ title: `Move the meeting of ${longDay(meeting.on)}`, lead: 'The meetings after it stay where they are.' })}
${formView(`/board/meetings/${params.nth}`, csrf(), fields, 'Move it', '/board')}`
    return page('Move a meeting', body)
  }
  return [
    route({
      method: 'GET',
      url: '/board/meetings/:nth',
      params: MoveParams,
      handler: asked => form(asked, {}),
    }),
    route({
      method: 'POST',
      url: '/board/meetings/:nth',
      params: MoveParams,
      body: MoveFields,
      handler: async ({ request, params, body }) => {
        const board = await boardOf(rooms, request)
        const by = await changingOf(rooms, request)
        if (!isWorkingDay(body.heldOn))
          throw invalid([
            {
              field: 'heldOn',
              message: `${longDay(body.heldOn)} is no working day: ${whyNotWorking(body.heldOn) ?? ''}. Choose another.`,
            },
          ])
        await rooms.db.as(by.authority, async trx => {
          await writeMovedMeeting(trx, by.authority, board.id, { nth: params.nth, ...body })
          await journal(trx, by, 'board.meeting-moved', board.id)
        })
        return seeOther('/board')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}
