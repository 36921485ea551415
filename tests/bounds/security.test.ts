import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(CHECKOUT, 'docs', 'security.md'), 'utf8')
const answers = [
  ...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([a-z ]+) \|([^|]+)\|([^|]*)\|$/gm),
]

test('every requirement of levels 1 and 2 is answered once', () => {
  const requirements = answers.map(([, requirement = '']) => requirement)
  expect(new Set(requirements).size).toBe(requirements.length)
  const ofLevel = (level: string) => answers.filter(([, , found]) => found === level).length
  // So many has OWASP ASVS 5.0.0, counted in its published list on 21 November 2026.
  expect([ofLevel('1'), ofLevel('2')]).toEqual([70, 183])
})

test('what is done names the test that shows it, or says that the code was read', () => {
  const bare = answers.filter(
    ([, , , state = '', , shown = '']) =>
      ['yes', 'partly'].includes(state.trim()) && shown.trim() === '',
  )
  expect(bare.map(([row]) => row)).toEqual([])
})

test('every file that it names is there', () => {
  const named = [...page.matchAll(/`((?:src|tests|docs|\.ci)\/[\w./-]+)`/g)].map(
    ([, file = '']) => file,
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter(file => !existsSync(join(CHECKOUT, file)))).toEqual([])
})

test('the numbers that it gives are those of its lines', () => {
  for (const state of ['yes', 'partly', 'not yet', 'council', 'none here']) {
    const count = answers.filter(each => each[3] === state).length
    expect(page.replaceAll(/\s+/g, ' ')).toContain(`${count} ${state}`)
  }
})
