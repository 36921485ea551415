// A stop ends a sentence where white space and a capital, a figure or an opening mark follow.
const END = /[.!?]['’”")\]]*\s+(?=[\p{Lu}‘“"'(£\d])/gu
// Stops that shorten a word, and those of initials and of numbers.
const SHORTENED =
  /(?:\b(?:Cllrs?|Mrs?|Ms|Dr|Prof|Revd?|St|No|Nos|para|paras|p|pp|vs|etc|e\.g|i\.e|[ap]\.m|approx|Min|Ref|Hon)|\b\p{Lu})\.$/u

/** The sentences of a paragraph, in one pass. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    if (SHORTENED.test(text.slice(Math.max(start, match.index - 8), match.index + 1))) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  const last = text.slice(start).trim()
  if (last !== '') sentences.push(last)
  return sentences
}
