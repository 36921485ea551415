import { z } from 'zod'
import {
  type Answer,
  type Asked,
  download,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  show,
} from '#kit/http/index.ts'
import { allUsers } from '#people'
import type { AdministrationRooms } from '../rooms.ts'
import { heldView, reasons } from './held.view.ts'
import { above, asking, current } from './section.ts'

const PATH = '/administration/held'

const Form = z.object({
  user: z.uuid('Choose a person.'),
  reason: z
    .string('Choose a reason.')
    .refine(text => Object.hasOwn(reasons, text), 'Choose a reason.'),
})

/** `/administration/held`: everything that is held about a user, to hand over. */
export function heldPages(rooms: AdministrationRooms): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await asking(rooms, request)
    const users = await rooms.db.as(council.code, allUsers)
    const body = heldView({ users, values, errors, csrf: csrf() })
    return show({ title: 'What is held about a user', current, breadcrumbs: above, body })
  }
  return [
    route({ method: 'GET', url: PATH, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: PATH,
      body: Form,
      handler: async ({ request, body }) => {
        const { council, by } = await asking(rooms, request)
        const users = await rooms.db.as(council.code, allUsers)
        if (!users.some(user => user.id === body.user))
          throw invalid([{ field: 'user', message: 'Choose a person.' }])
        const because = reasons[body.reason] ?? ''
        const zip = await rooms.exportUser(council.code, body.user, { ...by, because })
        // Not named after the person: the file lies among others in a folder of downloads.
        return download(`held ${body.user.slice(0, 8)}.zip`, 'application/zip', zip)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}
