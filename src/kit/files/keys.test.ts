import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keyFile, keyRingOf, newKey } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a key is made once, for this user alone', () => {
  const path = join(folder, 'once')
  const first = keyFile(path, true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(keyFile(path, true).current()).toEqual(first.current())
  expect(keyFile(join(folder, 'other'), true).current()).not.toEqual(first.current())
})

test('a key that is added is the newest, for whoever holds the same file, and the old ones stay', () => {
  const path = join(folder, 'added')
  const [one, other] = [keyFile(path, true), keyFile(path, true)]
  const old = one.current()
  const [second, third] = [one.add?.(), other.add?.()]
  for (const keys of [one, other]) {
    expect(keys.current()).toEqual(third)
    expect(keys.all()).toEqual([old, second, third])
    expect(keys.find(old.id)).toEqual(old)
  }
})

test('a key that was written by hand is found by a process that has the file open', () => {
  const path = join(folder, 'by-hand')
  const keys = keyFile(path, true)
  const added = newKey()
  writeFileSync(path, `# From the safe\n${readFileSync(path, 'utf8')}\n# Since July\n${added}\n`)
  const { id } = keyRingOf(added).current()
  expect(keys.find(id)?.id).toBe(id)
  expect(keys.all()).toHaveLength(2)
})

test.for([
  ['too-short', 'must hold keys of 32 bytes in base64'],
  [newKey().slice(0, -3), 'must hold keys of 32 bytes in base64'],
  [`${newKey()} password`, 'must hold keys of 32 bytes in base64'],
  [' \n', 'holds no key.'],
])('%j is refused in a sentence that shows nothing of it', ([text, words]) => {
  const opening = () => keyRingOf(text ?? '', 'SIGHTLINE_KEY')
  expect(opening).toThrow(`SIGHTLINE_KEY ${words}`)
  expect(opening).not.toThrow(/password|too-short/)
})

test('a file that was named and is not there is not made', () => {
  expect(() => keyFile(join(folder, 'nowhere'), false)).toThrow(/nowhere cannot be read/)
})
