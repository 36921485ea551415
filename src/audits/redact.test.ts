import { expect, test } from 'vitest'
import { redacted } from './redact.ts'

test('a first name is left out where it begins a sentence, and wherever else it stands', () => {
  expect(redacted('Jayden, you told us that you are sad. We saw jayden at school.', [])).toBe(
    '[left out], you told us that you are sad. We saw [left out] at school.',
  )
  expect(redacted('Things got better. Keeley was kind. Keeley’s visits were on time.', [])).toBe(
    'Things got better. [left out] was kind. [left out]’s visits were on time.',
  )
})

test('what everybody says at the beginning of a sentence stays', () => {
  for (const text of [
    'You said that mornings were hard. Mum was asked. School is on Monday.',
    'Nobody asked you. Somebody should have come sooner. Contact was moved three times.',
    'When things got worse at home, people came quickly. They told you what would happen.',
    'Adults wrote that you were hard to reach. We think that nobody had asked.',
  ])
    expect(redacted(text, [])).toBe(text)
})

test('days, pairs of names, teams and numbers are left out', () => {
  const text = 'On 3 March 2026 Jo Bloggs of North Team rang. NHS 943 476 5919. It was 4/5/26.'
  const clean = redacted(text, ['North Team'])
  for (const secret of ['3 March', 'Bloggs', 'North Team', '943', '4/5/26'])
    expect(clean).not.toContain(secret)
})
