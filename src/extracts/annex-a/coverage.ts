import { addMonths, type Day } from '#calendar'
import type { ListName } from '#records'
import type { Coverage } from '../extract.ts'
import type { AnnexList } from './annex-list.ts'

/**
 * The days that the lists speak for, by the template's own titles: contacts, early help and
 * referrals of the last six months; assessments, enquiries, plans and care that are open or were
 * in them. Only the latest visit, review and check of a child are there, so those speak for the
 * day of the extract and no other. Lists 10 and 11 hold a year.
 */
const months: Readonly<Partial<Record<ListName, number>>> = {
  children: 6,
  contacts: 6,
  earlyHelp: 6,
  referrals: 6,
  assessments: 6,
  enquiries: 6,
  conferences: 6,
  needEpisodes: 6,
  protectionPlans: 6,
  careEpisodes: 6,
  uasc: 6,
  adoptions: 12,
  adopters: 12,
}

// A list that comes from one column of a sheet is delivered only where the column is.
const columns: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  conferences: ['conferenceOn'],
  visits: ['visitedOn'],
  protectionReviews: ['reviewedOn'],
  careReviews: ['reviewedOn'],
  reviewerContacts: ['reviewerOn'],
  permanencePlans: ['permanence'],
  healthChecks: ['healthOn', 'dentalOn'],
  uasc: ['uasc'],
}

/** The record's lists that a sheet with these columns delivers. */
export function delivered(list: AnnexList, has: (key: string) => boolean): ListName[] {
  return list.lists.filter(name => columns[name]?.some(has) ?? true)
}

export function coverageOf(list: ListName, asOf: Day): Coverage {
  const back = months[list]
  return { list, from: back === undefined ? asOf : addMonths(asOf, -back) + 1, to: asOf }
}
