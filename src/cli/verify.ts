import { readFileSync } from 'node:fs'
import { longDay } from '#calendar'
import { shortId } from '#extracts'
import { VaultFault } from '#kit/files/vault.ts'
import { library } from '#indicators'
import { type NotedHead, readHeads, verifyJournal } from '#journal'
import { openLog } from '#kit/log.ts'
import { verifyFigures } from '#performance'
import { type App, openApp } from '../app.ts'
import { type Command, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

const whole = new Intl.NumberFormat('en-GB')
const MOST_LINES = 50

/** Proves the figures and the journal again, for every council of the installation. */
export const verify: Command = {
  name: 'verify',
  usage: 'sightline verify [--heads FILE]',
  does: 'Counts every figure again from the frozen extracts, follows the journal’s chain, and reports whatever differs. --heads compares the journal with what “sightline journal-heads” wrote down earlier, which alone shows one that was written anew.',
  options: { heads: { type: 'string' } },
  async run(given) {
    const noted = notedIn(textOption(given, 'heads'))
    const app = await openApp(given.config(), openLog('warn'))
    try {
      let sound = true
      for (const council of await app.councils()) {
        say(council.name)
        const figures = await figuresAreSound(app, council.code)
        const journal = await journalIsSound(app, council.code, noted)
        sound = figures && journal && sound
      }
      return sound ? 0 : 1
    } finally {
      await app.close()
    }
  },
}

async function figuresAreSound(app: App, authority: string): Promise<boolean> {
  try {
    const verified = await verifyFigures(app.storeOf(authority), library)
    for (const { extract, figures } of verified.destroyed) {
      const on = longDay(Math.floor(extract.destroyedAt.getTime() / 86_400_000))
      say(
        `  The records of “${extract.title}” (${shortId(extract.id)}) were destroyed on ${on} by the rule: ${extract.rule} ${whole.format(figures)} figures that rest on them are kept as they were and cannot be counted again.`,
      )
    }
    if (verified.stale !== null) {
      say(`  Figures: ${verified.stale}`)
      return false
    }
    for (const { indicator, slice, month, kept, recomputed } of verified.differences.slice(
      0,
      MOST_LINES,
    )) {
      const part = slice.name === '' ? 'whole county' : slice.name
      say(`  ${indicator}, ${part}, ${month}: kept ${kept}, counted again ${recomputed}.`)
    }
    const differ = verified.differences.length
    say(
      `  Figures: ${whole.format(verified.compared)} counted again, ${whole.format(differ)} differ.`,
    )
    return differ === 0
  } catch (error) {
    if (!(error instanceof VaultFault)) throw error
    say(`  Figures: ${error.message}`)
    return false
  }
}

async function journalIsSound(
  app: App,
  authority: string,
  noted: readonly NotedHead[],
): Promise<boolean> {
  const mine = noted.filter(each => each.authority === authority)
  let faults = 0
  for await (const fault of verifyJournal(app.db, authority, mine)) {
    faults++
    say(`  Journal: ${fault.words}`)
  }
  if (faults === 0) {
    say('  Journal: every line is as it was written.')
    if (noted.length > 0)
      say(
        `  Journal: ${mine.length === 1 ? 'One head that was kept elsewhere is' : `${whole.format(mine.length)} heads that were kept elsewhere are`} in it.`,
      )
  }
  return faults === 0
}

function notedIn(file: string | undefined): readonly NotedHead[] {
  if (file === undefined) return []
  try {
    const heads = readHeads(readFileSync(file, 'utf8'))
    if (heads.length === 0) throw new RangeError('There is nothing in it.')
    return heads
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Misused(`${file} is no file of “sightline journal-heads”. ${words}`)
  }
}
