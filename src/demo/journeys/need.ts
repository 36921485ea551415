import { addWorkingDays } from '#calendar'
import type { Child, County } from '../county.ts'
import { usual } from '../story.ts'
import { allocate } from './allocation.ts'
import { enquiry } from './protection.ts'
import { visitThrough } from './visits.ts'

export interface NeedPlan {
  readonly to: number
  /** The conference that put a child protection plan in its place. */
  readonly conference: { readonly from: number; readonly conference: number } | null
}

/** A child in need plan with its visits; some lead to a section 47 enquiry and a conference. */
export function needPlan(
  county: County,
  wanted: {
    readonly child: number
    readonly who: Child
    readonly row: number
    readonly from: number
    readonly long: boolean
    /** A plan that follows child protection is short. */
    readonly after?: boolean
  },
): NeedPlan {
  const { random, staff, happened, span, chances } = county
  const { child, who, row, from } = wanted
  if (from > span.to) return { to: from, conference: null }
  const mean = wanted.after === true ? 105 : wanted.long ? 640 : 150
  let to = Math.min(from + 21 + Math.round(random.wait(mean)), who.childUntil)
  const seat = staff.seat(wanted.long ? 'disabled' : 'need', who.locality)

  let conference: NeedPlan['conference'] = null
  if (
    wanted.after !== true &&
    !wanted.long &&
    to - from > 60 &&
    random.chance(usual.enquiryInNeed)
  ) {
    const on = from + random.between(15, to - from - 40)
    conference = enquiry(county, { child, who, row, on, seat, again: null })
    if (conference !== null) to = conference.from
  }
  happened.needPlans.add({ child, referral: row, from, to, seat })
  allocate(county, { child, referral: row, from, to, seat, first: false })
  visitThrough(county, {
    from: addWorkingDays(from, random.between(-8, 0)),
    to,
    soonest: 10,
    standard: 20,
    latest: 22,
    onTime: on => chances.of('needVisitOnTime', on, who.locality),
    visit: on => {
      if (on > from) happened.needVisits.add({ child, on, alone: random.chance(0.55) ? 1 : 0 })
    },
  })
  return { to, conference }
}
