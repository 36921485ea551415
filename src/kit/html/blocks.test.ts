import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  barTable,
  change,
  chartFigure,
  emptyState,
  keyFigures,
  progress,
  signalList,
} from './blocks.ts'
import { html } from './html.ts'

const words = (markup: { toString(): string }): string =>
  markup
    .toString()
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('a change is said in words', () => {
  expect(words(change('better'))).toBe('Improving')
  expect(words(change('worse'))).toBe('Getting worse')
  expect(words(change('same'))).toBe('No change')
  expect(words(change('unknown', 'Five months only'))).toBe('Five months only')
})

test('figures have their labels and notes', () => {
  const figures = keyFigures([{ label: 'On plans', value: '612', note: 'on 31 October 2026' }])
  expect(words(figures)).toBe('On plans 612 on 31 October 2026')
})

test('a signal says in words what its chart and meter show', () => {
  const list = signalList([
    {
      name: 'Contacts <all>',
      href: '/indicators/C01?a=1&b=2',
      direction: 'worse',
      sentence: 'Higher than usual for six months.',
      value: '1,204',
      note: 'October 2026',
      strength: { of: 0.6, words: 'Strong' },
    },
  ])
  expect(words(list)).toBe(
    'Contacts &lt;all&gt; Higher than usual for six months. Getting worse Strong 1,204 October 2026',
  )
  expect(list.toString()).toContain('href="/indicators/C01?a=1&amp;b=2"')
  expect(list.toString().match(/app-strength__step--on/g)).toHaveLength(3)
})

test('a chart has its sentence and its table', () => {
  const figure = chartFigure({
    caption: 'It rose.',
    chart: html`<svg></svg>`,
    table: html`<table></table>`,
  })
  expect(words(figure)).toBe('It rose. Show the numbers in a table')
  expect(figure.toString()).toMatch(/<details[\s\S]*<table><\/table>[\s\S]*<\/details>/)
})

test('a bar is never longer than its track, and what has no value has no bar', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined }), {
        minLength: 1,
      }),
      fc.option(fc.double({ min: 0.1, max: 1e9, noNaN: true }), { nil: undefined }),
      (values, max) => {
        const table = barTable({
          caption: 'By team',
          nameHeading: 'Team',
          valueHeading: 'Open',
          max,
          rows: values.map((value, at) => ({
            name: `Team ${at}`,
            value,
            text: String(value ?? 'None'),
          })),
        }).toString()
        const lengths = [...table.matchAll(/app-bar__value" x="0" y="3" width="([^"]+)"/g)].map(
          match => Number(match[1]),
        )
        expect(lengths).toHaveLength(values.filter(value => value !== undefined).length)
        expect(lengths.every(length => length >= 0 && length <= 100)).toBe(true)
      },
    ),
  )
})

test('what is empty says what to do next', () => {
  expect(
    words(
      emptyState({
        title: 'No data',
        text: 'Load a return.',
        action: { text: 'Load data', href: '/load' },
      }),
    ),
  ).toBe('No data Load a return. Load data')
})

test('work that goes on is followed; work that is done is not', () => {
  const going = progress({
    title: 'Loading',
    words: '4 of 10',
    done: 4,
    total: 10,
    running: true,
  }).toString()
  expect(going).toContain(
    '<progress class="app-progress__bar" max="10" value="4" aria-label="Loading">',
  )
  expect(going).toContain('data-app-live')
  expect(going).toContain('<noscript>')
  expect(progress({ title: 'Loading', words: 'Done', running: false }).toString()).not.toContain(
    'data-app-live',
  )
})
