import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { html } from '../html.ts'
import { controlChart } from './control-chart.ts'
import { drawingOf, standaloneStyle } from './standalone.ts'

const chart = controlChart({
  id: 'chart-x',
  title: 'Visits in time & others',
  description: 'Shares <by month>.',
  points: ['2026-01', '2026-02', '2026-03'].map((period, place) => ({
    period,
    value: 80 + place,
    centre: 81,
    lower: 70,
    upper: 92,
    tone: place === 2 ? 'better' : null,
  })),
  format: value => `${value}%`,
})

test('a drawing of a page is a file of its own: XML with its name, its words and its style', () => {
  const file = drawingOf(html`<p>Before</p>${chart}`) ?? ''
  const seen: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', tag => void seen.push(tag.local))
  parser.on('error', error => {
    throw error
  })
  parser.write(file).close()
  expect(seen[0]).toBe('svg')
  expect(seen.slice(1, 4)).toEqual(['style', 'title', 'desc'])
  expect(file).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(file.match(/<svg/g)).toHaveLength(1)
  expect(file).not.toContain('chart--narrow')
})

test('where nothing is drawn there is no file', () => {
  expect(drawingOf(html`<p>Nothing</p>`)).toBeNull()
})

test('a file has the colours and lines that the page has', () => {
  const sheet = readFileSync(new URL('../../assets/charts.scss', import.meta.url), 'utf8')
  const flat = (text: string) =>
    text
      .replaceAll(/var\(--[\w-]+, (#\w+)\)/g, '$1')
      .replaceAll(/\s+/g, '')
      .replaceAll(/(?<![\d])0\./g, '.')
      .replaceAll(';}', '}')
  const wanted = flat(sheet.slice(0, sheet.indexOf('@media (forced-colors')))
  for (const rule of standaloneStyle.split('\n').slice(2, -1)) {
    const [selector = '', body = ''] = rule.split('{')
    // Rules of bars and other small charts are not of this drawing.
    expect(wanted, selector).toContain(flat(`${selector}{${body}`))
  }
})
