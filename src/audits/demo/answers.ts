import {
  type Answers,
  deriveGrade,
  type Grade,
  grades,
  type Random,
  rankOf,
  type Safety,
  type Tool,
} from '#practice'
import { moderatedBy } from '../sides.ts'
import { evidenceFor } from './evidence.ts'
import { pick } from './story.ts'

const safeWords: Readonly<Record<Safety, readonly string[]>> = {
  yes: [
    'Seen by the social worker in the last two weeks.',
    'Seen at school this week, and the home was visited on the day before.',
    'Seen alone nine days ago; nothing new has come in since.',
  ],
  no: ['The child has not been seen for seven weeks, and nobody at home has answered.'],
  'not known': ['The last visit that is recorded was five weeks ago.'],
}

/** Answers around an aim, so that the rule comes to it; only the one aimed at is outstanding. */
export function answersFor(
  tool: Tool,
  { aim, safe = 'yes' }: { readonly aim: Grade; readonly safe?: Safety },
  random: Random,
): Answers {
  const around = (): Grade => {
    const turn = random() < 0.2 ? 1 : random() < 0.2 ? -1 : 0
    return grades[Math.min(3, Math.max(0, rankOf(aim) + turn))] ?? aim
  }
  const graded = new Map(
    tool.standards.map(({ key, limiting }, nth) => {
      const grade = aim === 'outstanding' ? (nth === 3 ? 'good' : aim) : around()
      // Only work that is inadequate as a whole fails a standard that limits the whole.
      const held = limiting && grade === 'inadequate' && aim !== 'inadequate' ? aim : grade
      return [key, aim === 'inadequate' && limiting ? 'inadequate' : held] as const
    }),
  )
  const answers = {
    grades: Object.fromEntries(graded),
    evidence: {},
    notApplicable: {},
    ticks: Object.fromEntries(
      tool.standards.flatMap(({ compliance }) =>
        compliance.map(check => [check.key, tick(random)] as const),
      ),
    ),
    safe,
    safeWords: pick(safeWords[safe], random),
  }
  const by = deriveGrade(tool, answers)?.grade
  // By chance alone no work is outstanding here, and none inadequate.
  const isByChance = by !== aim && (by === 'outstanding' || (by === 'inadequate' && safe !== 'no'))
  const kept = isByChance
    ? Object.fromEntries([...graded].map(([key]) => [key, aim] as const))
    : answers.grades
  const evidence = Object.entries(kept).map(
    ([key, grade]) => [key, evidenceFor(tool.key, key, grade, random)] as const,
  )
  return { ...answers, grades: kept, evidence: Object.fromEntries(evidence) }
}

function tick(random: Random): 'yes' | 'no' | 'not applicable' {
  if (random() < 0.72) return 'yes'
  return random() < 0.8 ? 'no' : 'not applicable'
}

/**
 * What a moderator grades otherwise so that the rule comes to another grade: as few standards as it
 * takes. Empty where it cannot come to it.
 */
export function otherwise(
  tool: Tool,
  answers: Answers,
  to: Grade,
): Readonly<Record<string, Grade>> {
  const from = deriveGrade(tool, answers)?.grade
  if (from === undefined || from === to) return {}
  const isDown = rankOf(to) > rankOf(from)
  const grades: Record<string, Grade> = {}
  // A limiting standard moves the whole by itself.
  const order = tool.standards.toSorted((a, b) => Number(b.limiting) - Number(a.limiting))
  for (const { key } of order) {
    const was = answers.grades[key]
    if (was === undefined || (isDown ? rankOf(was) >= rankOf(to) : rankOf(was) <= rankOf(to)))
      continue
    grades[key] = to
    if (moderatedBy(tool, answers, grades)?.grade === to) return grades
  }
  return {}
}
