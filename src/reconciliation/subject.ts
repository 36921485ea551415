import {
  adoptions,
  assessments,
  conferences,
  enquiries,
  type Fields,
  type List,
  type ListName,
  needEpisodes,
  periodsOfCare,
  protectionPlans,
  referrals,
} from '#records'

/** A count that more than one kind of file answers. */
export interface Subject {
  readonly key: SubjectKey
  /** 'Children in care' */
  readonly title: string
  /** Spells that are open on a day, or events up to it. */
  readonly of: List<string, Fields>
  /** The list of the record whose rows the files bring. */
  readonly from: ListName
  readonly counts: 'open on a day' | 'events up to a day'
  /** The field that says when; for spells, their start. */
  readonly on: string
}

const subjects = {
  care: {
    title: 'Children in care',
    of: periodsOfCare,
    from: 'careEpisodes',
    counts: 'open on a day',
    on: 'startedOn',
  },
  protection: {
    title: 'Children with a child protection plan',
    of: protectionPlans,
    from: 'protectionPlans',
    counts: 'open on a day',
    on: 'startedOn',
  },
  need: {
    title: 'Children in need',
    of: needEpisodes,
    from: 'needEpisodes',
    counts: 'open on a day',
    on: 'startedOn',
  },
  referrals: {
    title: 'Referrals',
    of: referrals,
    from: 'referrals',
    counts: 'events up to a day',
    on: 'referredOn',
  },
  assessments: {
    title: 'Assessments authorised',
    of: assessments,
    from: 'assessments',
    counts: 'events up to a day',
    on: 'authorisedOn',
  },
  enquiries: {
    title: 'Section 47 enquiries',
    of: enquiries,
    from: 'enquiries',
    counts: 'events up to a day',
    on: 'startedOn',
  },
  conferences: {
    title: 'Initial child protection conferences',
    of: conferences,
    from: 'conferences',
    counts: 'events up to a day',
    on: 'heldOn',
  },
  adoptions: {
    title: 'Adoptions',
    of: adoptions,
    from: 'adoptions',
    counts: 'events up to a day',
    on: 'adoptedOn',
  },
} as const

export type SubjectKey = keyof typeof subjects

// as: the keys of a constant are its keys.
export const subjectKeys = Object.keys(subjects) as readonly SubjectKey[]

export function isSubjectKey(text: string): text is SubjectKey {
  return subjectKeys.some(key => key === text)
}

export function subjectOf(key: SubjectKey): Subject {
  return { key, ...subjects[key] }
}
