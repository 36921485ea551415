import { type Body, constitutionOn } from '#bodies'
import { type Day, inLondon } from '#calendar'
import { allCommitments, type Commitment, kinds } from '#commitments'
import {
  allDecisions,
  allNotices,
  callInsOf,
  callInUntil,
  type Decision,
  nameOf,
  type Notice,
  outcomes,
  standingOn,
} from '#decisions'
import type { PublishedAction, PublishedDecision } from '#exchange'
import type { Trx } from '#kit/db/index.ts'
import { type Exemption, exemptLine, itemsOf } from '#meetings'
import { paragraphsById } from '#minutes'
import type { PublicSeats } from './gather-bodies.ts'
import type { PublicMeetings } from './gather-meetings.ts'
import { lawOfKeepingBack } from './kept-back.ts'
import { publicActionPath, publicDecisionPath, publicMeetingPath } from './paths.ts'
import { progressWords, stateOf } from './progress.ts'
import type { KeptBack, PublicAction, PublicDecision, PublicRecord } from './record.ts'

export interface Decided extends Pick<PublicRecord, 'decisions' | 'keptBack' | 'notices'> {
  readonly neutral: readonly PublishedDecision[]
}

/**
 * Decisions and notices that were published. Of one about an item that is taken in private no word is
 * told, even where nobody has said that the decision is exempt too; that something was decided is, as
 * the law keeps back what is exempt and not the decision (`kept-back.ts`).
 */
export async function gatherDecisions(
  trx: Trx,
  { listed }: Pick<PublicSeats, 'listed'>,
  { details }: Pick<PublicMeetings, 'details'>,
  today: Day,
): Promise<Decided> {
  const isListed = isListedIn(listed)
  const published = (await allDecisions(trx)).filter(
    each => each.publishedAt !== null && isListed(each.bodyId),
  )
  // Of every meeting, whether it is shown or not: what was said in private stays so.
  const items = await itemsOf(trx, ...new Set(published.flatMap(each => each.meetingId ?? [])))
  const closed = new Map(items.map(({ id, exempt }) => [id, exempt]))
  const exemptionOf = ({ itemId }: Decision) => closed.get(itemId ?? '') ?? null
  const isOpen = (each: Decision): boolean =>
    each.exemptWords.trim() === '' && exemptionOf(each) === null
  const open = published.filter(isOpen)
  const bodies = new Map(listed.map(body => [body.id, body]))
  const calls = await callInsOf(trx, ...open.map(({ id }) => id))
  const decisions = new Map<string, PublicDecision>()
  for (const decision of open) {
    const day = inLondon(decision.publishedAt ?? new Date(0)).day
    const until = callInUntil(await constitutionOn(trx, day), day)
    const own = calls.filter(each => each.decisionId === decision.id)
    const standing = standingOn(decision, own, until, today)
    decisions.set(decision.id, { decision, standing, until })
  }
  const notices = (await allNotices(trx)).filter(
    each => each.publishedAt !== null && isListed(each.bodyId),
  )
  const replaced = new Set(notices.flatMap(each => each.replaces ?? []))
  return {
    decisions,
    keptBack: published
      .filter(each => !isOpen(each))
      .map(each => keptBackOf(each, exemptionOf(each), bodies.get(each.bodyId ?? '') ?? null))
      .toSorted((a, b) => b.on - a.on),
    notices: notices.filter(({ id }) => !replaced.has(id)).toSorted(byDay),
    neutral: open.map(each => decisionOf(each, details)),
  }
}

/** Neither its title nor the words of its item: both may say what is kept back. */
function keptBackOf(decision: Decision, exempt: Exemption | null, body: Body | null): KeptBack {
  return {
    id: decision.id,
    madeBy: body?.name ?? 'A member of the executive or an officer',
    on: decision.takenOn,
    because:
      exempt === null
        ? 'Its record holds information that is kept from the public.'
        : exemptLine({ ...exempt, words: '' }),
    law: lawOfKeepingBack(body?.access ?? null),
  }
}

const byDay = (a: Notice, b: Notice): number => b.fromOn - a.fromOn

function isListedIn(listed: PublicSeats['listed']): (bodyId: string | null) => boolean {
  const ids = new Set(listed.map(({ id }) => id))
  return bodyId => bodyId === null || ids.has(bodyId)
}

function decisionOf(decision: Decision, details: PublicMeetings['details']): PublishedDecision {
  const { resolved, recommended, publishedAt } = decision
  const at = publishedAt ?? new Date(0)
  const meeting = details.get(decision.meetingId ?? '')
  const isOnAgenda = meeting?.shown.agenda.entries.some(({ item }) => item.id === decision.itemId)
  return {
    id: decision.id,
    reference: nameOf(decision),
    title: decision.title,
    madeOn: decision.takenOn,
    body: decision.bodyId,
    meeting: meeting === undefined ? null : decision.meetingId,
    item: isOnAgenda === true ? decision.itemId : null,
    madeBy: decision.maker,
    recommended: recommended.length === 0 ? null : recommended.join('\n'),
    resolved: resolved.length === 0 ? outcomes[decision.outcome] : resolved.join('\n'),
    reasons: decision.reasons === '' ? null : decision.reasons,
    isKey: decision.isKey,
    vote: null,
    url: publicDecisionPath(decision.id),
    createdAt: at,
    modifiedAt: at,
  }
}

