import { expect, test } from 'vitest'
import { barRow } from './bar-row.ts'
import { examplePoints } from './example.ts'
import { sparkline } from './sparkline.ts'

test('a sparkline is drawn as it was', () => {
  expect(sparkline({ points: examplePoints }).toString().replaceAll('><', '>\n<')).toMatchSnapshot()
})

test('a sparkline marks its last point by what is said of the whole line', () => {
  const said = (tone: 'worse' | null) => sparkline({ points: examplePoints, tone }).toString()
  expect(said('worse')).toContain('chart__mark--worse')
  expect(said(null)).toContain('chart__dot')
  expect(sparkline({ points: examplePoints }).toString()).toContain('chart__mark--better')
})

test('a sparkline is hidden from those who hear the words beside it, unless it has its own', () => {
  expect(sparkline({ points: examplePoints }).toString()).toContain('aria-hidden="true"')
  const named = sparkline({ points: examplePoints, id: 'row-1', title: 'Rising' }).toString()
  expect(named).toContain('role="img"')
  expect(named).toContain('<title id="row-1-title">Rising</title>')
})

test('a sparkline without figures is empty, not broken', () => {
  expect(sparkline({ points: [] }).toString()).not.toMatch(/NaN|undefined/)
})

test('a bar is drawn as it was', () => {
  const bar = barRow({ value: 40, min: 0, max: 80, lower: 30, upper: 55, reference: 60 })
  expect(bar.toString().replaceAll('><', '>\n<')).toMatchSnapshot()
})

test('a bar stays within its scale, and without a figure only the track is left', () => {
  expect(barRow({ value: 900, min: 0, max: 100, width: 100 }).toString()).toContain(
    'width="100" height="12"/><rect class="chart__bar" x="0"',
  )
  const hidden = barRow({ value: null, min: 0, max: 100 }).toString()
  expect(hidden).toContain('chart__track')
  expect(hidden).not.toContain('chart__bar')
})
