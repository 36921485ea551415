import { type Day, parseIsoDay } from '#calendar'
import { type Council, isTryOut } from '#council'
import {
  type FrozenExtract,
  load,
  openFiles,
  readers,
  type Refusal,
  refusalsFromBytes,
  shortId,
} from '#extracts'
import { library } from '#indicators'
import { openLog } from '#kit/log.ts'
import { readingsOf } from '#performance'
import { listNamed } from '#records'
import { frontOf, sentenceOfFront } from '#overview'
import { type App, openApp } from '../app.ts'
import { type Command, Misused, textOption } from './command.ts'
import { columns, progressLine, say } from './terminal.ts'

const whole = new Intl.NumberFormat('en-GB')
const MOST_LINES = 20

/** Loads files for the council, counts every indicator again, and says what became of each file. */
export const loadCommand: Command = {
  name: 'load',
  usage: 'sightline load FILES… [--as-of YYYY-MM-DD] [--all]',
  does: 'Loads SSDA903, children in need, Annex A or Standard Safeguarding Dataset files, folders or zips. --all lists every row that was refused.',
  takesFiles: true,
  options: { 'as-of': { type: 'string' }, all: { type: 'boolean' } },
  async run(given) {
    if (given.paths.length === 0)
      throw new Misused('Say which files to load: sightline load FILES…')
    const asOf = dayOption(textOption(given, 'as-of'))
    const log = openLog('warn')
    const app = await openApp(given.config(), log)
    const line = progressLine()
    try {
      const authority = await app.ownAuthority()
      const { files, refusals } = await openFiles(given.paths)
      const loaded = await load(app.storeOf(authority), files, readers, {
        actor: 'command line',
        at: new Date(),
        ...(asOf !== undefined && { asOf }),
        progress: line.show,
        fault: error => log.error({ err: error }, 'A file could not be read.'),
      })
      line.end()
      sayFiles([...refusals, ...loaded.refusals])
      for (const id of loaded.alreadyThere)
        say(`Already there: the extract ${shortId(id)} was loaded before.`)
      for (const extract of loaded.kept) sayExtract(extract)
      await sayRows(app, authority, loaded.kept, given.values['all'] === true)
      // Extracts that were there may not have been counted: a load can be stopped in between.
      const there = loaded.kept.length + loaded.alreadyThere.length > 0
      if (there) {
        await app.ownCouncil()
        line.show(1, 'Counting every indicator')
        await app.recountIfStale(authority, 'command line')
        line.end()
      }
      if (loaded.kept.length > 0) {
        await sayFigures(app, authority)
        sayWhere(await app.ownCouncil())
      }
      return there ? 0 : 1
    } finally {
      line.end()
      await app.close()
    }
  },
}

function dayOption(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const day = parseIsoDay(text)
  if (day === null) throw new Misused('--as-of must be a date such as 2026-03-31.')
  return day
}

function sayFiles(refusals: readonly Refusal[]): void {
  for (const { file, message } of refusals) say(`Not read: ${file}. ${message}`)
}

function sayExtract(extract: FrozenExtract): void {
  say(`\n${extract.title} (${shortId(extract.id)}). ${extract.asOfBecause}`)
  const rows = extract.reports.map(report => [
    report.sourceList,
    whole.format(report.rowsFound),
    whole.format(report.rowsTaken),
    whole.format(report.rowsRefused),
  ])
  say(columns([['List', 'found', 'taken', 'refused'], ...rows]))
  for (const { sourceList, readPast = [] } of extract.reports) {
    for (const past of readPast)
      say(`  ${whole.format(past.rows)} × read past (${sourceList}): ${past.because}`)
  }
  for (const { sourceList, column, message, count, effect } of extract.refused) {
    const where = [sourceList, column].filter(Boolean).join(', ')
    const what = effect === 'doubtful' ? 'doubtful' : 'refused'
    say(`  ${whole.format(count)} × ${what} (${where}): ${message}`)
  }
}

async function sayRows(
  app: App,
  authority: string,
  kept: readonly FrozenExtract[],
  all: boolean,
): Promise<void> {
  for (const extract of kept) {
    const bytes = await app.storeOf(authority).vault.get(extract.refusalsSha256)
    const refusals = refusalsFromBytes(bytes)
    const shown = all ? refusals : refusals.slice(0, MOST_LINES)
    if (shown.length > 0) say(`\nRow by row:`)
    for (const each of shown) {
      const at = [each.sourceList, each.row === null ? '' : `row ${each.row}`, each.column ?? '']
      const value = each.value === null ? '' : ` “${each.value}”`
      say(`  ${at.filter(Boolean).join(', ')}${value}: ${each.message}`)
    }
    if (refusals.length > shown.length) {
      say(
        `  … and ${whole.format(refusals.length - shown.length)} more. Run it with --all, or see the extract’s page.`,
      )
    }
  }
}

/** Where the files have gone, and how to see them. */
function sayWhere(council: Council): void {
  say(
    isTryOut(council)
      ? '\nNo council is set up, so this was loaded to try out, where anybody who opens the site sees it: choose “Show Files to try out” on its About page. Set up your council with: npx sightline init --name NAME'
      : `\nLoaded for ${council.name}. See it in the browser: npm start`,
  )
}

async function sayFigures(app: App, authority: string): Promise<void> {
  const found = await app.db.as(authority, trx => readingsOf(trx, library))
  if (found === null) return
  const front = frontOf(found.readings)
  say(`\n${sentenceOfFront(front)}`)
  for (const { list, indicators } of front.wanting) {
    const codes = indicators.map(each => each.code).join(', ')
    say(`Not counted for want of ${listNamed(list)?.title ?? list}: ${codes}.`)
  }
}
