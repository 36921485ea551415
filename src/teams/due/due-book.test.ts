import { describe, expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '#calendar'
import { standardsOf, usualStandards } from '#indicators'
import {
  assessments,
  careEpisodes,
  careLeavers,
  careReviews,
  enquiries,
  healthChecks,
  type History,
  involvements,
  missingEpisodes,
  needEpisodes,
  needPlans,
  permanencePlans,
  protectionPlans,
  protectionReviews,
  teams,
  visits,
} from '#records'
import { record, type RecordBuilder } from '../../indicators/fixture.ts'
import { bookOn, dueOn, pressing } from './due-book.ts'
import { dutyKeys, dutyOf, groundOf } from './duty.ts'

const day = (text: string) => parseIsoDay(text) ?? 0
const on = day('2026-03-31')

/** What is due to each child, as 'child duty day'. */
function due(made: RecordBuilder, standards = usualStandards): readonly string[] {
  const history: History = made.history()
  return dueOn(history, on, standards)
    .map(each => `${history.childIds[each.child]} ${each.duty} ${isoDay(each.on)}`)
    .toSorted()
}

describe('what is due', () => {
  test('of an open assessment is its 45th working day, and from its 35th it is looked at', () => {
    const made = record()
      .child('open')
      .had(assessments, { startedOn: '2026-02-02' })
      .child('done')
      .had(assessments, { startedOn: '2026-02-02', authorisedOn: '2026-03-30' })
    // 45 working days after Monday 2 February, with Good Friday and Easter Monday left out.
    expect(due(made)).toEqual(['open assessment 2026-04-08'])
    const all = dueOn(made.history(), on, usualStandards)
    expect(isoDay(all[0]?.look ?? 0)).toBe('2026-03-23')
    expect(pressing(all, on, on + 7).soon).toHaveLength(1)
    expect(pressing(all, on - 30, on - 20).soon).toHaveLength(0)
  })

  test('under a protection plan follows from the visit and the review before, or from the start', () => {
    const made = record()
      .child('new')
      .had(protectionPlans, { startedOn: '2026-03-02' })
      .child('old')
      .had(protectionPlans, { startedOn: '2025-06-02' })
      .had(visits, { visitedOn: '2026-03-16', kind: 'protection' })
      .had(visits, { visitedOn: '2026-03-20', kind: 'need' })
      .had(protectionReviews, { heldOn: '2025-09-01' })
      .child('ended')
      .had(protectionPlans, { startedOn: '2025-06-02', endedOn: '2026-03-31' })
    expect(due(made)).toEqual([
      'new protection-review 2026-06-02',
      'new protection-visit 2026-03-16',
      'old protection-review 2026-03-01',
      'old protection-visit 2026-03-30',
    ])
  })

  test('by the council’s own standard follows what it has decided', () => {
    const made = record().child('a').had(protectionPlans, { startedOn: '2026-03-02' })
    const weekly = standardsOf([
      { key: 'protection-visit-working-days', value: 5, from: day('2026-01-01') },
    ])
    expect(due(made, weekly)).toContain('a protection-visit 2026-03-09')
  })

  test('of a conference ends with the conference, or with the decision that none is needed', () => {
    const made = record()
      .child('waits')
      .had(enquiries, { startedOn: '2026-03-16' })
      .child('held')
      .had(enquiries, { startedOn: '2026-03-16', conferenceOn: '2026-03-25' })
      .child('not needed')
      .had(enquiries, { startedOn: '2026-03-16', conferenceNotNeeded: true })
      .child('ended')
      .had(enquiries, { startedOn: '2026-03-16', endedOn: '2026-03-20' })
    // 15 working days after Monday 16 March; Good Friday is 3 April and Easter Monday 6 April.
    expect(due(made)).toEqual(['waits conference 2026-04-08'])
  })

  test('to a child in need is a plan after the assessment, then visits', () => {
    const made = record()
      .child('no plan')
      .had(needEpisodes, { startedOn: '2026-01-05' })
      .had(assessments, {
        startedOn: '2026-01-05',
        authorisedOn: '2026-03-02',
        supportNeeded: true,
      })
      .child('planned')
      .had(needEpisodes, { startedOn: '2026-01-05' })
      .had(needPlans, { startedOn: '2026-02-02' })
      .had(visits, { visitedOn: '2026-03-02', kind: 'need' })
      .child('being assessed')
      .had(needEpisodes, { startedOn: '2026-03-16' })
    expect(due(made)).toEqual(['no plan need-plan 2026-03-16', 'planned need-visit 2026-03-30'])
  })

  test('to a child who came into care begins with a week, 20 working days and four months', () => {
    const made = record()
      .child('new', { bornOn: '2015-01-01' })
      .had(careEpisodes, { startedOn: '2026-03-02', startReason: 'S', placementType: 'U4' })
    expect(due(made)).toEqual([
      'new care-review 2026-03-30',
      'new care-visit 2026-03-09',
      'new dental 2027-03-02',
      'new health 2026-03-30',
      'new permanence 2026-07-02',
      'new sdq 2027-03-02',
    ])
  })

  test('to a child long in care follows from what was done before', () => {
    const made = record()
      .child('settled', { bornOn: '2010-01-01' })
      .had(careEpisodes, { startedOn: '2024-01-08', startReason: 'S', placementType: 'U4' })
      .had(careReviews, { heldOn: '2024-02-01' })
      .had(careReviews, { heldOn: '2025-11-03' })
      .had(visits, { visitedOn: '2026-01-12', kind: 'care' })
      .had(permanencePlans, { recordedOn: '2024-05-01', plan: 'foster' })
      .had(healthChecks, { checkedOn: '2025-06-01', kind: 'assessment' })
      .had(healthChecks, { checkedOn: '2025-07-01', kind: 'dental' })
      .had(healthChecks, { checkedOn: '2025-08-01', kind: 'sdq' })
    expect(due(made)).toEqual([
      'settled care-review 2026-05-03',
      'settled care-visit 2026-04-12',
      'settled dental 2026-07-01',
      'settled health 2026-06-01',
      'settled sdq 2026-08-01',
    ])
  })

  test('after going missing is an interview within 72 hours, unless it was offered', () => {
    const made = record()
      .child('back')
      .had(missingEpisodes, { startedOn: '2026-03-26', endedOn: '2026-03-27', kind: 'M' })
      .child('offered')
      .had(missingEpisodes, {
        startedOn: '2026-03-26',
        endedOn: '2026-03-27',
        kind: 'M',
        interviewOffered: true,
      })
    expect(due(made)).toEqual(['back return-interview 2026-03-30'])
  })

  test('to a care leaver follows from the newest description, and nobody is chased who refused', () => {
    const made = record()
      .child('leaver', { bornOn: '2007-05-01' })
      .had(careLeavers, {
        asOn: '2026-03-31',
        pathwayPlanOn: '2025-12-01',
        latestContactOn: '2026-02-10',
        inTouch: 'YES',
      })
      .child('refused', { bornOn: '2007-05-01' })
      .had(careLeavers, { asOn: '2026-03-31', latestContactOn: '2025-02-10', inTouch: 'REFU' })
      .child('gone', { bornOn: '2005-05-01' })
      .had(careLeavers, { asOn: '2025-12-31', latestContactOn: '2025-02-10', inTouch: 'YES' })
    expect(due(made)).toEqual(['leaver leaver-contact 2026-04-10', 'leaver pathway 2026-06-01'])
  })
})

test('what is due stands with the team that the child is with', () => {
  const made = record()
    .child('')
    .had(teams, { team: 'T1', name: 'North', locality: 'East' })
    .child('a')
    .had(assessments, { startedOn: '2026-02-02' })
    .had(involvements, { startedOn: '2026-02-02', team: 'T1', worker: 'w' })
  const book = bookOn(made.history(), on, usualStandards)
  expect(book.teams).toEqual(['North'])
  expect(book.ofTeam('North')).toHaveLength(1)
  expect(book.ofTeam('South')).toEqual([])
})

test.each(dutyKeys)('of %s it is said where its timescale comes from', key => {
  expect(groundOf(dutyOf(key))).toMatch(/standard|unverified|read \d/)
})
