import { decisionVerb, delegationIn } from './delegation.ts'
import { plain, atEnd } from './lines.ts'
import { markOf } from './numbering.ts'
import type { HeaderField, Place, ReportRecommendation } from './paper-read.ts'
import { fieldNamed } from './report-header.ts'
import type { SectionLines } from './sections.ts'
import { sentencesOf } from './sentences.ts'

export type Recommendations = {
  readonly recommendations: readonly ReportRecommendation[]
  readonly doubts: readonly string[]
}

const LEAD_IN =
  /^(?:(?:it is )?recommended\s*)?(?:that|to)?\s*(?:the\s+)?(?:cabinet|committee|panel|board|council|executive|members?|decision[- ]maker)?(?:\s+(?:is|are) (?:asked|recommended|requested|invited))?\s*(?:to|that|should|agrees?)?\s*[:–-]*$/iu

/**
 * What a report asks its body to decide, from its header or its own section. The officers' words at
 * the end may name a post more fully than the header; the fuller title is taken and the difference told.
 */
export function recommendationsOf(
  fields: readonly HeaderField[],
  sections: readonly SectionLines[],
): Recommendations {
  const field = fieldNamed(fields, /^recommendations?\b/u)
  const inSections = sections.filter(
    ({ section }) =>
      /\brecommendations?\b/iu.test(section.title) && !/^reasons?\b/iu.test(section.title),
  )
  const listed =
    field !== null
      ? split(field.text, field.place)
      : (inSections[0]?.lines ?? [])
          .filter(line => !line.blank)
          .flatMap(line =>
            split(line.text, {
              firstLine: line.number,
              lastLine: line.number,
              start: line.start,
              end: line.end,
            }),
          )
  return withFullerTitles(listed, inSections)
}

function split(text: string, place: Place): readonly ReportRecommendation[] {
  return text.split('\n').flatMap(part => {
    const unnumbered = part.replace(/^\d{1,2}\.\d{1,2}\.?\s+/u, '')
    const bare = atEnd(
      markOf(unnumbered)?.rest ?? unnumbered,
      /[\s;,]+(?:and|or)?[\s;:,.]*$/iu,
    ).trim()
    if (bare.length < 4 || (bare.length < 200 && LEAD_IN.test(bare))) return []
    return [{ verb: decisionVerb(bare), text: bare, ...delegationIn(bare), place }]
  })
}

function withFullerTitles(
  listed: readonly ReportRecommendation[],
  sections: readonly SectionLines[],
): Recommendations {
  const doubts: string[] = []
  const again = sections.flatMap(({ lines }) =>
    lines.flatMap(line =>
      sentencesOf(line.text)
        .filter(sentence => /\bconsultation\b|\bdelegat/iu.test(sentence))
        .map(sentence => delegationIn(sentence)),
    ),
  )
  const fuller = (title: string | null, others: readonly (string | null)[]): string | null => {
    if (title === null) return null
    const other = others.find(
      each => each !== null && each.length > title.length && plain(each).endsWith(plain(title)),
    )
    if (other === undefined || other === null) return title
    doubts.push(
      `The recommendations name the ${title}, the officers' recommendation the ${other}; the fuller title was taken.`,
    )
    return other
  }
  return {
    recommendations: listed.map(each => ({
      ...each,
      to: fuller(
        each.to,
        again.map(other => other.to),
      ),
      inConsultationWith: fuller(
        each.inConsultationWith,
        again.map(other => other.inConsultationWith),
      ),
    })),
    doubts,
  }
}
