import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, formView, MaybeDay, maybeText } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { input, select, textarea } from '#kit/html/components/index.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { meetingCrumbs } from '#meetings'
import { titleOf } from '../document.ts'
import { minutesPath } from '../minutes.ts'
import { agreeMinutes } from '../publish.ts'
import { type MinutesRooms, shownMinutes } from '../rooms.ts'
import { MaybeId } from './fields.ts'
import { Params } from './read.ts'

const AgreeFields = z.object({
  atMeeting: MaybeId,
  on: MaybeDay('Enter the date of the meeting, such as 18 September 2017.'),
  words: maybeText(4000),
  signedBy: maybeText(200),
})

/** `/meetings/<id>/minutes/agree`: a later meeting took them as a correct record. */
export function agreePages(rooms: MinutesRooms): readonly Route[] {
  const page = async (
    { request, csrf, params }: Asked & { readonly params: z.output<typeof Params> },
    { values = {}, errors = [] }: Partial<Pick<Refused, 'values' | 'errors'>> = {},
  ): Promise<Answer> => {
    const { whole, place } = await shownMinutes(rooms, request, params.id)
    const later = whole.later.filter(each => each.heldOn <= place.today)
    const chosen = typed(values, 'atMeeting') || (values['atMeeting'] ?? later[0]?.id ?? '')
    const chair = whole.attendance.find(each => each.seat === 'chair')?.name ?? ''
    const fields = html`${select({ id: 'atMeeting', name: 'atMeeting', label: { text: 'Agreed at the meeting of' }, items: [{ value: '', text: 'A meeting that is not kept here' }, ...later.map(each => ({ value: each.id, text: longDay(each.heldOn), selected: each.id === chosen }))], errorMessage: errorOf(errors, 'atMeeting') })}
${input({ id: 'on', name: 'on', label: { text: 'Date, where the meeting is not kept here' }, hint: { text: 'Such as 18 September 2017' }, classes: 'govuk-input--width-20', value: typed(values, 'on'), errorMessage: errorOf(errors, 'on') })}
${textarea({ id: 'words', name: 'words', label: { text: 'Amendments' }, hint: { text: 'In the words of the meeting; empty where there were none. Correct the paragraphs too: old and new words are then both shown.' }, value: typed(values, 'words'), errorMessage: errorOf(errors, 'words') })}
${input({ id: 'signedBy', name: 'signedBy', label: { text: 'Signed by' }, value: typed(values, 'signedBy') || (values['signedBy'] === undefined ? chair : ''), errorMessage: errorOf(errors, 'signedBy') })}`
    const at = minutesPath(params.id)
    const body = html`${heading({ title: 'Agreed as a correct record', caption: titleOf(whole) })}
${formView(`${at}/agree`, csrf(), fields, 'Record it', at)}`
    const title = 'Agreed as a correct record'
    return show({ title, breadcrumbs: meetingCrumbs(whole), current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/meetings/:id/minutes/agree',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/meetings/:id/minutes/agree',
      params: Params,
      body: AgreeFields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => agreeMinutes(trx, by, params.id, body))
        return seeOther(minutesPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
  ]
}
