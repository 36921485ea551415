import type { SourceFile } from '#extracts'

/** Children who came into care in the year to 31 March, and what became of them by then. */
export interface CareYear {
  /** The year that it ends in. */
  readonly year: number
  /** Numbers of children; each came into care on a day of its own. */
  readonly children: readonly number[]
  /** Those who were back home before the year was over. */
  readonly home?: readonly number[]
}

/** An invented SSDA903 return: its header and its episodes, as a case system writes them. */
export function careReturn({ year, children, home = [] }: CareYear): readonly SourceFile[] {
  const header = children.map(
    child => `${child},${1 + (child % 2)},${day(1 + (child % 28), 5, 2009 + (child % 9))},WBRI,X,,`,
  )
  const episodes = children.map(child => {
    const began = day(1 + (child % 28), 5 + (child % 7), year - 1)
    const ended = home.includes(child) ? `${day(10, 3, year)},E4A` : ','
    return `${child},${began},S,C2,N1,U4,PR1,${ended},,,,XXXXXXX`
  })
  return [
    fileOf('header.csv', ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header]),
    fileOf('episodes.csv', [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...episodes,
    ]),
  ]
}

export function manyChildren(count: number, from = 1): readonly number[] {
  return Array.from({ length: count }, (_, place) => from + place)
}

function fileOf(name: string, lines: readonly string[]): SourceFile {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`) }
}

function day(date: number, month: number, year: number): string {
  return [String(date).padStart(2, '0'), String(month).padStart(2, '0'), year].join('/')
}

/** A return of its own for each number, large enough that it takes a moment to keep. */
export function crashReturn(number: number): readonly SourceFile[] {
  const children = manyChildren(200, 1 + number * 150)
  return careReturn({ year: 2005 + (number % 20), children, home: children.slice(0, 20) })
}
