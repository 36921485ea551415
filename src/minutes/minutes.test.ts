import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsFrom, wordsOfParagraphs } from './bring/paragraphs.ts'
import { figuresIn } from './figures.ts'
import { moved, numberAfter, numbered, type Paragraph } from './minutes.ts'
import { confirmedWords, exclusionWords, usualWords } from './usual-words.ts'
import { mayVoteOn, outcomeOf, refusalWords, voteWords } from './votes.ts'

const item = { id: 'i', number: '3' }
const paragraph = (id: string, more: Partial<Paragraph> = {}): Paragraph => ({
  id,
  meetingId: 'm',
  itemId: 'i',
  position: 1,
  number: '',
  kind: 'text',
  words: 'Words.',
  struck: false,
  version: 1,
  ...more,
})

test('numbers go by place; headings, what was struck and what stands first have none', () => {
  const all = [
    paragraph('a', { itemId: null, kind: 'present' }),
    paragraph('b'),
    paragraph('c', { kind: 'heading' }),
    paragraph('d', { struck: true }),
    paragraph('e', { kind: 'vote' }),
  ]
  expect(numbered(all, [item]).map(each => each.number)).toEqual(['', '3.1', '', '', '3.2'])
  expect(numbered([paragraph('b')], [{ id: 'i', number: '262.' }])[0]?.number).toBe('262.1')
})

test('what comes in after publication never takes a number that there is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 40 }), places => {
      let all: readonly Paragraph[] = ['a', 'b', 'c'].map((id, nth) =>
        paragraph(id, { number: `3.${nth + 1}` }),
      )
      for (const [nth, place] of places.entries()) {
        const after = all[place % (all.length + 1)]?.id ?? null
        const number = numberAfter(all, after, item)
        expect(all.some(each => each.number === number)).toBe(false)
        const at = all.findIndex(each => each.id === after)
        const fresh = paragraph(`n${nth}`, { number })
        const to = at === -1 ? all.length : at + 1
        all = [...all.slice(0, to), fresh, ...all.slice(to)]
      }
    }),
  )
})

test('moving up and down again is as before, and never leaves the item', () => {
  const some = fc.array(fc.constantFrom('i', 'j', null), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(some, fc.nat(), (itemIds, nth) => {
      const all = itemIds.map((itemId, at) => ({ id: String(at), itemId }))
      const id = String(nth % all.length)
      const up = moved(all, id, 'up')
      expect(up.toSorted()).toEqual(all.map(each => each.id).toSorted())
      const byId = new Map(all.map(each => [each.id, each]))
      const raised = up.flatMap(each => byId.get(each) ?? [])
      expect(raised.map(each => each.itemId)).toEqual(itemIds)
      const same = up.join() === all.map(each => each.id).join()
      const back = same ? up : moved(raised, id, 'down')
      expect(back).toEqual(all.map(each => each.id))
    }),
  )
})

test('figures are shares, sums and counts, and neither dates nor numbers of paragraphs', () => {
  const figures = (words: string) => figuresIn(words).map(each => each.figure)
  expect(figures('the low recidivism rate which was now at 9%')).toEqual(['9%'])
  expect(
    figures('there were currently 330 external placements whereas there had been 294.'),
  ).toEqual(['330', '294'])
  expect(figures('an additional £9m of funding, of which £1.175m and 1,250 places')).toEqual([
    '£9m',
    '£1.175m',
    '1,250',
  ])
  expect(
    figures(
      'On 16 January 2020 at 10.00 am, item 5, paragraph 3.2, page 11, in 2019/20 and Q4 2016/17, some local authorities had a 0 to 25 service for those who turned 18, at the 14+ review.',
    ),
  ).toEqual([])
  expect(figuresIn('It rose. The rate was 9.5% in May.')[0]?.sentence).toBe(
    'The rate was 9.5% in May.',
  )
})

test('paragraphs come back from the form as they went into it', () => {
  const words = fc
    .array(fc.constantFrom('Members', 'asked', 'for', 'a', 'report'), {
      minLength: 1,
      maxLength: 9,
    })
    .map(each => each.join(' '))
  const number = fc.option(fc.constantFrom('3.1', '262.14', '4.2.1', '3.4A'))
  fc.assert(
    fc.property(fc.array(fc.record({ words, number })), given => {
      const paragraphs = given.map(each => ({ ...each, kind: 'text' as const }))
      expect(paragraphsFrom(wordsOfParagraphs(paragraphs))).toEqual(paragraphs)
    }),
  )
  expect(paragraphsFrom('2 visits were late.\r\n\r\n3.1 It was RESOLVED to note it.')).toEqual([
    { number: null, kind: 'text', words: '2 visits were late.' },
    { number: '3.1', kind: 'resolution', words: 'It was RESOLVED to note it.' },
  ])
})

const somebody = {
  name: 'Dr Cedar',
  how: 'present' as const,
  seat: 'statutory co-optee' as const,
  votes: 'education' as const,
}

test('who votes on education only is told the rule elsewhere', () => {
  expect(mayVoteOn(somebody, { education: true }, 'council')).toEqual({ may: true })
  const refused = mayVoteOn(somebody, { education: false }, 'council')
  expect(refused.may).toBe(false)
  expect(refused.may ? '' : refusalWords(refused)).toContain(
    'Parent Governor Representatives (England) Regulations 2001',
  )
  expect(mayVoteOn({ ...somebody, how: 'apologies' }, { education: true }, 'council').may).toBe(
    false,
  )
  const online = {
    ...somebody,
    votes: 'all' as const,
    seat: 'member' as const,
    how: 'virtual' as const,
  }
  expect(mayVoteOn(online, null, 'council').may).toBe(false)
  expect(mayVoteOn(online, null, 'none').may).toBe(true)
  expect(mayVoteOn({ ...online, how: 'present', seat: 'observer' }, null, 'none').may).toBe(false)
})

test('a vote says who and how many, and with equal votes does not decide', () => {
  const vote = {
    paragraphId: '',
    motion: 'That it be noted',
    proposer: '',
    seconder: '',
    named: true,
    votesFor: 1,
    votesAgainst: 1,
    abstained: 0,
    ballots: [
      { attendance: '1', name: 'Councillor Ash', vote: 'for' as const },
      { attendance: '2', name: 'Councillor Birch', vote: 'against' as const },
    ],
  }
  expect(voteWords(vote)).toBe('For 1 (Councillor Ash), against 1 (Councillor Birch), abstained 0')
  expect(outcomeOf(vote)).toBe('Equal votes')
  expect(outcomeOf({ ...vote, votesFor: 2 })).toBe('Carried')
})

test('usual words say nil returns, earlier minutes and why the public leaves', () => {
  const exempt = { paragraph: 3, confidential: false, words: '', publicInterest: '' }
  const kinds = ['apologies', 'minutes', 'declarations', 'exclusion', 'report'] as const
  const items = kinds.map((kind, nth) => ({
    id: kind,
    kind,
    number: String(nth + 1),
    exempt: kind === 'report' ? exempt : null,
    withdrawnWords: null,
  }))
  const day = 17_427
  const words = usualWords([], items, day)
  expect(words.map(each => each.itemId)).toEqual([
    'apologies',
    'minutes',
    'declarations',
    'exclusion',
  ])
  expect(words[0]?.words).toBe('There were no apologies for absence.')
  expect(words[1]?.words).toBe(confirmedWords(day))
  expect(exclusionWords(items.slice(-1))).toContain(
    'excluded for item 5 because exempt information',
  )
  expect(exclusionWords([])).toBeNull()
})
