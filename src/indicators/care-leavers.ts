/**
 * Whether a young person on the list of care leavers counts as one: not a child still in care
 * (eligible) nor one who was in care too briefly (qualifying), and, as in the national figures, not
 * one who has died or returned to live with their parents. SSDA903 returns hold no eligibility.
 */
export function hasLeftCare(leaver: {
  readonly eligibility: string
  readonly inTouch: string
}): boolean {
  const leftCare = leaver.eligibility !== 'eligible' && leaver.eligibility !== 'qualifying'
  return leftCare && leaver.inTouch !== 'DIED' && leaver.inTouch !== 'RHOM'
}
