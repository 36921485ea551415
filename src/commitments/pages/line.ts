import { z } from 'zod'
import { changingOf, formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { select } from '#kit/html/components/index.ts'
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
  show,
  typed,
} from '#kit/http/index.ts'
import type { Viewer } from '#people'
import { allLines, isOpenLine, type Line, lineThing, mayReadLine } from '#plan'
import { ensureLink } from '#thread'
import { commitmentThing } from '../change.ts'
import { nameOf } from '../commitment.ts'
import { commitmentPath } from '../in-thread.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

const Params = z.object({ id: z.uuid() })

/** `/commitments/<id>/line`: says which line of a plan answers what the meeting asked for. */
export function linePages(rooms: CommitmentsRooms): readonly Route[] {
  const openLines = async (authority: string, viewer: Viewer): Promise<readonly Line[]> =>
    (await rooms.db.as(authority, allLines)).filter(
      line => isOpenLine(line) && mayReadLine(viewer, line),
    )
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Request,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, request)
    const one = commitmentIn(seen, params.id)
    const at = commitmentPath(one.id)
    const title = 'A line of the plan answers it'
    const lines = await openLines(seen.authority, seen.viewer)
    const fields = select({
      id: 'line',
      name: 'line',
      label: { text: 'Line of a plan' },
      items: [
        { value: '', text: 'Choose one' },
        ...lines.map(line => ({
          value: line.id,
          text: line.title,
          selected: typed(values, 'line') === line.id,
        })),
      ],
      errorMessage: errorOf(errors, 'line'),
    })
    const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}` })}
${formView(`${at}/line`, csrf(), fields, 'It answers this', at)}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({ title, breadcrumbs, current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/commitments/:id/line',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/commitments/:id/line',
      params: Params,
      body: z.object({ line: z.string().max(60).default('') }),
      handler: async ({ request, params, body }) => {
        const seen = await seenBy(rooms, request)
        const one = commitmentIn(seen, params.id)
        const line = (await openLines(seen.authority, seen.viewer)).find(
          each => each.id === body.line,
        )
        if (line === undefined)
          throw invalid([
            { field: 'line', message: 'Choose the line of the plan that answers it.' },
          ])
        const by = await changingOf(rooms, request)
        const link = {
          from: lineThing(line.id),
          relation: 'answers',
          to: commitmentThing(one.id),
        } as const
        await rooms.db.as(by.authority, trx => ensureLink(trx, link, by))
        return seeOther(commitmentPath(one.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}
