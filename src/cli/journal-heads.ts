import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { headsText, journalHead, type NotedHead } from '#journal'
import { openLog } from '#kit/log.ts'
import { type App, openApp } from '../app.ts'
import { type Command, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

/** Writes down, out of the database's reach, where every journal ends. */
export const journalHeads: Command = {
  name: 'journal-heads',
  usage: 'sightline journal-heads --to FOLDER',
  does: 'Writes where the journal of each council ends, with its hash, to a file of today in FOLDER. Run it daily, to a folder that whoever runs the database cannot write to; “sightline verify --heads FILE” compares.',
  options: { to: { type: 'string' } },
  async run(given) {
    const folder = textOption(given, 'to')
    if (folder === undefined || folder === '')
      throw new Misused('Say where to: sightline journal-heads --to FOLDER.')
    const app = await openApp(given.config(), openLog('warn'))
    try {
      const at = new Date()
      const heads = await headsOf(app, at)
      const file = join(folder, `journal-heads-${at.toISOString().slice(0, 10)}.jsonl`)
      write(folder, file, headsText(heads))
      say(
        `${heads.length === 1 ? 'One head was' : `${heads.length} heads were`} written to ${file}.`,
      )
      return 0
    } finally {
      await app.close()
    }
  },
}

export async function headsOf(app: App, at: Date): Promise<readonly NotedHead[]> {
  const heads: NotedHead[] = []
  for (const { code } of await app.councils()) {
    const head = await app.db.as(code, journalHead)
    if (head !== undefined && head.seq > 0) heads.push({ authority: code, ...head, at })
  }
  return heads
}

function write(folder: string, file: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    // Added to what is there: what was noted earlier today is still good.
    appendFileSync(file, text, { flush: true })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Misused(`The file ${file} cannot be written: ${words}.`)
  }
}
