import { type Framework, type FrameworkKey, frameworkOf } from '../frameworks/index.ts'
import {
  type Statement,
  type Table,
  headingGrades,
  lineGrades,
  outcomeOf,
  statedGrades,
  tableOf,
} from './grades.ts'
import type { Identity } from './identify.ts'
import type { Line } from './lines.ts'
import type { Found, GradeFound } from './reading.ts'

/** The framework of a report and its grades, each checked against the other places that say it. */
export type Judged = {
  readonly framework: Framework
  readonly why: string
  readonly grades: readonly Found<GradeFound>[]
  readonly doubts: readonly string[]
}

const gradeWords = String.raw`(requires? improvement(?: to be good)?|good|outstanding|inadequate)\b`
const singleInspection: readonly Statement[] = [
  {
    judgement: 'overall',
    shape: new RegExp(
      String.raw`^(?:the )?overall judgement is(?: that)?(?: children[’']s services)?(?: in .{2,50}?)?(?: is| are)?:? ${gradeWords}`,
      'i',
    ),
  },
  {
    judgement: 'overall',
    shape: new RegExp(
      String.raw`^children[’']s services in .{2,70}? (?:are |is )?${gradeWords}`,
      'i',
    ),
  },
  {
    judgement: 'safeguarding-board',
    shape: new RegExp(
      String.raw`^(?:the )?(?:judgement (?:for|on) )?(?:the )?(?:effectiveness of )?(?:the )?(?:local safeguarding children[’']?s? board|lscb)(?: \(lscb\))?[\s\d]*(?:is |are )?${gradeWords}`,
      'i',
    ),
  },
]

export function judged(
  lines: readonly Line[],
  identity: Identity,
  pages: number,
  start: string | null,
): Judged {
  const { framework, table, why } = settled(lines, identity, start)
  if (framework.inspectorate === 'HM Inspectorate of Probation')
    return { framework, why, grades: lineGrades(lines, framework), doubts: [] }
  if (framework.key === 'send-2016' || framework.key === 'send-2023')
    return { framework, why, grades: outcomeOf(lines, framework), doubts: [] }
  const stated = statedGrades(lines, framework.key === 'sif-2013' ? singleInspection : [], pages)
  const front = new Set(table?.lines ?? [])
  const headings = headingGrades(
    lines.filter(line => !front.has(line)),
    framework,
  )
  return {
    framework,
    why,
    ...merged(framework, [...(table?.grades ?? []), ...firstOfEach(stated)], headings),
  }
}

function settled(
  lines: readonly Line[],
  identity: Identity,
  start: string | null,
): { readonly framework: Framework; readonly table: Table | null; readonly why: string } {
  if (identity.family !== 'ilacs') {
    const framework = frameworkOf(identity.family)
    return { framework, table: tableOf(lines, framework), why: identity.why }
  }
  if (identity.visit !== 'full inspection')
    return { framework: frameworkOf(byDate(start)), table: null, why: 'the dates of the visit' }
  const tables = (['ilacs-2018', 'ilacs-2023'] as const).map(key => ({
    key,
    table: tableOf(lines, frameworkOf(key)),
  }))
  const best = tables.toSorted(
    (a, b) => (b.table?.grades.length ?? 0) - (a.table?.grades.length ?? 0),
  )[0]
  if (best?.table == null)
    return {
      framework: frameworkOf(byDate(start)),
      table: null,
      why: 'the dates of the inspection, for it has no table of judgements',
    }
  const overall = best.table.grades.some(found => found.value.judgement === 'overall')
  if (best.key === 'ilacs-2023' && !overall && (start === null || start >= '2026-04-01'))
    return {
      framework: frameworkOf('ilacs-2026'),
      table: best.table,
      why: 'its table has care leavers apart and no overall effectiveness',
    }
  return {
    framework: frameworkOf(best.key),
    table: best.table,
    why:
      best.key === 'ilacs-2023'
        ? 'its table has care leavers apart'
        : 'its table has children in care and care leavers together',
  }
}

const byDate = (day: string | null): FrameworkKey =>
  day === null || day < '2023-01-01'
    ? 'ilacs-2018'
    : day < '2026-04-01'
      ? 'ilacs-2023'
      : 'ilacs-2026'

function firstOfEach(found: readonly Found<GradeFound>[]): readonly Found<GradeFound>[] {
  return found.filter(
    (each, index) =>
      found.findIndex(other => other.value.judgement === each.value.judgement) === index,
  )
}

/** The table's grade stands; a chapter's heading that says the same makes it certain, another is said. */
function merged(
  framework: Framework,
  front: readonly Found<GradeFound>[],
  headings: readonly Found<GradeFound>[],
): Pick<Judged, 'grades' | 'doubts'> {
  const doubts: string[] = []
  const grades = framework.judgements.flatMap((judgement): Found<GradeFound>[] => {
    const said = front.find(each => each.value.judgement === judgement.key)
    const again = headings.find(each => each.value.judgement === judgement.key)
    if (said === undefined) return again === undefined ? [] : [again]
    if (again === undefined) return [said]
    const places = [...said.places, ...again.places]
    if (said.value.grade === again.value.grade)
      return [{ ...said, places, why: `${said.why}, and ${again.why}`, confidence: 'certain' }]
    doubts.push(
      `“${judgement.name}” is ${said.value.words} in ${said.why} and ${again.value.words} in ${again.why}.`,
    )
    return [{ ...said, places, confidence: 'check' }]
  })
  return { grades, doubts }
}
