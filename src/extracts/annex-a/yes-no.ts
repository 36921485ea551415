import { isProblem, type Cell, type Reading, taken } from '../values.ts'
import { vocabulary, type Vocabulary, type WordRule } from './vocabulary.ts'

const yes: WordRule[] = [[/^(1|1 0|y|yes|true|t|ye)\b/, 'yes']]
const no: WordRule[] = [[/^(0|0 0|n|no|false|f)\b/, 'no']]
const notKnown: WordRule[] = [
  [
    /^(c|u|9|unk|nobt|refu|refused)$|unknown|not (known|stated|recorded|obtained|yet|applicable)/,
    '',
  ],
  [/information not/, ''],
]

const seenWords: WordRule[] = [
  [/not seen|unborn/, 'no'],
  [/seen/, 'yes'],
  [/no visit/, ''],
]

const flag = (...first: readonly (readonly WordRule[])[]): Vocabulary =>
  vocabulary({
    first: [...first.flat(), ...notKnown, ...no, ...yes],
    whole: { a: 'yes', b: 'no', c: '' },
  })

/** Yes, no and unknown, and the words that some columns have for them. */
export const yesNo = {
  plain: flag(),
  seen: flag(seenWords),
  noFurtherAction: flag([
    [/^(nfa|no further action)/, 'yes'],
    [/^(fa|further action)/, 'no'],
  ]),
  disabled: flag([
    [/^no disab/, 'no'],
    // The children in need census names disabilities by code; any of them is a yes.
    [/^(mob|hand|pc|inc|comm|ld|hear|vis|beh|aut|con|dda|dis)\b/, 'yes'],
    [/autis|asperger|behaviour|communic|con?sciousn|hearing|incontin|learning|mobility/, 'yes'],
    [/personal care|vision|hand function|disab|other dda/, 'yes'],
  ]),
  uasc: flag([
    [/^(non uasc|cla)$/, 'no'],
    [/^uasc$/, 'yes'],
  ]),
  offered: flag([
    [/^not offered/, 'no'],
    [/^offered/, 'yes'],
  ]),
  suitable: flag([
    [/unsuitable|not (considered )?(to be )?suitable|^2$/, 'no'],
    [/suitable/, 'yes'],
    [/^0$/, ''],
  ]),
  outside: flag([
    [/^out/, 'yes'],
    [/^in/, 'no'],
    [/^(y|yes)$/, 'no'],
    [/^(n|no)$/, 'yes'],
  ]),
} as const

export function readYesNo(cell: Cell, words: Vocabulary): Reading<boolean | null> {
  if (typeof cell === 'boolean') return taken(cell)
  const reading = words.read(cell)
  if (isProblem(reading)) return reading
  return taken(reading.value === '' ? null : reading.value === 'yes', reading.doubt)
}
