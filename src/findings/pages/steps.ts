import { z } from 'zod'
import { heading } from '#kit/html/blocks.ts'
import {
  input,
  insetText,
  radios,
  select,
  textarea,
  warningText,
} from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
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
import { viewerOf } from '#people'
import { takeStep } from '../change.ts'
import { after, brief, type Finding, nameOf, severityKeys, states } from '../finding.ts'
import { findingPath, mayReadFinding } from '../in-thread.ts'
import type { Likeness } from '../likeness.ts'
import { allFindings } from '../store/index.ts'
import { themeKeys } from '../themes.ts'
import { maybeText, Names, refusePrivate } from './fields.ts'
import { alikeTo } from './finding.ts'
import { formView, namesField, severityField, sharedField, themeField } from './form.view.ts'
import { changingOf, type Colleague, type FindingsRooms, placeOf } from './rooms.ts'
import { findingFor } from './shown.ts'

const stepKeys = ['triage', 'verify', 'close', 'decline', 'merge', 'reopen'] as const
type FormStep = (typeof stepKeys)[number]

const titles: Readonly<Record<FormStep, { readonly title: string; readonly submit: string }>> = {
  triage: { title: 'Triage', submit: 'Save' },
  verify: { title: 'Verify that it changed', submit: 'I have seen that it changed' },
  close: { title: 'Close', submit: 'Close it' },
  decline: { title: 'Decline', submit: 'Decline it' },
  merge: { title: 'Merge into another finding', submit: 'Merge' },
  reopen: { title: 'Open again', submit: 'Open it again' },
}

const wordsWanted: Readonly<Record<FormStep, string | null>> = {
  triage: null,
  merge: null,
  verify: 'Enter what shows that it changed, and who says so.',
  close: 'Enter why it is closed.',
  decline: 'Enter the reason for declining it.',
  reopen: 'Enter why it is opened again.',
}

const Body = z.object({
  words: maybeText(4000),
  into: maybeText(40),
  theme: z.enum(themeKeys, { error: 'Choose a theme.' }).optional(),
  severity: z.enum(severityKeys, { error: 'Choose how severe it is.' }).optional(),
  ownerId: maybeText(60),
  owner: maybeText(200),
  sharedWith: Names,
  names: z.string().default(''),
})

const Params = z.object({ id: z.uuid(), step: z.enum(stepKeys) })
type Request = Asked & { readonly params: z.output<typeof Params> }

