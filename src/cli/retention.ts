import { type Day, parseIsoDay } from '#calendar'
import { openLog } from '#kit/log.ts'
import { holdingsOf } from '../app/holdings.ts'
import { type App, openApp } from '../app.ts'
import { decideRule, isKind, kinds, retain, retentionRules, rulesInWords } from '#retention'
import { type Command, type Given, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

const ACTOR = 'command line'

/** Destroys what is to be kept no longer, or decides how long something is kept. */
export const retention: Command = {
  name: 'retention',
  usage: 'sightline retention [--dry-run] [--keep KIND=MONTHS --from YYYY-MM-DD --because TEXT]',
  does: 'Destroys the records whose time is over; --dry-run only says which. --keep decides how long a kind is kept (MONTHS or “for-good”) from a day on.',
  options: {
    'dry-run': { type: 'boolean' },
    keep: { type: 'string' },
    from: { type: 'string' },
    because: { type: 'string' },
  },
  async run(given) {
    const at = new Date()
    const today = Math.floor(at.getTime() / 86_400_000)
    const decision = decisionIn(given, today)
    const app = await openApp(given.config(), openLog('warn'))
    try {
      if (decision !== null) {
        const authority = await app.ownAuthority()
        await decideRule(app.db, authority, { ...decision, setBy: ACTOR, setAt: at })
        for (const line of rulesInWords(await app.db.as(authority, retentionRules), today))
          say(line)
        return 0
      }
      const dryRun = given.values['dry-run'] === true
      for (const council of await app.councils()) {
        say(council.name)
        await sayRules(app, council.code, today)
        const options = { today, at, actor: ACTOR, dryRun }
        const outcomes = await retain(app.db, council.code, holdingsOf(app), options)
        for (const { words, rule } of outcomes)
          say(`  ${dryRun ? 'Would be destroyed' : 'Destroyed'}: ${words}. ${rule}`)
        if (outcomes.length === 0) say('  Nothing is to be destroyed.')
      }
      return 0
    } finally {
      await app.close()
    }
  },
}

async function sayRules(app: App, authority: string, today: Day): Promise<void> {
  for (const line of rulesInWords(await app.db.as(authority, retentionRules), today))
    say(`  ${line}`)
}

function decisionIn(given: Given, today: Day) {
  const keep = textOption(given, 'keep')
  if (keep === undefined) return null
  const [kind = '', length = ''] = keep.split('=')
  if (!isKind(kind)) {
    throw new Misused(`--keep names one of ${Object.keys(kinds).join(', ')}.`)
  }
  if (kind === 'journal') throw new Misused('The journal is kept for good.')
  if (length !== 'for-good' && !/^[1-9]\d{0,3}$/.test(length)) {
    throw new Misused('--keep gives a number of months, or “for-good”: --keep extracts=84.')
  }
  const from = parseIsoDay(textOption(given, 'from') ?? '')
  if (from === null) throw new Misused('--from must be a date such as 2027-01-01.')
  if (from < today) throw new Misused('--from must be today or later: a rule does not reach back.')
  const because = textOption(given, 'because')?.trim() ?? ''
  if (because === '') throw new Misused('Say with --because why, and who decided it.')
  return { kind, months: length === 'for-good' ? null : Number(length), from, because }
}
