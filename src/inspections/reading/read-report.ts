import { withoutFurniture } from './furniture.ts'
import { frontOf } from './front.ts'
import { type Identity, identify } from './identify.ts'
import { type Judged, judged } from './judged.ts'
import { type Line, linesOf } from './lines.ts'
import type { Fieldwork, Found, NotFound, NotRead, ReportReading } from './reading.ts'
import { type Asked, recommendationsOf } from './recommendations.ts'
import { type Front } from './front.ts'
import { heldOn } from '../frameworks/index.ts'

/**
 * Reads an inspection report from the text of its pages, laid out by columns. What it gives is for
 * a person to confirm: each thing found carries the place it was read from and why, and what was
 * looked for in vain is listed. A document that is no such report is answered with one sentence.
 */
export function readReport(pages: readonly string[]): ReportReading | NotRead {
  const raw = linesOf(pages)
  const identity = identify(raw)
  if (identity.kind === 'not read') return identity
  const lines = withoutFurniture(raw)
  const front = frontOf(lines)
  const grades = judged(lines, identity, pages.length, front.fieldwork?.value.start ?? null)
  if (lacksJudgements(identity, grades)) return onlySpeaksOfOne(raw)
  const asked = recommendationsOf(lines)
  return {
    kind: 'report',
    inspectorate: identity.inspectorate,
    visit: { value: identity.visit, places: [], why: identity.why, confidence: 'certain' },
    framework: { value: grades.framework.key, places: [], why: grades.why, confidence: 'likely' },
    ...front,
    grades: grades.grades,
    recommendations: asked.recommendations,
    boardRecommendations: asked['board recommendations'],
    strengths: asked.strengths,
    notFound: missing(identity, front, grades, asked),
    doubts: [
      ...grades.doubts,
      ...asked.doubts,
      ...datesInDoubt(grades, front.fieldwork, front.published),
    ],
    pages: pages.length,
  }
}

/** A council's papers and an inspectorate's letters speak of inspections too; a report has its judgements. */
const lacksJudgements = (identity: Identity, { framework, grades }: Judged): boolean =>
  identity.visit === 'full inspection' &&
  framework.key !== 'before-sif' &&
  framework.inspectorate !== 'The council itself' &&
  grades.length < 2

function onlySpeaksOfOne(lines: readonly Line[]): NotRead {
  return lines.some(line => line.page <= 2 && /^\s*dear\b/i.test(line.text))
    ? {
        kind: 'not read',
        code: 'covering-letter',
        message:
          'This is a letter about an inspection, not its report: it has no table of judgements. If it came with a report, bring the report.',
      }
    : {
        kind: 'not read',
        code: 'not-a-report',
        message:
          'This speaks of an inspection but is not its report: no table of judgements was found in it.',
      }
}

function missing(
  identity: Identity,
  front: Front,
  grades: Judged,
  asked: Asked,
): readonly NotFound[] {
  const out: NotFound[] = []
  const look = (found: unknown, what: string, lookedFor: string): void => {
    if (found === null) out.push({ what, lookedFor })
  }
  look(front.authority, 'the authority', 'a name above, in or below the title of the first page')
  look(
    front.fieldwork,
    'the dates of the inspection',
    'a line “Inspection dates” on the first two pages',
  )
  look(
    front.published,
    'the date of publication',
    'a line “Report published”, or the date of a letter',
  )
  look(
    front.leadInspectorRole,
    'the role of the lead inspector',
    'a line “Lead inspector” with a role',
  )
  if (asked.recommendations.length === 0)
    out.push({
      what: 'recommendations',
      lookedFor:
        'a heading such as “What needs to improve” or “Recommendations” with a list below it',
    })
  if (identity.visit === 'full inspection')
    for (const judgement of grades.framework.judgements)
      if (!grades.grades.some(found => found.value.judgement === judgement.key))
        out.push({
          what: `the grade of “${judgement.name}”`,
          lookedFor:
            'the table of judgements, a sentence that states it, the heading of its chapter',
        })
  return out
}

function datesInDoubt(
  { framework }: Judged,
  fieldwork: Found<Fieldwork> | null,
  published: Found<string> | null,
): readonly string[] {
  const out: string[] = []
  if (fieldwork !== null && published !== null && published.value < fieldwork.value.end)
    out.push(
      `It is dated ${published.value}, before the inspection ended on ${fieldwork.value.end}.`,
    )
  if (fieldwork !== null && !heldOn(framework, fieldwork.value.start))
    out.push(
      `It reads as ${framework.shortName}, which was not in force on ${fieldwork.value.start}.`,
    )
  return out
}
