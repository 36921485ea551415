import { isoDay } from '#calendar'
import { ofstedFrameworkOn } from '#inspections'
import type { Grade } from '#practice'
import { endMock, foundByMock, frameworkNamed, judge, planMock, tieAudit } from '../mock/change.ts'
import {
  asPost,
  heads,
  MONTHS,
  officers,
  principal,
  quality,
  type Telling,
  workingDay,
} from './story.ts'
import { tell } from './tell.ts'

const SERVICE = 'Children in care and care leavers'

/** What the reviewers made of each judgement, by its strand. */
const judged: Readonly<Record<string, readonly [grade: Grade | '', words: string]>> = {
  leadership: [
    'requires improvement',
    'Leaders know their service by its figures and, since exemptions ended, by audits. What audits find reaches the plan. Half of it has not come round yet.',
  ],
  'help-and-protection': [
    '',
    'Not looked at: this was a rehearsal for children in care and care leavers alone.',
  ],
  'children-in-care': [
    'good',
    'Three records were read and six children were spoken with by their reviewing officers. Homes are steady and workers stay. Plans say less of what children want than their own words do.',
  ],
  'care-leavers': [
    'requires improvement',
    'Advisers keep in touch and young people say so. Pathway plans are good ideas that three of four young people had not seen.',
  ],
  overall: ['', 'No judgement overall: half of the service was not looked at.'],
}

/** A rehearsal of an inspection of one service, with its grid, four audits and what it found. */
export async function tellMock(telling: Telling): Promise<void> {
  const { trx, by, random, children } = telling
  const from = workingDay(by.today - 62)
  const until = workingDay(from + 4)
  const framework = frameworkNamed(ofstedFrameworkOn(isoDay(from))?.key ?? '')
  if (framework === undefined) return
  const lead = asPost(telling, quality, workingDay(from - 12))
  const id = await planMock(trx, lead, {
    service: SERVICE,
    framework: framework.key,
    from,
    until,
    reviewers: ['Head of service, assessment', 'Virtual school head', 'Peer of another council'],
  })
  const audited = [
    ['children-in-care', 'care', 'good'],
    ['children-in-care', 'care', 'requires improvement'],
    ['children-in-care', 'care', 'good'],
    ['care-leavers', 'leaver', 'requires improvement'],
  ] as const
  for (const [nth, [key, plan, aim]] of audited.entries()) {
    const on = workingDay(from + 1 + nth)
    const child = children.one({ on, team: null, plans: [plan] }, random)
    const audit = await tell(telling, {
      on,
      aim,
      month: MONTHS - 2,
      team: child?.team ?? telling.teams[0] ?? '',
      child,
      tool: telling.toolOf(key),
      auditor: officers[nth % 2] ?? principal,
      reason: 'mock inspection',
    })
    await tieAudit(trx, asPost(telling, principal, on), id, audit.id)
  }
  const reviewer = asPost(telling, heads[0] ?? principal, until)
  for (const { key, strand } of framework.judgements) {
    const [grade, words] = judged[strand] ?? ['', 'Not looked at.']
    // Grades of the framework are found by how they are written.
    const given = framework.grades.find(each =>
      each.words.some(word => word.toLowerCase() === grade),
    )
    await judge(trx, reviewer, id, { judgement: key, seen: 0, grade: given?.key ?? '', words })
  }
  const inCare = framework.judgements.find(({ strand }) => strand === 'care-leavers')
  await foundByMock(trx, reviewer, id, {
    judgement: inCare?.key ?? '',
    words: 'Young people have not seen their own pathway plans.',
    theme: 'care-leavers',
  })
  await endMock(trx, asPost(telling, quality, workingDay(until + 7)), id)
}
