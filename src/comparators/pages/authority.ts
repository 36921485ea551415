import { z } from 'zod'
import { isoDay } from '#calendar'
import { insertSetting, placeOf, type Rooms, settings as settingsOf } from '#council'
import { changingOf } from '#findings'
import { record } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { button } from '#kit/html/components/index.ts'
import { lineField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import type { FormValues } from '#kit/http/index.ts'
import { OWN, ownCode } from '../own.ts'
import { allPlaces } from '../store/index.ts'

const url = '/comparators/authority'
const Form = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}$/, 'Enter the code of three digits that published tables have, such as 916.'),
})

/** `/comparators/authority`: which authority of the published tables this council is. */
export function authorityPages(rooms: Rooms): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    values: FormValues | null = null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, request)
    const code = await rooms.db.as(council.code, async trx =>
      ownCode(await settingsOf(trx), council, await allPlaces(trx), today),
    )
    const shown = values ?? { code: code ?? '' }
    return show({
      title: 'Which authority is this?',
      breadcrumbs: [
        { text: 'Indicators', href: '/indicators' },
        { text: 'Other authorities', href: '/comparators' },
      ],
      current: '/indicators',
      body: html`${heading({ title: 'Which authority is this?', lead: 'Published tables name each authority by a code of three digits, in the column old_la_code. It stays the same when the council’s longer code changes.' })}
<form method="post" action="${url}" novalidate>
${csrf()}
${lineField({ values: shown, errors }, 'code', 'Code of this council', { hint: 'For example, 916', width: 5 })}
${button({ text: 'Save' })}
</form>`,
    })
  }
  return [
    route({ method: 'GET', url, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url,
      body: Form,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const { today } = by
        await rooms.db.as(by.authority, async trx => {
          await insertSetting(trx, by.authority, {
            key: OWN,
            value: body.code,
            from: today,
            because: 'As published tables name it',
            setBy: by.actor,
            setAt: by.at,
          })
          await record(
            trx,
            {
              actor: by.actor,
              action: 'council.set',
              subject: { kind: 'setting', id: OWN },
              detail: { value: body.code, from: isoDay(today) },
            },
            by.at,
          )
        })
        return seeOther('/comparators')
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}
