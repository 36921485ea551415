import { checkboxes, details } from '#kit/html/components/index.ts'
import { lineField, choiceField, type Fields } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { typed, typedAll } from '#kit/http/form.ts'
import {
  fullName,
  type Person,
  type Post,
  seatKinds,
  seatKindWords,
  votesKinds,
  votesWords,
} from '../body.ts'
import { date } from './parts.view.ts'

/** Somebody from the list, or somebody new. */
export function personFields(form: Fields, people: readonly Person[]): Html {
  const isNew = ['newName', 'newTitle'].some(
    field => typed(form.values, field) !== '' || form.errors.some(error => error.field === field),
  )
  return html`${choiceField(
    form,
    'person',
    'Person',
    people.map(person => [person.id, fullName(person)]),
    { none: 'Nobody from the list' },
  )}
${details({
  summaryText: 'Somebody who is not in the list',
  open: isNew || typed(form.values, 'newUnnamed') !== '' || people.length === 0,
  html: html`${lineField(form, 'newTitle', 'Title', { hint: 'For example, Councillor or Dr', width: 10 })}
${lineField(form, 'newName', 'Name', { hint: 'Of somebody who is shown by their role only, enter the role: no name is kept' })}
${checkboxes({
  idPrefix: 'newUnnamed',
  name: 'newUnnamed',
  items: [
    {
      value: 'yes',
      text: 'Shown by their role only, such as a young person',
      checked: typedAll(form.values, 'newUnnamed').includes('yes'),
    },
  ],
})}`,
})}`
}

export function seatFields(form: Fields, people: readonly Person[], posts: readonly Post[]): Html {
  return html`${personFields(form, people)}
${lineField(form, 'post', 'Or the seat belongs to a post', { hint: `Whoever holds the post sits there. ${posts.length === 0 ? 'For example, Chief nurse' : `For example, ${posts[0]?.title ?? ''}`}` })}
${choiceField(
  form,
  'kind',
  'Kind of seat',
  seatKinds.map(kind => [kind, seatKindWords[kind]]),
)}
${choiceField(
  form,
  'votes',
  'Vote',
  votesKinds.map(votes => [votes, votesWords[votes]]),
  {
    none: 'As seats of its kind have',
    hint: 'Parent governor and church representatives vote on education matters only.',
  },
)}
${lineField(form, 'organisation', 'Organisation', { hint: 'Whom they speak for, where it is not the council’s members' })}
${lineField(form, 'party', 'Political group')}
${lineField(form, 'ward', 'Division')}
${date(form, 'fromOn', 'First day')}`
}
