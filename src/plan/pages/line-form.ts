import { z } from 'zod'
import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { input, select, textarea } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
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
import {
  brief,
  changingOf,
  type Colleague,
  findingById,
  formView,
  maybeText,
  MaybeDay,
  Names,
  namesField,
  ownerFields,
  ownerOf,
  refusePrivate,
  sharedField,
  text,
} from '#findings'
import { addLine, changeLine, type LineFields } from '../change.ts'
import { answerFinding } from '../ties.ts'
import type { Standing } from '../gather.ts'
import { linePath } from '../in-thread.ts'
import { type Line, lineKindKeys, lineKinds, mayStandBelow } from '../line.ts'
import { lineIn, linesIn, planCrumbs, planIn, planPath, type PlanRooms, seenBy } from './rooms.ts'

const Fields = z.object({
  kind: z.enum(lineKindKeys, { error: 'Choose what kind of line it is.' }),
  parentId: z.string().max(40).default(''),
  answers: z.string().max(40).default(''),
  title: text(300, 'Enter what is to be done, or what it is about.'),
  difference: maybeText(1000),
  ownerId: maybeText(60),
  owner: maybeText(200),
  organisation: maybeText(200),
  partners: Names,
  startsOn: MaybeDay('Enter the day it starts, such as 18 September 2017, or leave it empty.'),
  dueOn: MaybeDay('Enter the day it is due, such as 18 September 2017, or leave it empty.'),
  sharedWith: Names,
  names: z.string().default(''),
})

const Params = z.object({ id: z.uuid() })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/plans/<id>/lines/new`, and `/plan-lines/<id>/change`. */
export function lineFormPages(rooms: PlanRooms): readonly Route[] {
  const newForm = async (
    asked: Request,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const plan = planIn(seen, asked.params.id)
    const finding = typed(values, 'answers')
    const answered =
      finding === '' ? null : await rooms.db.as(seen.authority, trx => findingById(trx, finding))
    const fields = fieldsView({
      values,
      errors,
      colleagues: await rooms.colleagues(seen.authority),
      parents: linesIn(seen, plan.id),
      isNew: true,
    })
    const title = answered === null ? 'Add a line' : 'Add an action'
    const at = planPath(plan.id)
    const body = html`${heading({ title, caption: plan.title, ...(answered !== null && { lead: `It answers: ${brief(answered.words, 200)}` }) })}
${formView(`${at}/lines/new`, asked.csrf(), html`<input type="hidden" name="answers" value="${answered?.id ?? ''}">${fields}`, 'Add it', at)}`
    return show({ title, breadcrumbs: planCrumbs(plan), body })
  }
  const changeForm = async (
    asked: Request,
    typedValues?: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const seen = await seenBy(rooms, asked.request)
    const { line, plan } = lineIn(seen, asked.params.id)
    const fields = fieldsView({
      values: typedValues ?? valuesOf(line),
      errors,
      colleagues: await rooms.colleagues(seen.authority),
      parents: [],
      isNew: false,
    })
    const at = linePath(line.id)
    const title = `Change a line`
    const body = html`${heading({ title, caption: line.title })}
