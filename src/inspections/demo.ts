import { randomUUID } from 'node:crypto'
import { parseIsoDay } from '#calendar'
import { findingThing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { ensureLink } from '#thread'
import { type Changing, changeStatement, makeInspection, type Said } from './change.ts'
import { demoInspections, type DemoInspection } from './demo-inspections.ts'
import { demoBoard, demoInterventions, demoQuestions } from './demo-board.ts'
import { frameworkOf, type GradeKey } from './frameworks/index.ts'
import { recommendationThing } from './in-thread.ts'
import { usualTitle } from './inspection.ts'
import {
  addReview,
  linkFinding,
  writeBoard,
  writeChallenge,
  writeIntervention,
  writeMovedMeeting,
  writeQuestion,
} from './store/index.ts'

const day = (iso: string): number => parseIsoDay(iso) ?? 0

/**
 * Fills the demonstration with a county's story: inadequate in 2019, monitored, better by steps.
 * @param findings the identifiers of the findings of the demonstration's inbox by their names, from
 *   `fillDemoFindings`; the recommendations that they are about are linked to them
 */
export async function fillDemoInspections(
  trx: Trx,
  authority: string,
  findings: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const ids = new Map<string, string>()
  for (const told of demoInspections) {
    const by = onDay(authority, told.received ?? told.ended)
    const said = saidOf(told)
    const made = await makeInspection(trx, by, said, false)
    ids.set(told.key, made.id)
    if (told.statement !== undefined)
      await changeStatement(trx, by, made.id, { stagesDone: allStages })
    for (const [at, key] of (told.findings ?? []).entries()) {
      const point = made.points[at]
      const finding = findings.get(key)
      if (point === undefined || finding === undefined) continue
      const to = recommendationThing(point.id)
      await ensureLink(trx, { from: findingThing(finding), relation: 'comes from', to }, by)
      await linkFinding(trx, point.id, finding)
    }
    for (const contested of told.contested ?? [])
      await writeChallenge(trx, authority, made.id, {
        id: randomUUID(),
        sentOn: day(contested.sent),
        paragraph: contested.paragraph,
        words: contested.words,
        outcome: contested.outcome,
        answer: contested.answer,
        answeredOn: day(contested.answered),
      })
  }
  for (const { reviews, after, issued, lifted, ...each } of demoInterventions) {
    const id = randomUUID()
    await writeIntervention(trx, authority, {
      ...each,
      id,
      issuedOn: day(issued),
      liftedOn: lifted === null ? null : day(lifted),
      inspectionId: ids.get(after) ?? null,
    })
    for (const review of reviews)
      await addReview(trx, authority, id, {
        id: randomUUID(),
        heldOn: day(review.on),
        words: review.words,
      })
  }
  const board = { ...demoBoard, id: randomUUID(), firstOn: day(demoBoard.first) }
  await writeBoard(trx, authority, board)
  await writeMovedMeeting(trx, authority, board.id, {
    nth: demoBoard.moved.nth,
    heldOn: day(demoBoard.moved.on),
    reason: demoBoard.moved.reason,
  })
  const maybeDay = (iso: string | undefined): number | null => (iso === undefined ? null : day(iso))
  for (const question of demoQuestions)
    await writeQuestion(trx, authority, board.id, {
      id: randomUUID(),
      askedOn: day(question.asked),
      askedBy: question.by,
      organisation: question.of,
      words: question.words,
      owner: question.owner,
      dueOn: day(question.due),
      answer: question.answer ?? null,
      answeredOn: maybeDay(question.answered),
      followedWords: question.followed?.words ?? null,
      followedOn: maybeDay(question.followed?.on),
      effect: question.followed?.effect ?? null,
      effectWords: question.followed?.effectWords ?? null,
    })
}

const allStages = ['key-decision-notice', 'board-sign-off', 'agenda', 'cabinet', 'submission']

function onDay(authority: string, iso: string): Changing {
  const today = day(iso)
  const at = new Date(today * 86_400_000 + 10 * 3_600_000)
  return { authority, actor: 'demonstration', actorName: 'Quality lead', at, today }
}

function saidOf(told: DemoInspection): Said {
  const named = {
    kind: told.kind,
    framework: told.framework ?? null,
    theme: told.theme ?? null,
    visitNumber: told.number ?? null,
  }
  const maybeDay = (iso: string | undefined): number | null => (iso === undefined ? null : day(iso))
  return {
    ...named,
    title: told.title ?? usualTitle(named),
    beganOn: day(told.began),
    endedOn: day(told.ended),
    teamSize: told.team ?? null,
    receivedOn: maybeDay(told.received),
    embargoedUntil: null,
    readers: [],
    publishedOn: maybeDay(told.published),
    summary: told.summary ?? '',
    statement: told.statement ?? 'none',
    documentId: null,
    judgements: judgementsOf(told),
    points: [
      ...(told.asked ?? []).map((words, at) => ({
        id: null,
        kind: 'recommendation' as const,
        words,
        number: String(at + 1),
        paragraphs: '',
        page: 2,
      })),
      ...(told.strong ?? []).map(words => ({
        id: null,
        kind: 'strength' as const,
        words,
        number: null,
        paragraphs: '',
        page: 1,
      })),
    ],
  }
}

/** Grades in the order of the framework's own grid; a dash where there is none. */
function judgementsOf({ framework, grades }: DemoInspection): Said['judgements'] {
  if (framework === undefined || grades === undefined) return []
  const grid = frameworkOf(framework)
  return grid.judgements.flatMap(({ key }, at) => {
    const grade = grid.grades.find(each => each.key === (grades[at] satisfies GradeKey | undefined))
    return grade === undefined ? [] : [{ judgement: key, grade: grade.key, words: grade.words[0] }]
  })
}
