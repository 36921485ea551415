import { z } from 'zod'
import type { Day } from '#calendar'
import { allBodies } from '#bodies'
import {
  type Colleague,
  DayText,
  dayFrom,
  MaybeDay,
  maybeText,
  Names,
  ownerOf,
  privateWordsIn,
  text,
} from '#findings'
import type { Trx } from '#kit/db/index.ts'
import type { FieldError } from '#kit/html/page.ts'
import { invalid } from '#kit/http/index.ts'
import { measureOf } from '#plan'
import { kindKeys, type NewCommitment, originKinds, type Promised } from '../commitment.ts'

/** A path of ours, such as a paragraph of minutes; anything else is left out. */
const OwnPath = z
  .string()
  .max(500)
  .default('')
  .transform(path => (/^\/(?![/\\])[^\s]*$/.test(path) ? path : ''))

/** Names of posts, one a line: posts have commas in them. */
const Posts = z
  .string()
  .max(2000)
  .default('')
  .transform(typed => [
    ...new Set(
      typed
        .split(/[\n;]/)
        .map(each => each.trim())
        .filter(each => each !== ''),
    ),
  ])

export const CommitmentFields = z.object({
  kind: z.enum(kindKeys, { error: 'Choose what it is.' }),
  words: text(8000, 'Enter the words, as the minutes have them.'),
  title: maybeText(200),
  saidBy: maybeText(200),
  originKind: z.enum(originKinds).catch('other').default('other'),
  originId: maybeText(200),
  originLabel: maybeText(300),
  originHref: OwnPath,
  bodyName: text(200, 'Enter the body or occasion, such as ‘Scrutiny committee’.'),
  on: DayText('Enter the date it was said, such as 18 September 2017.'),
  ownerId: maybeText(60),
  owner: maybeText(200),
  toBodyName: maybeText(200),
  toPosts: Posts,
  due: maybeText(120),
  statutory: z.string().default(''),
  receivedOn: MaybeDay('Enter the day it was received, such as 18 September 2017.'),
  measure: maybeText(200).refine(
    id => id === '' || measureOf(id) !== null,
    'Choose a measure from the list.',
  ),
  audit: maybeText(300),
  forBodyName: maybeText(200),
  forMeeting: maybeText(200),
  sharedWith: Names,
  /** Whether whoever raised it goes back to where it was said. */
  back: z.string().default(''),
})
export type TypedCommitment = z.output<typeof CommitmentFields>

/** What somebody typed, as a commitment. @throws invalid */
export async function commitmentFrom(
  trx: Trx,
  typed: TypedCommitment,
  colleagues: readonly Colleague[],
  today: Day,
): Promise<NewCommitment> {
  const issues: FieldError[] = []
  if (typed.on > today)
    issues.push({ field: 'on', message: 'The date it was said must not lie in the future.' })
  if (typed.statutory !== '' && typed.kind !== 'recommendation')
    issues.push({
      field: 'statutory',
      message: 'The duty to respond within two months is for recommendations only.',
    })
  if (typed.statutory !== '' && typed.receivedOn === null)
    issues.push({ field: 'receivedOn', message: 'Enter the day on which it was received.' })
  if (typed.receivedOn !== null && typed.receivedOn < typed.on)
    issues.push({
      field: 'receivedOn',
      message: 'It cannot be received before the day on which it was said.',
    })
  issues.push(...privateFaults(typed))
  if (issues.length > 0) throw invalid(issues)
  const bodies = await allBodies(trx)
  const idOf = (name: string): string | null =>
    bodies.find(each => each.name.toLowerCase() === name.toLowerCase())?.id ?? null
  const due = dueFrom(typed.due)
  return {
    kind: typed.kind,
    words: typed.words,
    title: typed.title,
    saidBy: typed.saidBy || null,
    origin: {
      kind: typed.originKind,
      id: typed.originId,
      label: typed.originLabel || typed.bodyName,
      href: typed.originHref || null,
      bodyId: idOf(typed.bodyName),
      bodyName: typed.bodyName,
      on: typed.on,
    },
    ...ownerOf(typed.ownerId, typed.owner, colleagues),
    toBody: idOf(typed.toBodyName),
    toBodyName: typed.toBodyName || null,
    toPosts: typed.toPosts,
    sharedWith: typed.sharedWith,
    ...(typed.kind === 'report expected' ? { dueOn: null, dueWords: due.dueWords } : due),
    statutory: typed.statutory !== '',
    receivedOn: typed.receivedOn,
    measure: typed.measure || null,
    audit: typed.audit || null,
    promised: typed.kind === 'report expected' ? promisedFrom(typed, due.dueOn, idOf) : null,
  }
}

/** A day where somebody typed one, and words such as ‘later this year’ where not. */
function dueFrom(typed: string): { readonly dueOn: Day | null; readonly dueWords: string | null } {
  const day = dayFrom(typed)
  return day === null ? { dueOn: null, dueWords: typed || null } : { dueOn: day, dueWords: null }
}

function promisedFrom(
  { forMeeting, forBodyName, bodyName }: TypedCommitment,
  on: Day | null,
  idOf: (name: string) => string | null,
): Promised {
  const name = forBodyName || bodyName
  return { meetingId: forMeeting || null, bodyId: idOf(name), bodyName: name, on }
}

/** Officers and members are named in minutes; a child is not, and no number that stands for one. */
function privateFaults({ words, title, audit }: TypedCommitment): readonly FieldError[] {
  return Object.entries({ words, title, audit }).flatMap(([field, value]) => {
    const [first] = privateWordsIn(value).never
    return first === undefined
      ? []
      : [
          {
            field,
            message: `Take out ${first.what}: what is written here is never about one known child.`,
          },
        ]
  })
}
