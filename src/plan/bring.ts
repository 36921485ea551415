import type { Day } from '#calendar'
import { dayFrom, type Mapping, privateWordsIn, type RefusedRow, type SheetLine } from '#findings'
import type { Delivery, LineKind } from './line.ts'

/** The columns of a plan in a spreadsheet, with the headings that councils give them. */
export const planColumns = {
  theme: ['theme', 'priority', 'workstream', 'outcome area', 'strategic priority', 'objective'],
  'sub-theme': ['sub theme', 'subtheme', 'outcome', 'sub priority'],
  project: ['project', 'programme', 'key activity'],
  action: ['action', 'actions', 'task', 'what we will do', 'activity', 'what'],
  milestone: ['milestones', 'milestone', 'steps'],
  difference: [
    'what will be different for children',
    'what will be different',
    'impact',
    'impact on children',
    'difference',
    'success criteria',
    'success measure',
    'so what',
  ],
  owner: ['owner', 'lead', 'lead officer', 'responsible', 'accountable', 'who', 'action owner'],
  organisation: ['organisation', 'agency', 'lead agency'],
  partners: ['partners', 'supporting', 'support', 'supported by'],
  starts: ['start', 'start date', 'starts', 'from'],
  due: [
    'due',
    'due date',
    'deadline',
    'by when',
    'end date',
    'completion date',
    'target date',
    'when',
  ],
  delivery: ['rag', 'status', 'rag rating', 'rag status', 'progress', 'delivery'],
  comment: [
    'comment',
    'comments',
    'update',
    'progress update',
    'notes',
    'commentary',
    'latest update',
  ],
  answers: ['recommendation', 'recommendations', 'ofsted recommendation', 'rec', 'source'],
} as const
export type PlanColumn = keyof typeof planColumns

export const planColumnWords: Readonly<Record<PlanColumn, string>> = {
  theme: 'Theme',
  'sub-theme': 'Sub-theme or outcome area',
  project: 'Project',
  action: 'Action',
  milestone: 'Milestones, one a line',
  difference: 'What will be different for children',
  owner: 'Accountable owner',
  organisation: 'Accountable organisation',
  partners: 'Supporting partners',
  starts: 'Starts',
  due: 'Due',
  delivery: 'How it stands, such as red, amber or green',
  comment: 'Comment or update',
  answers: 'Numbers of the recommendations it answers',
}

// as: the keys of a constant are its columns.
export const planColumnKeys = Object.keys(planColumns) as PlanColumn[]

/** A line as a spreadsheet has it, before it is in a plan. */
export interface Draft {
  readonly key: number
  readonly parent: number | null
  readonly kind: LineKind
  readonly title: string
  readonly difference: string
  readonly owner: string | null
  readonly organisation: string | null
  readonly partners: readonly string[]
  readonly startsOn: Day | null
  readonly dueOn: Day | null
  readonly delivery: Delivery
  readonly reason: string
  readonly answers: readonly number[]
  /** The row of the spreadsheet. */
  readonly row: number
}

export interface RowNote {
  readonly row: number
  readonly words: string
}

export interface PlanRead {
  readonly drafts: readonly Draft[]
  readonly refused: readonly RefusedRow[]
  /** What was made of cells that do not say what is expected: nothing of it is lost. */
  readonly notes: readonly RowNote[]
}

const levels = ['theme', 'sub-theme', 'project', 'action'] as const

/**
 * Reads the rows of a plan. An empty cell of a theme or project is the one above it, which is how
 * merged cells come out of a spreadsheet. A row that does not say what is to be done is given back.
 * @param name what actions without a theme are gathered under
 */
export function readPlan(lines: readonly SheetLine[], mapping: Mapping, name: string): PlanRead {
  const drafts: Draft[] = []
  const refused: RefusedRow[] = []
  const notes: RowNote[] = []
  const seen = new Map<string, number>()
  let standing: { readonly level: number; readonly key: number }[] = []

  const add = (draft: Omit<Draft, 'key'>): number => {
    const key = drafts.length
    drafts.push({ ...draft, key })
    return key
  }
  const place = (level: number, title: string, row: number): number => {
    const parent = standing.findLast(each => each.level < level)?.key ?? rootFor(level, row)
    const known = `${parent ?? ''}\n${level}\n${title.toLowerCase()}`
    const key = seen.get(known) ?? add(bare(parent, levels[level] ?? 'action', title, row))
    seen.set(known, key)
    standing = [...standing.filter(each => each.level < level), { level, key }]
    return key
  }
  const rootFor = (level: number, row: number): number | null => {
    if (level < 3) return null
    const known = `root`
    const key = seen.get(known) ?? add(bare(null, 'theme', name, row))
    seen.set(known, key)
    return key
  }

  for (const line of lines) {
    const cell = (field: PlanColumn): string => (line.cells[mapping[field] ?? -1] ?? '').trim()
    const filled = levels.filter(level => cell(level) !== '')
    const deepest = filled.at(-1)
    if (deepest === undefined) {
      if (cell('milestone') !== '' && standing.length > 0) {
        addMilestones(cell('milestone'), standing.at(-1)?.key ?? null, line.number)
        continue
      }
      const message =
        standing.length > 0
          ? 'The cells that say what is to be done are empty. If they are merged with those above, write them out in this row, so that its owner and dates are not lost.'
          : 'It does not say what is to be done.'
      refused.push({ line: line.number, cells: line.cells, message })
      continue
    }
    const before = drafts.length
    let key = 0
    for (const level of filled)
      key = place(levels.indexOf(level), oneLine(cell(level)), line.number)
    const isNew = key >= before
    const details = detailsOf(cell, line.number, notes)
    const draft = drafts[key]
    if (draft === undefined) continue
    if (!isNew && hasDetails(draft) && hasDetails({ ...draft, ...details })) {
      refused.push({
        line: line.number,
        cells: line.cells,
        message: `“${draft.title.slice(0, 80)}” stands in row ${draft.row} already, with its own owner and dates. Give this row words of its own.`,
      })
      continue
    }
    if (isNew || !hasDetails(draft)) drafts[key] = { ...draft, ...details }
    if (cell('milestone') !== '') addMilestones(cell('milestone'), key, line.number)
    noteWants(drafts[key] ?? draft, notes, isNew)
  }
  return { drafts, refused, notes }

  function addMilestones(text: string, parent: number | null, row: number): void {
    for (const title of text.split(/\n|;/).map(oneLine))
      if (title !== '') add(bare(parent, 'milestone', title, row))
  }
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[•·*–-]\s*/, '')
    .trim()
    .slice(0, 300)

