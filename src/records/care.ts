import type { Day } from '#calendar'
import { columnBuilder } from './column.ts'
import { derivedList, tableIn } from './derived-list.ts'
import { fieldsOf } from './fields.ts'
import { type History, type HistoryTable, historyTable } from './history.ts'
import { type Fields, code, day, flag, type List } from './list.ts'
import { careEpisodes } from './lists.ts'

/**
 * Agreed series of short breaks (V3, V4). The Department for Education's statistics of children
 * looked after leave them out; so do ours.
 */
const SHORT_BREAKS = new Set(['V3', 'V4'])

/** Temporary placements (hospital, holiday, seven days or less), which do not count as a move. */
const TEMPORARY = /^T[0-4]$/

interface Episode {
  readonly startedOn: Day
  readonly endedOn: Day | null
  readonly startReason: string
  readonly legalStatus: string
  readonly endReason: string
  readonly placementType: string
  readonly provider: string
  readonly urn: string
  readonly outsideArea: boolean | null
  readonly careStartedOn: Day | null
}

/** A time in care without a break, from the first day of its first episode to the end of its last. */
export const periodsOfCare = derivedList(
  'periodsOfCare',
  'periods of care',
  {
    startedOn: day('First day in care'),
    endedOn: day('Day care ended'),
    endReason: code('Reason care ended (REC)'),
  },
  {
    from: 'careEpisodes',
    spell: ['startedOn', 'endedOn'],
    derive: (history, list) =>
      fromEpisodes(history, list, episodes =>
        periodsIn(episodes).map(period => ({
          startedOn: period.startedOn,
          endedOn: period.endedOn,
          endReason: period.endReason,
        })),
      ),
  },
)

/**
 * A placement: episodes one after another in the same place with the same carers. A new one begins
 * where the reason for the episode is S, P or B (the carers changed), or, where no reason is
 * recorded, where type, provider or registration differ. Temporary placements are left out.
 */
export const placements = derivedList(
  'placements',
  'placements',
  {
    startedOn: day('First day of the placement'),
    endedOn: day('Last day of the placement'),
    type: code('Placement type'),
    provider: code('Placement provider'),
    careStartedOn: day('First day of the period of care'),
  },
  {
    from: 'careEpisodes',
    spell: ['startedOn', 'endedOn'],
    derive: (history, list) =>
      fromEpisodes(history, list, episodes => periodsIn(episodes).flatMap(placementsIn)),
  },
)

/**
 * Where children in care live: every episode with its own placement type and legal status, for
 * breaking a day's children down by them. A temporary placement (hospital, holiday) counts as the
 * placement that it interrupts, and an episode ends where the next begins.
 */
export const stays = derivedList(
  'stays',
  'where children in care live',
  {
    startedOn: day('First day of the stay'),
    endedOn: day('Last day of the stay'),
    type: code('Placement type'),
    provider: code('Placement provider'),
    legalStatus: code('Legal status'),
    outsideArea: flag('Placed outside the council’s area'),
    careStartedOn: day('First day of the period of care'),
  },
  {
    from: 'careEpisodes',
    spell: ['startedOn', 'endedOn'],
    derive: (history, list) =>
      fromEpisodes(history, list, episodes => periodsIn(episodes).flatMap(staysIn)),
  },
)

interface Period {
  readonly startedOn: Day
  readonly endedOn: Day | null
  readonly endReason: string
  readonly episodes: readonly Episode[]
}

/** The periods of care that a child's episodes make, oldest first. */
export function periodsIn(episodes: readonly Episode[]): readonly Period[] {
  const periods: Period[] = []
  let current: Episode[] = []
  const close = () => {
    const first = current[0]
    const last = current.at(-1)
    if (first === undefined || last === undefined) return
    periods.push({
      startedOn: Math.min(first.startedOn, first.careStartedOn ?? first.startedOn),
      endedOn: last.endedOn,
      endReason: last.endedOn === null ? '' : last.endReason,
      episodes: current,
    })
    current = []
  }
  for (const episode of episodes) {
    const before = current.at(-1)
    const gap =
      before !== undefined && before.endedOn !== null && before.endedOn < episode.startedOn
    const ended =
      before !== undefined && before.endedOn !== null && !['X1', ''].includes(before.endReason)
    // A source that gives only the latest episode says by this date that care began anew.
    const again = before !== undefined && (episode.careStartedOn ?? -Infinity) > before.startedOn
    if (gap || again || (ended && episode.startReason === 'S')) close()
    current.push(episode)
  }
  close()
  return periods
}

