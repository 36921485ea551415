import { checkboxes, radios } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import { type Item, itemField } from '#meetings'
import { howWords, kinds, thenWords, whoseWords } from '../declaration.ts'

/** The choices of one field, of which one is taken. */
export function choiceField(
  { values, errors }: Fields,
  name: string,
  legend: string,
  choices: Readonly<Record<string, string>>,
): Html {
  return radios({
    idPrefix: name,
    name,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend } },
    items: Object.entries(choices).map(([value, text]) => ({
      value,
      text,
      checked: typed(values, name) === value,
    })),
    errorMessage: errorOf(errors, name),
  })
}

/** What somebody declares of themselves before a meeting. */
export function ownFields(fields: Fields, items: readonly Item[]): Html {
  return html`${lineField(fields, 'capacity', 'As what do you attend?', { hint: 'For example, committee member for a division, or a post' })}
${choiceField(fields, 'kind', 'What do you declare?', kinds)}
${choiceField(fields, 'whose', 'Whose interest is it?', whoseWords)}
${wordsField(fields, 'words', 'What is it?', { rows: 3, hint: 'For example, ‘a member of my family works for children’s services’' })}
${itemField(fields, items)}
${checkboxes({ idPrefix: 'sensitive', name: 'sensitive', items: [{ value: 'yes', text: 'Keep the details back: telling them could lead to violence', hint: { text: 'The monitoring officer has to agree' }, checked: typed(fields.values, 'sensitive') === 'yes' }] })}`
}

/** The same, written down by a clerk. */
export function keptFields(fields: Fields, items: readonly Item[]): Html {
  return html`${lineField(fields, 'name', 'Who declares it', { width: 20 })}
${ownFields(fields, items)}
${choiceField(fields, 'how', 'How was it declared?', { 'said at the meeting': howWords['said at the meeting'], 'signed list': howWords['signed list'], 'form before': howWords['form before'] })}
${thenFields(fields)}`
}

/** What somebody with an interest then did. */
export function thenFields(fields: Fields): Html {
  return html`${choiceField(fields, 'thenDid', 'What did they do then?', thenWords)}
${lineField(fields, 'dispensation', 'Dispensation, if there is one', { hint: 'Who gave it, and when' })}
${choiceField(fields, 'registered', 'Does it stand in the register of interests?', { yes: 'Yes', no: 'No', unknown: 'Nobody has looked' })}`
}
