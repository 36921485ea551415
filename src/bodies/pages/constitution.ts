import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay } from '#calendar'
import { dayFrom, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
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
  typed,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { noteConstitution } from '../change.ts'
import { constitutionOf, versionOn } from '../constitution.ts'
import { keepBodies } from '../policy.ts'
import { allConstitutions } from '../store/index.ts'
import { breadcrumbs, OnQuery } from './bodies.ts'
import { rulesFrom, ruleValues } from './constitution-fields.ts'
import { constitutionFields, constitutionView } from './constitution.view.ts'
import { type BodiesRooms, changingOf, dayAsked, placeOf } from './rooms.ts'

/** `/constitution`: the council's own rules as they stood on a day, or the example. */
export function constitutionPage(rooms: BodiesRooms): Route {
  return route({
    method: 'GET',
    url: '/constitution',
    query: OnQuery,
    handler: async ({ request, query }) => {
      const { council, today } = await placeOf(rooms, request)
      const asked = dayAsked(query.on, today)
      const versions = await rooms.db.as(council.code, allConstitutions)
      const body = constitutionView({
        day: asked.day,
        today,
        asked,
        constitution: constitutionOf(versions, asked.day),
        version: versionOn(versions, asked.day),
        versions,
        mayKeep: permits(keepBodies, viewerOf(request)),
      })
      return show({
        title: 'The constitution’s own rules',
        current: '/meetings',
        breadcrumbs,
        body,
      })
    },
  })
}

// The rules have fields of their own kind, read all at once: see constitution-fields.ts.
const Sent = z.record(z.string(), z.union([z.string().max(2000), z.array(z.string().max(200))]))

/** `/constitution/new`: a version that holds from a day. What stood before stays. */
export function constitutionForms(rooms: BodiesRooms): readonly Route[] {
  const form = async (
    { request, csrf }: Asked,
    values: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, request)
    const versions = await rooms.db.as(council.code, allConstitutions)
    const now = constitutionOf(versions, today)
    const filled = values ?? {
      ...ruleValues(now),
      document: now.isExample ? '' : now.document,
    }
    const title = 'Enter the rules of the constitution'
    const lead = now.isExample
      ? 'Filled in with an example. Change each rule to what the council’s own document says, and say where.'
      : 'Filled in with what holds today. The version that holds now stays for the days before.'
    const body = html`${heading({ title, lead })}
${formView('/constitution/new', csrf(), constitutionFields({ values: filled, errors }), 'Save this version', '/constitution')}`
    const crumbs = [...breadcrumbs, { text: 'The constitution’s own rules', href: '/constitution' }]
    return show({ title, current: '/meetings', breadcrumbs: crumbs, body })
  }
  return [
    route({ method: 'GET', url: '/constitution/new', handler: asked => form(asked, null) }),
    route({
      method: 'POST',
      url: '/constitution/new',
      body: Sent,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const { fromOn, readOn, constitution } = constitutionFrom(body, by.today)
        const version = { id: randomUUID(), fromOn, constitution }
        await rooms.db.as(by.authority, trx => noteConstitution(trx, by, version, readOn))
        return seeOther('/constitution')
      },
      refused: ({ values, errors, ...asked }) => form(asked, values, errors),
    }),
  ]
}

/** @throws invalid with everything that is wrong at once */
function constitutionFrom(values: FormValues, today: number) {
  const errors: { field: string; message: string }[] = []
  const document = typed(values, 'document').trim()
  if (document === '' || document.length > 300)
    errors.push({ field: 'document', message: 'Enter the name of the document.' })
  const fromOn = dayFrom(typed(values, 'fromOn'))
  if (fromOn === null)
    errors.push({
      field: 'fromOn',
      message: 'Enter the day from which it holds, such as 18 September 2017.',
    })
  const read = typed(values, 'readOn').trim()
  const readOn = read === '' ? null : dayFrom(read)
  if (read !== '' && readOn === null)
    errors.push({
      field: 'readOn',
      message: 'Enter the day you read it, such as 18 September 2017.',
    })
  if (readOn !== null && readOn > today)
    errors.push({ field: 'readOn', message: 'The day you read it must not lie in the future.' })
  const found = rulesFrom(values)
  if (found.kind === 'wrong') throw invalid([...errors, ...found.errors])
  if (errors.length > 0 || fromOn === null) throw invalid(errors)
  return {
    fromOn,
    readOn,
    constitution: {
      ...found.rules,
      document,
      readOn: readOn === null ? null : longDay(readOn),
      isExample: false,
    },
  }
}
