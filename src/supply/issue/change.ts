import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { conflict, forbidden, notFound } from '#kit/http/index.ts'
import type { Definition } from '#indicators'
import { countedFor, groundOf, monthsOfChoice } from '../gather.ts'
import {
  countsOfIssues,
  endProposal,
  insertIssue,
  insertProposal,
  type Proposal,
  proposalById,
  takePublishingTurn,
} from '../store/index.ts'
import { type Built, buildIssue } from './build.ts'
import type { Choice } from './contents.ts'
import { markOf } from './mark.ts'

/** Who does it, when, and for which council. */
export interface Publishing {
  readonly authority: string
  readonly council: string
  readonly actor: string
  readonly actorName: string
  readonly at: Date
}

/** What everybody would see if it was published now. */
export async function drafted(
  trx: Trx,
  definitions: readonly Definition[],
  council: string,
  choice: Choice,
): Promise<Built> {
  const ground = await groundOf(trx)
  const months = monthsOfChoice(choice)
  const earlier = await countsOfIssues(trx)
  const built: Built[] = []
  for (const code of ground === null ? [] : choice.codes) {
    // Keeping back takes a moment for each table, and others wait for their pages.
    await nextTurn()
    const one = { ...choice, codes: [code] }
    const counted = ground === null ? [] : await countedFor(trx, ground, definitions, one)
    built.push(buildIssue(council, months, counted, earlier))
  }
  return {
    contents: { council, months, indicators: built.flatMap(each => each.contents.indicators) },
    counts: Object.fromEntries(built.flatMap(each => Object.entries(each.counts))),
  }
}

/** Puts a choice before somebody else. */
export async function propose(
  trx: Trx,
  by: Publishing,
  chosen: Pick<Proposal, 'title' | 'choice' | 'corrects' | 'reason'>,
): Promise<string> {
  const id = randomUUID()
  const proposal = { ...chosen, id, preparedBy: by.actor, preparedByName: by.actorName }
  await insertProposal(trx, by.authority, proposal, by.at)
  const subject = { kind: 'figures proposal', id }
  const detail = { indicators: chosen.choice.codes.length, corrects: chosen.corrects }
  await record(trx, { actor: by.actor, action: 'figures.proposed', subject, detail }, by.at)
  return id
}

/**
 * Freezes what was proposed and shows it to everybody. It is done by somebody other than who chose
 * it, and only if it is still what they have looked at.
 * @param seen the mark of what was looked at
 */
export async function publish(
  trx: Trx,
  by: Publishing,
  definitions: readonly Definition[],
  id: string,
  seen: string,
): Promise<number> {
  await takePublishingTurn(trx)
  const proposal = await proposalById(trx, id)
  if (proposal === null) throw notFound()
  if (proposal.preparedBy === by.actor) throw forbidden(otherPerson)
  const { contents, counts } = await drafted(trx, definitions, by.council, proposal.choice)
  if (contents.indicators.length === 0) throw conflict(nothingCounted)
  if (markOf(contents) !== seen) throw conflict(changedSince)
  const isWaiting = await endProposal(trx, id, { state: 'published', by: by.actorName, at: by.at })
  if (!isWaiting) throw conflict(noLongerWaiting)
  const { title, corrects, reason } = proposal
  const words = { title, corrects, reason, preparedBy: proposal.preparedByName }
  const own = { ...words, approvedBy: by.actorName, publishedAt: by.at, contents }
  const number = await insertIssue(trx, by.authority, own, counts)
  const subject = { kind: 'figures issue', id: String(number) }
  const detail = { proposal: id, contents: markOf(contents), corrects }
  await record(trx, { actor: by.actor, action: 'figures.published', subject, detail }, by.at)
  return number
}

export async function drop(trx: Trx, by: Publishing, id: string): Promise<void> {
  if (!(await endProposal(trx, id, { state: 'dropped', by: by.actorName, at: by.at })))
    throw conflict(noLongerWaiting)
  const subject = { kind: 'figures proposal', id }
  await record(trx, { actor: by.actor, action: 'figures.dropped', subject }, by.at)
}

export const otherPerson =
  'Somebody other than who chose the figures has to publish them. Ask a colleague to look at them.'
const nothingCounted = 'None of these indicators has figures now, so there is nothing to publish.'
const changedSince =
  'The figures, or what was published before, have changed since you looked. Nothing was published: open the page again and look at what it shows now.'
const noLongerWaiting = 'This was published or dropped already. Nothing was done.'