function bare(
  parent: number | null,
  kind: LineKind,
  title: string,
  row: number,
): Omit<Draft, 'key'> {
  return {
    parent,
    kind,
    title,
    row,
    difference: '',
    owner: null,
    organisation: null,
    partners: [],
    startsOn: null,
    dueOn: null,
    delivery: 'not started',
    reason: '',
    answers: [],
  }
}

const hasDetails = (draft: Pick<Draft, 'owner' | 'dueOn' | 'startsOn' | 'reason' | 'difference'>) =>
  draft.owner !== null ||
  draft.dueOn !== null ||
  draft.startsOn !== null ||
  draft.reason !== '' ||
  draft.difference !== ''

function detailsOf(cell: (field: PlanColumn) => string, row: number, notes: RowNote[]) {
  const kept: string[] = []
  const day = (field: 'starts' | 'due', words: string): Day | null => {
    const text = cell(field)
    if (text === '') return null
    const found = dayFrom(text)
    if (found !== null) return found
    kept.push(`${words} as written: “${text}”.`)
    notes.push({ row, words: `“${text.slice(0, 60)}” is no date. It was kept in the comment.` })
    return null
  }
  const [owner = null, ...others] = ownersIn(cell('owner'))
  if (others.length > 0)
    notes.push({
      row,
      words: `${others.length + 1} owners are named. One is accountable: the first. The others were put down as supporting.`,
    })
  const delivery = deliveryNamed(cell('delivery'))
  if (cell('delivery') !== '' && delivery === null)
    kept.push(`Stands as written: “${cell('delivery')}”.`)
  const startsOn = day('starts', 'Starts')
  const dueOn = day('due', 'Due')
  return {
    difference: cell('difference').slice(0, 1000),
    owner,
    organisation: cell('organisation') || null,
    partners: [
      ...others,
      ...cell('partners')
        .split(/[\n,;]/)
        .map(each => each.trim()),
    ].filter(each => each !== ''),
    startsOn,
    dueOn,
    delivery: delivery ?? 'not started',
    reason: [cell('comment'), ...kept].filter(each => each !== '').join(' '),
    answers: (cell('answers').match(/\d+/g) ?? []).map(Number).filter(number => number < 1000),
  }
}

function noteWants(draft: Draft, notes: RowNote[], isNew: boolean): void {
  const { row } = draft
  const isWork = draft.kind === 'project' || draft.kind === 'action'
  if (isNew && isWork && draft.owner === null && draft.organisation === null)
    notes.push({
      row,
      words: 'It has no owner. It is brought in and listed as a gap until it has one.',
    })
  if (isNew && draft.difference === '')
    notes.push({
      row,
      words:
        'It does not say what will be different for children. It has to before the plan is approved.',
    })
  const [name] = privateWordsIn(`${draft.title}. ${draft.difference}`).perhaps
  if (name !== undefined)
    notes.push({ row, words: `“${name}” may be the name of a person. Look at it once it is in.` })
}

/** The names in a cell for owners: 'A / B', 'A and B', 'A & B', or one a line. */
export function ownersIn(text: string): readonly string[] {
  return text
    .split(/\n|;|\/|,|&| and /)
    .map(each => each.trim())
    .filter(each => each !== '')
}

/** How it stands, from what councils write: colours, percentages, words. Null for what is none of it. */
export function deliveryNamed(text: string): Delivery | null {
  const plain = text.trim().toLowerCase()
  if (plain === '') return null
  if (/^(blue|b|complete|completed|done|closed|achieved|100 ?%?|purple)\b/.test(plain))
    return 'complete'
  if (/not (yet )?started|^(grey|white|planned|to do)\b|^0 ?%?$/.test(plain)) return 'not started'
  if (/^(green|g|on track|on target|in progress|underway|ongoing|started)\b/.test(plain))
    return 'on track'
  if (/^(amber|a|yellow|at risk|some delay|delayed|slippage)\b/.test(plain)) return 'at risk'
  if (/^(red|r|off track|overdue|late|not on track|stuck)\b/.test(plain)) return 'off track'
  if (/^(stopped|paused|cancelled|on hold|superseded)\b/.test(plain)) return 'stopped'
  return null
}
