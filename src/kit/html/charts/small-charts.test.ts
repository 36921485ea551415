import { expect, test } from 'vitest'
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
