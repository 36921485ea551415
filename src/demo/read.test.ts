import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { type ReadExtract, type SourceFile, readers } from '#extracts'
import { demoExtracts } from './extracts.ts'
import { demoReturns } from './returns.ts'

// What the county writes goes through the ordinary readers, as a council's own files would.

async function readBy(kind: string, files: readonly SourceFile[]): Promise<ReadExtract> {
  const claiming = files.map(file =>
    readers.filter(reader => reader.claims(file)).map(reader => reader.kind),
  )
  expect(claiming).toEqual(files.map(() => [kind]))
  const reader = readers.find(each => each.kind === kind)
  const extract = (await reader?.read(files))?.extract
  if (extract === undefined || extract === null) throw new Error(`nothing was read as ${kind}`)
  return extract
}

const rowsOf = (extract: ReadExtract) =>
  extract.reports.reduce((sum, report) => sum + report.rowsFound, 0)

test('an extract is read for its quarter, and little of it is refused', async () => {
  const extracts = [...demoExtracts({ scale: 0.1, months: 6 })]
  for (const { asOf, files } of extracts) {
    const read = await readBy('ssd', files)
    expect(read.asOf).toBe(asOf)
    expect(read.refusals.length).toBeGreaterThan(0)
    expect(read.refusals.length).toBeLessThan(rowsOf(read) / 300)
  }
})

test('without its mistakes nothing of an extract is refused', async () => {
  const [first] = demoExtracts({ scale: 0.05, months: 3, mistakes: false })
  const read = await readBy('ssd', first?.files ?? [])
  expect(read.refusals).toEqual([])
  expect(rowsOf(read)).toBeGreaterThan(5000)
})

test('the SSDA903 return of a year is read whole', async () => {
  const read = await readBy('ssda903', demoReturns(2026, { scale: 0.1, months: 24 }).ssda903)
  expect(read.asOf).toBe(parseIsoDay('2026-03-31'))
  expect(read.refusals.filter(refusal => refusal.effect !== 'doubtful')).toEqual([])
  expect(read.tables.get('careEpisodes')?.length).toBeGreaterThan(100)
  expect(read.tables.get('healthReturns')?.length).toBeGreaterThan(40)
})

test('the children in need census of a year is read whole', async () => {
  const read = await readBy('cin', [demoReturns(2026, { scale: 0.1, months: 24 }).census])
  expect(read.asOf).toBe(parseIsoDay('2026-03-31'))
  expect(read.refusals.filter(refusal => refusal.effect !== 'doubtful')).toEqual([])
  expect(read.tables.get('assessments')?.length).toBeGreaterThan(500)
  expect(read.tables.get('protectionPlans')?.length).toBeGreaterThan(50)
})
