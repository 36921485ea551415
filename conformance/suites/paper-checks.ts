import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseIsoDay } from '../../src/calendar/index.ts'
import { type Ask, findAsks, isForFollowingUp } from '../../src/papers/asks/index.ts'
import {
  type DatedEvent,
  type Fault,
  type FaultKind,
  type Source,
  checkPaper,
} from '../../src/papers/checks/index.ts'
import type { Suite, SuiteLine } from '../suite.ts'

/** What `defects` of the file of expectations calls a fault, in our words. */
const named: Readonly<Record<string, FaultKind>> = {
  'links to a private address': 'private address',
  'headline differs from the sum of its lines': 'sum',
  'truncated paragraph': 'text cut off',
  'publication date given twice differently': 'dates disagree',
  'days without saying working days': 'days without a unit',
  'paragraph number used twice': 'number used twice',
  'options section without options': 'no options',
  'quotation differs from its source': 'misquotation',
}

/**
 * Defects that reading by hand found beyond those of the file of expectations, by the first figures
 * of the file's name and line: these are right when found, and no false alarm.
 */
const alsoThere: Readonly<Record<string, readonly (readonly [FaultKind, number])[]>> = {
  '000': [
    ['slip', 83],
    ['slip', 127],
    ['dates of an event', 119],
    ['commitment', 73],
    ['commitment', 83],
    ['commitment', 129],
  ],
  '001': [
    ['only as PDF', 19],
    ['slip', 35],
    ['figure without source', 35],
    ['commitment', 46],
    ['commitment', 49],
    ['commitment', 82],
    ['commitment', 118],
    ['commitment', 134],
  ],
  '003': [
    ['markup in the text', 9],
    ['reason for a deadline', 10],
    ['assessment without a link', 71],
  ],
  '004': [
    ['markup in the text', 13],
    ['address without encryption', 154],
    ['address without encryption', 156],
    ['address without encryption', 160],
  ],
}

type Expected = {
  readonly defects?: readonly string[]
  readonly asks?: readonly {
    readonly paragraph: string
    readonly kind: string
    readonly to?: string
    readonly when?: string
  }[]
  readonly actions?: readonly { readonly after: string; readonly owner: string }[]
}

/**
 * Papers that somebody published, with the defects that a reader found in them: every one must be
 * found, and what is found beyond is counted. Reports of an inspectorate, which edits with care, are
 * the measure of false alarms: what was found in them was read by hand on 22 November 2026.
 */
export const suite: Suite = {
  name: 'paper-checks',
  run: folder => {
    const papers = resolve(folder, '../seeds')
    const sheet = join(folder, 'minutes', 'expected.json')
    if (!existsSync(papers) || !existsSync(sheet))
      return Promise.resolve({ lines: [], skipped: `no folder ${papers}, or no ${sheet}` })
    // A file of facts about five others; what has another shape fails loudly below.
    const expected = JSON.parse(readFileSync(sheet, 'utf8')) as Readonly<Record<string, Expected>>
    const reports = join(folder, 'ofsted', 'text')
    const sources = existsSync(reports) ? sourcesIn(reports) : []
    const lines: SuiteLine[] = []
    for (const [file, facts] of Object.entries(expected)) {
      if (!existsSync(join(papers, file))) continue
      const text = readFileSync(join(papers, file), 'utf8')
      const faults = checkPaper({ text, sources, events })
      lines.push(defectsLine(file, facts, faults), beyondLine(file, facts, faults))
      if (facts.asks !== undefined) lines.push(asksLine(file, facts, findAsks(text)))
    }
    if (existsSync(reports)) lines.push(falseAlarms(reports))
    return Promise.resolve({ lines: lines.filter(line => line.total > 0) })
  },
}

const day = (iso: string): number => parseIsoDay(iso) ?? 0

/** From the published reports of the council whose papers these are. */
const events: readonly DatedEvent[] = [
  {
    name: 'the inspection of 2017',
    words: ['ofsted', 'inspect'],
    from: day('2017-02-27'),
    to: day('2017-03-23'),
    published: day('2017-06-13'),
  },
  {
    name: 'the inspection of 2022',
    words: ['ofsted', 'inspect'],
    from: day('2022-02-07'),
    to: day('2022-02-18'),
    published: day('2022-04-01'),
  },
]

const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(folder)
    .filter(name => /^\d+_gloucestershire_/.test(name))
    .map(name => ({
      title: `the report${/_-_(\d{2}_\w+_\d{4})/.exec(name)?.[1]?.replaceAll('_', ' ').replace(/^/, ' of ') ?? ''}`,
      text: readFileSync(join(folder, name), 'utf8'),
    }))

