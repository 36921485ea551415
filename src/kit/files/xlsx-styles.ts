/**
 * Whether a number format shows a date. A workbook keeps a date as a count of days, and only the
 * format of its cell says that the count is a date (ECMA-376 part 1, 18.8.30; unverified).
 */
export function isDateFormat(id: number, codes: ReadonlyMap<number, string>): boolean {
  const code = codes.get(id)
  if (code !== undefined) return showsDate(code)
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

function showsDate(code: string): boolean {
  if (/^general$/i.test(code)) return false
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)[0]
  return /[dy]/i.test(bare ?? '') || /mmm/i.test(bare ?? '')
}

const MS_A_DAY = 86_400_000

/**
 * The date that a workbook's count of days stands for, at midnight UTC. Excel believes that 1900
 * was a leap year, so counts below 61 stand one day later than they seem to; books from old Macs
 * count from 1904. Null where Excel itself has no date for the number.
 */
export function dateOfSerial(serial: number, from1904: boolean): Date | null {
  if (!(serial >= 0) || serial >= 2_958_466) return null
  const whole = Math.floor(serial + 1 / 86_400_000)
  if (from1904) return new Date((whole - 24_107) * MS_A_DAY)
  if (whole < 1 || whole === 60) return null
  return new Date((whole - (whole > 60 ? 25_569 : 25_568)) * MS_A_DAY)
}

/** Excel writes characters that XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** The place, from 0, of the column that a cell reference names: 'C7' is 2; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0
  let place = 0
  for (; place < reference.length; place++) {
    const letter = reference.charCodeAt(place) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return place === 0 || column > 16_384 ? -1 : column - 1
}
