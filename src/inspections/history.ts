import type { Day } from '#calendar'
import { frameworkOf, type GradeKey, gradeRank, type Strand } from './frameworks/index.ts'
import { frameworkIn, gradeShort, type Inspection } from './inspection.ts'

/** The lines of one history, in the order in which they are drawn. */
export const strandNames: Readonly<Record<Strand, string>> = {
  overall: 'Overall',
  leadership: 'Leaders',
  'help-and-protection': 'Help and protection',
  'children-in-care': 'Children in care',
  adoption: 'Adoption',
  'care-leavers': 'Care leavers',
  'safeguarding-board': 'Safeguarding board',
  'youth-justice': 'Youth justice',
  send: 'SEND across the area',
}
// as: the keys of a constant are its strands.
const strands = Object.keys(strandNames) as Strand[]

export interface Mark {
  readonly inspectionId: string
  readonly on: Day
  readonly grade: GradeKey
  /** 'Good' */
  readonly words: string
  /** The judgement as its framework prints it. */
  readonly judgement: string
  /** 0 is best and 1 worst, within the framework's own scale. */
  readonly place: number
  /** The day of the next inspection of the same line of judgement, or of the first that no longer makes it; null where it still stands. */
  readonly until: Day | null
  /** Whether the line shares its judgement with another: care leavers in 2018 to 2022. */
  readonly shared: boolean
}

export interface Line {
  readonly strand: Strand
  readonly name: string
  readonly marks: readonly Mark[]
}

export interface GridChange {
  /** The day of the first inspection under the newer grid. */
  readonly on: Day
  readonly says: string
}

export interface Visit {
  readonly inspectionId: string
  readonly on: Day
  readonly title: string
}

export interface History {
  readonly lines: readonly Line[]
  readonly changes: readonly GridChange[]
  /** Looks from outside that gave no grade. */
  readonly visits: readonly Visit[]
}

/** Kinds whose grades are the council's own or its peers', and no judgement from outside. */
const ownGrades: ReadonlySet<string> = new Set(['mock', 'peer-review', 'self-evaluation'])

/** All external judgements as one history, line by line, with the places where the grid changed. */
export function historyOf(inspections: readonly Inspection[]): History {
  const inOrder = inspections.toSorted((a, b) => a.endedOn - b.endedOn)
  const graded = inOrder.filter(each => each.judgements.length > 0 && !ownGrades.has(each.kind))
  const lines = strands.flatMap((strand): readonly Line[] => {
    const marks = withEnds(
      graded.flatMap(each => marksOf(each, strand)),
      graded,
      strand,
    )
    return marks.length === 0 ? [] : [{ strand, name: strandNames[strand], marks }]
  })
  const visits = inOrder
    .filter(each => !graded.includes(each))
    .map(({ id, endedOn, title }) => ({ inspectionId: id, on: endedOn, title }))
  return { lines, changes: changesOf(graded), visits }
}

/** A judgement stands until it is made again, or until its inspectorate judges without it. */
function withEnds(
  marks: readonly Mark[],
  graded: readonly Inspection[],
  strand: Strand,
): readonly Mark[] {
  return marks.map((mark, at) => {
    const own = graded.find(({ id }) => id === mark.inspectionId)
    const inspectorate = own === undefined ? null : frameworkIn(own)?.inspectorate
    const gone = graded.find(
      each =>
        each.endedOn > mark.on &&
        frameworkIn(each)?.inspectorate === inspectorate &&
        marksOf(each, strand).length === 0,
    )
    const next = marks[at + 1]
    const ends = [next?.on, gone?.endedOn].filter(each => each !== undefined)
    return { ...mark, until: ends.length === 0 ? null : Math.min(...ends) }
  })
}

function marksOf(inspection: Inspection, strand: Strand): readonly Mark[] {
  const framework = frameworkIn(inspection)
  if (framework === null) return []
  const own = framework.judgements.filter(each => each.strand === strand)
  // A part of another judgement on the same line would be drawn over it: standards of youth justice.
  const top = own.filter(each => own.every(other => other.key !== each.within))
  const [judgement] = top
  const shares = strand === 'care-leavers' && framework.key === 'ilacs-2018'
  const key = judgement?.key ?? (shares ? 'children-in-care' : null)
  const made = inspection.judgements.find(each => each.judgement === key)
  if (made === undefined) return []
  const rank = gradeRank(framework, made.grade) ?? 0
  return [
    {
      inspectionId: inspection.id,
      on: inspection.endedOn,
      grade: made.grade,
      words: gradeShort[made.grade],
      judgement: framework.judgements.find(each => each.key === key)?.name ?? made.judgement,
      place: framework.grades.length < 2 ? 0 : rank / (framework.grades.length - 1),
      until: null,
      shared: judgement === undefined,
    },
  ]
}

function changesOf(graded: readonly Inspection[]): readonly GridChange[] {
  const byInspectorate = Map.groupBy(graded, each => frameworkIn(each)?.inspectorate ?? '')
  return [...byInspectorate.values()]
    .flatMap(those =>
      those.flatMap((each, place): readonly GridChange[] => {
        const before = those[place - 1]?.framework
        if (before == null || each.framework === null || before === each.framework) return []
        return [{ on: each.endedOn, says: whatChanged(before, each.framework) }]
      }),
    )
    .toSorted((a, b) => a.on - b.on)
}

type Key = Parameters<typeof frameworkOf>[0]

/** What a reader has to know to compare a grade before with a grade after. */
export function whatChanged(before: Key, after: Key): string {
  const [old, fresh] = [frameworkOf(before), frameworkOf(after)]
  const drawn = (framework: typeof old): ReadonlySet<Strand> =>
    new Set(framework.judgements.map(({ strand }) => strand))
  const [was, is] = [drawn(old), drawn(fresh)]
  const gone = strands.filter(each => was.has(each) && !is.has(each))
  const come = strands.filter(each => is.has(each) && !was.has(each))
  const named = (those: readonly Strand[]): string =>
    those.map(each => strandNames[each].toLowerCase()).join(', ')
  const parts = [
    ...(come.length > 0 ? [`judged on its own from here: ${named(come)}`] : []),
    ...(gone.length > 0 ? [`no longer judged on its own: ${named(gone)}`] : []),
  ]
  const said = parts.length === 0 ? 'the same lines are judged' : parts.join('; ')
  return `From ${old.shortName} to ${fresh.shortName}: ${said}.`
}
