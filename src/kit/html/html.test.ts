import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributes, escapeHtml, html, raw } from './html.ts'

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('what is put in cannot open or close anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const inside = html`<p title="${text}">${text}</p>`.toString()
      const written = escapeHtml(text)
      expect(inside).toBe(`<p title="${written}">${written}</p>`)
      expect(written).not.toMatch(/[<>"']/)
      expect(unescape(written)).toBe(text)
    }),
  )
})

test('any text comes back out of its attribute', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const written = attributes({ title: text }).toString()
      expect(unescape(written.slice(' title="'.length, -1))).toBe(text)
    }),
  )
})

test('markup is joined, not escaped twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), texts => {
      const items = texts.map(text => html`<li>${text}</li>`)
      expect(html`<ul>${items}</ul>`.toString()).toBe(`<ul>${items.map(String).join('')}</ul>`)
    }),
  )
})

test('nothing is written for nothing, and nought for nought', () => {
  expect(html`a${null}${undefined}${false}${[]}${0}${''}b`.toString()).toBe('a0b')
})

test('an attribute without quotes is refused', () => {
  expect(() => html`<a href=${'/x onclick=evil'}>x</a>`).toThrow('quotes')
  expect(html`<a href="${'/x'}" ${raw('hidden')}>n=${1}</a>`.toString()).toBe(
    '<a href="/x" hidden>n=1</a>',
  )
})

test('attributes: true gives the name, nothing gives nothing, a strange name is refused', () => {
  expect(attributes({ hidden: true, id: undefined, value: 0, alt: '' }).toString()).toBe(
    ' hidden value="0" alt=""',
  )
  expect(() => attributes({ 'x onload': 'evil' })).toThrow('cannot name an attribute')
})

test('nobody outside kit marks text as markup unseen', () => {
  const source = join(import.meta.dirname, '..', '..')
  const careless = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    file =>
      file.endsWith('.ts') &&
      !file.startsWith(`kit${sep}`) &&
      /import[^;]*?\b(raw|new Html)\b[^;]*?kit\/html/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
  )
  expect(careless).toEqual([])
})
