import { z } from 'zod'
import {
  addFinding,
  allFindings,
  changingOf,
  findingPath,
  findingThing,
  formView,
  noCohort,
  severityField,
  severityKeys,
  type SourceKind,
  themeField,
  themeKeys,
  mayReadFinding,
} from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { input } from '#kit/html/components/index.ts'
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
import { ensureLink } from '#thread'
import { commitmentThing } from '../change.ts'
import { type Commitment, nameOf } from '../commitment.ts'
import { commitmentPath } from '../in-thread.ts'
import type { CommitmentsRooms } from '../rooms.ts'
import { commitmentIn, commitmentsCrumb, seenBy } from './seen.ts'

const Params = z.object({ id: z.uuid() })
const Body = z.object({
  number: z.string().trim().max(20).default(''),
  theme: z.enum(themeKeys).optional().catch(undefined),
  severity: z.enum(severityKeys).optional().catch(undefined),
})

/** `/commitments/<id>/finding`: what a meeting said is a finding like any other, or belongs to one. */
export function findingPages(rooms: CommitmentsRooms): readonly Route[] {
  type Request = Asked & { readonly params: z.output<typeof Params> }
  const page = async (
    { request, csrf, params }: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const one = commitmentIn(await seenBy(rooms, request), params.id)
    const at = commitmentPath(one.id)
    const title = 'Bring it in as a finding'
    const fields = html`${input({ id: 'number', name: 'number', label: { text: 'Number of a finding that says the same' }, hint: { text: 'Leave it empty to make a new finding of its words.' }, classes: 'govuk-input--width-20', value: typed(values, 'number'), errorMessage: errorOf(errors, 'number') })}
${themeField(values, errors)}${severityField(values, errors)}`
    const body = html`${heading({ title, caption: `${nameOf(one)}: ${one.title}`, lead: 'The plan then answers it as it answers what inspectors and families found.' })}
<blockquote class="govuk-inset-text app-verbatim">${one.words}</blockquote>
${formView(`${at}/finding`, csrf(), fields, 'Bring it in', at)}`
    const breadcrumbs = [commitmentsCrumb, { text: nameOf(one), href: at }]
    return show({ title, breadcrumbs, current: '/meetings', body })
  }
  return [
    route({
      method: 'GET',
      url: '/commitments/:id/finding',
      params: Params,
      handler: asked => page(asked, { severity: 'medium' }),
    }),
    route({
      method: 'POST',
      url: '/commitments/:id/finding',
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const seen = await seenBy(rooms, request)
        const one = commitmentIn(seen, params.id)
        const by = await changingOf(rooms, request)
        const thing = commitmentThing(one.id)
        const id = await rooms.db.as(by.authority, async trx => {
          if (body.number === '')
            return (await addFinding(trx, by, newFinding(one, body), thing)).id
          const number = Number(/\d+/.exec(body.number)?.[0])
          const found = (await allFindings(trx)).find(
            each => each.number === number && mayReadFinding(seen.viewer, each),
          )
          if (found === undefined)
            throw invalid([{ field: 'number', message: 'There is no finding with that number.' }])
          await ensureLink(
            trx,
            { from: findingThing(found.id), relation: 'comes from', to: thing },
            by,
          )
          return found.id
        })
        return seeOther(findingPath(id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

function newFinding(one: Commitment, { theme, severity }: z.output<typeof Body>) {
  if (theme === undefined) throw invalid([{ field: 'theme', message: 'Choose a theme.' }])
  if (severity === undefined)
    throw invalid([{ field: 'severity', message: 'Choose how severe it is.' }])
  return {
    sourceKind: sourceOf(one),
    source: one.origin.label,
    words: one.words,
    theme,
    severity,
    foundOn: one.origin.on,
    cohort: noCohort,
    sharedWith: one.sharedWith,
  }
}

/** By its name, as nothing else says what kind of body it is where nobody entered it. */
function sourceOf({ origin }: Commitment): SourceKind {
  const name = origin.bodyName.toLowerCase()
  if (name.includes('scrutiny')) return 'scrutiny'
  return name.includes('board') ? 'board' : 'other'
}
