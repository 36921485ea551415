/** The words of a line with the marks of HTML and markdown taken off, and what the marks said. */
export type Unmarked = {
  readonly text: string
  /** Level of a markdown or HTML heading; 0 for none. */
  readonly heading: number
  readonly bold: boolean
  /** The sign of a bullet: '-', '•'. */
  readonly bullet: string | null
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  pound: '£',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
}

// A tag holds no "<", so that a long run of "<" costs no more than its length.
const BLOCK_TAG =
  /<\/?(?:p|div|br|li|ul|ol|tr|table|tbody|thead|h[1-6]|section|blockquote)(?:\s[^<>]{0,400})?\/?>/giu
const INLINE_TAG =
  /<\/?(?:b|i|u|em|strong|span|font|sup|sub|a|td|th|small|o:p)(?:\s[^<>]{0,400})?\/?>/giu
const HTML_HEADING = /<h([1-6])(?:\s[^<>]{0,400})?>/iu
const MARKDOWN_LINK = /\[([^[\]]{1,300})\]\(([^()\s]{1,600})\)/gu
const ITALIC = /(^|[\s('"‘“])[*_](?=\S)([^*_\n]{1,2000})[*_](?=$|[\s)'".,;:’”–-])/gu
const BULLETS = '•◦▪▫■□●○‣∙·➢►✓❖§\uf0b7\uf0a7'
const BULLET = new RegExp(String.raw`^(?:([-–—*])[ \t]+|([${BULLETS}])[ \t]*|(o)[ \t]{2,})`, 'u')

/** Tags, entities and markdown marks off; tags that end a block leave a line break. */
export function withoutTags(raw: string): string {
  const hasTag = raw.includes('<')
  const untagged = hasTag ? raw.replaceAll(BLOCK_TAG, '\n').replaceAll(INLINE_TAG, '') : raw
  const decoded = untagged.includes('&')
    ? untagged.replaceAll(/&(?:#(\d{1,6})|([a-z]{2,6}));/giu, decode)
    : untagged
  return decoded.replaceAll(/[\u00a0\u2002\u2003\u2009\u202f]/gu, ' ').replaceAll('\u00ad', '')
}

function decode(whole: string, code: string | undefined, name: string | undefined): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
  const point = Number(code)
  return point > 31 && point < 0x11_00_00 ? String.fromCodePoint(point) : whole
}

/** A line (or a cell of one) without its marks. */
export function unmark(raw: string): Unmarked {
  let text = raw.trim()
  const html = raw.includes('<') ? HTML_HEADING.exec(raw) : null
  const hashes = /^#{1,6}(?=\s)/u.exec(text)?.[0].length ?? 0
  if (hashes > 0) text = text.slice(hashes).trim()
  const bulleted = BULLET.exec(text)
  const bullet = bulleted === null ? null : (bulleted[1] ?? bulleted[2] ?? bulleted[3] ?? null)
  if (bulleted !== null) text = text.slice(bulleted[0].length)
  else if (/^[-•·]$/u.test(text)) return { text: '', heading: 0, bold: false, bullet: text }
  const bold = /^\*\*[^*]+\*\*[.:]?$/u.test(text) || /^<(?:b|strong)>/iu.test(raw.trim())
  return { text: withoutMarks(text), heading: html ? Number(html[1]) : hashes, bold, bullet }
}

function withoutMarks(text: string): string {
  let words = text
  if (words.includes('](')) {
    // An address written out as its own link is said once.
    words = words.replaceAll(MARKDOWN_LINK, (_, label: string, url: string) =>
      /^mailto:/iu.test(url) ? label : `${label} ${url}`,
    )
  }
  if (words.includes('*') || words.includes('_')) {
    words = words.replaceAll('**', '').replaceAll('__', '').replaceAll(ITALIC, '$1$2')
    // What is left of a pair whose other half stands on another line; "A*" of an examination stays.
    if (words.endsWith('*') && !/\bA\*$/u.test(words)) words = words.slice(0, -1)
  }
  return words.trim()
}