${formView(`${at}/change`, asked.csrf(), html`<input type="hidden" name="kind" value="${line.kind}">${fields}`, 'Save the change', at)}`
    return show({ title, breadcrumbs: planCrumbs(plan), body })
  }
  return [
    route({
      method: 'GET',
      url: '/plans/:id/lines/new',
      params: Params,
      query: z.object({
        parent: z.string().max(40).default(''),
        answers: z.string().max(40).default(''),
      }),
      handler: async ({ query, ...asked }) => {
        const seen = await seenBy(rooms, asked.request)
        const parent = seen.gathered.standings.get(query.parent)?.line.kind ?? null
        const kind =
          query.answers === '' ? lineKindKeys.find(each => mayStandBelow(each, parent)) : 'action'
        return newForm(asked, {
          parentId: query.parent,
          answers: query.answers,
          kind: kind ?? 'action',
        })
      },
    }),
    route({
      method: 'POST',
      url: '/plans/:id/lines/new',
      params: Params,
      body: Fields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const fields = await readLine(rooms, by.authority, body)
        const id = await rooms.db.as(by.authority, async trx => {
          const made = await addLine(trx, by, params.id, body.parentId || null, fields)
          if (body.answers !== '') await answerFinding(trx, by, made, body.answers)
          return made
        })
        return seeOther(linePath(id))
      },
      refused: ({ values, errors, ...asked }) => newForm(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: '/plan-lines/:id/change',
      params: Params,
      handler: asked => changeForm(asked),
    }),
    route({
      method: 'POST',
      url: '/plan-lines/:id/change',
      params: Params,
      body: Fields,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const { kind: _kind, ...fields } = await readLine(rooms, by.authority, body)
        await rooms.db.as(by.authority, trx => changeLine(trx, by, params.id, fields, ''))
        return seeOther(linePath(params.id))
      },
      refused: ({ values, errors, ...asked }) => changeForm(asked, values, errors),
    }),
  ]
}

/** @throws invalid for what a plan cannot do without: a difference for children, and one owner */
async function readLine(
  rooms: PlanRooms,
  authority: string,
  body: z.output<typeof Fields>,
): Promise<LineFields> {
  const issues = []
  if (body.kind !== 'milestone' && body.difference === '')
    issues.push({ field: 'difference', message: 'Enter what will be different for children.' })
  const owner = ownerOf(body.ownerId, body.owner, await rooms.colleagues(authority))
  const isWork = body.kind === 'project' || body.kind === 'action'
  if (isWork && owner.owner === null && body.organisation === '')
    issues.push({ field: 'owner', message: 'Name the one who answers for it.' })
  if (body.startsOn !== null && body.dueOn !== null && body.dueOn < body.startsOn)
    issues.push({
      field: 'dueOn',
      message: 'The day it is due must not be before the day it starts.',
    })
  if (issues.length > 0) throw invalid(issues)
  refusePrivate({ title: body.title, difference: body.difference }, body.names === 'none')
  const { kind, title, difference, partners, startsOn, dueOn, sharedWith } = body
  const organisation = body.organisation || null
  return { kind, title, difference, partners, startsOn, dueOn, sharedWith, organisation, ...owner }
}

function valuesOf(line: Line): FormValues {
  return {
    title: line.title,
    difference: line.difference,
    ownerId: line.ownerId ?? '',
    owner: line.ownerId === null ? (line.owner ?? '') : '',
    organisation: line.organisation ?? '',
    partners: line.partners.join(', '),
    startsOn: line.startsOn === null ? '' : longDay(line.startsOn),
    dueOn: line.dueOn === null ? '' : longDay(line.dueOn),
    sharedWith: line.sharedWith.join(', '),
  }
}

function fieldsView(model: {
  readonly values: FormValues
  readonly errors: Refused['errors']
  readonly colleagues: readonly Colleague[]
  readonly parents: readonly Standing[]
  readonly isNew: boolean
}): Html {
  const { values, errors, colleagues, parents, isNew } = model
  const date = (id: string, label: string): Html =>
    input({
      id,
      name: id,
      label: { text: label },
      hint: { text: 'For example, 18 September 2017' },
      value: typed(values, id),
      classes: 'govuk-input--width-20',
      errorMessage: errorOf(errors, id),
    })
  return html`${
    isNew &&
    html`${select({ id: 'kind', name: 'kind', label: { text: 'Kind of line' }, items: lineKindKeys.map(key => ({ value: key, text: lineKinds[key], selected: typed(values, 'kind') === key })), errorMessage: errorOf(errors, 'kind') })}
${select({ id: 'parentId', name: 'parentId', label: { text: 'Stands below' }, items: [{ value: '', text: 'Nothing: at the top' }, ...parents.filter(each => each.line.kind !== 'milestone').map(each => ({ value: each.line.id, text: `${each.number} ${brief(each.line.title, 70)}`, selected: typed(values, 'parentId') === each.line.id }))], errorMessage: errorOf(errors, 'parentId') })}`
  }
${input({ id: 'title', name: 'title', label: { text: 'What is to be done' }, value: typed(values, 'title'), errorMessage: errorOf(errors, 'title') })}
${textarea({ id: 'difference', name: 'difference', rows: 3, label: { text: 'What will be different for children' }, hint: { text: 'As a child or a family would notice it, not as a task.' }, value: typed(values, 'difference'), errorMessage: errorOf(errors, 'difference') })}
${ownerFields(values, errors, colleagues)}
${input({ id: 'organisation', name: 'organisation', label: { text: 'Partner organisation that is accountable' }, hint: { text: 'Leave it empty where the council is.' }, value: typed(values, 'organisation'), errorMessage: errorOf(errors, 'organisation') })}
${input({ id: 'partners', name: 'partners', label: { text: 'Supporting partners' }, hint: { text: 'With commas between them: health, police, schools' }, value: typed(values, 'partners'), errorMessage: errorOf(errors, 'partners') })}
${date('startsOn', 'Starts')}${date('dueOn', 'Due')}
${sharedField(values, errors)}${namesField(errors)}`
}
