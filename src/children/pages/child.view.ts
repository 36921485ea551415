import { ageOn, type Day, longDay, momentInWords } from '#calendar'
import { definition, emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { ethnicities, inWords, sexes } from '../code-words.ts'
import type { Journey } from '../journey.ts'
import { partWords, type Step } from '../steps/step.ts'
import { many } from '../steps/words.ts'
import { spellsView } from './spells.view.ts'

export interface ChildModel {
  readonly journey: Journey
  readonly team: string
  /** The extracts by their identifier: the day each describes. */
  readonly extracts: ReadonlyMap<string, Day>
  /** Why it was opened, where that was asked: in words. */
  readonly openedBecause: string | null
  /** Who opened the record, newest first; null for a viewer who is not shown that. */
  readonly openings: readonly OpeningShown[] | null
}

export interface OpeningShown {
  readonly at: Date
  readonly by: string
  readonly why: string
}

export function childView(model: ChildModel): Html {
  const { journey, team, openedBecause } = model
  return html`${heading({
    title: `Child ${journey.who.id}`,
    caption: 'A child’s record',
    lead: `Everything that the extracts loaded here hold of this child. ${
      openedBecause === null
        ? 'That you opened it is recorded.'
        : `That you opened it is recorded, with your reason: ${openedBecause}.`
    }`,
  })}
${definition(whoTerms(journey, team))}
<section class="app-section"><h2 class="govuk-heading-m">In short</h2>
${spellsView(journey) ?? html`<p class="govuk-body">The record holds no time in need, on a protection plan or in care.</p>`}</section>
<section class="app-section"><h2 class="govuk-heading-m">What happened</h2>
${journey.steps.length === 0 ? emptyState({ title: 'Nothing has a date', text: 'The extracts name this child and say of no day what happened.' }) : yearsView(model)}</section>
${doubtsView(journey)}
${openingsView(model.openings)}`
}

function whoTerms({ who, asOf }: Journey, team: string) {
  const { bornOn, sex, ethnicity, disabled } = who
  const born =
    bornOn === null
      ? 'Not recorded'
      : bornOn > asOf
        ? `Expected on ${longDay(bornOn)}`
        : `${many(ageOn(bornOn, asOf), 'year')} old, born on ${longDay(bornOn)}`
  return [
    { term: 'Age', says: born },
    { term: 'Sex', says: sex === '' ? 'Not recorded' : inWords(sexes, sex) },
    {
      term: 'Ethnicity',
      says: ethnicity === '' ? 'Not recorded' : inWords(ethnicities, ethnicity),
    },
    {
      term: 'Disability',
      says: disabled === null ? 'Not recorded' : disabled ? 'Disabled' : 'No disability recorded',
    },
    { term: 'Team', says: team === '' ? 'Not recorded' : team },
  ]
}

function yearsView(model: ChildModel): Html {
  const byYear = Map.groupBy(model.journey.steps.toReversed(), step => yearIn(step.on))
  return html`${[...byYear].map(
    ([year, steps]) => html`<h3 class="govuk-heading-s app-timeline__year">${year}</h3>
<ol class="app-timeline">${steps.map(step => stepView(model, step))}</ol>`,
  )}`
}

function stepView({ extracts }: ChildModel, step: Step): Html {
  const asOf = extracts.get(step.extract)
  return html`<li class="app-timeline__item">
<p class="app-timeline__when">${dayAndMonth(step.on)}</p>
<div class="app-timeline__what">
<p class="app-timeline__title">${step.title}</p>
${step.says.length > 0 && html`<p class="app-timeline__says">${step.says.join(' ')}</p>`}
<p class="app-timeline__note">${partWords[step.part]} · ${
    asOf === undefined
      ? 'no extract covers this day'
      : html`<a class="govuk-link" href="/data/${step.extract}">extract of ${longDay(asOf)}<span class="govuk-visually-hidden">, ${step.list}</span></a>`
  }</p>
</div>
</li>`
}

function doubtsView({ doubts }: Journey): Html {
  if (doubts.length === 0) return html``
  return html`<section class="app-section"><h2 class="govuk-heading-m">Worth putting right</h2>
<p class="govuk-body">These are gaps or contradictions in the record itself. The next extract shows them as put right once they are put right in the case system.</p>
<ul class="govuk-list govuk-list--bullet">${doubts.map(
    ({ list, says }) => html`<li>${sentenceCase(list)}: ${says}</li>`,
  )}</ul></section>`
}

function openingsView(openings: readonly OpeningShown[] | null): Html | null {
  if (openings === null) return null
  return html`<section class="app-section"><h2 class="govuk-heading-m">Who opened this record</h2>
${dataTable({
  caption: 'Who opened this record',
  captionHidden: true,
  compact: true,
  rows: openings,
  columns: [
    { heading: 'When', cell: each => momentInWords(each.at) },
    { heading: 'Who', cell: each => each.by },
    { heading: 'Why', cell: each => each.why },
  ],
})}</section>`
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function dayAndMonth(day: Day): string {
  return longDay(day).replace(/ \d{4}$/, '')
}

function yearIn(day: Day): string {
  return /\d{4}$/.exec(longDay(day))?.[0] ?? ''
}
