import { type Framework, type FrameworkKey, type Strand, heldOn } from './framework.ts'
import { beforeSif, ilacs2018, ilacs2023, ilacs2026, sif2013 } from './ofsted.ts'
import { hmipYouth2018, jtai, mockInspection, peerReview, send2016, send2023 } from './others.ts'

/** Oldest first within each inspectorate. */
export const frameworks: readonly Framework[] = [
  beforeSif,
  sif2013,
  ilacs2018,
  ilacs2023,
  ilacs2026,
  hmipYouth2018,
  send2016,
  send2023,
  jtai,
  peerReview,
  mockInspection,
]

const byKey = new Map(frameworks.map(framework => [framework.key, framework]))

export function frameworkOf(key: FrameworkKey): Framework {
  const framework = byKey.get(key)
  if (framework === undefined) throw new Error(`There is no framework ${key}`)
  return framework
}

/** Ofsted's framework for a council's children's services on a day (ISO); null before 2009. */
export function ofstedFrameworkOn(day: string): Framework | null {
  return frameworks.findLast(each => each.inspectorate === 'Ofsted' && heldOn(each, day)) ?? null
}

/**
 * The judgement of a framework that speaks of a strand. Before 2023 care leavers had no line of
 * their own in ILACS: their history then runs through “children in care and care leavers”, and the
 * answer says so.
 */
export function judgementFor(
  framework: Framework,
  strand: Strand,
): { readonly key: string; readonly shared: boolean } | null {
  const own = framework.judgements.find(each => each.strand === strand)
  if (own !== undefined) return { key: own.key, shared: false }
  if (strand !== 'care-leavers' || framework.key !== 'ilacs-2018') return null
  return { key: 'children-in-care', shared: true }
}
