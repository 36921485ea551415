import type { PaperRead } from '#papers'

type Supplementary = PaperRead['supplementaries'][number]

/** What was asked and answered, in one part or in two. */
export interface Asked {
  readonly words: string
  readonly answer: string
  readonly second: string
  readonly secondAnswer: string
}

const heads = /^(?:(?:supplementary )?question \d+\b|agenda item \d+\b)/i
const response = /^(?:response|answer|reply)(?: (?:by|from))?\b/i
const secondPart = /^(?:the |in (?:the|his|her|their) )?second part\b/i

/**
 * A supplementary question apart from its answer, part by part. The answer begins where the paper
 * says who responds or, without such a line, where whoever responded is named.
 */
export function partsOf(text: string, { place, respondents, parts }: Supplementary): Asked {
  const said = { words: [], answer: [], second: [], secondAnswer: [] } as Record<
    keyof Asked,
    string[]
  >
  const answerAt = respondents[0]?.place.start ?? place.end
  const hasHeads = text
    .slice(place.start, place.end)
    .split('\n')
    .some(line => response.test(line))
  let to: keyof Asked = 'words'
  let at = place.start
  for (const line of text.slice(place.start, place.end).split('\n')) {
    const from = at
    at += line.length + 1
    const words = line.trim()
    if (words === '' || heads.test(words)) continue
    if (response.test(words)) {
      to = to === 'second' ? 'secondAnswer' : to === 'words' ? 'answer' : to
      continue
    }
    if (!hasHeads && to === 'words' && from >= answerAt && said.words.length > 0) to = 'answer'
    if (parts > 1 && to === 'answer' && secondPart.test(words)) to = 'second'
    said[to].push(words)
  }
  const whole = (words: readonly string[]) => words.join('\n\n')
  return {
    words: whole(said.words),
    answer: whole(said.answer),
    second: whole(said.second),
    secondAnswer: whole(said.secondAnswer),
  }
}
