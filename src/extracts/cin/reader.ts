import type { XmlElement } from '#kit/files/xml.ts'
import { readXmlInTurns, xmlStart } from '#kit/files/xml.ts'
import type { ListName, Table } from '#records'
import type { ExtractReader, ReadExtract, ReadOptions, ReadResult, SourceFile } from '../extract.ts'
import { fileRefusal } from '../file-refusal.ts'
import { type Refusals, collectRefusals } from '../refusals.ts'
import { dayReader, problem } from '../values.ts'
import { type Census, isCin, noHeader, periodOf, readHeader, titleOf } from './census.ts'
import { type People, readPeople } from './children.ts'
import { find, findAll, textOf } from './elements.ts'
import { type Episodes, readEpisodes } from './episodes.ts'
import { unknownElement } from './problems.ts'
import { type About, type SourceList, sourceList } from './source-list.ts'
import { isKnown, spellingOf } from './spellings.ts'

/** Reads the children in need census, an XML file a year, of the years 2017 to 2027. */
export const cin: ExtractReader = {
  kind: 'cin',
  claims: file => claimsCensus(file),
  group: files => files.map(file => [file]),
  read: readCensus,
}

/** Every census of the Department is a `Message`; this one is called CIN or holds CINdetails. */
function claimsCensus(file: SourceFile): boolean {
  const start = xmlStart(file.bytes).map(each => ({ ...each, name: spellingOf(each.name) }))
  if (start[0]?.name !== 'Message') return false
  const collection = start.find(each => each.name === 'Collection')?.text ?? ''
  if (collection !== '') return isCin(collection)
  return start.some(each => ['ChildIdentifiers', 'CINdetails'].includes(each.name))
}

interface Parts {
  readonly about: About
  readonly people: People
  readonly peopleSource: SourceList
  readonly episodes: Episodes
  readonly preProceedings: SourceList
}

async function readCensus(
  files: readonly SourceFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const [file, ...others] = files
  const refusals = collectRefusals()
  if (file === undefined) return { extract: null, refusals: [] }
  for (const other of others) refusals.of(other.name, '').file(oneFile)

  let census: Census = noHeader
  let parts: Parts | null = null
  const unknown = new Set<string>()
  const refusal = await readXmlInTurns(file.bytes, {
    whole: new Set(['Header', 'Child']),
    spell: name => {
      const spelled = spellingOf(name)
      if (!isKnown(spelled)) unknown.add(spelled)
      return spelled
    },
    progress: share => options.progress?.(share, 'Reading the children in need census'),
    onElement: element => {
      if (element.name === 'Header') census = readHeader(element)
      else takeChild((parts ??= partsOf(file.name, census, refusals)), element)
    },
  })
  const refused = (why: { code: string; message: string }, row: number | null): ReadResult => ({
    extract: null,
    refusals: [...refusals.list(), fileRefusal(file.name, why, { row })],
  })
  if (refusal !== null) return refused(refusal, refusal.line)
  if (parts === null) return refused(noChildren, null)
  for (const name of unknown) {
    refusals.of(file.name, '').doubt(null, name, null, unknownElement)
  }
  return extractOf(file, census, parts, refusals, options) ?? refused(noDate, null)
}

function partsOf(file: string, census: Census, refusals: Refusals): Parts {
  const { year, referenceDate, doubts } = census
  const ofHeader = refusals.of(file, 'Header')
  for (const { effect, line, column, value, problem } of doubts)
    ofHeader[effect](line, column, value, problem)
  const about: About = { file, refusals, year, referenceDate, days: dayReader() }
  const peopleSource = sourceList('ChildIdentifiers', ['children'], about, [
    'UPN, FormerUPN, UPNunknown: pupil numbers are not needed for any figure.',
    'ExpectedPersonBirthDate: it is checked and not kept, as no figure is made from it.',
  ])
  const people = readPeople(peopleSource)
  const preProceedings = sourceList('PreProceedingsandFGDM', [], about, [
    'PreProceedingsandFGDM: no figure is made from these dates yet.',
  ])
  return { about, people, peopleSource, episodes: readEpisodes(about, people), preProceedings }
}

function takeChild(parts: Parts, child: XmlElement): void {
  const { refusals } = parts.about
  refusals.about(textOf(find(child, 'ChildIdentifiers') ?? child, 'LAchildID'))
  const id = parts.people.take(child)
  if (id !== null)
    for (const details of findAll(child, 'CINdetails')) parts.episodes.take(id, details)
  refusals.about(null)
  if (id === null) return
  for (let left = countOf(child); left > 0; left--) parts.preProceedings.found()
}

function countOf(element: XmlElement): number {
  let count = 0
  for (const each of element.children) {
    if (each.name === 'PreProceedingsandFGDM') count++
    else if (each.children.length > 0) count += countOf(each)
  }
  return count
}

function extractOf(
  file: SourceFile,
  census: Census,
  parts: Parts,
  refusals: Refusals,
  options: ReadOptions,
): ReadResult | null {
  const { people, peopleSource, episodes, preProceedings } = parts
  const period = periodOf(census, episodes.latestReferral, options.asOf)
  if (period === null) return null
  const tables = new Map<ListName, Table>([['children', people.build()]])
  for (const block of episodes.blocks) {
    for (const table of block.tables()) tables.set(nameOf(table), table)
  }
  const sources = [peopleSource, ...episodes.blocks.map(block => block.source), preProceedings]
  const extract: ReadExtract = {
    kind: 'cin',
    title: titleOf(period),
    asOf: period.asOf,
    asOfBecause: period.because,
    files: [file.name],
    tables,
    coverage: [...tables.keys()].map(list => ({ list, from: period.from, to: period.to })),
    reports: sources.filter(source => source.rowsFound > 0).map(source => source.report()),
    refusals: refusals.list(),
  }
  return { extract, refusals: extract.refusals }
}

function nameOf(table: Table): ListName {
  // Every table here was built from one of the record's own lists, whose names these are.
  return table.list.name as ListName
}

const noChildren = problem('census-empty', 'This children in need census has no child in it.')
const noDate = problem(
  'census-undated',
  'This census has no reference date, no year and no date of referral, so its year is not known.',
)
const oneFile = problem(
  'census-second-file',
  'A children in need census is one file; this further file was not read with it.',
)
