import { longDay, type Month } from '#calendar'
import { type Definition, type Member, type Slice } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { type Column, dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords, definitionInWords, numberInWords, periodInWords } from '../words.ts'

export interface ChildrenModel {
  readonly definition: Definition
  readonly slice: Slice
  readonly month: Month
  readonly members: readonly Member[]
  /** Null shows both: those not counted first where counting is good, for they are who to look at. */
  readonly shown: 'counted' | 'not-counted' | null
}

/** Longer lists are cut here, and say so: the whole is in the download. */
const MOST_ROWS = 500

export function childrenView(model: ChildrenModel): Html {
  const { definition, slice, month, members } = model
  const where = slice.dimension === 'county' ? 'Whole county' : slice.name
  const when = periodInWords(definition, month)
  const top = heading({
    title: definition.name,
    caption: `Children behind the figure · ${where} · ${when}`,
    lead: definitionInWords(definition),
  })
  if (members.length === 0) {
    return html`${top}${emptyState({
      title: 'There is nobody to show',
      text: `No child was in this group in ${when}, or no extract covers it.`,
    })}`
  }
  if (definition.unit !== 'percentage') return html`${top}${listView(model, 'Counted', members)}`
  const counted = members.filter(member => member.counted)
  const others = members.filter(member => !member.counted)
  const lists = [
    listView(model, `Counted: ${definition.words.counted ?? 'in the figure'}`, counted),
    listView(model, 'Not counted: the rest of the group', others),
  ]
  return html`${top}${definition.good === 'high' ? lists.toReversed() : lists}`
}

function listView(model: ChildrenModel, title: string, members: readonly Member[]): Html {
  const { definition } = model
  const people = countInWords(members.length)
  if (members.length === 0) {
    return html`<h2 class="govuk-heading-m">${title}</h2><p class="govuk-body">None.</p>`
  }
  const facts = Object.keys(definition.of.fields).filter(name =>
    members.some(({ facts: each }) => each[name] !== null && each[name] !== ''),
  )
  const columns: Column<Member>[] = [
    { heading: 'Child', cell: member => member.child || 'Not a child', names: true },
    { heading: 'Born', cell: member => (member.bornOn === null ? '' : longDay(member.bornOn)) },
    ...(members.some(member => member.team !== '')
      ? [{ heading: 'Team', cell: (member: Member) => member.team }]
      : []),
    ...(definition.measure === undefined
      ? []
      : [
          {
            heading: definition.measure.unit,
            numeric: true,
            cell: (member: Member) => numberInWords(definition, member.measured ?? 0),
          },
        ]),
    ...facts
      .filter(name => name !== 'team')
      .map(name => ({
        heading: definition.of.fields[name]?.means ?? name,
        cell: (member: Member) => factInWords(definition, name, member.facts[name]),
      })),
  ]
  return html`<h2 class="govuk-heading-m">${title}</h2>
${dataTable({ caption: `${title}: ${people}`, captionHidden: true, compact: true, columns, rows: members.slice(0, MOST_ROWS) })}
<p class="govuk-body app-muted">${people} in all${members.length > MOST_ROWS && `; the first ${MOST_ROWS} are shown`}.</p>`
}

function factInWords(definition: Definition, name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number' && definition.of.fields[name]?.kind === 'day') return longDay(value)
  return String(value)
}
