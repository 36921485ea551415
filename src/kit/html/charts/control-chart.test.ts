import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { type ControlChart, controlChart } from './control-chart.ts'
import { exampleChart, examplePoints } from './example.ts'

const draw = (more: Partial<ControlChart> = {}): string =>
  controlChart({ ...exampleChart, ...more }).toString()

const wide = (markup: string): string => /<svg.*?<\/svg>/s.exec(markup)?.[0] ?? ''

/** One element a line, so that a snapshot shows what changed. */
const spaced = (markup: string): string => markup.replaceAll('><', '>\n<')

const count = (markup: string, part: string): number => markup.split(part).length - 1

describe('a control chart', () => {
  test('is drawn as it was', () => {
    expect(spaced(draw())).toMatchSnapshot()
  })

  test('is a picture with a name and a description, twice, under different ids', () => {
    const markup = draw()
    expect(count(markup, 'role="img"')).toBe(2)
    expect(markup).toContain('aria-labelledby="example-wide-title example-wide-description"')
    expect(markup).toContain('<title id="example-narrow-title">Visits on time by month</title>')
    const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has no style of its own, so that a strict content policy lets it be', () => {
    expect(draw()).not.toMatch(/\sstyle=|<style|\son[a-z]+=/)
  })

  test('is valid HTML', async () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'] })
    const report = await validate.validateString(`<figure>${draw()}</figure>`)
    expect(report.results.flatMap(result => result.messages)).toEqual([])
  })

  test('has a gap where a month has no figure', () => {
    const line = /class="chart__line"[^>]* d="([^"]+)"/.exec(draw())?.[1] ?? ''
    expect(count(line, 'M')).toBe(2)
    expect(count(wide(draw()), 'class="chart__dot"') + count(wide(draw()), 'chart__mark--')).toBe(
      examplePoints.length - 1 + 2, // the two samples of the key
    )
  })

  test('tells marks apart by shape', () => {
    const markup = wide(draw())
    expect(markup).toMatch(/<circle class="chart__mark chart__mark--better"/)
    expect(markup).toMatch(/<rect class="chart__mark chart__mark--worse"/)
    const other = draw({
      points: examplePoints.map(point => ({ ...point, tone: 'other' as const })),
    })
    expect(other).toMatch(/<path class="chart__mark chart__mark--other"/)
  })

  test('labels the lines, the target and the last value where they end', () => {
    const labels = [...wide(draw()).matchAll(/class="chart__label[^"]*"[^>]*>([^<]+)</g)]
    expect(labels.map(match => match[1])).toEqual([
      '80% target',
      '73% Sep 2025',
      '71%',
      '64% average',
      '57%',
    ])
  })

  test('has the years on its axis', () => {
    const ticks = [...wide(draw()).matchAll(/class="chart__tick"[^>]*>([^<]+)</g)]
    expect(ticks.map(match => match[1]).slice(-2)).toEqual(['2024', '2025'])
  })

  test('begins its lines anew at a rebase', () => {
    const points = examplePoints.map((point, i) => (i >= 22 ? { ...point, centre: 72 } : point))
    const centre = (markup: string) =>
      count(/class="chart__centre"[^>]* d="([^"]+)"/.exec(markup)?.[1] ?? '', 'M')
    expect(centre(draw({ points, rebases: [{ at: '2025-02', text: 'New form' }] }))).toBe(2)
    expect(centre(draw())).toBe(1)
  })

  test('writes what happened where it fits, and in a list below', () => {
    const markup = draw()
    expect(wide(markup)).toContain('>New team</text>')
    expect(markup).toContain('<li>June 2024: New team</li>')
    const long = draw({
      notes: [{ at: '2025-06', text: 'A sentence that has no room beside its line' }],
    })
    expect(wide(long)).toMatch(/class="chart__note"[^>]*>1<\/text>/)
  })

  test('marks a level that the points have kept to', () => {
    const markup = wide(draw({ level: { from: '2025-02', value: 72 } }))
    expect(markup).toContain('class="chart__level"')
    expect(markup).toContain('>72% since Feb 2025</text>')
  })

  test('bears no points, one point and no figure at all', () => {
    for (const points of [[], examplePoints.slice(0, 1), examplePoints.slice(12, 13)]) {
      expect(draw({ points, notes: [] })).not.toMatch(/NaN|Infinity|undefined|null/)
    }
  })

  test('escapes what it is given', () => {
    const markup = draw({ title: '<script>', notes: [{ at: '2024-06', text: '<b>&' }] })
    expect(markup).not.toMatch(/<script>|<b>/)
  })
})
