import { z } from 'zod'
import { DayText, maybeText, MaybeDay, text } from '#findings'
import { exemptParagraphKeys } from '../exemptions.ts'
import {
  type Exemption,
  type ItemKind,
  itemKinds,
  type Mode,
  modes,
  type PaperKind,
  paperKinds,
} from '../meeting.ts'

// as: the keys of objects that are typed by them.
export const itemKindKeys = Object.keys(itemKinds) as [ItemKind, ...ItemKind[]]
export const paperKindKeys = Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]
export const modeKeys = Object.keys(modes) as [Mode, ...Mode[]]

/** A time as people write it: 10:00, 10.00, 10am, 2.30 pm. Null for what is none. */
export function clockFrom(typed: string): string | null {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon)?$/i.exec(typed.trim())
  if (match === null) return null
  const half = match[3]?.toLowerCase()
  let hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  // '10' alone may be anything.
  if (match[2] === undefined && half === undefined) return null
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export const Clock = (missing: string) =>
  z.string({ error: missing }).transform((typed, context): string => {
    const clock = clockFrom(typed)
    if (clock !== null) return clock
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

export const MaybeClock = (words: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): string | null => {
      if (typed.trim() === '') return null
      const clock = clockFrom(typed)
      if (clock !== null) return clock
      context.addIssue({ code: 'custom', message: words })
      return z.NEVER
    })

const Link = (words: string) =>
  maybeText(1000).refine(
    typed => typed === '' || (/^https:\/\//i.test(typed) && URL.canParse(typed)),
    words,
  )

export const WhenFields = {
  heldOn: DayText('Enter the day of the meeting, such as 18 September 2017.'),
  startsAt: Clock('Enter the time at which it begins, such as 10:00.'),
  endsAt: MaybeClock('Enter the time at which it is to end, such as 12:30, or leave it empty.'),
  mode: z.enum(modeKeys, { error: 'Choose how people meet.' }),
  venue: maybeText(300),
  mapLink: Link('Enter an address that begins with https://, or leave it empty.'),
  joiningLink: Link('Enter an address that begins with https://, or leave it empty.'),
}

export const MeetingFields = z.object({
  title: maybeText(200),
  ...WhenFields,
  was: z.string().max(20_000).default(''),
})

export const ArrangeFields = z.object({
  bodyId: z.uuid('Choose the body that meets.'),
  title: maybeText(200),
  ...WhenFields,
  state: z.enum(['confirmed', 'provisional']).default('confirmed'),
  anyway: z.string().default(''),
})

export const SeriesFields = z.object({
  bodyId: z.uuid('Choose the body that meets.'),
  ...WhenFields,
  weeks: z.coerce
    .number({ error: 'Enter after how many weeks it meets again.' })
    .int('Enter whole weeks.')
    .min(1, 'Enter 1 week or more.')
    .max(52, 'Enter 52 weeks or fewer.'),
  untilOn: DayText('Enter the last day for this series, such as 31 July 2027.'),
  sure: z.string().default(''),
})

export const ReasonFields = z.object({
  reason: text(2000, 'Enter the reason. Everybody who looks for the meeting reads it.'),
})
export const PostponeFields = z.object({
  ...ReasonFields.shape,
  heldOn: MaybeDay('Enter the new day, such as 18 September 2017, or leave it empty.'),
  startsAt: MaybeClock('Enter the new time, such as 10:00, or leave it empty.'),
})
export const MoveFields = z.object({ ...WhenFields, ...ReasonFields.shape })

const ExemptFields = {
  exempt: z.enum(['no', 'paragraph', 'confidential']).default('no'),
  paragraph: z.string().default(''),
  exemptWords: maybeText(1000),
  publicInterest: maybeText(4000),
}

export const ItemFields = z.object({
  title: text(300, 'Enter what the item is called.'),
  kind: z.enum(itemKindKeys, { error: 'Choose what kind of item it is.' }),
  presenter: maybeText(200),
  author: maybeText(200),
  words: maybeText(4000),
  education: z.string().default(''),
  ...ExemptFields,
  lateReason: maybeText(2000),
  lateBy: maybeText(200),
  was: z.string().max(40_000).default(''),
})

export const PaperFields = z.object({
  title: text(300, 'Enter what the paper is called.'),
  kind: z.enum(paperKindKeys, { error: 'Choose what kind of paper it is.' }),
  itemId: z.union([z.literal(''), z.uuid()]).default(''),
  author: maybeText(200),
  // More than the longest report that is typed; a form sends no more than a million characters.
  words: z
    .string()
    .max(200_000, 'Use 200,000 characters or fewer, or bring it as a file.')
    .default(''),
  ...ExemptFields,
  replacesWords: maybeText(2000),
  was: z.string().max(500_000).default(''),
})
export type PaperFields = z.output<typeof PaperFields>

type ExemptTyped = {
  readonly exempt: 'no' | 'paragraph' | 'confidential'
  readonly paragraph: string
  readonly exemptWords: string
  readonly publicInterest: string
}

/** What was said of keeping it from the public, or what is missing of that. */
export function exemptionIn(
  typed: ExemptTyped,
): { readonly exempt: Exemption | null } | { readonly field: string; readonly message: string } {
  if (typed.exempt === 'no') return { exempt: null }
  const { exemptWords: words, publicInterest } = typed
  if (typed.exempt === 'confidential')
    return { exempt: { paragraph: null, confidential: true, words, publicInterest } }
  const paragraph = exemptParagraphKeys.find(key => String(key) === typed.paragraph)
  if (paragraph === undefined)
    return { field: 'paragraph', message: 'Choose the paragraph of Schedule 12A that applies.' }
  if (publicInterest === '')
    return {
      field: 'publicInterest',
      message:
        'Enter why the public interest in keeping it back is greater than that in telling it (Schedule 12A, paragraph 10).',
    }
  return { exempt: { paragraph, confidential: false, words, publicInterest } }
}

export function exemptValues(exempt: Exemption | null): Record<string, string> {
  return {
    exempt: exempt === null ? 'no' : exempt.paragraph === null ? 'confidential' : 'paragraph',
    paragraph: exempt?.paragraph === null || exempt === null ? '' : String(exempt.paragraph),
    exemptWords: exempt?.words ?? '',
    publicInterest: exempt?.publicInterest ?? '',
  }
}
