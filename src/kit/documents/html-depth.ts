import { Parser } from 'htmlparser2'

// Nobody writes a page deeper than some dozens; the time of parsing grows with the square of it.
const deepest = 2000

class TooDeep extends Error {}

/** The markup as it is, or without any of its tags where they nest so deep that it is no page. */
export function shallow(markup: string): string {
  let depth = 0
  const parser = new Parser({
    onopentagname() {
      depth += 1
      if (depth > deepest) throw new TooDeep()
    },
    onclosetag() {
      depth -= 1
    },
  })
  try {
    parser.write(markup)
    parser.end()
    return markup
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return markup.replaceAll(/<[^<>]*>/g, ' ')
  }
}
