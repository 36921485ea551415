import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { workingDaysBetween } from '#calendar'
import type { County } from './county.ts'
import { demoCounty } from './extracts.ts'
import { NONE, type Sheet } from './sheet.ts'

/** Children first heard of before birth are born within this many days. */
const LONGEST_BEFORE_BIRTH = 160

/** Says which rows break a rule, so that a failure names them. */
function broken<Name extends string>(
  rows: Sheet<Name>,
  rule: (get: (name: Name) => number, row: number) => boolean,
): number[] {
  const found = []
  for (let row = 0; row < rows.length; row++) {
    if (!rule(name => rows.get(row, name), row)) found.push(row)
  }
  return found
}

function inEverySmallCounty(check: (county: County) => void): void {
  assert(
    property(integer({ min: 1, max: 1_000_000 }), seed => {
      check(demoCounty({ seed, scale: 0.03, months: 24 }))
    }),
    { numRuns: 4 },
  )
}

test('nothing ends before it began', () => {
  inEverySmallCounty(({ happened }) => {
    const { referrals, assessments, enquiries, needPlans, plans, periods, earlyHelp, missing } =
      happened
    for (const rows of [
      referrals,
      assessments,
      enquiries,
      needPlans,
      plans,
      periods,
      earlyHelp,
      missing,
    ]) {
      // Each of these has a first and a last day; their other columns do not matter here.
      const spells = rows as Sheet<'from' | 'to'>
      expect(broken(spells, get => get('to') >= get('from'))).toEqual([])
    }
    for (const rows of [
      happened.episodes,
      happened.placements,
      happened.legal,
      happened.involvements,
    ]) {
      const spells = rows as Sheet<'from' | 'to'>
      expect(broken(spells, get => get('to') > get('from'))).toEqual([])
    }
  })
})

test('nobody is referred long before birth, or after turning 18', () => {
  inEverySmallCounty(({ happened }) => {
    const { people, referrals } = happened
    expect(
      broken(referrals, get => {
        const child = get('child')
        return (
          people.get(child, 'born') <= get('from') + LONGEST_BEFORE_BIRTH &&
          get('from') <= people.get(child, 'childUntil') &&
          get('to') <= people.get(child, 'childUntil') + 1
        )
      }),
    ).toEqual([])
  })
})

test('a child has one referral open at a time', () => {
  inEverySmallCounty(({ happened }) => {
    const { referrals } = happened
    const byChild = new Map<number, { from: number; to: number }[]>()
    for (let row = 0; row < referrals.length; row++) {
      const child = referrals.get(row, 'child')
      const spells = byChild.get(child) ?? []
      spells.push({ from: referrals.get(row, 'from'), to: referrals.get(row, 'to') })
      byChild.set(child, spells)
    }
    for (const spells of byChild.values()) {
      spells.sort((a, b) => a.from - b.from)
      for (const [place, spell] of spells.entries()) {
        expect(spell.from).toBeGreaterThanOrEqual(spells[place - 1]?.to ?? NONE)
      }
    }
  })
})

test('what belongs to a referral happens while it is open', () => {
  inEverySmallCounty(({ happened, span }) => {
    const { referrals, assessments, enquiries, needPlans, plans, periods } = happened
    for (const rows of [assessments, enquiries, needPlans, plans, periods]) {
      const parts = rows as Sheet<'referral' | 'from' | 'to'>
      expect(
        broken(parts, get => {
          const referral = get('referral')
          if (get('from') < referrals.get(referral, 'from')) return false
          return get('from') > span.to || get('to') <= referrals.get(referral, 'to') + 1
        }),
      ).toEqual([])
    }
  })
})

test('a plan starts on the day of its conference, which follows an enquiry', () => {
  inEverySmallCounty(({ happened }) => {
    const { plans, conferences, enquiries } = happened
    expect(
      broken(plans, (get, row) => {
        const conference = get('conference')
        return (
          conferences.get(conference, 'on') === get('from') &&
          conferences.get(conference, 'plan') === row &&
          conferences.get(conference, 'child') === get('child')
        )
      }),
    ).toEqual([])
    expect(
      broken(
        conferences,
        get =>
          enquiries.get(get('enquiry'), 'from') < get('on') &&
          enquiries.get(get('enquiry'), 'conference') === 1 &&
          workingDaysBetween(enquiries.get(get('enquiry'), 'from'), get('target')) === 15,
      ),
    ).toEqual([])
  })
})

test('reviews and visits fall within the plan they belong to', () => {
  inEverySmallCounty(({ happened }) => {
    const { plans, protectionReviews, protectionVisits } = happened
    for (const rows of [protectionReviews, protectionVisits]) {
      const moments = rows as Sheet<'plan' | 'on' | 'child'>
      expect(
        broken(moments, get => {
          const plan = get('plan')
          return (
            get('on') > plans.get(plan, 'from') &&
            get('on') <= plans.get(plan, 'to') &&
            get('child') === plans.get(plan, 'child')
          )
        }),
      ).toEqual([])
    }
  })
})

test('placements follow each other without a gap from the first day of care to the last', () => {
  inEverySmallCounty(({ happened, span }) => {
    const { placements, episodes, periods } = happened
    for (const rows of [placements, episodes]) {
      const spells = rows as Sheet<'period' | 'from' | 'to'>
      const last = new Map<number, number>()
      for (let row = 0; row < spells.length; row++) {
        const period = spells.get(row, 'period')
        expect(spells.get(row, 'from')).toBe(last.get(period) ?? periods.get(period, 'from'))
        last.set(period, spells.get(row, 'to'))
      }
      const over = [...last].filter(([period]) => periods.get(period, 'to') <= span.to)
      for (const [period, to] of over) expect(to).toBe(periods.get(period, 'to'))
    }
  })
})

test('care, its reviews and visits happen between birth and 18', () => {
  inEverySmallCounty(({ happened }) => {
    const { people, periods, careReviews, careVisits } = happened
    expect(
      broken(
        periods,
        get =>
          get('from') > people.get(get('child'), 'born') &&
          get('to') <= people.get(get('child'), 'childUntil') + 1,
      ),
    ).toEqual([])
    for (const rows of [careReviews, careVisits]) {
      const moments = rows as Sheet<'period' | 'on'>
      expect(
        broken(moments, get => {
          const period = get('period')
          return get('on') > periods.get(period, 'from') && get('on') < periods.get(period, 'to')
        }),
      ).toEqual([])
    }
  })
})

test('adoption goes in order: decision, placement order, match, placement, order', () => {
  inEverySmallCounty(({ happened }) => {
    const { permanence } = happened
    expect(
      broken(permanence, get => {
        const days = [get('decided'), get('order'), get('matched'), get('placed')].filter(
          day => day !== NONE,
        )
        if (get('kind') === 0) days.push(get('to'))
        return days.every((day, place) => place === 0 || day >= (days[place - 1] ?? 0))
      }),
    ).toEqual([])
  })
})

test('young people leave care at 16 or later and are known until they are 21', () => {
  inEverySmallCounty(county => {
    for (const leaver of county.leavers) {
      const born = county.happened.people.get(leaver.child, 'born')
      expect(leaver.from - born).toBeGreaterThanOrEqual(16 * 365)
      expect(leaver.to - born).toBeLessThan(21 * 365.25 + 1)
      expect(leaver.to).toBeGreaterThanOrEqual(leaver.from)
    }
  })
})
