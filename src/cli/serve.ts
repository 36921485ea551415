import { isTryOut } from '#council'
import { openLog } from '#kit/log.ts'
import { personasOn, refusePersonas } from '#people'
import { buildDemo } from '../app/demo-county.ts'
import { type App, isThisMachine, openApp } from '../app.ts'
import { watchAlertsHourly } from '../app/audit-alerts.ts'
import { countAuditsHourly } from '../app/audit-figures.ts'
import { remindAuditorsDaily } from '../app/audit-reminders.ts'
import { sendHeadsDaily } from '../app/mail.ts'
import { tellFollowersHourly } from '../app/news.ts'
import { retainDaily } from '../app/retention.ts'
import { buildServer, type Server } from '../app/site.ts'
import { version } from '../app/version.ts'
import { type Command, Misused, stopped } from './command.ts'
import { besideWarning } from './keys.ts'
import { progressLine, say } from './terminal.ts'

/** Serves the site, and on first use builds the demonstration county. */
export const serve: Command = {
  name: 'serve',
  usage: 'npm start [-- --empty]',
  does: 'Serves the site. On first use it builds the demonstration county; --empty starts without it. PORT, HOST, SIGHTLINE_HOME and DATABASE_URL are read from the environment.',
  options: { empty: { type: 'boolean' } },
  async run(given) {
    const config = given.config()
    const log = openLog(config.logLevel)
    const app = await openApp(config, log)
    try {
      if (given.values['empty'] !== true) await demoIfNew(app)
      // Somebody has to be able to come in: without any council, to the place for trying files out.
      if ((await app.councils()).length === 0) await app.ownCouncil()
      await refuseOpenDoors(app)
      await app.sweep()
      await warnOfKeys(app)
      for (const { code } of await app.councils()) await app.recountIfStale(code, 'start')
    } catch (error) {
      await app.close()
      throw error
    }
    const server = await buildServer(app)
    try {
      await server.http.listen({ host: config.host, port: config.port })
    } catch (error) {
      await server.close()
      await app.close()
      throw notListening(error, config)
    }
    say(`Sightline ${version()} is at ${addressOf(server.http.server.address(), config.host)}`)
    const stopRetaining = retainDaily(app)
    const stopSending = sendHeadsDaily(app)
    const stopTelling = tellFollowersHourly(app, server.jobs)
    const stopReminding = remindAuditorsDaily(app, server.jobs)
    const stopWatching = watchAlertsHourly(app)
    const stopCounting = countAuditsHourly(app)
    const stopWarming = warmSoon(server, log)
    await stopped()
    stopWarming()
    stopCounting()
    stopWatching()
    stopReminding()
    stopTelling()
    stopSending()
    stopRetaining()
    await server.close()
    await app.close()
    return 0
  },
}

async function demoIfNew(app: App): Promise<void> {
  if ((await app.councils()).length > 0) return
  const line = progressLine()
  say('Building the demonstration county. This happens once and takes under a minute.')
  await buildDemo(app, line.show)
  line.end()
}

/** A moment after the start, so that the first page asked for does not wait for it. */
function warmSoon(server: Server, log: App['log']): () => void {
  let wanted = true
  const timer = setTimeout(() => {
    server.warm().catch(error => {
      // Whoever asks for such a page reads the records again, and is told where that fails.
      if (wanted) log.warn({ err: error }, 'The records could not be read ahead.')
    })
  }, 1500)
  return () => {
    wanted = false
    clearTimeout(timer)
  }
}

/** Personas let anybody in: where others reach the address, only to a county that does not exist. */
async function refuseOpenDoors(app: App): Promise<void> {
  const councils = await app.councils()
  const { people, host } = app.config
  const refused = refusePersonas(councils, people)
  if (refused !== null) throw new Misused(refused)
  const tried = councils.some(isTryOut)
  if (tried && personasOn(councils, people) && !isThisMachine(host)) {
    throw new Misused(
      'HOST lets other machines in, and files were loaded here to try Sightline out, which anybody could then see. Leave HOST out, set up your council with “sightline init”, or use another SIGHTLINE_HOME for the demonstration.',
    )
  }
}

async function warnOfKeys({ councils, config, log }: App): Promise<void> {
  const real = (await councils()).some(council => !council.demonstration)
  if (real && config.keysAreBeside) log.warn(besideWarning(config))
}

function notListening(error: unknown, { host, port }: App['config']): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Misused(
      `Something else is at port ${port} already, perhaps another Sightline. Stop it, or set PORT to another number.`,
    )
  }
  if (code === 'EACCES')
    return new Misused(`Port ${port} is not for this user. Set PORT to a number above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Misused(`HOST is ${host}, which is no address of this machine.`)
  }
  return error
}

function addressOf(address: unknown, host: string): string {
  const port =
    typeof address === 'object' && address !== null && 'port' in address ? address.port : ''
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}/`
}
