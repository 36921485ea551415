import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  keyOf,
  leadsTo,
  type Link,
  neighboursOf,
  oneWay,
  parts,
  refusalOf,
  type Relation,
  relations,
  type Thing,
  walk,
} from './thread.ts'

const finding = (id: string): Thing => ({ kind: 'finding', id })
const line = (id: string): Thing => ({ kind: 'plan-line', id })
const measure = (id: string): Thing => ({ kind: 'indicator', id })

const someThing = fc.record({
  kind: fc.constantFrom('finding', 'plan-line', 'indicator'),
  id: fc.constantFrom('1', '2', '3', '4', '5'),
})
// as: the keys of a constant are its relations.
const someRelation = fc.constantFrom(...(Object.keys(relations) as Relation[]))
const someLink: fc.Arbitrary<Link> = fc.record({
  from: someThing,
  relation: someRelation,
  to: someThing,
})

/** The links of a list that would be let in one after another. */
function letIn(wanted: readonly Link[]): readonly Link[] {
  const links: Link[] = []
  for (const link of wanted) if (refusalOf(links, link) === null) links.push(link)
  return links
}

test('nothing is linked to itself', () => {
  fc.assert(
    fc.property(someThing, someRelation, (thing, relation) => {
      expect(refusalOf([], { from: thing, relation, to: thing })?.kind).toBe('itself')
    }),
  )
})

test('a link is there from both ends, whatever else is there', () => {
  fc.assert(
    fc.property(fc.array(someLink, { maxLength: 30 }), wanted => {
      for (const { from, relation, to } of letIn(wanted)) {
        const links = letIn(wanted)
        const there = (at: Thing, other: Thing) =>
          neighboursOf(links, at).some(
            each => each.relation === relation && keyOf(each.thing) === keyOf(other),
          )
        expect(there(from, to)).toBe(true)
        expect(there(to, from)).toBe(true)
      }
    }),
  )
})

test('what came first stays first: no carry-forward goes round in a circle', () => {
  fc.assert(
    fc.property(fc.array(someLink, { maxLength: 40 }), wanted => {
      const links = letIn(wanted)
      const round = links.filter(
        ({ from, relation, to }) => oneWay.has(relation) && leadsTo(links, relation, to, from),
      )
      expect(round).toEqual([])
    }),
  )
})

test('a circle of three is refused in words', () => {
  const links: Link[] = [
    { from: line('2'), relation: 'comes from', to: line('1') },
    { from: line('3'), relation: 'comes from', to: line('2') },
  ]
  const refused = refusalOf(links, { from: line('1'), relation: 'comes from', to: line('3') })
  expect(refused).toMatchObject({ kind: 'circle' })
  expect(refused?.message).toContain('circle')
  // Two actions may answer each other's findings: that is no order of time.
  expect(
    refusalOf([{ from: line('1'), relation: 'answers', to: line('2') }], {
      from: line('2'),
      relation: 'answers',
      to: line('1'),
    }),
  ).toBeNull()
})

test('from a finding one comes to its action and to the measure that proves it', () => {
  const links: Link[] = [
    { from: finding('rec'), relation: 'comes from', to: { kind: 'inspection', id: '2022' } },
    { from: line('a'), relation: 'answers', to: finding('rec') },
    { from: measure('AS01'), relation: 'measures', to: line('a') },
    { from: finding('peer'), relation: 'duplicates', to: finding('rec') },
  ]
  const walked = walk(links, finding('rec'))
  expect(walked['came-from'].map(step => step.thing.id)).toEqual(['2022'])
  expect(walked.answers.map(step => step.thing.id)).toEqual(['a'])
  expect(walked.proof).toMatchObject([{ thing: { id: 'AS01' }, depth: 2 }])
  expect(walked.duplicates.map(step => step.thing.id)).toEqual(['peer'])
  // And from the measure back to the inspection.
  const back = walk(links, measure('AS01'))
  expect(back.proves.map(step => step.thing.id)).toEqual(['a'])
  expect(back['came-from'].map(step => step.thing.id)).toEqual(['rec', '2022'])
})

test('a walk names each thing once and never the thing itself', () => {
  fc.assert(
    fc.property(fc.array(someLink, { maxLength: 40 }), someThing, (links, thing) => {
      const walked = walk(links, thing)
      const keys = parts.flatMap(part => walked[part].map(step => keyOf(step.thing)))
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).not.toContain(keyOf(thing))
    }),
  )
})
