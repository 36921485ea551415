import { type Day, parseIsoDay } from '#calendar'
import { type Work, localities, reorganisedOn, teams } from './authority.ts'
import type { Random } from './random.ts'

/** A seat in a team: the children of a seat stay with it when the worker in it changes. */
export type Seat = number

/** Seats for each kind of work in each locality of the full county. */
const seatsFor: readonly (readonly [Work, number])[] = [
  ['frontDoor', 5],
  ['assessment', 15],
  ['need', 20],
  ['protection', 10],
  ['care', 13],
  ['leaving', 8],
  ['disabled', 4],
  ['earlyHelp', 8],
]
const works = seatsFor.map(([work]) => work)
const ROOM = 32

const FIRST_DAY = 11_000
const LAST_DAY = 20_700
/** Days that a worker stays in a seat, on average. */
const STAY = 780

export interface Staff {
  /** A seat for a child, by chance. */
  seat(work: Work, locality: number): Seat
  team(seat: Seat, on: Day): string
  /** A worker's number: the identifier in the extracts is 'W' and four digits. */
  worker(seat: Seat, on: Day): number
  /** The days after `from` and before `to` on which the worker in a seat changed. */
  changes(seat: Seat, from: Day, to: Day): readonly Day[]
  readonly reorganised: Day
}

export function staffOf(random: Random, scale: number): Staff {
  const reorganised = parseIsoDay(reorganisedOn) ?? 0
  const stays = new Map<Seat, { readonly from: Day[]; readonly worker: number[] }>()
  const seats = seatsFor.map(([, full]) => Math.max(2, Math.min(ROOM, Math.round(full * scale))))
  let hired = 0

  for (const [place] of works.entries()) {
    for (const [locality] of localities.entries()) {
      for (let nth = 0; nth < (seats[place] ?? 2); nth++) {
        const from: Day[] = []
        const worker: number[] = []
        for (let day = FIRST_DAY; day < LAST_DAY; day += 60 + Math.round(random.wait(STAY - 60))) {
          from.push(day)
          worker.push(++hired)
        }
        stays.set(seatAt(place, locality, nth), { from, worker })
      }
    }
  }

  const staffed = works.map(work =>
    localities.map(locality => {
      const ours = teams.filter(
        team => team.work.includes(work) && (team.locality === locality || work === 'disabled'),
      )
      return {
        before: ours.filter(team => team.stood !== 'from').map(team => team.id),
        since: ours.filter(team => team.stood !== 'before').map(team => team.id),
      }
    }),
  )

  return {
    reorganised,
    seat: (work, locality) => {
      const place = works.indexOf(work)
      return seatAt(place, locality, random.between(0, (seats[place] ?? 2) - 1))
    },
    team(seat, on) {
      const there = staffed[Math.floor(seat / (ROOM * 6))]?.[Math.floor(seat / ROOM) % 6]
      const names = on < reorganised ? there?.before : there?.since
      if (names === undefined || names.length === 0) return ''
      return names[(seat % ROOM) % names.length] ?? ''
    },
    worker(seat, on) {
      const stay = stays.get(seat)
      if (stay === undefined) return 0
      return stay.worker[Math.max(0, placeOn(stay.from, on))] ?? 0
    },
    changes(seat, from, to) {
      const stay = stays.get(seat)
      if (stay === undefined) return []
      return stay.from.slice(placeOn(stay.from, from) + 1, placeOn(stay.from, to - 1) + 1)
    },
  }
}

function seatAt(work: number, locality: number, nth: number): Seat {
  return (work * 6 + locality) * ROOM + nth
}

/** The place of the last day that is not after `on`; -1 where all are. */
function placeOn(days: readonly Day[], on: Day): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? 0) <= on) low = middle + 1
    else high = middle
  }
  return low - 1
}
