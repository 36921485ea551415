import { openLog } from '#kit/log.ts'
import { openApp, openWork } from '../app.ts'
import { type Command, stopped } from './command.ts'
import { say } from './terminal.ts'

/** Does queued work beside a server, in as many processes as there is work for. */
export const work: Command = {
  name: 'work',
  usage: 'sightline work',
  does: 'Takes queued work, such as loading uploaded files, beside a running server. Any number may run.',
  options: {},
  async run(given) {
    const config = given.config()
    const app = await openApp(config, openLog(config.logLevel))
    const jobs = await openWork(app)
    say('Ready for work.')
    await stopped()
    await jobs.close()
    await app.close()
    return 0
  },
}
