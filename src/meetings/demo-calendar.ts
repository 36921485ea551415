import { type Day, type MovedOccasion, occasionsBetween, parseIsoDay } from '#calendar'

const day = (iso: string): Day => parseIsoDay(iso) ?? 0

/** How often a body of the demonstration meets, and where. */
export interface DemoRhythm {
  /** As `demoBodiesId` knows the body. */
  readonly body: string
  readonly first: string
  readonly weeks: number
  readonly startsAt: string
  readonly endsAt: string
  readonly mode: 'in person' | 'hybrid' | 'virtual'
  readonly venue: string
  readonly moved: readonly MovedOccasion[]
}

const chamber = 'Council chamber, Quill House'
const room2 = 'Committee room 2, Quill House'

export const demoRhythms: readonly DemoRhythm[] = [
  {
    body: 'cabinet',
    first: '2023-11-15',
    weeks: 6,
    startsAt: '10:00',
    endsAt: '12:00',
    mode: 'in person',
    venue: chamber,
    moved: [],
  },
  {
    body: 'scrutiny',
    first: '2023-11-23',
    weeks: 8,
    startsAt: '10:30',
    endsAt: '13:00',
    mode: 'in person',
    venue: chamber,
    moved: [],
  },
  {
    body: 'board',
    first: '2024-09-02',
    weeks: 6,
    startsAt: '14:00',
    endsAt: '16:00',
    mode: 'hybrid',
    venue: room2,
    moved: [
      {
        nth: 17,
        heldOn: day('2026-08-20'),
        reason: 'The usual day fell into the holidays of most members.',
      },
    ],
  },
  {
    body: 'council',
    first: '2023-12-06',
    weeks: 12,
    startsAt: '10:00',
    endsAt: '13:00',
    mode: 'in person',
    venue: chamber,
    moved: [],
  },
  {
    body: 'parenting',
    first: '2023-12-11',
    weeks: 12,
    startsAt: '16:30',
    endsAt: '18:00',
    mode: 'in person',
    venue: room2,
    moved: [],
  },
  {
    body: 'safeguarding',
    first: '2024-01-16',
    weeks: 13,
    startsAt: '09:30',
    endsAt: '12:00',
    mode: 'virtual',
    venue: '',
    moved: [],
  },
]

export interface DemoOccasion {
  readonly rhythm: DemoRhythm
  readonly on: Day
  readonly moved: { readonly from: Day; readonly reason: string } | null
}

/** Every meeting of a body from three years before a day to eight months after it. */
export function demoOccasions(rhythm: DemoRhythm, today: Day): readonly DemoOccasion[] {
  const { weeks, moved } = rhythm
  const firstOn = day(rhythm.first)
  const all = occasionsBetween({ firstOn, weeks, endedOn: null, moved }, today - 1095, today + 240)
  return all.map(({ nth, on }) => {
    const own = moved.find(each => each.nth === nth)
    return {
      rhythm,
      on,
      moved: own === undefined ? null : { from: firstOn + nth * weeks * 7, reason: own.reason },
    }
  })
}

export const demoNotices: readonly { readonly title: string; readonly words: string }[] = [
  {
    title: 'In case of fire',
    words:
      'When the alarm sounds, leave by the nearest exit and gather at the bandstand. Do not use the lifts.',
  },
  {
    title: 'Attendance',
    words: 'Members and officers are asked to sign the list at the door of the room.',
  },
  {
    title: 'Filming',
    words:
      'Meetings that are open to the public may be filmed. Tell the clerk if you would like to sit where the camera does not see you.',
  },
]

export const demoRecesses: readonly (readonly [title: string, from: string, until: string])[] = [
  ['Summer recess', '2025-08-11', '2025-08-29'],
  ['Summer recess', '2026-07-27', '2026-08-14'],
  ['Christmas recess', '2026-12-24', '2027-01-04'],
  ['Summer recess', '2027-07-26', '2027-08-27'],
]
