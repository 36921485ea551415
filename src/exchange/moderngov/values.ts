import { Parser } from 'htmlparser2'
import { type Day, dayOf, isoDay } from '#calendar'

/** '10/02/2026', with or without a time after it; null for anything else. */
export function parseModernGovDay(text: string): Day | null {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/.exec(text)
  if (british) return dayOf(Number(british[3]), Number(british[2]), Number(british[1]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null
}

export function modernGovDay(day: Day): string {
  return isoDay(day).split('-').toReversed().join('/')
}

/**
 * '10.00 am', '2:30pm', '14.30', '12 noon': the time of the day as "14:30"; null for anything else.
 * Words after a time ("10.00 am or when the other meeting ends") make it no time.
 */
export function parseModernGovTime(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\.$/, '')
  if (/^(12 ?)?(noon|midday)$/.test(plain)) return '12:00'
  if (/^(12 ?)?midnight$/.test(plain)) return '00:00'
  const found = /^(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?\s*(?:(a|p)\.?\s?m|(noon))?$/.exec(plain)
  if (!found) return null
  const [, hours = '', minutes = '', half, noon] = found
  if (minutes === '' && half === undefined && noon === undefined) return null
  const hour = Number(hours)
  if (hour > 23 || Number(minutes) > 59 || (half === 'a' && hour > 12)) return null
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0
  return `${String(hour + shift).padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** As the service writes it: '2.30 pm'. */
export function modernGovTime(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  const hour = Number(hours)
  return `${hour % 12 === 0 ? 12 : hour % 12}.${minutes} ${hour < 12 ? 'am' : 'pm'}`
}

/** Its plain text is escaped once more than XML asks for: "Chair&#39;s announcements". */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi, letterOf)
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function letterOf(reference: string): string {
  let letter = ''
  const parser = new Parser({ ontext: part => (letter += part) }, { decodeEntities: true })
  parser.end(reference)
  return letter
}
