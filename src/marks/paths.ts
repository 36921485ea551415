import type { Slice } from '#indicators'
import type { Place } from './mark.ts'

// The addresses of what people set on a figure.

const partOf = ({ dimension, name }: Slice): Record<string, string> =>
  dimension === 'county' ? {} : { by: dimension, part: name }

const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}?${text}`
}

export const newTargetPath = ({ indicator, slice }: Place): string =>
  withQuery(`/indicators/${indicator}/target`, partOf(slice))
export const targetPath = (id: string): string => `/indicators/targets/${id}`

export const newNotePath = ({ indicator, slice }: Place, month?: string): string =>
  withQuery(`/indicators/${indicator}/note`, { ...partOf(slice), ...(month && { month }) })
export const notePath = (id: string): string => `/indicators/notes/${id}`

/** @param from '2024-03', to show what limits from that month on would be */
export const limitsPath = ({ indicator, slice }: Place, from?: string): string =>
  withQuery(`/indicators/${indicator}/limits`, { ...partOf(slice), ...(from && { from }) })
export const undoPath = (id: string): string => `/indicators/limits/${id}/undo`
