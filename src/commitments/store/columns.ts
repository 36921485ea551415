import { isoDay, parseIsoDay, type Day } from '#calendar'
import type {
  Commitment,
  CommitmentKind,
  OriginKind,
  ResponseKind,
  State,
  Verdict,
} from '../commitment.ts'

export type CommitmentsTable = {
  authority: string
  id: string
  number: number
  kind: CommitmentKind
  title: string
  words: string
  said_by: string | null
  origin_kind: OriginKind
  origin_id: string
  origin_label: string
  origin_href: string | null
  origin_body: string | null
  origin_body_name: string
  origin_on: string
  owner_id: string | null
  owner: string | null
  to_body: string | null
  to_body_name: string | null
  to_posts: string[]
  shared_with: string[]
  published: boolean
  due_on: string | null
  due_words: string | null
  first_due_on: string | null
  deferrals: number
  statutory: boolean
  received_on: string | null
  state: State
  response: ResponseKind | null
  response_words: string | null
  response_reason: string | null
  respondent: string | null
  responded_on: string | null
  response_published_on: string | null
  done_on: string | null
  done_words: string | null
  evidence: string | null
  verified_on: string | null
  verified_by: string | null
  closed_on: string | null
  closed_words: string | null
  measure: string | null
  audit: string | null
  verdict: Verdict | null
  verdict_words: string | null
  verdict_on: string | null
  verdict_by: string | null
  joined_to: string | null
  for_meeting: string | null
  for_body: string | null
  for_body_name: string | null
  for_on: string | null
  made_at: Date
  made_by: string
}

const day = (text: string | null): Day | null => (text === null ? null : parseIsoDay(text))
const iso = (value: Day | null | undefined): string | null =>
  value === null || value === undefined ? null : isoDay(value)

/** A commitment as its row, without whose it is. */
export function rowOf(one: Commitment): Omit<CommitmentsTable, 'authority'> {
  const { origin, response, check, promised } = one
  return {
    id: one.id,
    number: one.number,
    kind: one.kind,
    title: one.title,
    words: one.words,
    said_by: one.saidBy,
    origin_kind: origin.kind,
    origin_id: origin.id,
    origin_label: origin.label,
    origin_href: origin.href,
    origin_body: origin.bodyId,
    origin_body_name: origin.bodyName,
    origin_on: isoDay(origin.on),
    owner_id: one.ownerId,
    owner: one.owner,
    to_body: one.toBody,
    to_body_name: one.toBodyName,
    to_posts: [...one.toPosts],
    shared_with: [...one.sharedWith],
    published: one.published,
    due_on: iso(one.dueOn),
    due_words: one.dueWords,
    first_due_on: iso(one.firstDueOn),
    deferrals: one.deferrals,
    statutory: one.statutory,
    received_on: iso(one.receivedOn),
    state: one.state,
    response: response?.kind ?? null,
    response_words: response?.words ?? null,
    response_reason: response?.reason ?? null,
    respondent: response?.respondent ?? null,
    responded_on: iso(response?.on),
    response_published_on: iso(response?.publishedOn),
    done_on: iso(one.doneOn),
    done_words: one.doneWords,
    evidence: one.evidence,
    verified_on: iso(one.verifiedOn),
    verified_by: one.verifiedBy,
    closed_on: iso(one.closedOn),
    closed_words: one.closedWords,
    measure: one.measure,
    audit: one.audit,
    verdict: check?.verdict ?? null,
    verdict_words: check?.words ?? null,
    verdict_on: iso(check?.on),
    verdict_by: check?.by ?? null,
    joined_to: one.joinedTo,
    for_meeting: promised?.meetingId ?? null,
    for_body: promised?.bodyId ?? null,
    for_body_name: promised?.bodyName ?? null,
    for_on: iso(promised?.on),
    made_at: one.madeAt,
    made_by: one.madeBy,
  }
}

export function commitmentOf(row: CommitmentsTable): Commitment {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    words: row.words,
    saidBy: row.said_by,
    origin: {
      kind: row.origin_kind,
      id: row.origin_id,
      label: row.origin_label,
      href: row.origin_href,
      bodyId: row.origin_body,
      bodyName: row.origin_body_name,
      on: parseIsoDay(row.origin_on) ?? 0,
    },
    ownerId: row.owner_id,
    owner: row.owner,
    toBody: row.to_body,
    toBodyName: row.to_body_name,
    toPosts: row.to_posts,
    sharedWith: row.shared_with,
    published: row.published,
    dueOn: day(row.due_on),
    dueWords: row.due_words,
    firstDueOn: day(row.first_due_on),
    deferrals: row.deferrals,
    statutory: row.statutory,
    receivedOn: day(row.received_on),
    state: row.state,
    response:
      row.response === null
        ? null
        : {
            kind: row.response,
            words: row.response_words ?? '',
            reason: row.response_reason,
            respondent: row.respondent ?? '',
            on: day(row.responded_on) ?? 0,
            publishedOn: day(row.response_published_on),
          },
    doneOn: day(row.done_on),
    doneWords: row.done_words,
    evidence: row.evidence,
    verifiedOn: day(row.verified_on),
    verifiedBy: row.verified_by,
    closedOn: day(row.closed_on),
    closedWords: row.closed_words,
    measure: row.measure,
    audit: row.audit,
    check:
      row.verdict === null
        ? null
        : {
            verdict: row.verdict,
            words: row.verdict_words ?? '',
            on: day(row.verdict_on) ?? 0,
            by: row.verdict_by ?? '',
          },
    joinedTo: row.joined_to,
    promised: promisedOf(row),
    madeAt: row.made_at,
    madeBy: row.made_by,
  }
}

function promisedOf(row: CommitmentsTable): Commitment['promised'] {
  const promised = {
    meetingId: row.for_meeting,
    bodyId: row.for_body,
    bodyName: row.for_body_name,
    on: day(row.for_on),
  }
  return Object.values(promised).every(each => each === null) ? null : promised
}
