import { randomUUID } from 'node:crypto'
import { type Grade, grades, rankOf } from '#practice'
import { type Audit, gradeOf } from '../audit.ts'
import { decideGrade, disputeGrade } from '../moderate.ts'
import { insertOutsideGrade } from '../reliability/store.ts'
import { invitedTo } from '../store/index.ts'
import { asPost, heads, MONTHS, momentOf, pick, type Telling, workingDay } from './story.ts'

/** A practitioner disputes a grade, and somebody without a part in it decides, with reasons. */
export async function tellDispute(telling: Telling, audits: readonly Audit[]): Promise<void> {
  const { trx, by } = telling
  const from = by.today - 120
  const open = audits.filter(
    each =>
      each.auditedOn > from &&
      each.auditedOn < by.today - 20 &&
      each.toolKey === 'whole-case-file' &&
      each.grade === 'requires improvement' &&
      each.moderatedGrade === null &&
      each.ownGrade !== null,
  )
  const audit = open.find(({ ownGrade }) => ownGrade === 'good') ?? open[0]
  if (audit === undefined) return
  const [practitioner] = await invitedTo(trx, { auditId: audit.id })
  if (practitioner === undefined) return
  const own = { id: practitioner.userId, name: practitioner.name }
  await disputeGrade(trx, asPost(telling, own, workingDay(audit.auditedOn + 4)), audit.id, {
    raisedAs: 'practitioner',
    words:
      'The father was spoken to three times; the notes are on the record of the elder child. The plan was shared with him in May, and he agreed two of its steps.',
  })
  const [head] = heads
  if (head === undefined) return
  await decideGrade(trx, asPost(telling, head, workingDay(audit.auditedOn + 12)), audit.id, {
    grade: 'good',
    words:
      'Read together with the elder child’s record, work with the family is good. That it stands on another record is a matter of recording, and goes to the team as that.',
  })
}

/** Reviewers from another council graded a share of the work of the last two years, as inspectors would. */
export async function tellOutside(telling: Telling, audits: readonly Audit[]): Promise<void> {
  const { trx, by, random } = telling
  const looked = [
    { month: 14, words: 'Peer challenge by reviewers of another council', milder: 0.45 },
    { month: MONTHS - 5, words: 'Second peer challenge, the same reviewers', milder: 0.15 },
  ]
  for (const { month, words, milder } of looked) {
    const on = workingDay(telling.begins + month * 30 + 40)
    const before = audits.filter(
      each => each.auditedOn < on - 10 && each.auditedOn > on - 120 && each.childRef !== null,
    )
    for (const audit of before.slice(-12)) {
      const grade = gradeOf(audit) ?? 'good'
      const turned = random() < milder ? (grades[Math.min(3, rankOf(grade) + 1)] ?? grade) : grade
      const outside: Grade = turned === 'outstanding' ? 'good' : turned
      await insertOutsideGrade(
        trx,
        by.authority,
        { id: randomUUID(), auditId: audit.id, grade: outside, byWords: words, on },
        { actorName: pick(heads, random).name, at: momentOf(on, 16) },
      )
    }
  }
}
