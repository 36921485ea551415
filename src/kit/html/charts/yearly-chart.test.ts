import { expect, test } from 'vitest'
import { type YearlyChart, yearlyChart } from './yearly-chart.ts'

const chart: YearlyChart = {
  id: 'example',
  title: 'A share, year by year',
  description: 'It fell.',
  points: [
    { period: '2023', value: 30, centre: 20, lower: 15, upper: 25 },
    { period: '2024', value: null, centre: 21, lower: null, upper: null },
    { period: '2025', value: 24, centre: 28, lower: 22, upper: 31 },
  ],
  valueName: 'Testshire',
  valueShortName: 'own',
  centreName: 'median of others',
  centreShortName: 'others',
  bandName: 'middle half',
  further: [{ name: 'Country', shortName: 'land', dashes: '6 4', values: [22, null, 23] }],
  breaks: [{ at: '2025', text: 'other others' }],
  format: value => `${value}%`,
  floor: 0,
  ceiling: 100,
}
const drawn = yearlyChart(chart).toString()

test('each line ends in its newest figure and its name, shorter on a narrow screen', () => {
  for (const words of ['24% Testshire', '28% median of others', '23% Country'])
    expect(drawn).toContain(`>${words}</text>`)
  for (const words of ['24% own', '28% others', '23% land'])
    expect(drawn).toContain(`>${words}</text>`)
})

test('where the others change, their line begins anew and its words stand below as well', () => {
  const centre = /class="chart__centre" fill="none" d="([^"]+)"/.exec(drawn)?.[1] ?? ''
  expect(centre.split('M')).toHaveLength(3)
  expect(drawn).toContain('<li>2025: other others</li>')
})

test('a year without a figure is a gap, and not a zero', () => {
  const own = /class="chart__level" fill="none" d="([^"]+)"/.exec(drawn)?.[1] ?? ''
  expect(own.split('M')).toHaveLength(3)
  expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
})

test('without any figure it is empty, not broken', () => {
  const empty = yearlyChart({ ...chart, points: [], further: [], breaks: [] }).toString()
  expect(empty).not.toMatch(/NaN|undefined|Infinity/)
  expect(empty).toContain('<title id="example-wide-title">A share, year by year</title>')
})
