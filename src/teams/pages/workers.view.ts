import { longDay, lastDayOf, longMonth, type Month } from '#calendar'
import { isSnapshot, type RecordDefinition, type Slice } from '#indicators'
import { barTable, emptyState, heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { definitionInWords, nameOfCount } from '#performance'
import { MONTHS, type WorkerPart } from '../by-worker.ts'

export interface WorkersModel {
  readonly definition: RecordDefinition
  readonly slice: Slice
  readonly month: Month
  readonly parts: readonly WorkerPart[]
}

export function workersView({ definition, slice, month, parts }: WorkersModel): Html {
  const when = isSnapshot(definition)
    ? longDay(lastDayOf(month))
    : `${longMonth(month - MONTHS + 1)} to ${longMonth(month)}`
  const where = slice.dimension === 'county' ? 'Whole county' : slice.name
  const top = heading({
    title: nameOfCount(definition),
    caption: `By worker · ${where} · ${when}`,
    lead: definitionInWords(definition),
  })
  if (parts.length === 0) {
    return html`${top}${emptyState({
      title: 'There is nobody to show',
      text: 'No child of your teams was in this group in these months.',
    })}`
  }
  const counted = parts.reduce((sum, part) => sum + part.counted, 0)
  const all = parts.reduce((sum, part) => sum + part.all, 0)
  const isShare = definition.unit === 'percentage'
  return html`${top}
<p class="govuk-body">Few children stand behind each line, so chance moves it much: the thin line on each bar shows how far. Where those of two workers overlap, there is no difference to speak of. It is a reason to talk, and says nothing of how hard the work was. That you saw this is recorded.</p>
${barTable({
  caption: `${nameOfCount(definition)}, by worker`,
  captionHidden: true,
  nameHeading: 'Worker',
  valueHeading: isShare ? 'Share' : 'Children or events',
  noteHeading: 'Of',
  ...(isShare && {
    max: 100,
    reference: { value: (counted / Math.max(1, all)) * 100, words: 'All of these' },
  }),
  rows: parts.map(part => ({
    name: part.worker === '' ? 'Allocated to nobody' : part.worker,
    value: part.share === null ? part.counted : part.share.value * 100,
    ...(part.share !== null && { lower: part.share.lower * 100, upper: part.share.upper * 100 }),
    text: part.share === null ? String(part.counted) : `${Math.round(part.share.value * 100)}%`,
    note: `${isShare ? `${part.counted} of ${part.all}` : ''}${part.team === '' ? '' : ` ${part.team}`}`.trim(),
  })),
})}`
}