function defectsLine(file: string, facts: Expected, faults: readonly Fault[]): SuiteLine {
  const defects = facts.defects ?? []
  const missed = defects.filter(defect => !faults.some(fault => fault.kind === named[defect]))
  return {
    name: `defects of ${file.slice(0, 3)}`,
    agreed: defects.length - missed.length,
    total: defects.length,
    notes: missed.map(defect => `not found: ${defect}`),
  }
}

/** What is found beyond the listed defects: those that a reader confirmed agree. */
function beyondLine(file: string, facts: Expected, faults: readonly Fault[]): SuiteLine {
  const listed = new Set((facts.defects ?? []).map(defect => named[defect]))
  const beyond = faults.filter(fault => !listed.has(fault.kind))
  const known = alsoThere[file.slice(0, 3)] ?? []
  const isKnown = (fault: Fault): boolean =>
    known.some(([kind, line]) => kind === fault.kind && line === fault.where.line)
  const missed = known.filter(
    ([kind, line]) => !faults.some(fault => fault.kind === kind && fault.where.line === line),
  )
  return {
    name: `beyond them in ${file.slice(0, 3)}`,
    agreed: beyond.filter(isKnown).length,
    total: beyond.length + missed.length,
    notes: [
      ...missed.map(([kind, line]) => `not found: ${kind} in line ${line}`),
      ...beyond
        .filter(fault => !isKnown(fault))
        .map(fault => `line ${fault.where.line}, ${fault.kind}: ${fault.says}`),
    ],
  }
}

/** The asks that a reader found, with kind, whom and when; and how many in all. */
function asksLine(file: string, facts: Expected, asks: readonly Ask[]): SuiteLine {
  const wanted = facts.asks ?? []
  const missed = wanted.filter(
    want =>
      !asks.some(
        ask =>
          ask.paragraph === want.paragraph &&
          ask.kind === want.kind &&
          (want.to === undefined || same(ask.to ?? '', want.to)) &&
          (want.when === undefined || ask.when === (parseIsoDay(want.when) ?? want.when)),
      ),
  )
  const actions = facts.actions ?? []
  const labelled = asks.filter(ask => ask.labelled)
  const unlabelled = actions.filter(
    action =>
      !labelled.some(ask => ask.paragraph === action.after && same(ask.to ?? '', action.owner)),
  )
  const count = asks.filter(isForFollowingUp).length
  return {
    name: `asks of ${file.slice(0, 3)}`,
    agreed: wanted.length - missed.length + actions.length - unlabelled.length,
    total: wanted.length + actions.length,
    notes: [
      `${count} to be followed up, of which ${labelled.length} labelled; and ${asks.length - count} assurances, concerns and words of recognition`,
      ...missed.map(want => `not found in ${want.paragraph}: ${want.kind}`),
      ...unlabelled.map(action => `not found after ${action.after}: action of ${action.owner}`),
    ],
  }
}

const same = (a: string, b: string): boolean =>
  a.replaceAll('’', "'").toLowerCase() === b.replaceAll('’', "'").toLowerCase()

// Right when found: http links that stand in the reports, and figures, which are the inspectors' own.
const expectedThere: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'address without encryption',
  'figure without source',
])
// Read by hand: six words that stand twice, one number left out. The other fourteen are commitments
// heard in sentences of reports, which are no minutes; five are true (“the board to ensure …”).
const readByHand: ReadonlySet<FaultKind> = new Set<FaultKind>(['slip', 'number skipped'])

function falseAlarms(folder: string): SuiteLine {
  const counts = new Map<FaultKind, number>()
  const notes: string[] = []
  let quiet = 0
  const files = readdirSync(folder).filter(name => name.endsWith('.txt'))
  for (const name of files) {
    const faults = checkPaper({ text: readFileSync(join(folder, name), 'utf8') })
    for (const fault of faults) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1)
    const alarms = faults.filter(
      fault => !expectedThere.has(fault.kind) && !readByHand.has(fault.kind),
    )
    if (alarms.length === 0) quiet++
    for (const alarm of alarms)
      notes.push(`${name}, line ${alarm.where.line}, ${alarm.kind}: ${alarm.where.excerpt}`)
  }
  const found = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')
  return {
    name: 'reports without a false alarm',
    agreed: quiet,
    total: files.length,
    least: Math.ceil(files.length * 0.94),
    notes: [`found in all: ${found}`, ...notes],
  }
}
