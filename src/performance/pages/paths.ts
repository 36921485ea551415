import { isoMonth, type Month } from '#calendar'
import { type Slice, wholeCounty } from '#indicators'

/** The addresses of this module's pages. No address names a child. */
export function indicatorPath(code: string, slice: Slice = wholeCounty): string {
  return `/indicators/${code}${query(slice)}`
}

export function childrenPath(code: string, month: Month, slice: Slice): string {
  return `/indicators/${code}/children/${isoMonth(month)}${query(slice)}`
}

/** The figures of a page as a file: a table for a spreadsheet, or the drawing. */
export function downloadPath(code: string, slice: Slice, kind: 'csv' | 'xlsx' | 'svg'): string {
  return `/indicators/${code}/download.${kind}${query(slice)}`
}

/** A figure by worker: a page of another room, for those it is there for. */
export function workersPath(code: string, month: Month, slice: Slice): string {
  return `/indicators/${code}/workers/${isoMonth(month)}${query(slice)}`
}

/** The same as a file for a spreadsheet. */
export function childrenDownloadPath(code: string, month: Month, slice: Slice): string {
  return `/indicators/${code}/children/${isoMonth(month)}/all.csv${query(slice)}`
}

export function slicePath(slice: Slice): string {
  return `/${slice.dimension === 'locality' ? 'localities' : 'teams'}/${encodeURIComponent(slice.name)}`
}

function query({ dimension, name }: Slice): string {
  if (dimension === 'county') return ''
  return `?${new URLSearchParams({ by: dimension, part: name })}`
}
