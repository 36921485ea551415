import { details, insetText, radios } from '#kit/html/components/index.ts'
import { choiceField, type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import type { Crossing } from '../editing.ts'
import { exemptParagraphKeys, exemptParagraphs } from '../exemptions.ts'
import { itemKinds, modes, paperKinds } from '../meeting.ts'

export type { Fields }

export const line = (
  form: Fields,
  name: string,
  label: string,
  hint?: string,
  width?: 5 | 10 | 20,
): Html => lineField(form, name, label, { hint, width })

export const words = (form: Fields, name: string, label: string, hint?: string, rows = 4): Html =>
  wordsField(form, name, label, { rows, hint })

export const choice = (
  form: Fields,
  name: string,
  label: string,
  items: readonly (readonly [value: string, words: string])[],
  hint?: string,
): Html => choiceField(form, name, label, items, { hint })

export function whenFields(form: Fields): Html {
  return html`${line(form, 'heldOn', 'Day', 'For example, 18 September 2017', 20)}
${line(form, 'startsAt', 'Begins at', 'For example, 10:00', 5)}
${line(form, 'endsAt', 'Planned to end at', 'Leave it empty if nobody knows', 5)}
${radios({
  idPrefix: 'mode',
  name: 'mode',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How people meet' } },
  items: Object.entries(modes).map(([value, text]) => ({
    value,
    text,
    checked: typed(form.values, 'mode') === value,
  })),
  errorMessage: errorOf(form.errors, 'mode'),
})}
${line(form, 'venue', 'Room and building')}
${line(form, 'mapLink', 'Link to a map', 'Begins with https://')}
${line(form, 'joiningLink', 'Link to join online', 'Begins with https://. Everybody who may see the meeting sees it.')}`
}

export function itemFields(form: Fields, isLate: boolean): Html {
  return html`${line(form, 'title', 'What the item is called')}
${choice(form, 'kind', 'Kind', Object.entries(itemKinds), 'A verbal update has no paper, and the agenda says so.')}
${line(form, 'presenter', 'Who presents it', 'Name and post')}
${line(form, 'author', 'Who wrote the report')}
${words(form, 'words', 'What the meeting is asked to do', 'For example, ‘To note the report and to ask for an update in March’')}
${
  isLate &&
  html`${words(form, 'lateReason', 'Why it cannot wait for the next meeting', 'The minutes say it: section 100B(4)(b) of the Local Government Act 1972', 3)}
${line(form, 'lateBy', 'The chair who agreed', 'Name')}`
}
${exemptFields(form, 'this item')}
${educationField(form)}`
}

function educationField({ values }: Fields): Html {
  return radios({
    idPrefix: 'education',
    name: 'education',
    classes: 'govuk-radios--small govuk-radios--inline',
    fieldset: { legend: { text: 'Is it a matter of education?' } },
    hint: { text: 'Statutory co-opted members vote on matters of education alone.' },
    items: [
      { value: '', text: 'No', checked: typed(values, 'education') === '' },
      { value: 'yes', text: 'Yes', checked: typed(values, 'education') === 'yes' },
    ],
  })
}

export function exemptFields(form: Fields, what: string): Html {
  const { values, errors } = form
  const chosen = typed(values, 'exempt') || 'no'
  return details({
    summaryText: `Keep ${what} from the public`,
    open: chosen !== 'no' || ['paragraph', 'publicInterest'].some(field => errorOf(errors, field)),
    html: html`${radios({
      idPrefix: 'exempt',
      name: 'exempt',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'May the public read it?' } },
      items: [
        { value: 'no', text: 'Yes', checked: chosen === 'no' },
        {
          value: 'paragraph',
          text: 'No: it is exempt under Schedule 12A to the Local Government Act 1972',
          checked: chosen === 'paragraph',
        },
        {
          value: 'confidential',
          text: 'No: it is confidential',
          hint: { text: 'A government department, a law or a court forbids to disclose it.' },
          checked: chosen === 'confidential',
        },
      ],
    })}
${choice(form, 'paragraph', 'Paragraph', [['', 'Choose one'], ...exemptParagraphKeys.map(key => [String(key), `${key}. ${short(exemptParagraphs[key])}`] as const)])}
${words(form, 'publicInterest', 'Why the public interest in keeping it back is greater', 'Weigh what speaks for telling it and what for keeping it back (Schedule 12A, paragraph 10).', 4)}
${line(form, 'exemptWords', 'What may be said of it', 'The public reads this: for example, ‘Terms of a contract’')}`,
  })
}

const short = (text: string): string => (text.length > 110 ? `${text.slice(0, 107)}…` : text)

export function paperFields(
  form: Fields,
  items: readonly { readonly id: string; readonly number: string; readonly title: string }[],
): Html {
  return html`${line(form, 'title', 'What the paper is called')}
${choice(form, 'kind', 'Kind', Object.entries(paperKinds))}
${choice(form, 'itemId', 'Item of the agenda', [['', 'The meeting as a whole'], ...items.map(item => [item.id, `${item.number}. ${item.title}`] as const)])}
${line(form, 'author', 'Who wrote it', 'Name and post')}
${exemptFields(form, 'this paper')}`
}

/** The fields as they were when the form was opened, for whoever saves second. */
export const wasField = (was: Readonly<Record<string, string>>): Html =>
  html`<input type="hidden" name="was" value="${JSON.stringify(was)}">`

/** What somebody else changed while the form was open. */
export function crossingsView(
  crossings: readonly Crossing[],
  labels: Readonly<Record<string, string>>,
): Html | false {
  if (crossings.length === 0) return false
  return html`<div id="was" tabindex="-1">${insetText({
    html: html`<p class="govuk-body govuk-!-font-weight-bold">Somebody else saved changes while you were writing. Nothing of yours is lost.</p>
<ul class="govuk-list govuk-list--bullet">${crossings.map(({ field, was, now, both }) => html`<li>${labels[field] ?? field}: it said ${quoted(was)} and now says ${quoted(now)}. ${both ? 'Below is what you wrote; saving puts it in the place of theirs.' : 'You left it alone, so theirs is below.'}</li>`)}</ul>
<p class="govuk-body">Look below and save again.</p>`,
  })}</div>`
}

const quoted = (text: string): string =>
  text.trim() === '' ? 'nothing' : `“${text.length > 300 ? `${text.slice(0, 297)}…` : text}”`
