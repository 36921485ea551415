import type { FrameworkKey, Inspectorate } from '../frameworks/index.ts'
import { joined, plain } from './lines.ts'
import type { Line } from './lines.ts'
import type { NotRead, VisitKind } from './reading.ts'

/** What a document says that it is, from its opening; the framework of ILACS is settled by its table. */
export type Identity = {
  readonly kind: 'identity'
  readonly inspectorate: Inspectorate
  readonly family: FrameworkKey | 'ilacs'
  readonly visit: VisitKind
  readonly why: string
}

type Sign = Omit<Identity, 'kind' | 'why'> & { readonly words: RegExp }

const ofsted: Inspectorate = 'Ofsted'

/** In this order: a monitoring letter also names the inspection that it follows. */
const signs: readonly Sign[] = [
  {
    words: /mock (ofsted )?inspection|inspection rehearsal/,
    inspectorate: 'The council itself',
    family: 'mock-inspection',
    visit: 'mock inspection',
  },
  {
    words: /peer (review|challenge|diagnostic)/,
    inspectorate: 'Peers',
    family: 'peer-review',
    visit: 'peer review',
  },
  {
    words: /joint targeted area inspection/,
    inspectorate: 'Joint inspectorates',
    family: 'jtai',
    visit: 'joint inspection',
  },
  {
    words: /area send (full |monitoring )?inspection|area send monitoring/,
    inspectorate: 'Ofsted and the Care Quality Commission',
    family: 'send-2023',
    visit: 'joint inspection',
  },
  {
    words: /joint (local )?area (send|special educational needs)|local area send inspection/,
    inspectorate: 'Ofsted and the Care Quality Commission',
    family: 'send-2016',
    visit: 'joint inspection',
  },
  {
    words:
      /(youth offending|youth justice).{0,400}(hm inspectorate of probation|hmi probation)|(hm inspectorate of probation|hmi probation).{0,400}(youth offending|youth justice)/,
    inspectorate: 'HM Inspectorate of Probation',
    family: 'hmip-youth-2018',
    visit: 'full inspection',
  },
  {
    words:
      /monitoring visit (of|to|report|letter)|(ofsted|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) monitoring visit/,
    inspectorate: ofsted,
    family: 'ilacs',
    visit: 'monitoring visit',
  },
  { words: /assurance visit/, inspectorate: ofsted, family: 'ilacs', visit: 'assurance visit' },
  {
    words: /focused visit (to|of|letter)/,
    inspectorate: ofsted,
    family: 'ilacs',
    visit: 'focused visit',
  },
  {
    words: /inspection of services for children in need of help and protection/,
    inspectorate: ofsted,
    family: 'sif-2013',
    visit: 'full inspection',
  },
  {
    words:
      /inspection of local authority (arrangements for the protection of children|children's services single)/,
    inspectorate: ofsted,
    family: 'before-sif',
    visit: 'full inspection',
  },
  {
    words:
      /inspection of (safeguarding and looked after|looked after) children( services)?|arrangements for the protection of children/,
    inspectorate: ofsted,
    family: 'before-sif',
    visit: 'full inspection',
  },
  {
    words: /inspection of .{0,90}?children's (social care )?services/,
    inspectorate: ofsted,
    family: 'ilacs',
    visit: 'full inspection',
  },
]

/** Documents of other kinds that come by the same door, and what to say of each. */
const others: readonly { readonly words: RegExp; readonly what: string }[] = [
  {
    words: /school report|inspection of .{0,60}(school|academy|nursery|college)\b/,
    what: 'an Ofsted report on a school or nursery',
  },
  {
    words:
      /children's home inspection|inspection report for children's home|social care common inspection framework/,
    what: 'an Ofsted report on a home or agency',
  },
  {
    words: /adoption (agency|support agency)|independent fostering agency/,
    what: 'an Ofsted report on an agency',
  },
  { words: /care quality commission|\bcqc\b/, what: 'a report of the Care Quality Commission' },
  {
    words: /inspectorate of constabulary|hmicfrs/,
    what: 'a report of the inspectorate of constabulary',
  },
  { words: /inspectorate of prisons/, what: 'a report of HM Inspectorate of Prisons' },
  {
    words: /\bestyn\b|care inspectorate wales|arolygiaeth/,
    what: 'a report of an inspectorate in Wales',
  },
  {
    words: /care inspectorate|education scotland/,
    what: 'a report of an inspectorate in Scotland',
  },
  {
    words: /inspectorate of probation|hmi probation/,
    what: 'a report of HM Inspectorate of Probation on adults',
  },
]

/** Looks at the opening of a document: three pages, because a cover and a contents page come first. */
export function identify(lines: readonly Line[]): Identity | NotRead {
  const written = lines.filter(line => !line.blank)
  const words = written.reduce((sum, line) => sum + line.text.trim().length, 0)
  if (words === 0)
    return notRead(
      'no-text',
      'This document holds no text. If it was scanned, have its words recognised first, or type the recommendations in.',
    )
  const opening = plainOpening(written)
  const top = opening.slice(0, 1500)
  if (councilPaper.test(top.slice(0, 400)))
    return notRead(
      'not-a-report',
      'This looks like a council’s own paper, not an inspection report. If it speaks of one, bring the inspectorate’s report itself.',
    )
  const { identity, match } = firstSign(top)
  if (identity !== null && !(isPlainIlacs(identity) && opensLikeAnother(top)))
    return { kind: 'identity', ...identity, why: `its opening says “${match.slice(0, 90)}”` }
  if (words < 200)
    return notRead(
      'no-text',
      'This document holds hardly any text. If it was scanned, have its words recognised first, or type the recommendations in.',
    )
  const other = others.find(each => each.words.test(top))
  if (other !== undefined)
    return notRead(
      'another-inspectorate',
      `This looks like ${other.what}, not an inspection of a council’s children’s services. Nothing was taken from it.`,
    )
  if (/\bdear\b/.test(top) || /\b(please find|i enclose|enclosed|attached)\b/.test(opening))
    return notRead(
      'covering-letter',
      'This looks like a letter, not the report itself. If it came with a report, bring the report.',
    )
  return notRead(
    'not-a-report',
    'This does not look like an inspection report: its opening pages name no inspection of children’s services that Sightline knows.',
  )
}

/**
 * The sign that stands first: a title stands before what the report then tells of earlier visits and
 * reviews. Of signs in the same place the first listed wins.
 */
function firstSign(top: string): {
  readonly identity: Omit<Sign, 'words'> | null
  readonly match: string
} {
  let best: { identity: Omit<Sign, 'words'>; match: string; at: number } | null = null
  for (const { words, ...identity } of signs) {
    const match = words.exec(top)
    if (match !== null && (best === null || match.index < best.at))
      best = { identity, match: match[0], at: match.index }
  }
  return best ?? { identity: null, match: '' }
}

/** What stands at the head of a cabinet or committee paper, which may print a table of judgements too. */
const councilPaper =
  /\b(cabinet|scrutiny|committee|agenda|key decision|report title|purpose of (the )?report|report (to|of) the)\b/

const isPlainIlacs = (identity: Omit<Sign, 'words'>): boolean =>
  identity.family === 'ilacs' && identity.visit === 'full inspection'

const opensLikeAnother = (top: string): boolean =>
  /^(.{0,200}\b)?(school report|children's home|independent fostering)/.test(top)

const plainOpening = (written: readonly Line[]): string =>
  plain(joined(written.filter(line => line.page <= 3).map(line => line.text)))

const notRead = (code: NotRead['code'], message: string): NotRead => ({
  kind: 'not read',
  code,
  message,
})
