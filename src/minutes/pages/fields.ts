import { z } from 'zod'
import { maybeText, text } from '#findings'
import { paragraphKindKeys } from '../minutes.ts'

/** As many characters as one paragraph may have: a whole statement that is read out fits. */
export const MOST_WORDS = 20_000

const OwnKind = z.enum(paragraphKindKeys).exclude(['vote'])
export const Version = z.coerce.number({ error: 'Reload the page and try again.' }).int()
export const MaybeId = z.union([z.literal('').transform(() => null), z.uuid()]).default(null)

export const AddFields = z.object({
  item: MaybeId,
  kind: OwnKind.default('text'),
  words: text(MOST_WORDS, 'Enter the words of the paragraph.'),
  after: MaybeId,
  reason: maybeText(1000),
})

export const EditFields = z.object({
  words: text(MOST_WORDS, 'Enter the words, or strike the paragraph out.'),
  kind: OwnKind.optional(),
  version: Version,
  reason: maybeText(1000),
})

export const StrikeFields = z.object({
  struck: z.enum(['yes', 'no']).transform(said => said === 'yes'),
  reason: maybeText(1000),
})
