import { type Day, longDay } from '#calendar'
import type { Viewer } from '#people'
import { type Gap, type GapSource, isOnlyPartner, type KindOfThing, mayRead } from '#thread'
import { gather, isStill, type Standing } from './gather.ts'
import { accountable, deliveries, isOpenLine, isWork, type Line, lineKinds } from './line.ts'
import { INDICATOR, LINE, measureName, measureOf, measurePath } from './measure.ts'
import { isUnproved } from './retest.ts'
import { linesById } from './store/index.ts'

export const linePath = (id: string): string => `/plan-lines/${id}`

/** Whether a viewer may see a line: a partner what is shared with, or owned by, their organisation. */
export function mayReadLine(
  viewer: Viewer,
  line: Pick<Line, 'sharedWith' | 'organisation' | 'partners'>,
): boolean {
  return mayRead(viewer, [
    ...line.sharedWith,
    ...line.partners,
    ...(line.organisation === null ? [] : [line.organisation]),
  ])
}

/** Whether a viewer may write about a line: a partner only about what their organisation owns. */
export function mayTellLine(viewer: Viewer, line: Pick<Line, 'organisation'>): boolean {
  return (
    !isOnlyPartner(viewer) || mayRead(viewer, line.organisation === null ? [] : [line.organisation])
  )
}

export const stateOf = (line: Pick<Line, 'closedOn' | 'carriedTo' | 'delivery'>): string =>
  line.closedOn !== null
    ? 'Closed'
    : line.carriedTo !== null
      ? 'Carried forward'
      : deliveries[line.delivery]

/** How the thread shows a line of a plan. */
export const lineKind: KindOfThing = {
  kind: LINE,
  name: 'Line of a plan',
  describe: async (trx, ids, viewer) =>
    new Map(
      (await linesById(trx, ids))
        .filter(line => mayReadLine(viewer, line))
        .map(line => [
          line.id,
          { title: line.title, href: linePath(line.id), state: stateOf(line) },
        ]),
    ),
}

/** How the thread shows a measure. */
export const indicatorKind: KindOfThing = {
  kind: INDICATOR,
  name: 'Measure',
  describe: (_trx, ids) =>
    Promise.resolve(
      new Map(
        ids.flatMap(id => {
          const measure = measureOf(id)
          return measure === null
            ? []
            : [[id, { title: measureName(measure), href: measurePath(measure), state: 'Counted' }]]
        }),
      ),
    ),
}

/** Where plans are broken: no owner, no measure, no data, late, still, unproved, sliding back. */
export const planGaps: GapSource = async (trx, { today, viewer }) =>
  [...(await gather(trx, today)).standings.values()]
    .filter(({ line }) => mayReadLine(viewer, line) && line.carriedTo === null)
    .flatMap(standing => gapsOfLine(standing, today))

export function gapsOfLine(standing: Standing, today: Day): readonly Gap[] {
  const { line, number, measures, ownMeasures, update, retests, impact } = standing
  const gap = {
    subject: { kind: LINE, id: line.id },
    title: `${lineKinds[line.kind]} ${number}: ${line.title}`,
    href: linePath(line.id),
    owner: accountable(line),
  }
  const began = line.startsOn ?? line.madeOn
  const gaps: Gap[] = []
  if (isOpenLine(line) && isWork(line)) {
    if (accountable(line) === null)
      gaps.push({
        ...gap,
        kind: 'line-without-owner',
        since: line.madeOn,
        words: 'Nobody answers for it.',
      })
    if (line.kind === 'action' && measures.length === 0 && standing.voices.length === 0)
      gaps.push({
        ...gap,
        kind: 'action-without-measure',
        since: line.madeOn,
        words: 'Nothing shows whether it makes a difference.',
      })
    if (update.kind === 'late')
      gaps.push({
        ...gap,
        kind: 'update-late',
        since: update.since,
        words: `An update was due on ${longDay(update.since)}.`,
      })
    if (line.kind === 'project' && began <= today - 182 && isStill(standing, today))
      gaps.push({
        ...gap,
        kind: 'measures-not-moving',
        since: today - 182,
        words: `${measures.length === 1 ? 'Its measure has' : `None of its ${measures.length} measures has`} moved for six months.`,
      })
  }
  if (isOpenLine(line) && line.kind !== 'milestone' && line.difference === '')
    gaps.push({
      ...gap,
      kind: 'line-without-difference',
      since: line.madeOn,
      words: 'It does not say what will be different for children.',
    })
  for (const { measure, reading } of ownMeasures)
    if (reading === null || reading.signal.verdict === 'no-data')
      gaps.push({
        ...gap,
        kind: 'measure-without-data',
        since: line.madeOn,
        words: `${measureName(measure)} has no figures.`,
      })
  if (line.closedOn !== null && isWork(line)) {
    if (isUnproved(line, impact))
      gaps.push({
        ...gap,
        kind: 'closed-without-verification',
        since: line.closedOn,
        words: 'It was closed, and no measure, re-audit or voice shows a difference.',
      })
    if (standing.slidBack.length > 0)
      gaps.push({
        ...gap,
        kind: 'measure-slid-back',
        since: line.closedOn,
        words: `Getting worse since: ${standing.slidBack.join(', ')}.`,
      })
    const due = retests.findLast(each => each.state === 'due')
    if (due !== undefined)
      gaps.push({
        ...gap,
        kind: 're-test-due',
        since: due.dueOn,
        words: `A re-test was due on ${longDay(due.dueOn)}.`,
      })
  }
  return gaps
}