export interface Asked extends Pick<PublicRecord, 'actions'> {
  readonly neutral: readonly PublishedAction[]
}

/** What meetings asked for and was published, with what became of it. */
export async function gatherActions(
  trx: Trx,
  seats: Pick<PublicSeats, 'listed' | 'postOfUser'>,
  { details }: Pick<PublicMeetings, 'details'>,
  today: Day,
): Promise<Asked> {
  const isListed = isListedIn(seats.listed)
  const published = (await allCommitments(trx)).filter(
    each => each.published && isListed(each.origin.bodyId),
  )
  const places = placesOf(details)
  const kept = await paragraphsById(
    trx,
    published
      .filter(({ origin }) => origin.kind === 'minute paragraph')
      .map(each => each.origin.id),
  )
  const isKept = new Set(kept.map(({ id }) => id))
  // What comes from a paragraph that nobody may read any more is not to be read here either.
  const open = published.filter(({ origin }) => !isKept.has(origin.id) || places.has(origin.id))
  const actions = new Map<string, PublicAction>()
  const neutral: PublishedAction[] = []
  for (const commitment of open) {
    const place = places.get(commitment.origin.id) ?? null
    const action = actionOf(commitment, seats, place?.path ?? null, isListed, today)
    actions.set(action.id, action)
    neutral.push(neutralOf(action, commitment.madeAt, place))
  }
  return { actions, neutral }
}

interface Place {
  readonly meeting: string
  readonly item: string | null
  readonly path: string
}

/** Where each paragraph and each meeting that anybody may read stands. */
function placesOf(details: PublicMeetings['details']): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [meeting, { minutes }] of details) {
    places.set(meeting, { meeting, item: null, path: publicMeetingPath(meeting) })
    for (const { item, paragraphs } of minutes?.items ?? [])
      for (const { id } of paragraphs)
        places.set(id, {
          meeting,
          item: item?.id ?? null,
          path: `${publicMeetingPath(meeting)}#p-${id}`,
        })
  }
  return places
}

function actionOf(
  each: Commitment,
  { postOfUser }: Pick<PublicSeats, 'postOfUser'>,
  originPath: string | null,
  isListed: (bodyId: string | null) => boolean,
  today: Day,
): PublicAction {
  const { response, origin } = each
  const isToldOf =
    response !== null && response.publishedOn !== null && response.publishedOn <= today
  return {
    id: each.id,
    number: each.number,
    kind: each.kind,
    title: each.title,
    words: each.words,
    state: each.state,
    dueOn: each.dueOn,
    dueWords: each.dueWords,
    firstDueOn: each.firstDueOn,
    deferrals: each.deferrals,
    statutory: each.statutory,
    doneOn: each.doneOn,
    verifiedOn: each.verifiedOn,
    closedOn: each.closedOn,
    origin: origin.label,
    originOn: origin.on,
    originPath,
    bodyId: origin.bodyId,
    // Whoever has an account is shown by their post: names of staff are not published here.
    owner: each.ownerId === null ? (each.owner ?? '') : (postOfUser.get(each.ownerId) ?? ''),
    toBodyName: isListed(each.toBody) ? each.toBodyName : null,
    isOverdue: stateOf(each, today) === 'overdue',
    response: isToldOf
      ? {
          words: [response.words, response.reason ?? ''].filter(part => part !== '').join(' '),
          by: response.respondent,
          on: response.on,
        }
      : null,
    verdict: each.check?.verdict ?? null,
  }
}

function neutralOf(action: PublicAction, madeAt: Date, place: Place | null): PublishedAction {
  const done = action.closedOn ?? action.doneOn
  const changed = [action.doneOn, action.verifiedOn, action.closedOn, action.response?.on ?? null]
  const days = changed.flatMap(day => (day === null ? [] : [day * 86_400_000]))
  return {
    id: action.id,
    reference: `${kinds[action.kind]} ${action.number}`,
    body: action.bodyId,
    meeting: place?.meeting ?? null,
    item: place?.item ?? null,
    words: action.words,
    owner: action.owner === '' ? null : action.owner,
    dueOn: action.dueOn,
    state: action.isOverdue ? 'overdue' : stateOf(action, null),
    closedOn: done,
    progress: progressWords(action),
    url: publicActionPath(action.id),
    createdAt: madeAt,
    modifiedAt: new Date(Math.max(madeAt.getTime(), ...days)),
  }
}
