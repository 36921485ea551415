import type { Day } from '#calendar'
import type { XmlElement } from '#kit/files/xml.ts'
import { assessments, needEpisodes, needPlans, referrals } from '#records'
import type { People } from './children.ts'
import { assessmentFactors, closureReasons, primaryNeeds, referralSources } from './codes.ts'
import { find, findAll, textOf } from './elements.ts'
import {
  authorisedBeforeStart,
  beforeReferral,
  closedBeforeReferral,
  closedWithoutReason,
  endedBeforeStart,
  furtherAction,
  needMissing,
  noReferralDate,
  noStartDate,
  reasonWithoutClosure,
} from './problems.ts'
import { readProtection, type Within } from './protection.ts'
import { type BlockReader, rowsOf, some } from './rows.ts'
import { type About, noteAdded, sourceList } from './source-list.ts'

const WORK = ['Assessments', 'CINPlanDates', 'Section47', 'ChildProtectionPlans'] as const

/** The referrals of the census with all that followed from each. */
export interface Episodes {
  take(child: string, details: XmlElement): void
  /** The latest date of referral, for a census that does not say its year. */
  readonly latestReferral: Day | null
  readonly blocks: readonly BlockReader[]
}

export function readEpisodes(about: About, people: People): Episodes {
  const source = sourceList('CINdetails', ['referrals', 'needEpisodes'], about)
  const referralRows = rowsOf(referrals)
  const needRows = rowsOf(needEpisodes)
  const assessed = readAssessments(about)
  const planned = readNeedPlans(about)
  const protection = readProtection(about)
  let latestReferral: Day | null = null

  function takeReferral(child: string, details: XmlElement): Within {
    source.found()
    const referredOn = source.day(details, 'CINreferralDate')
    if (referredOn === null) {
      source.refuse(details, noReferralDate, 'CINreferralDate')
      return { referredOn: null, closedOn: null }
    }
    if (latestReferral === null || referredOn > latestReferral) latestReferral = referredOn
    people.checkReferral(child, referredOn, details, source)

    const origin = source.code(details, 'ReferralSource', referralSources)
    const noFurtherAction = source.flag(details, 'ReferralNFA')
    const closed = readClosure(details, referredOn)
    const primaryNeed = source.code(details, 'PrimaryNeedCode', primaryNeeds)
    source.required(details, 'ReferralSource', origin)
    source.required(details, 'ReferralNFA', noFurtherAction)
    if (noFurtherAction === true && hasWork(details))
      source.doubt(details, 'ReferralNFA', furtherAction)

    const added = referralRows.add(child, {
      referredOn,
      source: origin,
      noFurtherAction,
      notInNeed: closed.unread ? null : closed.endReason === 'RC8',
    })
    if (noFurtherAction === true) {
      noteAdded(source, details, 'CINreferralDate', added)
      return { referredOn, closedOn: closed.endedOn }
    }
    if (textOf(details, 'PrimaryNeedCode') === '')
      source.doubt(details, 'PrimaryNeedCode', needMissing)
    const { endedOn, endReason } = closed
    const need = needRows.add(child, { startedOn: referredOn, endedOn, endReason, primaryNeed })
    noteAdded(source, details, 'CINreferralDate', need)
    return { referredOn, closedOn: endedOn }
  }

  function readClosure(
    details: XmlElement,
    referredOn: Day,
  ): { endedOn: Day | null; endReason: string; unread: boolean } {
    const closedOn = source.day(details, 'CINclosureDate')
    const endReason = source.code(details, 'ReasonForClosure', closureReasons)
    const given = textOf(details, 'ReasonForClosure') !== ''
    if (closedOn !== null && !given) source.doubt(details, 'CINclosureDate', closedWithoutReason)
    if (given && textOf(details, 'CINclosureDate') === '')
      source.doubt(details, 'ReasonForClosure', reasonWithoutClosure)
    const impossible = closedOn !== null && closedOn < referredOn
    if (impossible) source.drop(details, 'CINclosureDate', closedBeforeReferral)
    return {
      endedOn: impossible ? null : closedOn,
      endReason,
      unread: given && endReason === '',
    }
  }

  return {
    take(child, details) {
      const within = takeReferral(child, details)
      assessed.take(child, details, within)
      planned.take(child, details, within)
      protection.take(child, details, within)
    },
    get latestReferral() {
      return latestReferral
    },
    blocks: [
      { source, tables: () => [referralRows.build(), needRows.build()] },
      assessed.block,
      planned.block,
      ...protection.blocks,
    ],
  }
}

function hasWork(details: XmlElement): boolean {
  return (
    WORK.some(name => find(details, name) !== undefined) ||
    textOf(details, 'DateOfInitialCPC') !== ''
  )
}

interface WithinReferral {
  take(child: string, details: XmlElement, within: Within): void
  readonly block: BlockReader
}

function readAssessments(about: About): WithinReferral {
  const source = sourceList('Assessments', ['assessments'], about, [
    'AssessmentInternalReviewDate: no figure is made from it.',
  ])
  const rows = rowsOf(assessments)
  return {
    take(child, details, { referredOn }) {
      for (const each of findAll(details, 'Assessments')) {
        source.found()
        const startedOn = source.day(each, 'AssessmentActualStartDate')
        if (startedOn === null) {
          source.refuse(each, noStartDate, 'AssessmentActualStartDate')
          continue
        }
        if (referredOn !== null && startedOn < referredOn)
          source.doubt(each, 'AssessmentActualStartDate', beforeReferral)
        const authorisedOn = source.day(each, 'AssessmentAuthorisationDate')
        const impossible = authorisedOn !== null && authorisedOn < startedOn
        if (impossible) source.drop(each, 'AssessmentAuthorisationDate', authorisedBeforeStart)
        const blocks = [each, ...findAll(each, 'FactorsIdentifiedAtAssessment')]
        const elements = blocks.flatMap(block => findAll(block, 'AssessmentFactors'))
        const factors = source.codes(elements, assessmentFactors).join(' ')
        const ended = impossible ? null : authorisedOn
        const added = rows.add(child, { startedOn, authorisedOn: ended, factors })
        noteAdded(source, each, 'AssessmentActualStartDate', added)
      }
    },
    block: { source, tables: () => some(rows) },
  }
}

function readNeedPlans(about: About): WithinReferral {
  const source = sourceList('CINPlanDates', ['needPlans'], about)
  const rows = rowsOf(needPlans)
  return {
    take(child, details, { referredOn }) {
      for (const each of findAll(details, 'CINPlanDates')) {
        source.found()
        const startedOn = source.day(each, 'CINPlanStartDate')
        if (startedOn === null) {
          source.refuse(each, noStartDate, 'CINPlanStartDate')
          continue
        }
        if (referredOn !== null && startedOn < referredOn)
          source.doubt(each, 'CINPlanStartDate', beforeReferral)
        const endedOn = source.day(each, 'CINPlanEndDate')
        const impossible = endedOn !== null && endedOn < startedOn
        if (impossible) source.drop(each, 'CINPlanEndDate', endedBeforeStart)
        const added = rows.add(child, { startedOn, endedOn: impossible ? null : endedOn })
        noteAdded(source, each, 'CINPlanStartDate', added)
      }
    },
    block: { source, tables: () => some(rows) },
  }
}
