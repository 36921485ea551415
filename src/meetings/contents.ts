import { z } from 'zod'
import { itemKinds, type ItemKind, paperKinds, type PaperKind } from './meeting.ts'

// What a pack holds of its meeting: as it was on the day of publication, for ever.

// as: the keys of an object that is typed by them.
const itemKindKeys = Object.keys(itemKinds) as [ItemKind, ...ItemKind[]]
const paperKindKeys = Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]

const Exempt = z
  .object({
    paragraph: z.number().nullable(),
    confidential: z.boolean(),
    words: z.string(),
    publicInterest: z.string(),
  })
  .nullable()

const Pages = z.object({ first: z.string(), last: z.string() })

export const PackedItem = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(itemKindKeys),
  presenter: z.string(),
  author: z.string(),
  words: z.string(),
  exempt: Exempt,
  lateReason: z.string(),
  lateBy: z.string(),
})
export type PackedItem = z.output<typeof PackedItem>

export const PackedPaper = z.object({
  id: z.string(),
  itemId: z.string().nullable(),
  kind: z.enum(paperKindKeys),
  title: z.string(),
  author: z.string(),
  /** As typed; null where it is a file, or where it is kept from the reader of this pack. */
  words: z.string().nullable(),
  fileSha: z.string().nullable(),
  exempt: Exempt,
  /** Null where its pages are in another pack. */
  pages: Pages.nullable(),
  replaces: z.string().nullable(),
  replacesWords: z.string(),
  /** How many pages it takes, and the place of the first block of each page among its blocks. */
  length: z.number(),
  starts: z.array(z.number()),
})
export type PackedPaper = z.output<typeof PackedPaper>

export const PackContents = z.object({
  body: z.string(),
  title: z.string(),
  /** '2026-11-09' */
  heldOn: z.string(),
  startsAt: z.string(),
  venue: z.string(),
  clerk: z.object({ post: z.string(), name: z.string(), phone: z.string(), email: z.string() }),
  notices: z.array(z.object({ title: z.string(), words: z.string() })),
  items: z.array(PackedItem),
  papers: z.array(PackedPaper),
  /** Why it came out with fewer clear days than it should have had. */
  shortNotice: z
    .object({
      ground: z.string(),
      reason: z.string(),
      days: z.number(),
      wanted: z.number(),
      due: z.string(),
      law: z.string(),
    })
    .nullable(),
  /** What checks found and why it was published all the same. */
  answered: z.array(z.object({ paper: z.string(), fault: z.string(), reason: z.string() })),
})
export type PackContents = z.output<typeof PackContents>
