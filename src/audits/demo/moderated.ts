import { randomUUID } from 'node:crypto'
import { type Grade, grades, type Random, rankOf, type Tool } from '#practice'
import type { NewAudit } from '../audit.ts'
import { directionOf, type Moderation } from '../sides.ts'
import { otherwise } from './answers.ts'
import { momentOf, pick, principal } from './story.ts'
import { moderationReasons } from './words.ts'

/** What the principal social worker made of an audit a week later; most stay as they are. */
export function moderationOf(audit: NewAudit, tool: Tool, random: Random): Moderation | null {
  const { grade } = audit
  if (grade === null) return null
  const chance = random()
  const aim = turned(grade, chance < 0.22 ? 1 : chance < 0.36 ? -1 : 0)
  const changed = otherwise(tool, audit.answers, aim)
  const now = Object.keys(changed).length === 0 ? grade : aim
  const direction = directionOf(grade, now)
  return {
    id: randomUUID(),
    auditId: audit.id,
    at: momentOf(audit.auditedOn + 7, 14),
    byId: principal.id,
    byName: principal.name,
    grades: changed,
    wasGrade: grade,
    grade: now,
    direction,
    reason: pick(moderationReasons[direction], random),
  }
}

/** A grade worse or better; never up to outstanding, which only one audit here is. */
function turned(grade: Grade, turn: number): Grade {
  if (grade === 'outstanding') return grade
  return grades[Math.min(3, Math.max(1, rankOf(grade) + turn))] ?? grade
}
