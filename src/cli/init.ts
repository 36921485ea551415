import { CouncilCode, CouncilName, saveChildPopulation, saveCouncil } from '#council'
import { frozenExtracts } from '#extracts'
import { openLog } from '#kit/log.ts'
import { openApp } from '../app.ts'
import { type Command, type Given, Misused, textOption } from './command.ts'
import { say } from './terminal.ts'

/** Sets up the council that this installation is for. */
export const init: Command = {
  name: 'init',
  usage: 'sightline init --name NAME [--code CODE] [--children NUMBER --year YEAR]',
  does: 'Sets up your council: its name, its local authority code, and how many children aged 0 to 17 live there, for rates.',
  options: {
    name: { type: 'string' },
    code: { type: 'string' },
    children: { type: 'string' },
    year: { type: 'string' },
  },
  async run(given) {
    const name = checked(CouncilName, textOption(given, 'name') ?? '')
    const children = wholeNumber(given, 'children')
    const year = wholeNumber(given, 'year') ?? new Date().getFullYear()
    const app = await openApp(given.config(), openLog('warn'))
    try {
      const own = (await app.councils()).find(council => !council.demonstration)
      const code = own?.code ?? checked(CouncilCode, textOption(given, 'code') ?? 'OWN')
      const council = { code, name, brandColour: null, demonstration: false }
      await saveCouncil(app.db, council, new Date())
      if (children !== null) {
        const population = [{ year, children, source: 'Given when the council was set up' }]
        await app.db.as(code, trx => saveChildPopulation(trx, code, population))
        // Rates are counted over it.
        if ((await app.db.as(code, frozenExtracts)).length > 0)
          await app.recount(code, 'command line')
      }
      say(`${name} is set up (${code}).`)
      say(
        'Next: npx sightline invite --name NAME --email EMAIL --role administrator, so that you can sign in,',
      )
      say('and npx sightline load FILES…, or npm start and load them in the browser.')
      return 0
    } finally {
      await app.close()
    }
  },
}

function checked(schema: typeof CouncilName | typeof CouncilCode, value: string): string {
  const result = schema.safeParse(value)
  if (!result.success) throw new Misused(result.error.issues.map(each => each.message).join('\n'))
  return result.data
}

function wholeNumber(given: Given, name: string): number | null {
  const text = textOption(given, name)
  if (text === undefined) return null
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Misused(`--${name} must be a whole number.`)
  return Number(text)
}
