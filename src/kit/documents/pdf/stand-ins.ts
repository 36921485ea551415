// What is written where the typeface has no such sign. A sign that is in no list is written as its
// code, because a reader who sees a strange code asks, and one who sees nothing does not.
const signs: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': 'not =',
  '≈': '~',
  '→': '->',
  '⇒': '=>',
  '←': '<-',
  '↔': '<->',
  '↑': '(up)',
  '▲': '(up)',
  '△': '(up)',
  '⬆': '(up)',
  '↓': '(down)',
  '▼': '(down)',
  '▽': '(down)',
  '⬇': '(down)',
  '↗': '(up)',
  '↘': '(down)',
  '✓': '(tick)',
  '✔': '(tick)',
  '✅': '(tick)',
  '✗': '(cross)',
  '✘': '(cross)',
  '❌': '(cross)',
  '☐': '[ ]',
  '□': '[ ]',
  '☑': '[x]',
  '☒': '[x]',
  '■': '•',
  '▪': '•',
  '●': '•',
  '○': '•',
  '◦': '•',
  '‣': '•',
  '⁃': '•',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '☎': 'Tel.',
  '✆': 'Tel.',
  '📞': 'Tel.',
  '✉': 'E-mail',
  '⚠': '(warning)',
  '★': '*',
  '☆': '*',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '⁄': '/',
  '∕': '/',
}

/** What is written for a sign that the typeface lacks; `has` tells what it can write. */
export function standIn(sign: string, has: (text: string) => boolean): string {
  const known = signs[sign]
  if (known !== undefined) return known
  const plain = sign.normalize('NFKC')
  if (plain !== sign && has(plain)) return plain
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `[U+${code}]`
}

// Joiners, marks of direction and of style that print nothing, soft hyphens and byte order marks.
const unseen =
  /[\u00ad\u061c\u180e\u2060-\u206f\ufeff]|[\u200e\u200f\u202a-\u202e]|\u200c|\u200d|\p{Variation_Selector}/gu
const narrow = /[\u2000-\u200a\u202f\u205f\u3000]/gu

/** Text as it is set: composed letters, one kind of space, no sign that prints nothing. */
export const settable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(narrow, space => (space === '\u202f' || space === '\u2007' ? '\u00a0' : ' '))
    .replaceAll(/[\t\f\v ]+/g, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
