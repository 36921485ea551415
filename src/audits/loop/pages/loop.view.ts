import { type Day, longDay } from '#calendar'
import { brief, findingPath, states } from '#findings'
import { emptyState, heading, keyFigures } from '#kit/html/blocks.ts'
import { dataTable, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Effect, FEWEST, type Interval, percent } from '#practice'
import { auditName, provisionalWords } from '../../audit.ts'
import { auditPath } from '../../pages/rooms.ts'
import type { Loop, OpenLoop } from '../gather.ts'

export function loopView({ closure, loops, effect, inadequate }: Loop, today: Day): Html {
  const lead =
    'A loop is closed when somebody other than the owner has verified that something changed, and the same child or group was audited again.'
  if (loops.length === 0)
    return html`${heading({ title: 'Does audit change practice?', lead })}
${emptyState({ title: 'Nothing has gone from an audit to the inbox yet', text: 'On the page of an audit that is handed in, choose ‘Write down what it found’.' })}${effectView(effect)}`
  const open = loops.filter(each => each.verifiedOn === null || each.againOn === null)
  return html`${heading({ title: 'Does audit change practice?', lead })}
${loopFigures(closure, loops)}
${silentView(inadequate)}${effectView(effect)}
<h2 class="govuk-heading-m">Still open, the most overdue first</h2>
${open.length === 0 ? html`<p class="govuk-body">Everything that audits found has come round.</p>` : openTable(open, today)}`
}

/** How far what audits found has come, before any grade. */
export function aboveView({ closure, loops }: Loop): Html | false {
  if (loops.length === 0) return false
  return html`<h2 class="govuk-heading-m">What became of it</h2>
${loopFigures(closure, loops)}`
}

const loopFigures = (closure: Loop['closure'], loops: Loop['loops']): Html =>
  keyFigures([
    {
      label: 'Loops closed',
      value:
        closure.found < FEWEST
          ? `${closure.closed} of ${closure.found}`
          : percent(closure.closed / closure.found),
      note:
        closure.interval === null
          ? ''
          : `${closure.closed} of ${closure.found} things that audits found; ${between(closure.interval)}`,
    },
    {
      label: 'Days to close',
      value: closure.days === null ? 'None yet' : String(closure.days),
      note: closure.days === null ? '' : 'half took at most so many',
    },
    {
      label: 'Overdue',
      value: String(loops.filter(each => each.isLate).length),
      note: 'the day by which to act has passed',
    },
  ])

/** What no loop can close: inadequate work of which nobody has written down what was wrong. */
const silentView = ({ audits, silent }: Loop['inadequate']): Html | false =>
  silent > 0 &&
  html`<p class="govuk-body">Of ${audits} ${audits === 1 ? 'audit' : 'audits'} that found inadequate work, ${silent} ${silent === 1 ? 'has' : 'have'} brought nothing to the inbox of findings, so nothing can come round from ${silent === 1 ? 'it' : 'them'}. <a class="govuk-link" href="/audits?grade=inadequate">Those that are inadequate</a></p>`

const between = ({ low, high }: Interval): string =>
  `between ${percent(low)} and ${percent(high)} in 95 of 100 such samples`

function effectView(effect: Effect): Html | false {
  if (effect.pairs === 0) return false
  const { pairs, better, same, worse, good } = effect
  const counts = `Audited again: ${pairs}. ${better} better, ${same} the same, ${worse} worse.`
  return html`<h2 class="govuk-heading-m">What looking again has shown</h2>
<p class="govuk-body">${counts}</p>
${
  good === null || !effect.enough
    ? insetText({ text: `That is fewer than ${FEWEST}, so nothing is claimed from it.` })
    : html`<p class="govuk-body">Good or better: ${points(good.difference)} from first to second, ${points(good.low)} to ${points(good.high)} in 95 of 100 such samples. ${good.low > 0 ? 'That is more than chance gives.' : good.high < 0 ? 'It has become worse by more than chance gives.' : 'That may be chance.'} Work is mostly audited again because it was graded low, and a low grade is often followed by a better one whatever is done: this says that the work is better, and not yet why.</p>`
}`
}

const points = (share: number): string => {
  const rounded = Math.round(share * 100)
  return `${rounded > 0 ? '+' : ''}${rounded} percentage points`.replace('-', '−')
}

const openTable = (open: readonly OpenLoop[], today: Day): Html =>
  dataTable({
    caption: 'What audits found that has not come round, the most overdue first',
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Found',
        cell: ({ finding }) =>
          html`<a class="govuk-link" href="${findingPath(finding.id)}">${brief(finding.words, 90)}</a>`,
      },
      {
        heading: 'By',
        cell: ({ audit }) =>
          html`<a class="govuk-link" href="${auditPath(audit.id)}">${auditName(audit)}</a>, ${audit.team}${audit.provisional && ` (${provisionalWords})`}`,
      },
      { heading: 'State', cell: ({ finding }) => states[finding.state] },
      {
        heading: 'Act by',
        cell: ({ found, isLate }) =>
          isLate
            ? html`<strong>${longDay(found.dueOn)}</strong>, ${today - found.dueOn} days ago`
            : longDay(found.dueOn),
      },
      {
        heading: 'Audited again',
        cell: ({ againOn }) => (againOn === null ? 'Not yet' : longDay(againOn)),
      },
    ],
    rows: open.toSorted(
      (a, b) => Number(b.isLate) - Number(a.isLate) || a.found.dueOn - b.found.dueOn,
    ),
  })
