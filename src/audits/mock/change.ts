import { randomUUID } from 'node:crypto'
import { addFinding, type Changing, noCohort, type Theme } from '#findings'
import { type Framework, frameworks } from '#inspections'
import { type Json, record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, invalid, notFound } from '#kit/http/index.ts'
import { ensureLink } from '#thread'
import { auditThing } from '../change.ts'
import { allAudits } from '../store/index.ts'
import { mockName, mockThing } from './in-thread.ts'
import {
  closeMock,
  insertJudgement,
  insertMock,
  insertMockFinding,
  judgementsOf,
  linkAudit,
  type Mock,
  mockById,
} from './store.ts'

/** The frameworks that have a grid of judgements and grades to rehearse on, the newest first. */
export const gridded: readonly Framework[] = frameworks
  .filter(each => each.judgements.length > 0 && each.grades.length > 0)
  .filter(each => each.inspectorate !== 'The council itself')
  .toReversed()

export const frameworkNamed = (key: string): Framework | undefined =>
  gridded.find(each => each.key === key)

export async function planMock(
  trx: Trx,
  by: Changing,
  given: Omit<Mock, 'id' | 'number' | 'closedAt'>,
): Promise<string> {
  const id = randomUUID()
  const number = await insertMock(trx, by.authority, { ...given, id }, by)
  await note(trx, by, 'mock.planned', id, { number, framework: given.framework })
  return id
}

/**
 * Writes a judgement down, one version on.
 * @param seen the version that whoever writes had open; 0 for none
 * @throws invalid where somebody else wrote in the meantime, or the framework has no such grade
 */
export async function judge(
  trx: Trx,
  by: Changing,
  id: string,
  given: {
    readonly judgement: string
    readonly seen: number
    readonly grade: string
    readonly words: string
  },
): Promise<void> {
  const { framework } = await openMock(trx, id)
  if (!framework.judgements.some(({ key }) => key === given.judgement)) throw notFound()
  if (given.grade !== '' && !framework.grades.some(({ key }) => key === given.grade))
    throw invalid([{ field: 'grade', message: 'Choose a grade of the framework.' }])
  const last = (await judgementsOf(trx, id)).get(given.judgement)
  if ((last?.version ?? 0) !== given.seen)
    throw invalid([
      {
        field: 'words',
        message: `${last?.writtenBy ?? 'Somebody'} wrote this judgement while you did: “${last?.words.slice(0, 300) ?? ''}”. Yours is below and not lost: put the two together and save again.`,
      },
    ])
  const { judgement, words } = given
  const grade = given.grade === '' ? null : given.grade
  const version = given.seen + 1
  await insertJudgement(trx, by.authority, id, { judgement, version, grade, words }, by)
  await note(trx, by, 'mock.judged', id, { judgement, version, grade })
}

/** Ties an audit to the mock inspection that it was done for. */
export async function addAudit(trx: Trx, by: Changing, id: string, number: number): Promise<void> {
  await openMock(trx, id)
  const audit = (await allAudits(trx)).find(each => each.number === number)
  if (audit === undefined)
    throw invalid([{ field: 'number', message: `There is no audit ${number}.` }])
  if (audit.reason !== 'mock inspection')
    throw invalid([
      {
        field: 'number',
        message: `Audit ${number} was not begun for a mock inspection. Begin one with that reason.`,
      },
    ])
  await tieAudit(trx, by, id, audit.id)
}

/** Ties an audit that is begun now to the mock inspection that it is begun for. */
export async function tieAudit(trx: Trx, by: Changing, id: string, auditId: string): Promise<void> {
  await openMock(trx, id)
  await linkAudit(trx, by.authority, { mockId: id, auditId }, by)
  const link = { from: auditThing(auditId), relation: 'comes from', to: mockThing(id) } as const
  await ensureLink(trx, link, by)
  await note(trx, by, 'mock.audit-added', id, { audit: auditId })
}

/** Brings what a mock inspection found into the inbox of findings. */
export async function foundByMock(
  trx: Trx,
  by: Changing,
  id: string,
  found: { readonly judgement: string; readonly words: string; readonly theme: Theme },
): Promise<string> {
  const { mock } = await openMock(trx, id)
  const given = {
    words: found.words,
    sourceKind: 'mock-inspection',
    source: mockName(mock),
    foundOn: Math.min(mock.until, by.today),
    theme: found.theme,
    severity: 'high',
    cohort: { ...noCohort, words: mock.service },
    sharedWith: [],
  } as const
  const finding = await addFinding(trx, by, given, mockThing(id))
  const { judgement } = found
  await insertMockFinding(trx, by.authority, { mockId: id, findingId: finding.id, judgement }, by)
  await note(trx, by, 'mock.found', id, { finding: finding.id })
  return finding.id
}

export async function endMock(trx: Trx, by: Changing, id: string): Promise<void> {
  const { framework } = await openMock(trx, id)
  const judged = await judgementsOf(trx, id)
  const open = framework.judgements.filter(({ key }) => !judged.has(key)).length
  if (open > 0)
    throw conflict(
      `${open} ${open === 1 ? 'judgement has' : 'judgements have'} no words yet. Where one was not looked at, say so in its words.`,
    )
  await closeMock(trx, id, by)
  await note(trx, by, 'mock.closed', id)
}

async function openMock(trx: Trx, id: string) {
  const mock = await mockById(trx, id, true)
  const framework = mock && frameworkNamed(mock.framework)
  if (mock === null || framework === undefined || framework === null) throw notFound()
  if (mock.closedAt !== null) throw conflict('This mock inspection is closed.')
  return { mock, framework }
}

async function note(
  trx: Trx,
  { actor, at }: Changing,
  action: string,
  id: string,
  detail: Readonly<Record<string, Json>> = {},
): Promise<void> {
  await record(trx, { actor, action, subject: mockThing(id), detail }, at)
}
