import { type Block, type Doc, docOf, headed, para } from '#kit/documents/doc.ts'
import type { PublishedMinutes } from '#minutes'

/** The minutes that anybody may read as one document, with their banner while they are a draft. */
export function minutesDoc(
  name: string,
  { banner, items, corrections }: PublishedMinutes,
  declarations: readonly string[],
): Doc {
  const title = `Minutes of ${name}`
  const sections = items.flatMap(({ item, closed, paragraphs }): Block[] => [
    ...(item === null ? [] : [headed(1, [item.number, item.title].filter(Boolean).join('. '))]),
    ...(closed === null ? [] : [para(closed)]),
    ...paragraphs.map(({ kind, words, number, struck, id }): Block => {
      if (kind === 'heading') return headed(2, words, `p-${id}`)
      const text = struck ? `[Struck out: ${words}]` : words
      return para([{ text, bold: kind === 'resolution' && !struck }], {
        anchor: `p-${id}`,
        ...(number !== '' && { number }),
      })
    }),
  ])
  const reasons = corrections.map(each => para(each.reason === '' ? each.what : each.reason))
  return docOf(
    title,
    [
      ...(banner === null ? [] : [para([{ text: banner, bold: true }])]),
      ...(declarations.length === 0 ? [] : [headed(1, 'Declarations')]),
      ...declarations.map(each => para(each)),
      ...sections,
      ...(reasons.length === 0 ? [] : [headed(1, 'Corrections since publication'), ...reasons]),
    ],
    { header: banner ?? title, footer: title },
  )
}
