import {
  type Commitment,
  type CommitmentKind,
  commitmentThing,
  type NewCommitment,
  type Origin,
  raise,
} from '#commitments'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { invalid } from '#kit/http/index.ts'
import { type About, aboutMeeting, itemById, meetingName } from '#meetings'
import { ensureLink } from '#thread'
import { heldParagraph, note, paragraphThing } from './change.ts'
import { type Paragraph, paragraphPath } from './minutes.ts'
import { addDismissal, bindFigure } from './store/index.ts'

/** What a clerk raises with one key, in the order of the row of buttons. */
export const raisable = [
  { kind: 'action', key: 'a', text: 'Action' },
  { kind: 'recommendation', key: 'r', text: 'Recommendation' },
  { kind: 'question', key: 'q', text: 'Question' },
  { kind: 'assurance', key: 's', text: 'Assurance' },
  { kind: 'concern', key: 'c', text: 'Concern' },
  { kind: 'recognition', key: 'g', text: 'Recognition' },
] as const satisfies readonly { kind: CommitmentKind; key: string; text: string }[]

/** 'Scrutiny, 9 January 2020, paragraph 4.2' */
export function originLabel(
  about: Pick<About, 'body' | 'meeting'>,
  paragraph: Pick<Paragraph, 'number'>,
): string {
  const at = paragraph.number === '' ? [] : [`paragraph ${paragraph.number}`]
  return [meetingName(about), ...at].join(', ')
}

/** Where something was said, as commitments keep it. */
export async function originOf(trx: Trx, paragraph: Paragraph): Promise<Origin> {
  const { body, meeting } = await aboutMeeting(trx, paragraph.meetingId)
  return {
    kind: 'minute paragraph',
    id: paragraph.id,
    label: originLabel({ body, meeting }, paragraph),
    href: paragraphPath(paragraph.id),
    bodyId: meeting.bodyId,
    bodyName: body.name,
    on: meeting.heldOn,
  }
}

export type Raising = Omit<NewCommitment, 'origin' | 'words'> & { readonly words?: string }

/**
 * Raises an action, an assurance or another commitment from a paragraph, with its words unless others
 * are given. From published minutes it is published too, but never from under an exempt item.
 */
export async function raiseFrom(
  trx: Trx,
  by: Changing,
  paragraphId: string,
  { words, ...asked }: Raising,
): Promise<Commitment> {
  const { minutes, paragraph } = await heldParagraph(trx, by, paragraphId)
  const item = paragraph.itemId === null ? null : await itemById(trx, paragraph.itemId)
  const isOpen = minutes.state !== 'being written' && (item === null || item.exempt === null)
  const raised = await raise(trx, by, {
    published: isOpen,
    ...asked,
    words: words ?? paragraph.words,
    origin: await originOf(trx, paragraph),
  })
  await ensureLink(
    trx,
    {
      from: commitmentThing(raised.id),
      relation: 'comes from',
      to: paragraphThing(paragraphId),
    },
    by,
  )
  return raised
}

/** Says of something that was found that nothing follows from it, and why. */
export async function dismissAsk(
  trx: Trx,
  by: Changing,
  paragraphId: string,
  ask: { readonly words: string; readonly rule: string; readonly reason: string },
): Promise<void> {
  const reason = ask.reason.trim()
  if (reason === '')
    throw invalid([{ field: 'reason', message: 'Say why nothing follows from it.' }])
  const { paragraph } = await heldParagraph(trx, by, paragraphId)
  const { at, actorName } = by
  const { meetingId } = paragraph
  await addDismissal(trx, by, { ...ask, reason, paragraphId, meetingId, at, actorName })
  await note(trx, by, 'ask.dismissed', paragraphThing(paragraphId), { rule: ask.rule })
}

/** Says where a figure of a paragraph comes from. */
export async function sourceFigure(
  trx: Trx,
  by: Changing,
  paragraphId: string,
  said: {
    readonly figure: string
    readonly indicator: string | null
    readonly source: string
    readonly period: string
  },
): Promise<void> {
  const { paragraph } = await heldParagraph(trx, by, paragraphId)
  if (!paragraph.words.includes(said.figure))
    throw invalid([{ field: 'figure', message: 'This figure does not stand in the paragraph.' }])
  const source = said.source.trim()
  if (source === '')
    throw invalid([{ field: 'source', message: 'Enter where the figure comes from.' }])
  const { at, actorName, authority } = by
  await bindFigure(trx, authority, { ...said, source, paragraphId, at, actorName })
  await note(trx, by, 'figure.sourced', paragraphThing(paragraphId), { indicator: said.indicator })
}
