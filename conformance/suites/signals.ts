import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkLimits, type LimitsCase } from '../signals/chart-limits.ts'
import { checkPbiChart, type PbiChartCase } from '../signals/pbi-limits.ts'
import {
  checkDerived,
  checkSeries,
  type DerivedCase,
  type SeriesCase,
} from '../signals/ptd-series.ts'
import { checkNhspy, checkPbiUnit, checkPtdUnit, type UnitCase } from '../signals/rule-units.ts'
import type { Suite, SuiteLine } from '../suite.ts'

type Blocks = {
  readonly ptdSeries?: readonly SeriesCase[]
  readonly chartLimits?: readonly LimitsCase[]
  readonly ptdRuleUnits?: readonly UnitCase[]
  readonly pbiRuleUnits?: readonly UnitCase[]
  readonly pbiChartLimits?: readonly PbiChartCase[]
  readonly nhspy?: readonly UnitCase[]
  readonly mdc2023Derived?: readonly DerivedCase[]
}

/** Runs a check on each case; a case that throws disagrees and does not stop the others. */
function line<Case>(
  name: string,
  cases: readonly Case[] | undefined,
  check: (one: Case) => string | null,
): SuiteLine[] {
  if (!cases) return []
  const notes = cases.flatMap((one, i) => {
    const title = (one as { id?: string }).id ?? `case ${i}` // some blocks number their cases
    try {
      const problem = check(one)
      return problem === null ? [] : [`${title}: ${problem}`]
    } catch (error) {
      return [`${title}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
  return [{ name, agreed: cases.length - notes.length, total: cases.length, notes }]
}

export const suite: Suite = {
  name: 'signals',
  run: async folder => {
    const file = join(folder, 'spc', 'spc-cases.json')
    if (!existsSync(file)) return { lines: [], skipped: `no cases at ${file}` }
    // The file's own shape, described in its `howToUse`.
    const { blocks } = JSON.parse(await readFile(file, 'utf8')) as { blocks: Blocks }
    const charts = blocks.pbiChartLimits ?? []
    return {
      lines: [
        ...line('ptdSeries', blocks.ptdSeries, checkSeries),
        ...line('chartLimits', blocks.chartLimits, checkLimits),
        ...line('ptdRuleUnits', blocks.ptdRuleUnits, checkPtdUnit),
        ...line('pbiRuleUnits', blocks.pbiRuleUnits, checkPbiUnit),
        ...line('pbiChartLimits', blocks.pbiChartLimits, one => checkPbiChart(one, charts)),
        ...line('nhspy', blocks.nhspy, checkNhspy),
        ...line('mdc2023Derived', blocks.mdc2023Derived, checkDerived),
      ],
    }
  },
}
