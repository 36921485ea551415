import { type Day, longDay } from '#calendar'
import { change, type Direction, signalList } from '#kit/html/blocks.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { signalRow } from '#performance'
import type { LineMeasure, Standing } from '../gather.ts'
import { type Verdict, verdicts } from '../impact.ts'
import { stateOf } from '../in-thread.ts'
import type { Line } from '../line.ts'
import { measureName, measurePath } from '../measure.ts'

const directions: Readonly<Record<Verdict, Direction>> = {
  'not yet measurable': 'unknown',
  'no evidence': 'same',
  improving: 'better',
  achieved: 'better',
  sustained: 'better',
  regressed: 'worse',
}

/** The verdict in a word and with its mark. */
export const verdictMark = (verdict: Verdict): Html =>
  change(directions[verdict], verdicts[verdict])

const tags: Readonly<Record<Line['delivery'], string>> = {
  'not started': 'govuk-tag--grey',
  'on track': 'govuk-tag--blue',
  'at risk': 'govuk-tag--yellow',
  'off track': 'govuk-tag--red',
  complete: 'govuk-tag--green',
  stopped: 'govuk-tag--grey',
}

export function deliveryMark(line: Line): Html {
  const colour = line.closedOn !== null ? 'govuk-tag--green' : tags[line.delivery]
  return html`<strong class="govuk-tag ${colour}">${stateOf(line)}</strong>`
}

export function dueWords({ line, isLate }: Pick<Standing, 'line' | 'isLate'>): Content {
  if (line.dueOn === null) return 'No date'
  return html`${longDay(line.dueOn)}${isLate && html`<br><strong>Late</strong>`}`
}

export function updateWords({ update }: Pick<Standing, 'update'>, today: Day): string {
  switch (update.kind) {
    case 'not asked':
      return ''
    case 'given':
      return update.on === today ? 'Given today' : `Given on ${longDay(update.on)}`
    case 'due':
      return update.on === today ? 'Due today' : `Due on ${longDay(update.on)}`
    case 'late':
      return `Late since ${longDay(update.since)}`
  }
}

/** What the figures of a line say, with their small charts; those without figures say so. */
export function measuresView(measures: readonly LineMeasure[]): Html {
  const counted = measures.flatMap(({ reading }) => (reading === null ? [] : [reading]))
  const missing = measures.filter(({ reading }) => reading === null)
  return html`${counted.length > 0 && signalList(counted.map(signalRow), 'Measures')}
${
  missing.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${missing.map(
    ({ measure }) =>
      html`<li><a class="govuk-link" href="${measurePath(measure)}">${measureName(measure)}</a>: no figures yet.</li>`,
  )}</ul>`
}`
}
