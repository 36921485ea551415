import { library } from '#indicators'
import { rankSignals } from '#signals'
import type { Reading } from './reading.ts'
import { type Show, shownAs } from './shown.ts'

/** How a list of indicators is parted. */
export type Grouping = 'theme' | 'question'

/** A part of a list of indicators. */
export interface Group {
  /** Its anchor on the page. */
  readonly key: string
  readonly name: string
  /** A page about it. */
  readonly href?: string
  readonly readings: readonly Reading[]
}

/** A question that people come with, and the codes of the indicators that answer it. */
export interface AskedOf {
  readonly key: string
  readonly asks: string
  readonly href: string
  readonly indicators: readonly string[]
}

/**
 * The indicators to show, in parts. Changes are read by how sure they are, wherever they belong; the
 * others stand by theme or by the questions that they answer, where one may stand under several.
 */
export function groupsOf(
  all: readonly Reading[],
  show: Show,
  by: Grouping,
  questions: readonly AskedOf[],
): readonly Group[] {
  const shown = shownAs(all, show).toSorted((a, b) => placeIn(a) - placeIn(b))
  if (shown.length === 0) return []
  const ranked = rankedAs[show]
  if (ranked !== undefined) return [{ key: 'changed', name: ranked, readings: rankSignals(shown) }]
  return by === 'question' && questions.length > 0 ? byQuestion(shown, questions) : byTheme(shown)
}

const rankedAs: Partial<Record<Show, string>> = {
  changed: 'What has changed, strongest first',
  worse: 'What is getting worse, strongest first',
  improving: 'What is improving, strongest first',
}

/** A child's journey, as the library has it, and not the order of the codes. */
const places = new Map(library.map(({ code }, place) => [code, place]))
const placeIn = ({ definition }: Reading): number => places.get(definition.code) ?? places.size

function byTheme(readings: readonly Reading[]): readonly Group[] {
  const families = Map.groupBy(readings, ({ definition }) => definition.family)
  return [...families].map(([name, members]) => ({ key: anchorOf(name), name, readings: members }))
}

function byQuestion(readings: readonly Reading[], questions: readonly AskedOf[]): readonly Group[] {
  const asked = new Set(questions.flatMap(({ indicators }) => indicators))
  const groups = questions.map(({ key, asks, href, indicators }) => ({
    key,
    name: asks,
    href,
    readings: readings.filter(({ definition }) => indicators.includes(definition.code)),
  }))
  const others = readings.filter(({ definition }) => !asked.has(definition.code))
  return [
    ...groups,
    { key: 'others', name: 'Under none of the key questions', readings: others },
  ].filter(group => group.readings.length > 0)
}

/** 'Front door' as an anchor: 'front-door'. */
function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
