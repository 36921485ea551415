import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { checkboxes, input, textarea } from '#kit/html/components/index.ts'
import { type Html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  show,
  typed,
} from '#kit/http/index.ts'
import { type Board } from '../board.ts'
import { currentBoard } from '../store/index.ts'
import { type InspectionsRooms, placeOf } from './rooms.ts'

const crumbs = [{ text: 'Improvement board', href: '/board' }]
export const page = (title: string, body: Html, wide = false): Answer =>
  show({ title, current: '/inspections', breadcrumbs: crumbs, body, wide })

export async function boardOf(rooms: InspectionsRooms, request: Asked['request']): Promise<Board> {
  const place = await placeOf(rooms, request)
  const board = await rooms.db.as(place.council.code, currentBoard)
  if (board === null) throw notFound()
  return board
}

export const area = (
  values: FormValues,
  errors: Refused['errors'],
  name: string,
  label: string,
  hint?: string,
): Html =>
  textarea({
    id: name,
    name,
    rows: 3,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })
export const line = (
  values: FormValues,
  errors: Refused['errors'],
  name: string,
  label: string,
  hint?: string,
): Html =>
  input({
    id: name,
    name,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    value: typed(values, name),
    errorMessage: errorOf(errors, name),
  })

export function mayBeName(errors: Refused['errors']): Html | false {
  if (!errors.some(error => error.message.includes('nobody is named'))) return false
  return checkboxes({
    idPrefix: 'names',
    name: 'names',
    items: [{ value: 'none', text: 'I have looked: no child and no family is named' }],
  })
}

/** The words stay in this room: the journal says only that something was written. */
export async function journal(
  trx: Trx,
  { actor, at }: { readonly actor: string; readonly at: Date },
  action: string,
  id: string,
): Promise<void> {
  await record(trx, { actor, action, subject: { kind: 'improvement-board', id } }, at)
}
