import type { Framework, GradeKey, Judgement } from '../frameworks/index.ts'
import { type Line, joined, placesOf, plain } from './lines.ts'
import type { Found, GradeFound } from './reading.ts'

/** Grades of a list of standards, each on a line of its own with its name. */
export function lineGrades(
  lines: readonly Line[],
  framework: Framework,
): readonly Found<GradeFound>[] {
  const rows = lines.filter(line => !line.blank).map(rowOf)
  return framework.judgements.flatMap(judgement => {
    const name = plain(judgement.name)
    const row = rows.find(each => plain(each.left) === name && each.right !== '')
    const grade = gradeKeyOf(row?.right ?? '')
    if (row === undefined || grade === null) return []
    return [
      {
        value: { judgement: judgement.key, grade, words: row.right },
        places: placesOf([row.line]),
        why: 'the line of the ratings',
        confidence: 'likely' as const,
      },
    ]
  })
}

/** The outcome of a framework that words it as a sentence. */
export function outcomeOf(
  lines: readonly Line[],
  framework: Framework,
): readonly Found<GradeFound>[] {
  const written = lines.filter(line => !line.blank)
  const judgement = framework.judgements[0]
  if (judgement === undefined) return []
  for (let at = 0; at < written.length; at++) {
    const run = written.slice(at, at + 3)
    const words = plain(joined(run.map(line => line.text)))
    const first = plain(written[at]?.text ?? '')
    for (const grade of framework.grades) {
      const said = grade.words.find(each => words.includes(plain(each)))
      if (
        said === undefined ||
        !plain(said)
          .split(' ')
          .slice(0, 2)
          .some(word => first.includes(word))
      )
        continue
      return [
        {
          value: { judgement: judgement.key, grade: grade.key, words: said },
          places: placesOf(run),
          why: 'the sentence that states the outcome',
          confidence: 'likely',
        },
      ]
    }
  }
  return []
}

/** A part of a grade as it may stand on one line of a narrow column. */
const fragment = String.raw`requires? improvement(?: to be good)?|requires? improvement to be|requires? improvement to|requires?|improvement(?: to(?: be(?: good)?)?)?|(?:to )?be good|to be|good|outstanding|inadequate|adequate`
const atRight = new RegExp(String.raw`^(.*?)(?:^|\s{2,})(${fragment})\.?\d?\s*$`, 'i')
const wholeGrade =
  /requires? improvement(?: to be good)?|outstanding|inadequate|adequate|\bgood\b/gi

export function gradeKeyOf(words: string): GradeKey | null {
  const said = words.trim().toLowerCase()
  if (/^requires? improvement/.test(said)) return 'requires-improvement'
  return said === 'outstanding' || said === 'good' || said === 'adequate' || said === 'inadequate'
    ? said
    : null
}

type Row = { readonly line: Line; readonly left: string; readonly right: string }

/** A line of a table of grades: its words at the left, and a grade or part of one at the right. */
function rowOf(line: Line): Row {
  const match = atRight.exec(line.text)
  const left = match?.[1]?.trim() ?? ''
  // Without words at the left only a line far from the margin stands in the column of grades.
  if (match === null || (left === '' && line.indent < 15))
    return { line, left: line.text.trim(), right: '' }
  return { line, left, right: match[2] ?? '' }
}

const leftWords = (row: Row, framework: Framework): string =>
  labelWords(row.left, framework).replace(/(?<=[a-z])\d$/, '')

const spellings = (framework: Framework, judgement: Judgement): readonly string[] =>
  [judgement.name, ...(judgement.alsoWritten ?? [])].map(name => labelWords(name, framework))

/** Reports misnumber their judgements, so a number counts only where names differ by nothing else. */
const labelWords = (text: string, framework: Framework): string =>
  framework.inspectorate === 'HM Inspectorate of Probation'
    ? plain(text)
    : plain(text).replace(/^(\d{1,2} )+/, '')

/** The board's effectiveness is stated in a sentence below the table and is no row of it. */
const inTable = (framework: Framework): readonly Judgement[] =>
  framework.judgements.filter(judgement => judgement.strand !== 'safeguarding-board')

export type Table = {
  readonly grades: readonly Found<GradeFound>[]
  readonly lines: readonly Line[]
  /** False where the labels and the grades of the table could not be paired one to one. */
  readonly paired: boolean
}

/**
 * The table of judgements at the front. Labels run over two or three lines and grades stand beside
 * their middle, so lines cannot be paired: the labels read down the left are paired, in order, with
 * the grades read down the right.
 */
export function tableOf(lines: readonly Line[], framework: Framework): Table | null {
  const labels = inTable(framework).flatMap(judgement => spellings(framework, judgement))
  for (let start = 0; start < lines.length; start++) {
    const first = lines[start]
    if (first === undefined || first.blank || first.page > 6) continue
    const words = leftWords(rowOf(first), framework)
    if (words.length < 8 || !labels.some(label => label.startsWith(words))) continue
    const table = pairUp(regionFrom(lines, start, labels, framework), framework)
    if (table !== null) return table
  }
  return null
}

/** The rows of a table from its first label, to the first line whose words belong to no label. */
function regionFrom(
  lines: readonly Line[],
  start: number,
  labels: readonly string[],
  framework: Framework,
): readonly Row[] {
  const rows: Row[] = []
  // A grade of the first row may stand one line above its label.
  const above = lines
    .slice(Math.max(0, start - 2), start)
    .filter(line => !line.blank)
    .map(rowOf)
  rows.push(...above.filter(row => row.left === '' && row.right !== ''))
  for (const line of lines.slice(start)) {
    if (line.blank) continue
    const row = rowOf(line)
    const words = leftWords(row, framework)
    if (words !== '' && !labels.some(label => ` ${label} `.includes(` ${words} `))) break
    rows.push(row)
  }
  return rows
}

