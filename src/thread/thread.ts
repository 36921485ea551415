/** Anything in any room: the kind says which room knows it. */
export interface Thing {
  readonly kind: string
  readonly id: string
}

/** How one thing belongs to another, in words for both ends. */
export const relations = {
  answers: { says: 'answers', back: 'is answered by' },
  proves: { says: 'proves', back: 'is proved by' },
  'comes from': { says: 'comes from', back: 'led to' },
  measures: { says: 'measures', back: 'is measured by' },
  're-tests': { says: 're-tests', back: 'is re-tested by' },
  duplicates: { says: 'is a duplicate of', back: 'has a duplicate' },
} as const
export type Relation = keyof typeof relations

export interface Link {
  readonly from: Thing
  readonly relation: Relation
  readonly to: Thing
}

/** Why a link cannot be made, for the person who wanted it. */
export type LinkRefused =
  | { readonly kind: 'itself'; readonly message: string }
  | { readonly kind: 'circle'; readonly message: string }
  | { readonly kind: 'already'; readonly message: string }

/** Relations that say what was there first: following them must come to an end. */
export const oneWay: ReadonlySet<Relation> = new Set<Relation>(['comes from', 'duplicates'])

export const keyOf = ({ kind, id }: Thing): string => `${kind}\n${id}`
export const same = (one: Thing, other: Thing): boolean =>
  one.kind === other.kind && one.id === other.id

/**
 * Whether a link may be added to those there are. Nothing is linked to itself, nothing is said
 * twice, and nothing comes from, or is a duplicate of, what came from it.
 */
export function refusalOf(links: readonly Link[], link: Link): LinkRefused | null {
  if (same(link.from, link.to))
    return { kind: 'itself', message: 'A thing cannot be linked to itself.' }
  const isThere = links.some(
    each => each.relation === link.relation && same(each.from, link.from) && same(each.to, link.to),
  )
  if (isThere) return { kind: 'already', message: 'These two are linked already.' }
  if (oneWay.has(link.relation) && leadsTo(links, link.relation, link.to, link.from))
    return {
      kind: 'circle',
      message: `This would go round in a circle: what it ${relations[link.relation].says} already ${relations[link.relation].says} it, directly or through others.`,
    }
  return null
}

/** Whether following one relation from a thing comes to another. */
export function leadsTo(
  links: readonly Link[],
  relation: Relation,
  from: Thing,
  to: Thing,
): boolean {
  const next = new Map<string, Thing[]>()
  for (const link of links) {
    if (link.relation !== relation) continue
    const key = keyOf(link.from)
    next.set(key, [...(next.get(key) ?? []), link.to])
  }
  const seen = new Set<string>()
  const waiting = [from]
  for (let thing = waiting.pop(); thing !== undefined; thing = waiting.pop()) {
    if (same(thing, to)) return true
    if (seen.has(keyOf(thing))) continue
    seen.add(keyOf(thing))
    waiting.push(...(next.get(keyOf(thing)) ?? []))
  }
  return false
}

/** One neighbour, in words that read on from the thing: 'is answered by'. */
export interface Neighbour {
  readonly thing: Thing
  readonly relation: Relation
  readonly end: 'from' | 'to'
  readonly words: string
}

export function neighboursOf(links: readonly Link[], thing: Thing): readonly Neighbour[] {
  return links.flatMap(({ from, relation, to }): readonly Neighbour[] => {
    if (same(from, thing))
      return [{ thing: to, relation, end: 'to', words: relations[relation].says }]
    if (same(to, thing))
      return [{ thing: from, relation, end: 'from', words: relations[relation].back }]
    return []
  })
}

export const parts = ['came-from', 'answers', 'proof', 'proves', 'duplicates'] as const
export type Part = (typeof parts)[number]

/** The four questions that a thread answers, in the order in which they are asked. */
export const partWords: Readonly<Record<Part, string>> = {
  'came-from': 'Where it came from',
  answers: 'What answers it',
  proof: 'What proves it',
  proves: 'What it is proof of',
  duplicates: 'The same, found elsewhere',
}

/** Which of the questions a neighbour answers. */
export function partOf({ relation, end }: Pick<Neighbour, 'relation' | 'end'>): Part {
  switch (relation) {
    case 'answers':
    case 'comes from':
      return end === 'to' ? 'came-from' : 'answers'
    case 'proves':
    case 'measures':
    case 're-tests':
      return end === 'to' ? 'proves' : 'proof'
    case 'duplicates':
      return 'duplicates'
  }
}

/** A step of a thread: how far from the thing it is, and by what it hangs there. */
export interface Step {
  readonly thing: Thing
  readonly depth: number
  readonly words: string
}

/**
 * Everything that hangs on a thing, each once, near before far: back to where it came from, on to
 * what answers it, and the proof of what answers it.
 */
export function walk(links: readonly Link[], thing: Thing): Readonly<Record<Part, Step[]>> {
  const found: Record<Part, Step[]> = {
    'came-from': [],
    answers: [],
    proof: [],
    proves: [],
    duplicates: [],
  }
  const seen = new Set([keyOf(thing)])
  const follow = (from: Thing, depth: number, allowed: readonly Part[], into?: Part): void => {
    const near = neighboursOf(links, from).filter(each => {
      if (!allowed.includes(partOf(each)) || seen.has(keyOf(each.thing))) return false
      seen.add(keyOf(each.thing))
      return true
    })
    for (const each of near) {
      const part = into ?? partOf(each)
      found[part].push({ thing: each.thing, depth, words: each.words })
      if (part === 'came-from') follow(each.thing, depth + 1, ['came-from'])
      if (part === 'answers') follow(each.thing, depth + 1, ['answers', 'proof'])
      if (part === 'proves') follow(each.thing, depth + 1, ['came-from'], 'came-from')
    }
  }
  follow(thing, 1, parts)
  return found
}
