import { longDay, type Month } from '#calendar'
import type { DestroyedExtract } from '#extracts'
import type { Member, RecordDefinition, Slice } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { type Column, dataTable, pageOf, pager } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { childColumns } from '../child-columns.ts'
import { countInWords, definitionInWords, periodInWords } from '../words.ts'
import { nameOfCount } from '../reading.ts'
import { childrenDownloadPath, childrenPath } from './paths.ts'

/** Those in the figure, or the rest of the group. */
export type Part = 'counted' | 'not-counted'

export interface ChildrenModel {
  readonly definition: RecordDefinition
  readonly slice: Slice
  readonly month: Month
  readonly members: readonly Member[]
  /** How many are in the figure and in teams whose children this person does not see. */
  readonly unseen: number
  /** One part, page by page; null shows the beginning of each. */
  readonly shown: { readonly part: Part; readonly page: number } | null
  /** The address of a child's record, for who may open one. */
  readonly recordOf?: ((child: string) => string) | undefined
}

const FIRST_ROWS = 25
export const PAGE_ROWS = 100

export function childrenView(model: ChildrenModel): Html {
  const { definition, slice, month, members, unseen, shown } = model
  const when = periodInWords(definition, month)
  const top = headingOf(model)
  const others =
    unseen > 0 &&
    html`<p class="govuk-inset-text">${countInWords(unseen)} ${unseen === 1 ? 'child or event is' : 'children or events are'} in this figure and in other teams, so ${unseen === 1 ? 'it is' : 'they are'} not shown to you.</p>`
  if (members.length === 0) {
    return html`${top}${others}${emptyState({
      title: 'There is nobody to show',
      text: `No child was in this group in ${when}, or no extract covers it.`,
    })}`
  }
  const parts = partsOf(definition, members)
  const file = html`<p class="govuk-body"><a class="govuk-link" href="${childrenDownloadPath(definition.code, month, slice)}">Download everybody behind this figure (CSV)</a></p>`
  if (shown !== null) {
    const chosen = parts.find(each => each.part === shown.part) ?? parts[0]
    return html`${top}${others}${file}${chosen && pageView(model, chosen, shown.page)}`
  }
  return html`${top}${others}${file}${parts.map(part => beginningView(model, part))}`
}

/** Where the records that a figure was counted from are gone by rule, nobody can be shown. */
export function destroyedView({
  definition,
  slice,
  month,
  destroyed,
}: Pick<ChildrenModel, 'definition' | 'slice' | 'month'> & {
  readonly destroyed: DestroyedExtract
}): Html {
  const on = longDay(Math.floor(destroyed.destroyedAt.getTime() / 86_400_000))
  return html`${headingOf({ definition, slice, month })}
${emptyState({
  title: 'The records behind this figure were destroyed',
  text: html`They stood in “<a class="govuk-link" href="/data/${destroyed.id}">${destroyed.title}</a>” and were destroyed on ${on} by the rule: ${destroyed.rule} The figure is kept as it was.`,
})}`
}

function headingOf({
  definition,
  slice,
  month,
}: Pick<ChildrenModel, 'definition' | 'slice' | 'month'>): Html {
  return heading({
    title: nameOfCount(definition),
    caption: `Children behind the figure · ${slice.dimension === 'county' ? 'Whole county' : slice.name} · ${periodInWords(definition, month)}`,
    lead: definitionInWords(definition),
  })
}

interface PartOfGroup {
  readonly part: Part
  readonly title: string
  readonly members: readonly Member[]
}

/** Where counting is good, those who were not counted stand first: they are who to look at. */
function partsOf(definition: RecordDefinition, members: readonly Member[]): readonly PartOfGroup[] {
  if (definition.unit !== 'percentage')
    return [{ part: 'counted', title: 'In this figure', members }]
  const counted: PartOfGroup = {
    part: 'counted',
    title: `Counted: ${definition.words.counted ?? 'in the figure'}`,
    members: members.filter(member => member.counted),
  }
  const others: PartOfGroup = {
    part: 'not-counted',
    title: 'Not counted: the rest of the group',
    members: members.filter(member => !member.counted),
  }
  return definition.good === 'high' ? [others, counted] : [counted, others]
}

function beginningView(model: ChildrenModel, { part, title, members }: PartOfGroup): Html {
  const many = countInWords(members.length)
  return html`<section class="app-section"><h2 class="govuk-heading-m">${title} (${many})</h2>
${members.length === 0 ? html`<p class="govuk-body">None.</p>` : tableView(model, title, members.slice(0, FIRST_ROWS))}
${members.length > FIRST_ROWS && html`<p class="govuk-body"><a class="govuk-link" href="${partPath(model, part, 1)}">See all ${many}</a></p>`}</section>`
}

function pageView(model: ChildrenModel, { part, title, members }: PartOfGroup, page: number): Html {
  const { rows, ...at } = pageOf(members, page, PAGE_ROWS)
  return html`<h2 class="govuk-heading-m">${title} (${countInWords(members.length)})</h2>
${tableView(model, title, rows)}
${pager({ ...at, hrefOf: each => partPath(model, part, each) })}`
}

function partPath({ definition, month, slice }: ChildrenModel, part: Part, page: number): string {
  const path = childrenPath(definition.code, month, slice)
  return `${path}${path.includes('?') ? '&' : '?'}show=${part}&page=${page}`
}

function tableView(
  { definition, recordOf }: ChildrenModel,
  title: string,
  members: readonly Member[],
): Html {
  const columns: Column<Member>[] = childColumns(definition, members, 'words').map(column =>
    column.names === true && recordOf !== undefined
      ? { ...column, cell: linked(recordOf) }
      : column,
  )
  return dataTable({ caption: title, captionHidden: true, compact: true, columns, rows: members })
}

function linked(recordOf: (child: string) => string): Column<Member>['cell'] {
  return ({ child }) =>
    child === ''
      ? 'Not a child'
      : html`<a class="govuk-link" href="${recordOf(child)}">${child}</a>`
}
