// Loads one invented return after another into a home of its own, and says on standard output which
// are kept and when all were counted, until it is killed.
import { openApp } from '#app'
import { readConfig } from '#config'
import { load, readers } from '#extracts'
import { openLog } from '#kit/log.ts'
import { crashReturn } from '../ssda903.ts'

const [home = '', from = '1'] = process.argv.slice(2)
const app = await openApp(readConfig({ SIGHTLINE_HOME: home }), openLog('silent'))
const { code } = await app.ownCouncil()
const store = app.storeOf(code)
process.stdout.write('open\n')
for (let n = Number(from); ; n++) {
  const { kept } = await load(store, crashReturn(n), readers, { actor: 'crash', at: new Date() })
  process.stdout.write(`${n} ${kept[0]?.id}\n`)
  if (n % 3 === 0) await app.recount(code, 'crash')
}
