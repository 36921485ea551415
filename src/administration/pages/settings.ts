import { z } from 'zod'
import { isoDay } from '#calendar'
import {
  CouncilName,
  insertSetting,
  isSettingKey,
  type Setting,
  settings as settingsOf,
} from '#council'
import { isStandardKey } from '#indicators'
import { record } from '#journal'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { allUsers, dayField, line } from '#people'
import type { AdministrationRooms } from '../rooms.ts'
import { standards } from '../standards.ts'
import { above, asking, current } from './section.ts'
import { settingsView } from './settings.view.ts'

const Form = z.object({
  key: z.string('Choose what to set.').refine(isSettingKey, 'Choose what to set.'),
  value: line('Enter the new value.'),
  from: dayField('Enter the first day on which it holds, such as 2026-11-21.'),
  because: line('Say why, and who decided it.', 3, 300),
})

/** `/administration/settings`: what the council sets for itself, and since when. */
export function settingsPages(rooms: AdministrationRooms): readonly Route[] {
  const { db } = rooms
  const page = async (
    { request, csrf }: Asked,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await asking(rooms, request)
    const [settings, users] = await db.as(council.code, async trx => [
      await settingsOf(trx),
      await allUsers(trx),
    ])
    const names = new Map(users.map(user => [user.id, user.name]))
    const model = { council, settings, names, today, values, errors, csrf: csrf() }
    return show({ title: 'Settings', current, breadcrumbs: above, body: settingsView(model) })
  }
  return [
    route({ method: 'GET', url: '/administration/settings', handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: '/administration/settings',
      body: Form,
      handler: async ({ request, body }) => {
        const { council, by } = await asking(rooms, request)
        const key = body.key
        // What zod has refined it still calls a text.
        // Which authority it is in published tables is said where those are brought.
        if (!isSettingKey(key) || key === 'published-code')
          throw invalid([{ field: 'key', message: 'Choose what to set.' }])
        const setting: Setting = {
          key,
          value: valueFor(key, body.value),
          from: body.from,
          because: body.because,
          setBy: by.actor,
          setAt: by.at,
        }
        await db.as(council.code, async trx => {
          await insertSetting(trx, council.code, setting)
          await record(
            trx,
            {
              actor: by.actor,
              action: 'council.set',
              subject: { kind: 'setting', id: key },
              detail: { value: setting.value, from: isoDay(setting.from) },
            },
            by.at,
          )
        })
        // What happened from its first day on is judged by it.
        if (isStandardKey(key)) await rooms.countAgain(council.code, by.actor)
        return seeOther('/administration/settings')
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function valueFor(key: Setting['key'], text: string): string {
  const standard = standards.find(each => each.key === key)
  if (standard === undefined) {
    const name = CouncilName.safeParse(text)
    if (name.success) return name.data
    const message = name.error.issues[0]?.message ?? 'Enter the council’s name.'
    throw invalid([{ field: 'value', message }])
  }
  const value = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
  if (value !== null && value <= standard.most) return String(value)
  const message = `Enter a whole number of ${standard.unit} from 1 to ${standard.most}.`
  throw invalid([{ field: 'value', message }])
}
