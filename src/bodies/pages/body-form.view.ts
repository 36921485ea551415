import { checkboxes } from '#kit/html/components/index.ts'
import { lineField, choiceField, wordsField, type Fields } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { typedAll } from '#kit/http/form.ts'
import { accessWords } from '../access.ts'
import { accesses, type Body, bodyKinds, bodyKindWords, numberings } from '../body.ts'
import { date } from './parts.view.ts'

const numberingWords = {
  'each meeting': 'From 1 at each meeting',
  running: 'On from meeting to meeting',
} as const

/** @param others the bodies that it may take over from */
export function bodyFields(form: Fields, others: readonly Body[]): Html {
  return html`${lineField(form, 'name', 'Name')}
${choiceField(
  form,
  'kind',
  'Kind',
  bodyKinds.map(kind => [kind, bodyKindWords[kind]]),
  { none: 'Choose one' },
)}
${choiceField(
  form,
  'access',
  'The public',
  accesses.map(access => [access, accessWords[access].name]),
  { none: 'As bodies of its kind are' },
)}
${wordsField(form, 'about', 'Terms of reference', { rows: 4, hint: 'What it is for, in a few sentences' })}
${lineField(form, 'quorum', 'Quorum', { hint: 'How many who vote on everything must be there. Leave it empty where the constitution’s rule holds.', width: 3 })}
${choiceField(
  form,
  'numbering',
  'Paragraphs of its minutes are numbered',
  numberings.map(each => [each, numberingWords[each]]),
)}
${lineField(form, 'venue', 'Usual place')}
<h2 class="govuk-heading-m">Who to ask</h2>
<p class="govuk-body">Shown on each agenda, report and decision.</p>
${lineField(form, 'clerkPost', 'Post', { hint: 'For example, ‘Democratic services officer’' })}
${lineField(form, 'clerkName', 'Name')}
${lineField(form, 'clerkPhone', 'Telephone', { width: 20 })}
${lineField(form, 'clerkEmail', 'Email address')}
<h2 class="govuk-heading-m">From when to when</h2>
${date(form, 'startedOn', 'First day', 'Leave it empty where nobody knows')}
${date(form, 'endedOn', 'Last day', 'Leave it empty while it goes on. The seats end with it.')}
${choiceField(
  form,
  'succeeds',
  'It takes over from',
  others.map(({ id, name }) => [id, name]),
  { none: 'No other body', hint: 'What it takes over from ends the day before.' },
)}
${checkboxes({
  idPrefix: 'listed',
  name: 'listed',
  items: [
    {
      value: 'yes',
      text: 'The public page names it',
      checked: typedAll(form.values, 'listed').includes('yes'),
    },
  ],
})}`
}