function placementsIn(period: Period) {
  const made: {
    startedOn: Day
    endedOn: Day | null
    type: string
    provider: string
    urn: string
    careStartedOn: Day
  }[] = []
  for (const episode of period.episodes) {
    if (TEMPORARY.test(episode.placementType)) continue
    const last = made.at(-1)
    const moved =
      last === undefined ||
      ['S', 'P', 'B'].includes(episode.startReason) ||
      (episode.startReason === '' &&
        (last.type !== episode.placementType ||
          last.provider !== episode.provider ||
          last.urn !== episode.urn))
    if (moved) {
      made.push({
        startedOn: episode.startedOn,
        endedOn: episode.endedOn,
        type: episode.placementType,
        provider: episode.provider,
        urn: episode.urn,
        careStartedOn: period.startedOn,
      })
    } else {
      last.endedOn = episode.endedOn
    }
  }
  // A placement goes on while a child is away for a few days, and ends when the next begins.
  for (const [place, placement] of made.entries()) {
    placement.endedOn = made[place + 1]?.startedOn ?? period.endedOn
  }
  return made
}

function staysIn(period: Period) {
  let settled = period.episodes[0]
  return period.episodes.map((episode, place) => {
    if (!TEMPORARY.test(episode.placementType)) settled = episode
    const where = settled ?? episode
    return {
      startedOn: episode.startedOn,
      endedOn: period.episodes[place + 1]?.startedOn ?? period.endedOn,
      type: where.placementType,
      provider: where.provider,
      legalStatus: episode.legalStatus,
      outsideArea: where.outsideArea,
      careStartedOn: period.startedOn,
    }
  })
}

function fromEpisodes<F extends Fields>(
  history: History,
  list: List<string, F>,
  rowsFor: (episodes: readonly Episode[]) => readonly Readonly<Record<string, unknown>>[],
): HistoryTable | null {
  const table = tableIn(history, careEpisodes)
  if (table === null) return null
  const cursor = fieldsOf<typeof careEpisodes.fields>(table)
  const names = Object.keys(list.fields)
  const builders = names.map(name => columnBuilder(list.fields[name]?.kind ?? 'code'))
  const child: number[] = []
  for (let number = 0; number < history.childIds.length; number++) {
    const to = table.firstRow[number + 1] ?? 0
    const episodes: Episode[] = []
    for (let row = table.firstRow[number] ?? 0; row < to; row++) {
      cursor.row = row
      if (cursor.startedOn === null || SHORT_BREAKS.has(cursor.legalStatus)) continue
      episodes.push({
        startedOn: cursor.startedOn,
        endedOn: cursor.endedOn,
        startReason: cursor.startReason,
        legalStatus: cursor.legalStatus,
        endReason: cursor.endReason,
        placementType: cursor.placementType,
        provider: cursor.provider,
        urn: cursor.urn,
        outsideArea: cursor.outsideArea,
        careStartedOn: cursor.careStartedOn,
      })
    }
    if (episodes.length === 0) continue
    for (const made of rowsFor(episodes)) {
      child.push(number)
      names.forEach((name, place) => {
        // The rows are made from the list's own fields; the union of builders hides that.
        const builder = builders[place] as { push(value: unknown): void } | undefined
        builder?.push(made[name])
      })
    }
  }
  const columns = Object.fromEntries(
    names.flatMap((name, place) => {
      const column = builders[place]?.build()
      return column === undefined ? [] : [[name, column]]
    }),
  )
  return historyTable(list, Int32Array.from(child), columns, history.childIds.length)
}
