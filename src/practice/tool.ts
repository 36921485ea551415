import { type Grade, grades, rankOf, worstOf } from './grade.ts'

/** What an audit asks, and by what its grade is found: data with a version, which councils may change. */
export interface Tool {
  /** 'whole-case-file' */
  readonly key: string
  readonly version: number
  readonly title: string
  /** What it looks at, in a sentence. */
  readonly about: string
  /** Whether it is about the work with one child; otherwise a child may be named or not. */
  readonly needsChild?: boolean
  readonly standards: readonly Standard[]
}

/** One thing that good work does. Its quality is graded; what has to be there is only ticked. */
export interface Standard {
  readonly key: string
  readonly title: string
  /** The judgement that the auditor makes, as a question. */
  readonly asks: string
  /** What each grade looks like here. */
  readonly anchors: Readonly<Record<Grade, string>>
  /** Inadequate here is inadequate as a whole. */
  readonly limiting: boolean
  /** What has to be written down with the grade. */
  readonly evidence: string
  /** Whether it is there, apart from whether it is good. */
  readonly compliance: readonly Check[]
}

export interface Check {
  readonly key: string
  readonly asks: string
  /** The law or guidance that asks for it, with the paragraph and whether it was read. */
  readonly rests?: string
}

export type Ticked = 'yes' | 'no' | 'not applicable'
export const safeties = ['yes', 'no', 'not known'] as const
/** The answer to ‘is this child safe now?’ */
export type Safety = (typeof safeties)[number]

/** What an auditor has answered so far. */
export interface Answers {
  /** By the standard's key. */
  readonly grades: Readonly<Record<string, Grade>>
  readonly evidence: Readonly<Record<string, string>>
  /** Standards that do not apply to this child, with the reason. */
  readonly notApplicable: Readonly<Record<string, string>>
  /** By the key of the check. */
  readonly ticks: Readonly<Record<string, Ticked>>
  readonly safe: Safety | null
  readonly safeWords: string
}

export const noAnswers: Answers = {
  grades: {},
  evidence: {},
  notApplicable: {},
  ticks: {},
  safe: null,
  safeWords: '',
}

/** The grade that the rule gives, with the sentences that lead to it. */
export interface Derived {
  readonly grade: Grade
  readonly because: readonly string[]
}

/** The rule in words, as it is shown to auditors. */
export const gradeRule: readonly string[] = [
  'If the child is not safe now, the audit is inadequate.',
  'If a limiting standard is inadequate, the audit is inadequate.',
  'Otherwise it is the middle grade of all standards that apply; of two in the middle, the worse.',
  'It is never more than one grade better than the worst standard.',
]

/** The grade of an audit by the rule; null until every standard that applies has one. */
export function deriveGrade(tool: Tool, answers: Answers): Derived | null {
  const applying = tool.standards.filter(({ key }) => answers.notApplicable[key] === undefined)
  const graded = applying.flatMap(standard => {
    const grade = answers.grades[standard.key]
    return grade === undefined ? [] : [{ standard, grade }]
  })
  if (answers.safe === 'no') return { grade: 'inadequate', because: ['The child is not safe now.'] }
  const limiting = graded.find(({ standard, grade }) => standard.limiting && grade === 'inadequate')
  if (limiting !== undefined)
    return {
      grade: 'inadequate',
      because: [`‘${limiting.standard.title}’ is inadequate, and it limits the whole.`],
    }
  if (answers.safe === null || graded.length === 0 || graded.length < applying.length) return null
  const ranks = graded.map(({ grade }) => rankOf(grade)).toSorted((a, b) => a - b)
  const middle = grades[ranks[Math.floor(ranks.length / 2)] ?? 0] ?? 'good'
  const worst = worstOf(graded.map(({ grade }) => grade)) ?? middle
  const most = grades[Math.max(rankOf(middle), rankOf(worst) - 1)] ?? middle
  return {
    grade: most,
    because: [
      `The middle of ${ranks.length} grades is ${middle}.`,
      ...(most === middle
        ? []
        : [`The worst is ${worst}, so the whole is no better than ${most}.`]),
    ],
  }
}

/** One question that is still open: of which standard or check, and in words. */
export interface Open {
  readonly of: 'safe' | 'grade' | 'evidence' | 'tick' | 'not applicable'
  /** The key of the standard or check; '' for the safety of the child. */
  readonly key: string
  readonly words: string
}

/** What is still to be answered before an audit can be handed in, in the order of the form. */
export function openQuestions(tool: Tool, answers: Answers): readonly Open[] {
  const open = tool.standards.flatMap(({ key, title, compliance }): readonly Open[] => {
    const why = answers.notApplicable[key]
    if (why !== undefined)
      return why.trim() === ''
        ? [{ of: 'not applicable', key, words: `${title}: why it does not apply` }]
        : []
    return [
      ...(answers.grades[key] === undefined
        ? [{ of: 'grade' as const, key, words: `${title}: the grade` }]
        : []),
      ...((answers.evidence[key] ?? '').trim() === ''
        ? [{ of: 'evidence' as const, key, words: `${title}: the evidence` }]
        : []),
      ...compliance
        .filter(check => answers.ticks[check.key] === undefined)
        .map(check => ({
          of: 'tick' as const,
          key: check.key,
          words: `${title}: ${check.asks}`,
        })),
    ]
  })
  const safe: Open = { of: 'safe', key: '', words: 'Is this child safe now?' }
  return [...(answers.safe === null ? [safe] : []), ...open]
}

/** The same in words alone. */
export const unanswered = (tool: Tool, answers: Answers): readonly string[] =>
  openQuestions(tool, answers).map(({ words }) => words)

/** How much of what has to be there is there; null where nothing applies. */
export function complianceOf(tool: Tool, answers: Answers) {
  const ticked = tool.standards
    .flatMap(({ compliance }) => compliance)
    .map(({ key }) => answers.ticks[key])
    .filter(tick => tick === 'yes' || tick === 'no')
  return { there: ticked.filter(tick => tick === 'yes').length, of: ticked.length }
}
