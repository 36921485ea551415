import type { Link } from '#kit/html/page.ts'
import { permits, type Policy } from './policy.ts'
import type { Viewer } from './viewer.ts'

/** A way to a page, and who may go there. */
export type Way = Link & { readonly needs: Policy }

/** The ways that somebody may go: others are not shown to them. */
export function waysOpenTo<Open extends Way>(
  viewer: Viewer,
  ways: readonly Open[],
): readonly Open[] {
  return ways.filter(({ needs }) => permits(needs, viewer))
}
