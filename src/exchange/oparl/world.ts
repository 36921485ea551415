import { isoDay } from '#calendar'
import { utc } from '../local-time.ts'
import {
  type Dated,
  papersOf,
  type PlacedPaper,
  type Published,
  type PublishedDecision,
} from '../published.ts'
import {
  type Json,
  known,
  type OparlKind,
  type OparlObject,
  type OparlPlace,
  typeOf,
} from './json.ts'

export interface World {
  readonly published: Published
  readonly place: OparlPlace
  readonly papers: readonly PlacedPaper[]
  readonly people: ReadonlySet<string>
  /** By the item that they were made at. */
  readonly decisions: ReadonlyMap<string | null, PublishedDecision>
}

export function worldOf(published: Published, place: OparlPlace): World {
  const people = new Set(published.people.map(each => each.id))
  const decisions = new Map(published.decisions.map(each => [each.item, each]))
  return { published, place, papers: papersOf(published.meetings), people, decisions }
}

export function thing(
  { place }: Pick<World, 'published' | 'place'>,
  kind: OparlKind,
  id: string,
  dated: Dated,
  values: Readonly<Record<string, Json | null | undefined>> = {},
): OparlObject {
  return {
    id: place.urlOf(kind, id),
    type: typeOf(kind),
    ...known(values),
    created: utc(dated.createdAt),
    modified: utc(dated.modifiedAt),
  }
}

export const bodyUrl = ({ place, published }: World): string =>
  place.urlOf('Body', published.council.id)

export const dayOrNone = (day: number | null): string | null => (day === null ? null : isoDay(day))
