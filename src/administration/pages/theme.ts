import { createHash } from 'node:crypto'
import { z } from 'zod'
import { logoHash, removeLogo, saveBrandColour, saveLogo } from '#council'
import { record } from '#journal'
import {
  type Answer,
  type Asked,
  contrastWithWhite,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  type Upload,
  uploadRoute,
} from '#kit/http/index.ts'
import { LOGO_BYTES, logoType } from '../logo-type.ts'
import type { AdministrationRooms } from '../rooms.ts'
import { above, asking, type Asking, current } from './section.ts'
import { themeView } from './theme.view.ts'

const PATH = '/administration/theme'

const Colour = z.object({
  colour: z
    .string('Write the colour as # and six digits or letters, such as #1f4e5f.')
    .trim()
    .toLowerCase()
    .regex(/^(#[0-9a-f]{6})?$/, 'Write the colour as # and six digits or letters, such as #1f4e5f.')
    // WCAG 2.2, success criterion 1.4.3: white words stand on it.
    .refine(
      colour => colour === '' || contrastWithWhite(colour) >= 4.5,
      'This colour is too light: white words on it could not be read. Choose a darker one.',
    ),
})

/** `/administration/theme`: the colour and the logo of the council. */
export function themePages(rooms: AdministrationRooms): readonly Route[] {
  const { db } = rooms
  const page = async (
    { request, csrf }: Asked,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await asking(rooms, request)
    const hash = await db.as(council.code, logoHash)
    const body = themeView({ council, hash, values, errors, csrf: csrf() })
    return show({ title: 'Colour and logo', current, breadcrumbs: above, body })
  }
  const refused = ({ values, errors, ...asked }: Asked & Refused) => page(asked, values, errors)
  const note = (
    { council, by }: Asking,
    action: string,
    detail: Record<string, string | null>,
  ) => ({
    line: { actor: by.actor, action, subject: { kind: 'council', id: council.code }, detail },
    at: by.at,
  })

  return [
    route({ method: 'GET', url: PATH, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: PATH,
      body: Colour,
      handler: async ({ request, body }) => {
        const asked = await asking(rooms, request)
        const colour = body.colour === '' ? null : body.colour
        const { line, at } = note(asked, 'council.coloured', { colour })
        await db.as(asked.council.code, async trx => {
          await saveBrandColour(trx, colour)
          await record(trx, line, at)
        })
        return seeOther(PATH)
      },
      refused,
    }),
    uploadRoute({
      url: `${PATH}/logo`,
      fileBytes: 1_000_000,
      files: 1,
      handler: async ({ request, files }) => {
        const content = await firstOf(files)
        const type = logoType(content)
        if (typeof type !== 'string') throw invalid([{ field: 'logo', message: type.why }])
        const asked = await asking(rooms, request)
        const sha256 = createHash('sha256').update(content).digest('hex')
        const { line, at } = note(asked, 'council.logo-set', { sha256 })
        await db.as(asked.council.code, async trx => {
          await saveLogo(trx, asked.council.code, { type, content, sha256 }, at)
          await record(trx, line, at)
        })
        return seeOther(PATH)
      },
      refused,
    }),
    route({
      method: 'POST',
      url: `${PATH}/logo/remove`,
      handler: async ({ request }) => {
        const asked = await asking(rooms, request)
        const { line, at } = note(asked, 'council.logo-removed', {})
        await db.as(asked.council.code, async trx => {
          await removeLogo(trx)
          await record(trx, line, at)
        })
        return seeOther(PATH)
      },
    }),
  ]
}

async function firstOf(files: AsyncIterable<Upload>): Promise<Buffer> {
  for await (const { content } of files) {
    const parts: Buffer[] = []
    let room = LOGO_BYTES + 1
    for await (const part of content) {
      // as: a stream of bytes gives buffers. What is beyond the limit is read past.
      const kept = (part as Buffer).subarray(0, room)
      room -= kept.length
      parts.push(kept)
    }
    return Buffer.concat(parts)
  }
  return Buffer.alloc(0)
}