/** `/findings/<id>/<step>`: one page for each thing that can be done with a finding. */
export function stepPages(rooms: FindingsRooms): readonly Route[] {
  const page = async (
    asked: Request,
    values: FormValues | null,
    errors: Refused['errors'] = [],
    into = '',
  ): Promise<Answer> => {
    const { id, step } = asked.params
    const finding = await findingFor(rooms, asked.request, id)
    if (after(finding.state, step) === null)
      throw conflict(
        `${nameOf(finding)} is ${states[finding.state].toLowerCase()}, so this cannot be done with it now.`,
      )
    const place = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const all = (await rooms.db.as(place.council.code, allFindings)).filter(each =>
      mayReadFinding(viewer, each),
    )
    const model: StepModel = {
      finding,
      step,
      values: values ?? { ...valuesOf(finding), into },
      errors,
      colleagues: step === 'triage' ? await rooms.colleagues(place.council.code) : [],
      alike: step === 'merge' ? alikeTo(finding, all) : [],
    }
    const { title, submit } = titles[step]
    const at = findingPath(id)
    const body = html`${heading({ title, caption: nameOf(finding) })}
<p class="govuk-body">${brief(finding.words, 300)}</p>
${formView(`${at}/${step}`, asked.csrf(), fieldsOf(model), submit, at)}`
    const breadcrumbs = [
      { text: 'Findings', href: '/findings' },
      { text: nameOf(finding), href: at },
    ]
    return show({ title: `${title}: ${nameOf(finding).toLowerCase()}`, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url: '/findings/:id/:step',
      params: Params,
      query: z.object({ into: z.string().max(40).default('') }),
      handler: asked => page(asked, null, [], asked.query.into),
    }),
    route({
      method: 'POST',
      url: '/findings/:id/:step',
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const wanted = wordsWanted[params.step]
        if (wanted !== null && body.words.length < 3)
          throw invalid([{ field: 'words', message: wanted }])
        refusePrivate({ words: body.words }, body.names === 'none')
        const colleagues = await rooms.colleagues(by.authority)
        await rooms.db.as(by.authority, async trx => {
          const into = params.step === 'merge' ? numbered(await allFindings(trx), body.into) : ''
          const fields = params.step === 'triage' ? triaged(body, colleagues) : {}
          await takeStep(trx, by, params.id, params.step, { words: body.words, into, fields })
        })
        return seeOther(findingPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
  ]
}

/** Merging names a finding by its number or is given its identifier by a choice. */
function numbered(all: readonly Finding[], into: string): string {
  const number = Number(/\d+/.exec(into)?.[0])
  return (
    all.find(each => each.id === into)?.id ?? all.find(each => each.number === number)?.id ?? ''
  )
}

function triaged(body: z.output<typeof Body>, colleagues: readonly Colleague[]) {
  const { theme, severity, ownerId, owner, sharedWith } = body
  if (theme === undefined) throw invalid([{ field: 'theme', message: 'Choose a theme.' }])
  if (severity === undefined)
    throw invalid([{ field: 'severity', message: 'Choose how severe it is.' }])
  return { theme, severity, sharedWith, ...ownerOf(ownerId, owner, colleagues) }
}

/** The owner that a form names: a colleague, or a post or organisation in words. */
export function ownerOf(ownerId: string, owner: string, colleagues: readonly Colleague[]) {
  const colleague = colleagues.find(each => each.id === ownerId)
  return colleague === undefined
    ? { ownerId: null, owner: owner.trim() || null }
    : { ownerId: colleague.id, owner: colleague.name }
}

interface StepModel {
  readonly finding: Finding
  readonly step: FormStep
  readonly values: FormValues
  readonly errors: Refused['errors']
  readonly colleagues: readonly Colleague[]
  readonly alike: readonly Likeness<Finding>[]
}

function valuesOf(finding: Finding): FormValues {
  return {
    theme: finding.theme,
    severity: finding.severity,
    ownerId: finding.ownerId ?? '',
    owner: finding.ownerId === null ? (finding.owner ?? '') : '',
    sharedWith: finding.sharedWith.join(', '),
  }
}

function fieldsOf(model: StepModel): Html {
  const { step, values, errors, finding } = model
  const words = (label: string, hint: string): Html =>
    textarea({
      id: 'words',
      name: 'words',
      rows: 4,
      label: { text: label },
      hint: { text: hint },
      value: typed(values, 'words'),
      errorMessage: errorOf(errors, 'words'),
    })
  const names = namesField(errors)
  switch (step) {
    case 'triage':
      return html`${themeField(values, errors)}${severityField(values, errors)}
${ownerFields(values, errors, model.colleagues)}${sharedField(values, errors)}
${words('Anything to note', 'Optional. It stays in the history.')}${names}`
    case 'verify':
      return html`${insetText({ text: `Whoever answers for it (${finding.owner ?? 'nobody yet'}) cannot verify it: somebody else looks and says what they saw.` })}
${words('What shows that it changed?', 'For example, what the measure, a re-audit or children and families say now.')}${names}`
    case 'close':
      return html`${finding.verifiedOn === null && warningText({ text: 'Nobody has verified that anything changed. Closed now, it is listed as a gap: closed without verification.', iconFallbackText: 'Warning' })}
${words('Why is it closed?', 'Whoever reads it later was not there.')}${names}`
    case 'decline':
      return html`${words('Why is nothing to be done?', 'For example, it is no longer so, it is not for this council, or it is outweighed by something else. The reason stays with it.')}${names}`
    case 'reopen':
      return html`${words('Why is it opened again?', 'What was verified before stays in its history.')}${names}`
    case 'merge':
      return html`${mergeFields(model)}${words('Anything to note', 'Optional')}${names}`
  }
}

export function ownerFields(
  values: FormValues,
  errors: Refused['errors'],
  colleagues: readonly Colleague[],
): Html {
  return html`${
    colleagues.length > 0 &&
    select({
      id: 'ownerId',
      name: 'ownerId',
      label: { text: 'Accountable owner' },
      hint: { text: 'One person answers for it, however many help.' },
      items: [
        { value: '', text: 'Nobody chosen' },
        ...colleagues.map(each => ({
          value: each.id,
          text: each.name,
          selected: typed(values, 'ownerId') === each.id,
        })),
      ],
      errorMessage: errorOf(errors, 'ownerId'),
    })
  }
${input({
  id: 'owner',
  name: 'owner',
  label: {
    text: colleagues.length > 0 ? 'Or a post or partner organisation' : 'Accountable owner',
  },
  hint: { text: 'For example, ‘Head of Assessment’ or ‘Integrated care board’' },
  value: typed(values, 'owner'),
  errorMessage: errorOf(errors, 'owner'),
})}`
}

function mergeFields({ alike, values, errors }: StepModel): Html {
  const chosen = typed(values, 'into')
  if (alike.length === 0 || (chosen !== '' && !alike.some(each => each.other.id === chosen)))
    return input({
      id: 'into',
      name: 'into',
      label: { text: 'Number of the finding that says the same' },
      value: chosen,
      classes: 'govuk-input--width-20',
      errorMessage: errorOf(errors, 'into'),
    })
  return radios({
    idPrefix: 'into',
    name: 'into',
    fieldset: { legend: { text: 'Which finding says the same?' } },
    hint: { text: 'The most alike first. It goes on under that finding; this one stays readable.' },
    items: alike.map(({ other, shared }) => ({
      value: other.id,
      text: `${nameOf(other)}: ${brief(other.words)}`,
      hint: { text: `Both have the words ${shared.slice(0, 5).join(', ')}.` },
      checked: chosen === other.id,
    })),
    errorMessage: errorOf(errors, 'into'),
  })
}
