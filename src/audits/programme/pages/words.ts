import type { Interval, Tool } from '#practice'
import { type Counted, shareOnTime } from '../completion.ts'

export const toolTitle = (tools: readonly Tool[], key: string): string =>
  key === '' ? 'Every tool' : (tools.find(each => each.key === key)?.title ?? key)

export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** '17 to 47%'. */
export const intervalInWords = ({ low, high }: Interval): string =>
  `${Math.round(low * 100)} to ${percent(high)}`

/** '64% (51 to 75%)', or why there is no share. */
export function onTimeInWords(counted: Counted): string {
  const share = shareOnTime(counted)
  if (share === null) return 'Fewer than 10: no share'
  const { interval } = share
  return `${percent(share.share)}${interval === null ? '' : ` (${intervalInWords(interval)})`}`
}
