import { input, radios, select } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import { type Role, roleWords } from '#people'
import type { Tool } from '#practice'
import { type ExemptionKind, exemptionKinds } from '../obligation.ts'

/** Somebody who may audit. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly teams: readonly string[]
}

interface WithPeople extends Fields {
  readonly people: readonly Person[]
  readonly tools: readonly Tool[]
}

const choice = (
  fields: Fields,
  id: string,
  label: string,
  items: readonly { readonly value: string; readonly text: string }[],
  hint?: string,
): Html =>
  select({
    id,
    name: id,
    label: { text: label },
    ...(hint !== undefined && { hint: { text: hint } }),
    items: items.map(each => ({ ...each, selected: typed(fields.values, id) === each.value })),
    errorMessage: errorOf(fields.errors, id),
  })

const chooseOne = { value: '', text: 'Choose one' }

export function obligationFields(fields: WithPeople): Html {
  const { people, tools, values, errors } = fields
  const held = new Set(people.flatMap(each => each.roles.filter(role => role !== 'public')))
  const teams = [...new Set(people.flatMap(each => each.teams))].toSorted()
  return html`${choice(fields, 'who', 'Who is asked?', [
    chooseOne,
    ...[...held].map(role => ({ value: `role:${role}`, text: `Everybody: ${roleWords[role]}` })),
    ...people.map(({ id, name }) => ({ value: id, text: name })),
  ])}
${choice(fields, 'team', 'Of which team?', [{ value: '', text: 'All teams' }, ...teams.map(team => ({ value: team, text: team }))], 'Only where everybody with a role is asked')}
${choice(fields, 'toolKey', 'With which tool?', [chooseOne, ...tools.map(({ key, title }) => ({ value: key, text: title }))])}
${input({
  id: 'monthly',
  name: 'monthly',
  label: { text: 'How many each month?' },
  classes: 'govuk-input--width-3',
  inputmode: 'numeric',
  value: typed(values, 'monthly'),
  errorMessage: errorOf(errors, 'monthly'),
})}
${lineField(fields, 'fromOn', 'First day', { hint: 'For example, 1 October 2026', width: 20 })}
${lineField(fields, 'untilOn', 'Last day', { hint: 'Leave it empty if it goes on.', width: 20 })}`
}

export const endFields = (fields: Fields): Html =>
  lineField(fields, 'lastOn', 'Last day', { hint: 'For example, 31 March 2027', width: 20 })

export function exemptionFields(fields: WithPeople): Html {
  const { people, tools, values, errors } = fields
  const persons = people.map(({ id, name }) => ({ value: id, text: name }))
  // as: the keys of a record are its own.
  const kinds = Object.keys(exemptionKinds) as ExemptionKind[]
  return html`${choice(fields, 'personId', 'Who is let off?', [chooseOne, ...persons])}
${choice(fields, 'toolKey', 'From which tool?', [{ value: '', text: 'Every tool' }, ...tools.map(({ key, title }) => ({ value: key, text: title }))])}
${radios({
  idPrefix: 'kind',
  name: 'kind',
  fieldset: { legend: { text: 'What kind of reason is it?' } },
  items: kinds.map(key => ({
    value: key,
    text: exemptionKinds[key],
    checked: typed(values, 'kind') === key,
  })),
  errorMessage: errorOf(errors, 'kind'),
})}
${wordsField(fields, 'reason', 'The reason', { rows: 3, hint: 'Others read it. Nothing about anybody’s health.' })}
${lineField(fields, 'fromOn', 'First day', { hint: 'For example, 1 October 2026', width: 20 })}
${lineField(fields, 'untilOn', 'Last day', { hint: 'For example, 30 November 2026', width: 20 })}
${choice(fields, 'approvedById', 'Who approves it?', [chooseOne, ...persons], 'Somebody other than the person')}`
}

export function withdrawalFields(fields: Fields): Html {
  return html`${lineField(fields, 'on', 'From which day do they hold no longer?', { hint: 'For example, 1 October 2026', width: 20 })}
${lineField(fields, 'decidedBy', 'Who decided it?', { hint: 'For example, ‘The director’' })}
${wordsField(fields, 'reason', 'The reason', { rows: 3 })}`
}
