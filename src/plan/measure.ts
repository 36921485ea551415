import {
  type Definition,
  definitionOf,
  type Dimension,
  dimensions,
  type Slice,
  wholeCounty,
} from '#indicators'
import type { Thing } from '#thread'

/** The kind of thing that a measure is in the thread. */
export const INDICATOR = 'indicator'
/** The kind of thing that a line of a plan is in the thread. */
export const LINE = 'plan-line'

export const lineThing = (id: string): Thing => ({ kind: LINE, id })

/** An indicator in the whole county or in one part of it. */
export interface Measure {
  readonly definition: Definition
  readonly slice: Slice
}

/** 'AS01', or 'AS01/team/North' for a part. */
export function measureId({ definition, slice }: Measure): string {
  return slice.dimension === 'county'
    ? definition.code
    : `${definition.code}/${slice.dimension}/${slice.name}`
}

/** The measure of an identifier; null for none that is known. */
export function measureOf(id: string): Measure | null {
  const [code = '', dimension, ...name] = id.split('/')
  const definition = definitionOf(code)
  if (definition === undefined) return null
  if (dimension === undefined) return { definition, slice: wholeCounty }
  if (!isDimension(dimension)) return null
  return { definition, slice: { dimension, name: name.join('/') } }
}

const isDimension = (text: string): text is Dimension =>
  dimensions.some(each => each === text && each !== 'county')

export function measureName({ definition, slice }: Measure): string {
  return slice.dimension === 'county' ? definition.name : `${definition.name}, ${slice.name}`
}

export function measurePath({ definition, slice }: Measure): string {
  const at = `/indicators/${definition.code}`
  return slice.dimension === 'county'
    ? at
    : `${at}?by=${slice.dimension}&part=${encodeURIComponent(slice.name)}`
}
