import { inLondon, isoMonth, longDay, longMonth, type Month } from '#calendar'
import { change } from '#kit/html/blocks.ts'
import { numberedEvents } from '#kit/html/charts/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import {
  limitsPath,
  newNotePath,
  newTargetPath,
  type Note,
  notePath,
  type Target,
  targetInWords,
  targetPath,
  undoPath,
} from '#marks'
import { periodInWords as nameOf } from '#signals'
import { monthOfPeriod, type PlacedRebasing, type Reading } from '../reading.ts'
import { digitsOf } from '../saying.ts'
import { sentenceCase, valueInWords } from '../words.ts'
import { indicatorPath } from './paths.ts'

/** What somebody may set on the figure. */
export interface MayMark {
  readonly targets: boolean
  readonly notes: boolean
  readonly limits: boolean
}

/** What a decision on limits is explained by, in another room. */
export interface Explained {
  readonly title: string
  readonly href: string
}

export interface MarksModel {
  readonly reading: Reading
  readonly may: MayMark
  /** By the identifier of the decision. */
  readonly explained: ReadonlyMap<string, readonly Explained[]>
  /** 'before', or the month of a decision, where the page was asked for other limits than today's. */
  readonly limits: string | null
}

interface ChartMark {
  readonly at: string
  readonly kind: 'rebase' | 'note'
  readonly text: string
  readonly more: Content
}

const dayWords = (at: Date): string => longDay(inLondon(at).day)

/** Everything that is marked on the chart, in the order of its numbers. */
export function chartMarks({ reading, may, explained }: MarksModel): readonly ChartMark[] {
  const { joins, rebasings, marks, signal } = reading
  return numberedEvents(signal.points, [
    ...joins.map(({ period, words }) => ({
      at: period,
      kind: 'rebase' as const,
      text: words,
      more: 'Counted otherwise from here, so the limits begin anew.',
    })),
    ...rebasings.map(each => ({
      at: each.period,
      kind: 'rebase' as const,
      text: `Limits from here: ${each.reason}`,
      more: rebasingMore(each, explained.get(each.id) ?? [], may.limits),
    })),
    ...marks.notes
      .filter(({ month }) => isOnChart(reading, month))
      .map(note => ({
        at: periodOf(reading, note.month),
        kind: 'note' as const,
        text: note.words,
        more: noteMore(note, reading, may.notes),
      })),
  ])
}

function isOnChart({ signal }: Reading, month: Month): boolean {
  const [first, last] = [signal.points[0], signal.points.at(-1)]
  if (first === undefined || last === undefined) return false
  return month >= (monthOfPeriod(first.period) ?? 0) && month <= (monthOfPeriod(last.period) ?? 0)
}

/** The period of the chart that a month falls into. */
function periodOf({ signal }: Reading, month: Month): string {
  const found = signal.points.find(({ period }) => (monthOfPeriod(period) ?? 0) >= month)
  return found?.period ?? isoMonth(month)
}

function rebasingMore(
  { id, decidedByName, decidedAt }: PlacedRebasing,
  explained: readonly Explained[],
  mayLimits: boolean,
): Html {
  return html`Decided by ${decidedByName} on ${dayWords(decidedAt)}.${explained.map(
    ({ title, href }) => html` Explained by <a class="govuk-link" href="${href}">${title}</a>.`,
  )}${mayLimits && html` <a class="govuk-link" href="${undoPath(id)}">Undo<span class="govuk-visually-hidden"> this decision on limits</span></a>`}`
}

function noteMore(note: Note, { slice }: Reading, mayNotes: boolean): Html {
  const where =
    note.slice.dimension === 'county' && slice.dimension !== 'county' ? ' for the whole county' : ''
  const changed = note.changedAt === null ? '' : `, changed on ${dayWords(note.changedAt)}`
  return html`${note.madeByName}${where}, ${dayWords(note.madeAt)}${changed}. <a class="govuk-link" href="${notePath(note.id)}">${mayNotes ? 'Change or withdraw' : 'History'}<span class="govuk-visually-hidden">: ${note.words}</span></a>`
}

/** The numbers of the chart in words, in print too. */
export function marksView(model: MarksModel): Html {
  const { reading, may } = model
  const { definition, slice } = reading
  const listed = chartMarks(model)
  const outside = reading.marks.notes.filter(({ month }) => !isOnChart(reading, month))
  const place = { indicator: definition.code, slice }
  return html`<section class="app-chart-marks">${
    listed.length > 0 &&
    html`<h2 class="govuk-heading-s">What is marked on the chart</h2>
<ol class="chart__notes">${listed.map(
      ({ at, text, more }) => html`<li><strong>${nameOf(at)}: ${text}</strong> ${more}</li>`,
    )}</ol>`
  }${
    outside.length > 0 &&
    html`<p class="govuk-body-s">Outside the months of the chart: ${outside.map(
      note =>
        html`${longMonth(note.month)}: ${note.words} (${noteMore(note, reading, may.notes)}) `,
    )}</p>`
  }${may.notes && html`<p class="govuk-body"><a class="govuk-link" href="${newNotePath(place)}">Write a note on this chart</a></p>`}</section>`
}

