import { expect, test } from 'vitest'
import { asTyped } from './as-typed.ts'

const file = (text: string) => ({ name: 'episodes.csv', bytes: new TextEncoder().encode(text) })
const textOf = (text: string) => new TextDecoder().decode(asTyped([file(text)])[0]?.bytes)

test('a child is left out, an end is forgotten, and everything else stands as it was', () => {
  const text =
    'CHILD,DECOM,DEC,REC\r\n68,01/02/2026,03/03/2026,X1\r\n54,01/02/2026,03/03/2026,X1\r\n1,01/02/2026,03/03/2026,X1\r\n'
  expect(textOf(text)).toBe(
    'CHILD,DECOM,DEC,REC\r\n54,01/02/2026,,\r\n1,01/02/2026,03/03/2026,X1\r\n',
  )
})

test('a table without ends loses only who is left out', () => {
  expect(textOf('CHILD,REVIEW\n11,01/02/2026\n')).toBe('CHILD,REVIEW\n11,01/02/2026\n')
})
