import { z } from 'zod'
import { childPopulation, saveChildPopulation } from '#council'
import { record } from '#journal'
import {
  type Answer,
  type Asked,
  type FormValues,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { line } from '#people'
import type { AdministrationRooms } from '../rooms.ts'
import { populationView } from './population.view.ts'
import { above, asking, current } from './section.ts'

const PATH = '/administration/population'
const wholeNumber = (words: string, least: number, most: number) =>
  z
    .string(words)
    .trim()
    .transform(text => text.replaceAll(/[ ,]/g, ''))
    .refine(text => /^\d{1,8}$/.test(text) && Number(text) >= least && Number(text) <= most, words)
    .transform(Number)

const Form = z.object({
  year: wholeNumber('Enter a year from 1990 to 2100, such as 2025.', 1990, 2100),
  children: wholeNumber('Enter how many children, such as 151000.', 1, 20_000_000),
  source: line('Say where the number comes from.', 2, 200),
})

/** `/administration/population`: over how many children rates are counted. */
export function populationPages(rooms: AdministrationRooms): readonly Route[] {
  const { db } = rooms
  const page = async (
    { request, csrf }: Asked,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await asking(rooms, request)
    const known = await db.as(council.code, childPopulation)
    const body = populationView({ known, values, errors, csrf: csrf() })
    return show({ title: 'Child population', current, breadcrumbs: above, body })
  }
  return [
    route({ method: 'GET', url: PATH, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url: PATH,
      body: Form,
      handler: async ({ request, body }) => {
        const { council, by } = await asking(rooms, request)
        await db.as(council.code, async trx => {
          await saveChildPopulation(trx, council.code, [body])
          await record(
            trx,
            {
              actor: by.actor,
              action: 'council.population-set',
              subject: { kind: 'population', id: String(body.year) },
              detail: { children: body.children, source: body.source },
            },
            by.at,
          )
        })
        // Every rate is counted over it.
        await rooms.countAgain(council.code, by.actor)
        return seeOther('/administration/jobs')
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}
