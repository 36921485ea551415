import { expect, test } from 'vitest'
import { definitionOf, library } from '#indicators'
import { answerTo } from './answer.ts'
import { keyQuestion, keyQuestions } from './question.ts'

test('there are nine questions, each with an address of its own', () => {
  expect(keyQuestions).toHaveLength(9)
  expect(new Set(keyQuestions.map(each => each.key)).size).toBe(9)
})

test.each(keyQuestions)('“$asks” names indicators that there are, each once', ({ indicators }) => {
  expect(indicators.filter(code => definitionOf(code) === undefined)).toEqual([])
  expect(new Set(indicators).size).toBe(indicators.length)
})

test('where nothing is counted yet, the answer says so', () => {
  const question = keyQuestion('demand')
  if (question === undefined) throw new Error('no such question')
  const { sentence, without } = answerTo(question, [])
  expect(sentence).toBe('There are no figures yet that answer this.')
  expect(without).toBe(question.indicators.length)
  expect(library.length).toBeGreaterThan(100)
})
