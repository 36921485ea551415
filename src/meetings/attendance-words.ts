import { type Attendance, isThere } from './meeting.ts'

type Noted = Pick<
  Attendance,
  'name' | 'capacity' | 'organisation' | 'seat' | 'votes' | 'how' | 'standsInFor'
>

/** Who was there, as minutes say it: a line of each kind, and none where there is nobody of it. */
export interface AttendanceWords {
  readonly present: string
  readonly online: string
  readonly apologies: string
  readonly absent: string
  readonly inAttendance: string
  /** The lines that there are, each with what it is: 'Apologies: Councillor Ada Example'. */
  readonly lines: readonly string[]
}

const seats = [
  'chair',
  'vice-chair',
  'member',
  'statutory co-optee',
  'co-optee',
  'observer',
  'none',
]

/** The chair first, then in the order of the seats, and by name. */
export function inOrderOfSeats<Person extends Pick<Attendance, 'name' | 'seat'>>(
  people: readonly Person[],
): readonly Person[] {
  return people.toSorted(
    (a, b) =>
      seats.indexOf(a.seat) - seats.indexOf(b.seat) || a.name.localeCompare(b.name, 'en-GB'),
  )
}

export function attendanceWords(attendance: readonly Noted[]): AttendanceWords {
  const of = (...hows: readonly Noted['how'][]): string =>
    inOrderOfSeats(attendance.filter(({ how }) => hows.includes(how)))
      .map(named)
      .join('; ')
  const words = {
    present: of('present', 'substitute'),
    online: of('virtual'),
    apologies: of('apologies'),
    absent: of('absent'),
    inAttendance: of('in attendance'),
  }
  const titled: readonly (readonly [string, string])[] = [
    ['Present', words.present],
    ['Present online', words.online],
    ['Apologies', words.apologies],
    ['Absent', words.absent],
    ['In attendance', words.inAttendance],
  ]
  const lines = titled.filter(([, said]) => said !== '').map(([title, said]) => `${title}: ${said}`)
  return { ...words, lines }
}

/** 'Councillor Ada Example (chair)', 'Ben Example, Director of children’s services'. */
function named({ name, capacity, organisation, seat, how, standsInFor }: Noted): string {
  const marks = [
    seat === 'chair' || seat === 'vice-chair' ? seat : '',
    how === 'substitute' && standsInFor !== '' ? `substitute for ${standsInFor}` : '',
  ].filter(mark => mark !== '')
  const after = [capacity, organisation].filter(each => each !== '' && each !== name)
  return `${[name, ...after].join(', ')}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
}

export interface QuorumStatement {
  readonly there: number
  readonly needed: number | null
  readonly isQuorate: boolean
  readonly words: string
}

/** Whether enough of those who may vote were there. @param needed null where nothing says how many */
export function quorumStatement(
  attendance: readonly Pick<Attendance, 'votes' | 'how' | 'seat'>[],
  needed: number | null,
): QuorumStatement {
  // Nobody who only looks in counts, and who joins online does where no law asks for the room.
  const there = attendance.filter(
    each => each.votes === 'all' && each.seat !== 'observer' && isThere(each),
  ).length
  const isQuorate = there > 0 && there >= (needed ?? 1)
  const counted = `${there} ${there === 1 ? 'person' : 'people'} who may vote ${there === 1 ? 'was' : 'were'} there`
  const words =
    needed === null
      ? `${counted}. Nothing says how many are needed.`
      : `The meeting was ${isQuorate ? '' : 'not '}quorate: ${counted}, and ${needed} ${needed === 1 ? 'is' : 'are'} needed.`
  return { there, needed, isQuorate, words }
}
