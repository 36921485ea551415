import { longMonth } from '#calendar'
import { FEWEST } from '#practice'
import {
  countShown,
  gapInWords,
  measureOfKey,
  percentSaid,
  shareOfKey,
  shareSays,
  totalShown,
  trendInWords,
} from './words.ts'
import type { Version } from './version.ts'

export interface Paragraph {
  readonly title: string
  readonly sentences: readonly string[]
}

/**
 * Sentences to copy into a self-evaluation, in the order of the three questions that inspectors ask
 * of one (ILACS framework, ‘self-evaluation’; unverified: not read on the day that this was written).
 * A sentence stands only where the numbers of the report bear it.
 */
export function selfEvaluation(version: Version): readonly Paragraph[] {
  return [
    { title: 'What we know about the quality of practice', sentences: whatWeKnow(version) },
    { title: 'How we know it', sentences: howWeKnow(version) },
    { title: 'What we do next', sentences: whatNext(version) },
  ].filter(({ sentences }) => sentences.length > 0)
}

function whatWeKnow(version: Version): readonly string[] {
  const audits = totalShown(version, 'grades', 'year')
  if (audits === null) return []
  const when = `In the twelve months to ${longMonth(version.month)}`
  if (audits < FEWEST)
    return [`${when} ${audits} audits were graded: too few to say what share of the work is good.`]
  const [good, inadequate] = [
    shareOfKey(version, 'good year'),
    shareOfKey(version, 'inadequate year'),
  ]
  return [
    `${when} ${audits} audits were graded.`,
    ...(good?.share ? [`Good or outstanding: ${shareSays(good)}.`] : []),
    ...(inadequate?.share ? [`Inadequate: ${shareSays(inadequate)}.`] : []),
    trendInWords(version),
  ]
}

function howWeKnow(version: Version): readonly string[] {
  const onTime = shareOfKey(version, 'on time year')?.share
  const drawn = totalShown(version, 'samples', 'year')
  const same = shareOfKey(version, 'same grade')
  const gap = measureOfKey(version, 'auditor to moderated')
  const outside = measureOfKey(version, 'ours to inspectors')
  return [
    ...(onTime
      ? [
          `The programme asked for ${onTime.denominator} audits in the year; ${onTime.numerator} (${percentSaid(onTime)}) were done by the end of their month, those who were let off counted as not done.`,
        ]
      : []),
    ...(drawn === null
      ? []
      : [`${drawn} children’s records were drawn by lot, so that nobody chose what was read.`]),
    ...(same?.share
      ? [`Two auditors who read the same work apart gave it the same grade: ${shareSays(same)}.`]
      : []),
    ...(gap === undefined || gap.value === null
      ? []
      : [`Auditors’ grades beside the moderated ones: ${lower(gapInWords(gap))}.`]),
    ...(outside === undefined || outside.value === null
      ? []
      : [`Our grades beside those from outside: ${lower(gapInWords(outside))}.`]),
  ]
}

function whatNext(version: Version): readonly string[] {
  const found = totalShown(version, 'loop', 'now')
  const closed = shareOfKey(version, 'loop closed')
  const days = measureOfKey(version, 'days to close')
  const late = countShown(version, 'loop', 'late', 'now')
  const unseen = countShown(version, 'loop', 'verified', 'now')
  const most = topThemes(version)
  return [
    ...(found !== null && closed?.share
      ? [
          `Of what audits found, this much has been put right and audited again: ${shareSays(closed)}.`,
        ]
      : []),
    ...(days === undefined || days.value === null || days.of < FEWEST
      ? []
      : [`Half of what was closed took at most ${days.value} days.`]),
    ...(late === null || late === 0
      ? []
      : [`${late} ${late === 1 ? 'thing is' : 'things are'} overdue, and these come first.`]),
    ...(unseen === null || unseen === 0
      ? []
      : [
          `${unseen} ${unseen === 1 ? 'has' : 'have'} been put right and ${unseen === 1 ? 'is' : 'are'} to be audited again.`,
        ]),
    ...(most.length === 0 ? [] : [`What audits found most often in the year: ${most.join('; ')}.`]),
  ]
}

/** The three most frequent, of those with enough to name. */
function topThemes(version: Version): readonly string[] {
  const themes = version.tallies.find(({ key }) => key === 'themes')
  return (themes?.rows ?? [])
    .flatMap(({ text, cells: [cell] }) =>
      cell?.kind === 'number' && cell.value >= FEWEST ? [`${lower(text)} (${cell.value})`] : [],
    )
    .slice(0, 3)
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
