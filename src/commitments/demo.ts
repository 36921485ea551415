import { createHash } from 'node:crypto'
import { type Day, longDay, parseIsoDay } from '#calendar'
import { bodyById, demoBodiesId } from '#bodies'
import { type Changing, findingThing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { ensureLink } from '#thread'
import { commitmentThing, raise, takeCommitmentStep } from './change.ts'
import type { NewCommitment } from './commitment.ts'
import { demoCommitments } from './demo-commitments.ts'
import type { DemoBodyKey, DemoCommitment, DemoTaken } from './demo-story.ts'
import type { Given } from './steps.ts'
import { insertOwnEntry } from './store/index.ts'

/** The identifier that a commitment of the demonstration has each time it is made. */
export function demoCommitmentId(key: string): string {
  const hash = createHash('sha256').update(`demonstration commitment ${key}`).digest('hex')
  // Version 8 of RFC 9562: made by our own rule.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const day = (iso: string): Day => parseIsoDay(iso) ?? 0

/**
 * Fills the demonstration with what its meetings asked for from 2017 to 2026 and what became of it.
 * Its bodies have to be there.
 * @param findings identifiers of the findings by their names, as `fillDemoFindings` gives them
 */
export async function fillDemoCommitments(
  trx: Trx,
  authority: string,
  findings: ReadonlyMap<string, string>,
): Promise<void> {
  const on = (iso: string, actorName: string): Changing => ({
    authority,
    actor: 'demonstration',
    actorName,
    at: new Date(day(iso) * 86_400_000 + 14 * 3_600_000),
    today: day(iso),
  })
  const nameOf = async (key: DemoBodyKey): Promise<string> =>
    (await bodyById(trx, demoBodiesId('body', key)))?.name ?? key
  for (const each of demoCommitments.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const by = on(each.on, 'Democratic services officer')
    const id = demoCommitmentId(each.key)
    await raise(trx, by, await newCommitment(each, nameOf), id)
    const finding = findings.get(each.finding ?? '')
    if (finding !== undefined)
      await ensureLink(
        trx,
        { from: findingThing(finding), relation: 'comes from', to: commitmentThing(id) },
        by,
      )
    for (const taken of each.taken ?? [])
      await takeCommitmentStep(trx, on(taken.on, taken.by), id, taken.step, givenOf(taken))
  }
  await fillOwnPlan(trx, on('2026-09-21', 'Democratic services officer'), await nameOf('scrutiny'))
}

async function newCommitment(
  each: DemoCommitment,
  nameOf: (key: DemoBodyKey) => Promise<string>,
): Promise<NewCommitment> {
  const bodyId = demoBodiesId('body', each.body)
  const bodyName = await nameOf(each.body)
  return {
    kind: each.kind,
    title: each.title,
    words: each.words,
    saidBy: each.saidBy ?? null,
    origin: {
      kind: 'meeting',
      id: `demonstration ${each.body} ${each.on}`,
      label: `${bodyName}, ${longDay(day(each.on))}, paragraph ${each.paragraph}`,
      href: null,
      bodyId,
      bodyName,
      on: day(each.on),
    },
    owner: each.owner ?? null,
    ...(each.toBody !== undefined && {
      toBody: demoBodiesId('body', each.toBody),
      toBodyName: await nameOf(each.toBody),
    }),
    toPosts: each.toPosts ?? [],
    sharedWith: each.sharedWith ?? [],
    dueOn: each.due === undefined ? null : day(each.due),
    dueWords: each.dueWords ?? null,
    statutory: each.receivedOn !== undefined,
    receivedOn: each.receivedOn === undefined ? null : day(each.receivedOn),
    measure: each.measure ?? null,
    audit: each.audit ?? null,
    joinedTo: each.joinedTo === undefined ? null : demoCommitmentId(each.joinedTo),
    promised:
      each.kind === 'report expected'
        ? {
            meetingId: null,
            bodyId,
            bodyName,
            on: each.forOn === undefined ? null : day(each.forOn),
          }
        : null,
  }
}

function givenOf(taken: DemoTaken): Given {
  return {
    words: taken.words,
    response: taken.response && {
      kind: taken.response,
      reason: taken.reason ?? null,
      respondent: taken.respondent ?? taken.by,
      publishedOn: day(taken.on),
    },
    check: taken.verdict && { verdict: taken.verdict },
    dueOn: taken.dueOn === undefined ? undefined : day(taken.dueOn),
  }
}

/** What the committee puts on its plan itself. */
async function fillOwnPlan(trx: Trx, by: Changing, bodyName: string): Promise<void> {
  const bodyId = demoBodiesId('body', 'scrutiny')
  const own = [
    ['budget', 'Budget for children’s services, before Cabinet decides', '2027-01-14', null],
    ['complaints', 'Annual report of complaints', null, 'spring 2027'],
    ['visit', 'Visit to the front door', null, 'when the new team has settled'],
  ] as const
  for (const [place, [key, title, onDay, onWords]] of own.entries())
    await insertOwnEntry(
      trx,
      by.authority,
      {
        id: demoCommitmentId(`own ${key}`),
        bodyId,
        bodyName,
        title,
        on: onDay === null ? null : day(onDay),
        onWords,
        source: 'Agreed with the chair for the year',
        place,
        takenOff: null,
        takenOffWords: null,
      },
      by,
    )
}
