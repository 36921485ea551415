import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Month, monthOf, parseIsoMonth } from '#calendar'
import type { Rooms } from '#council'
import { type Colleague, changingOf, dayFrom } from '#findings'
import { type Definition, definitionOf, type Slice } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { forbidden, notFound } from '#kit/http/index.ts'
import { type Place, writeNotes } from '#marks'
import { hasRole, permits, type Viewer, viewerOf } from '#people'
import type { Thing, Thread } from '#thread'
import { seeParts } from '../policy.ts'
import type { Reading } from '../reading.ts'
import { indicatorPath } from './paths.ts'

/** What the pages for setting something on a figure need beside the rest. */
export interface MarkingRooms extends Rooms {
  readonly thread: Thread
  readonly colleagues: (authority: string) => Promise<readonly Colleague[]>
  /** What may explain that a figure moved: the open and closed lines of plans that a viewer may see. */
  readonly explainers: (trx: Trx, viewer: Viewer) => Promise<readonly Explainer[]>
}

export interface Explainer {
  readonly thing: Thing
  readonly title: string
}

/** Whether somebody may write on the charts of a slice: whoever is of one team only on that team's. */
export function mayNote(viewer: Viewer, slice: Slice): boolean {
  if (!permits(writeNotes, viewer)) return false
  const isOfTeams =
    hasRole(viewer, 'team-manager', 'practitioner') &&
    !hasRole(viewer, 'director', 'leadership', 'quality-lead', 'auditor', 'analyst', 'plan-owner')
  return !isOfTeams || (slice.dimension === 'team' && viewer.teams.includes(slice.name))
}

/** The definition at an address, for whoever may see that part of the county. */
export function definitionAt(request: FastifyRequest, code: string, slice: Slice): Definition {
  const definition = definitionOf(code)
  if (definition === undefined) throw notFound()
  if (slice.dimension !== 'county' && !permits(seeParts, viewerOf(request))) throw forbidden()
  return definition
}

export function placeCrumbs({ indicator, slice }: Place) {
  const name = definitionOf(indicator)?.name ?? indicator
  return [
    { text: 'Indicators', href: '/indicators' },
    {
      text: slice.dimension === 'county' ? name : `${name}, ${slice.name}`,
      href: indicatorPath(indicator, slice),
    },
  ]
}

export const whereInWords = ({ indicator, slice }: Place): string => {
  const name = definitionOf(indicator)?.name ?? indicator
  return slice.dimension === 'county' ? `${name}, whole county` : `${name}, ${slice.name}`
}

export { changingOf }

/** A month as people write it: '2024-03', 'March 2024', '03/2024', or a day in it. */
export function monthFrom(text: string): Month | null {
  const plain = text.trim()
  const iso = parseIsoMonth(plain)
  if (iso !== null) return iso
  const figures = /^(\d{1,2})[/.-](\d{4})$/.exec(plain)
  if (figures !== null) return parseIsoMonth(`${figures[2]}-${figures[1]?.padStart(2, '0')}`)
  const day = dayFrom(plain) ?? dayFrom(`1 ${plain}`)
  return day === null ? null : monthOf(day)
}

export const MonthText = (missing: string) =>
  z.string({ error: missing }).transform((typed, context): Month => {
    const month = monthFrom(typed)
    if (month !== null) return month
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

/** The reading of a slice among those of its indicator. */
export function readingAt(readings: readonly Reading[], slice: Slice): Reading {
  const found = readings.find(
    each => each.slice.dimension === slice.dimension && each.slice.name === slice.name,
  )
  if (found === undefined) throw notFound()
  return found
}
