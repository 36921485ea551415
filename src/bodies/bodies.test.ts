import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleConstitution, parseIsoDay } from '#calendar'
import {
  type Body,
  constitutionOf,
  type ConstitutionVersion,
  fullName,
  type Holder,
  holderOn,
  isQuorate,
  mayStandInFor,
  mayVote,
  quorumOf,
  RulesKept,
  ruleLines,
  type Seat,
  seatsOn,
  sitterOn,
  vacanciesOn,
  votesKinds,
} from './index.ts'
import { gapsBetween } from './gaps-between.ts'
import { rulesFrom, ruleValues } from './pages/constitution-fields.ts'

const day = (iso: string) => parseIsoDay(iso) ?? Number.NaN

const seat = (more: Partial<Seat> = {}): Seat => ({
  id: 'a',
  bodyId: 'b',
  personId: 'p',
  post: null,
  kind: 'member',
  votes: 'all',
  organisation: '',
  party: 'Harbour Group',
  ward: '',
  fromOn: day('2020-01-01'),
  untilOn: null,
  ...more,
})

const holder = (personId: string, from: string, until: string | null, interim = false): Holder => ({
  postId: 'dcs',
  personId,
  fromOn: day(from),
  untilOn: until === null ? null : day(until),
  interim,
})

describe('who was in post', () => {
  const held = [
    holder('first', '2017-01-09', '2019-05-31'),
    holder('interim', '2019-06-03', '2020-02-14', true),
    holder('second', '2020-02-03', null),
  ]

  it('counts the first and the last day, and leaves a gap between', () => {
    expect(holderOn(held, day('2017-01-08'))).toBeNull()
    expect(holderOn(held, day('2017-01-09'))?.personId).toBe('first')
    expect(holderOn(held, day('2019-05-31'))?.personId).toBe('first')
    expect(holderOn(held, day('2019-06-01'))).toBeNull()
  })

  it('is the one who came last in a handover', () => {
    expect(holderOn(held, day('2020-02-10'))?.personId).toBe('second')
  })

  it('sits in the seat of the post', () => {
    const posts = [{ id: 'dcs', title: 'Director', statutory: null }]
    const own = seat({ personId: null, post: 'Director' })
    expect(sitterOn(own, posts, held, day('2019-07-01'))).toBe('interim')
    expect(sitterOn(own, posts, held, day('2019-06-01'))).toBeNull()
    expect(sitterOn(seat({ personId: null, post: 'Nurse' }), posts, held, 0)).toBeNull()
    expect(sitterOn(seat(), posts, held, 0)).toBe('p')
  })

  it('is somebody on every day but those of the gaps', () => {
    const time = tuple(integer({ min: 0, max: 400 }), integer({ min: 0, max: 60 }))
    assert(
      property(array(time, { minLength: 1, maxLength: 6 }), times => {
        const all = times.map(
          ([from, length], at): Holder => ({
            postId: 'p',
            personId: String(at),
            fromOn: from,
            untilOn: from + length,
            interim: false,
          }),
        )
        const first = Math.min(...all.map(({ fromOn }) => fromOn))
        const today = 500
        const gaps = gapsBetween(all, today)
        const days = Array.from({ length: today - first + 1 }, (_, at) => first + at)
        const vacant = days.filter(on => holderOn(all, on) === null)
        const inGaps = days.filter(on =>
          gaps.some(gap => gap.fromOn <= on && (gap.untilOn === null || on <= gap.untilOn)),
        )
        expect(vacant).toEqual(inGaps)
      }),
    )
  })
})

describe('votes', () => {
  it('of those who sit for education are on education', () => {
    const parent = seat({ kind: 'statutory co-optee', votes: 'education' })
    expect(mayVote(parent, { education: true })).toBe(true)
    expect(mayVote(parent, { education: false })).toBe(false)
  })

  it('are never had by an observer, and on nothing less for more', () => {
    assert(
      property(constantFrom(...votesKinds), votes => {
        expect(mayVote(seat({ kind: 'observer', votes }), { education: true })).toBe(false)
        // Whoever votes on everything votes on education too.
        return (
          !mayVote(seat({ votes }), { education: false }) ||
          mayVote(seat({ votes }), { education: true })
        )
      }),
    )
  })
})

it('lists who sat on a day, the chair first', () => {
  const seats = [
    seat({ id: 'member' }),
    seat({ id: 'was', untilOn: day('2022-05-01') }),
    seat({ id: 'chair', kind: 'chair' }),
    seat({ id: 'later', fromOn: day('2024-01-01') }),
  ]
  expect(seatsOn(seats, day('2022-05-01')).map(({ id }) => id)).toEqual(['chair', 'member', 'was'])
  expect(seatsOn(seats, day('2022-05-02')).map(({ id }) => id)).toEqual(['chair', 'member'])
})