function pairUp(rows: readonly Row[], framework: Framework): Table | null {
  const judgements = labelsIn(plainLeft(rows, framework), framework)
  const grades = [...joined(rows.map(row => row.right)).matchAll(wholeGrade)].map(match => match[0])
  if (judgements.length < 2 || grades.length === 0) return null
  const paired = judgements.length === grades.length
  const lines = rows.map(row => row.line)
  const found = judgements
    .slice(0, grades.length)
    .flatMap((judgement, index): Found<GradeFound>[] => {
      const words = grades[index] ?? ''
      const grade = gradeKeyOf(words)
      if (grade === null) return []
      return [
        {
          value: { judgement: judgement.key, grade, words },
          places: placesOf(lines),
          why: paired
            ? 'the table of judgements'
            : 'the table of judgements, whose lines could not all be paired',
          confidence: paired ? 'likely' : 'check',
        },
      ]
    })
  return { grades: found, lines, paired }
}

const plainLeft = (rows: readonly Row[], framework: Framework): string =>
  rows
    .map(row => leftWords(row, framework))
    .filter(words => words !== '')
    .join(' ')

/** The judgements whose names stand one after another in a run of words; the longest name wins. */
function labelsIn(words: string, framework: Framework): readonly Judgement[] {
  const out: Judgement[] = []
  let rest = words
  while (rest !== '') {
    const fits = inTable(framework)
      .flatMap(judgement => spellings(framework, judgement).map(name => ({ judgement, name })))
      .filter(
        ({ judgement, name }) =>
          !out.includes(judgement) && (rest === name || rest.startsWith(`${name} `)),
      )
      .toSorted((a, b) => b.name.length - a.name.length)[0]
    if (fits !== undefined) out.push(fits.judgement)
    rest = fits === undefined ? rest.replace(/^\S+\s*/, '') : rest.slice(fits.name.length).trim()
  }
  return out
}

/**
 * The grade that the heading of a judgement's own chapter gives (“The experiences and progress of
 * children in care: good”), which says the table's grade a second time.
 */
export function headingGrades(
  lines: readonly Line[],
  framework: Framework,
): readonly Found<GradeFound>[] {
  const written = lines.filter(line => !line.blank)
  return framework.judgements.flatMap(judgement => {
    // “Overall effectiveness” begins sentences too, and heads no chapter.
    if (judgement.strand === 'overall') return []
    const names =
      judgement.chapter === undefined
        ? spellings(framework, judgement)
        : [labelWords(judgement.chapter, framework)]
    // The last, for a re-inspection shows the grades of the one before in its opening.
    for (let at = written.length - 1; at >= 0; at--) {
      const found = headingAt(written, at, judgement, names, framework)
      if (found !== null) return [found]
    }
    return []
  })
}

/** A heading of one to four lines, its grade after its words or beside them in a column of its own. */
function headingAt(
  written: readonly Line[],
  at: number,
  judgement: Judgement,
  names: readonly string[],
  framework: Framework,
): Found<GradeFound> | null {
  const first = written[at]
  if (first === undefined || first.text.length > 110) return null
  const start = leftWords(rowOf(first), framework)
  if (!names.some(name => start.startsWith(name) || (start.length >= 12 && name.startsWith(start))))
    return null
  const lines = written.slice(at, at + 4).filter(line => line.page === first.page)
  const rows = lines.map(rowOf)
  const left = plain(joined(rows.map(row => row.left)))
  const beside = rows.findIndex(row => row.right !== '')
  for (const name of names) {
    if (left !== name && !left.startsWith(`${name} `)) continue
    const after = gradeAfter.exec(left.slice(name.length).trim())?.[1]
    const words = after ?? joined(rows.slice(beside, beside + 2).map(row => row.right))
    const grade = gradeKeyOf(words)
    if (grade === null || (after === undefined && beside < 0)) continue
    return {
      value: { judgement: judgement.key, grade, words },
      places: placesOf(lines.slice(0, 2)),
      why: 'the heading of its chapter',
      confidence: 'likely',
    }
  }
  return null
}

const gradeAfter =
  /^(?:is |are )?(?:that it is )?(requires? improvement(?: to be good)?|outstanding|good|inadequate|adequate)\b/

/** Grades said in a sentence of the first pages or at the head of a section. */
export type Statement = { readonly judgement: string; readonly shape: RegExp }

export function statedGrades(
  lines: readonly Line[],
  statements: readonly Statement[],
  lastPage: number,
): readonly Found<GradeFound>[] {
  const written = lines.filter(line => !line.blank && line.page <= lastPage)
  const out: Found<GradeFound>[] = []
  for (const { judgement, shape } of statements) {
    for (let at = 0; at < written.length; at++) {
      const run = written.slice(at, at + 4)
      const match = shape.exec(joined(run.map(line => line.text)))
      const words = match?.[1] ?? ''
      const grade = gradeKeyOf(words)
      if (grade === null || match === null || match.index > (run[0]?.text.trim().length ?? 0))
        continue
      out.push({
        value: { judgement, grade, words },
        places: placesOf(run.slice(0, 2)),
        why: 'the sentence that states it',
        confidence: 'likely',
      })
      break
    }
  }
  return out
}