/** Which limits are drawn, where somebody decided on them; both stay to be looked at. */
export function limitsSwitch(
  { reading, limits }: MarksModel,
  decisions: readonly PlacedRebasing[],
): Html | false {
  if (decisions.length === 0) return false
  const at = indicatorPath(reading.definition.code, reading.slice)
  const href = (value: string) => `${at}${at.includes('?') ? '&' : '?'}limits=${value}`
  const newest = isoMonth(decisions.at(-1)?.from ?? 0)
  const choices = [
    { value: 'before', text: 'Limits as before' },
    ...decisions.map(({ from }) => ({
      value: isoMonth(from),
      text: `From 1 ${longMonth(from)}`,
    })),
  ]
  return html`<nav class="app-choices" aria-label="Which limits to show"><ul class="app-choices__list">${choices.map(
    ({ value, text }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${href(value)}"${value === (limits ?? newest) && html` aria-current="page"`}>${text}</a></li>`,
  )}</ul></nav>`
}

/** Where the series has moved to a new level and nobody has decided on its limits. */
export function offeredView({ reading, may, limits }: MarksModel): Html | false {
  const { signal, definition, slice } = reading
  const offered = signal.proposedRebase
  if (offered === null || limits !== null) return false
  const month = monthOfPeriod(offered.since)
  const level = valueInWords(definition, offered.level, digitsOf(reading))
  const place = { indicator: definition.code, slice }
  return html`<div class="govuk-inset-text">Since ${nameOf(offered.since)} it has kept to a new level, near ${level}. The chart’s limits are still of all its months until a person decides otherwise. ${
    may.limits &&
    month !== null &&
    html`<a class="govuk-link" href="${limitsPath(place, isoMonth(month))}">See what the limits would become, and decide</a>`
  }</div>`
}

const outlookWords = {
  'will-hit': 'Will be met as things stand',
  'will-miss': 'Will not be met as things stand',
  'may-hit-or-miss': 'May or may not be met',
  none: 'Too early to say',
} as const

const outlookDirections = {
  'will-hit': 'better',
  'will-miss': 'worse',
  'may-hit-or-miss': 'same',
  none: 'unknown',
} as const

/** Whether a target will be met, as a mark with its words; null where that cannot be asked. */
export function outlookMark({ signal, target, definition }: Reading): Html | null {
  if (target?.value === null || target === null || signal.target === null) return null
  if (definition.good === 'neutral' || signal.verdict === 'no-data') return null
  const words =
    signal.outlook?.open === 'moving' ? 'Moved too recently to say' : outlookWords[signal.assurance]
  return change(outlookDirections[signal.assurance], words)
}

export function targetWords(
  { definition }: Reading,
  target: Pick<Target, 'value' | 'words'>,
): string {
  return targetInWords(definition, target, value => valueInWords(definition, value))
}

/** Why nothing is said of whether a target will be met. */
export function whyNoOutlook({ signal, target, definition }: Reading): string {
  if (target === null) return ''
  if (target.value === null)
    return 'It is not a number, so the chart cannot say whether it will be met.'
  if (signal.target === null)
    return 'It is for a rate, and this is a number until it is known how many children live here.'
  return definition.good === 'neutral'
    ? 'Neither way is better in itself, so nothing says whether it is met.'
    : ''
}

/** The target that holds, whose it is and why; and those before and after it. */
export function targetView({ reading, may }: MarksModel): Html | false {
  const { target, marks, definition, slice } = reading
  const place = { indicator: definition.code, slice }
  const others = marks.targets.filter(each => each.id !== target?.id)
  if (marks.targets.length === 0 && !may.targets) return false
  return html`<h2 class="govuk-heading-m">Target</h2>
${
  target === null
    ? html`<p class="govuk-body">No target holds for the newest figure.</p>`
    : html`<p class="govuk-body"><strong>${sentenceCase(targetWords(reading, target))}</strong>, ${spanWords(target)}. ${target.owner === null ? 'Nobody is named to answer for it.' : `${target.owner} answers for it.`} ${target.reason} ${outlookMark(reading)} ${whyNoOutlook(reading)} <a class="govuk-link" href="${targetPath(target.id)}">${may.targets ? 'Change or withdraw' : 'History'}<span class="govuk-visually-hidden"> of the target</span></a></p>`
}
${others.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${others.map(each => html`<li>${sentenceCase(targetWords(reading, each))}, ${spanWords(each)}. <a class="govuk-link" href="${targetPath(each.id)}">See it</a></li>`)}</ul>`}
${may.targets && html`<p class="govuk-body"><a class="govuk-link" href="${newTargetPath(place)}">Set a target</a></p>`}`
}

export function spanWords({ from, until }: Pick<Target, 'from' | 'until'>): string {
  return until === null ? `from ${longDay(from)}` : `from ${longDay(from)} until ${longDay(until)}`
}
