// What a person needs to tell their browsers apart, and no more: the full text would follow them
// from place to place.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPad)\b/, 'iPhone or iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** 'Firefox on Windows', from the header `user-agent`. */
export function browserName(header: string | undefined): string {
  const name = (known: typeof browsers) => known.find(([test]) => test.test(header ?? ''))?.[1]
  const browser = name(browsers) ?? 'A browser'
  const system = name(systems)
  return system === undefined ? browser : `${browser} on ${system}`
}