describe('a substitute', () => {
  const own = { party: 'harbour group ', isExecutive: false, isMember: false }
  const asks = (more = {}, kind: Body['kind'] = 'scrutiny', absent = seat()) =>
    mayStandInFor(exampleConstitution, kind, absent, { ...own, ...more })

  it('is of the same group', () => {
    expect(asks()).toEqual({ may: true })
    expect(asks({ party: 'Field Group' })).toMatchObject({
      may: false,
      law: { paragraph: 'substitutes' },
    })
  })

  it('is no member of the cabinet on scrutiny, by law, whatever the constitution says', () => {
    const anyParty = {
      ...exampleConstitution,
      substitutes: { sameParty: false, hours: null, paragraph: '4' },
    }
    const asked = mayStandInFor(anyParty, 'scrutiny', seat(), { ...own, isExecutive: true })
    expect(asked).toMatchObject({ may: false, law: { document: 'Local Government Act 2000' } })
    expect(asks({ isExecutive: true }, 'committee')).toEqual({ may: true })
  })

  it('is nobody where the constitution has none, on the cabinet, or for a co-opted member', () => {
    const none = { ...exampleConstitution, substitutes: null }
    expect(mayStandInFor(none, 'scrutiny', seat(), own)).toMatchObject({ may: false })
    expect(asks({}, 'cabinet')).toMatchObject({ may: false })
    expect(asks({}, 'scrutiny', seat({ kind: 'statutory co-optee' }))).toMatchObject({ may: false })
    expect(asks({ isMember: true })).toMatchObject({ may: false })
  })
})

describe('quorum', () => {
  const of = (voting: number, quorum: number | null, kind: Body['kind'] = 'scrutiny') =>
    quorumOf(
      { quorum, kind },
      [
        ...Array.from({ length: voting }, () => seat()),
        seat({ votes: 'education', kind: 'statutory co-optee' }),
        seat({ votes: 'none', kind: 'observer' }),
      ],
      exampleConstitution,
    )

  it('is what the body says, or the constitution', () => {
    expect(of(9, 4)).toBe(4)
    expect(of(9, null)).toBe(3)
    expect(of(21, null)).toBe(6)
    expect(quorumOf({ quorum: null, kind: 'partnership' }, [], { quorum: null })).toBeNull()
  })

  it('of full council is never fewer than a quarter', () => {
    expect(of(53, 5, 'council')).toBe(14)
  })

  it('is met by enough of them, and never by nobody', () => {
    expect(isQuorate(3, 3)).toBe(true)
    expect(isQuorate(2, 3)).toBe(false)
    expect(isQuorate(1, null)).toBe(true)
    expect(isQuorate(0, null)).toBe(false)
  })
})

it('misses a statutory post that is not listed, vacant or held for the time being', () => {
  const posts = [
    { id: 'dcs', title: 'Director', statutory: 'director-of-childrens-services' as const },
  ]
  const found = (held: readonly Holder[]) =>
    vacanciesOn(posts, held, day('2026-11-21')).find(
      ({ statutory }) => statutory === 'director-of-childrens-services',
    )
  expect(vacanciesOn([], [], 0)).toHaveLength(7)
  expect(found([])).toMatchObject({ state: 'vacant', since: null })
  expect(found([holder('a', '2020-01-01', '2026-01-31')])).toMatchObject({
    state: 'vacant',
    since: day('2026-01-31'),
  })
  expect(found([holder('a', '2020-01-01', null, true)])).toMatchObject({ state: 'interim' })
  expect(found([holder('a', '2020-01-01', null)])).toBeUndefined()
})

describe('a constitution', () => {
  const version = (from: string, noted: string, members: number): ConstitutionVersion => ({
    id: `${from}${noted}`,
    fromOn: day(from),
    constitution: {
      ...exampleConstitution,
      isExample: false,
      callInBy: { members, chairAlone: false, others: '', paragraph: '1' },
    },
    notedBy: 'a',
    notedByName: 'A',
    notedAt: new Date(noted),
  })
  const versions = [
    version('2020-01-01', '2020-01-01T00:00:00Z', 1),
    version('2024-01-01', '2023-12-01T00:00:00Z', 2),
    version('2024-01-01', '2024-02-01T00:00:00Z', 3),
  ]

  it('holds from its day, and of one day what was noted last', () => {
    const members = (iso: string) => constitutionOf(versions, day(iso)).callInBy?.members
    expect(members('2023-12-31')).toBe(1)
    expect(members('2024-01-01')).toBe(3)
    expect(constitutionOf(versions, day('2019-12-31')).isExample).toBe(true)
  })

  it('comes back from its form and from what is kept as it was', () => {
    const { document: _d, readOn: _r, isExample: _e, ...rules } = exampleConstitution
    expect(rulesFrom(ruleValues(exampleConstitution))).toEqual({ kind: 'rules', rules })
    expect(RulesKept.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules)
    expect(rulesFrom({})).toEqual({
      kind: 'rules',
      rules: Object.fromEntries(Object.keys(rules).map(rule => [rule, null])),
    })
  })

  it('names each rule, those that it does not have too', () => {
    const lines = ruleLines({ ...exampleConstitution, callIn: null })
    expect(lines).toHaveLength(13)
    expect(lines.find(({ title }) => title === 'Time for call-in')).toMatchObject({
      says: 'No such step.',
      paragraph: null,
    })
    expect(lines[0]?.says).toBe('By 10:00, 4 clear working days before the meeting.')
  })

  it('refuses what is no rule, field by field', () => {
    const asked = rulesFrom({
      'callIn-length': 'five',
      'callIn-unit': 'fortnights',
      'callIn-at': '25:00',
    })
    const fields = asked.kind === 'wrong' ? asked.errors.map(({ field }) => field) : []
    expect(fields).toEqual(['callIn-length', 'callIn-unit', 'callIn-at', 'callIn-paragraph'])
  })
})

it('shows somebody by title and name', () => {
  expect(fullName({ title: 'Councillor', name: 'Ada Example' })).toBe('Councillor Ada Example')
  expect(fullName({ title: null, name: 'Ambassador' })).toBe('Ambassador')
})
