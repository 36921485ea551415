// A mail server on loopback that takes whatever it is given, or refuses it, and remembers it.
import { createServer, type Server } from 'node:net'
import { once } from 'node:events'

export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body as they came. */
  readonly source: string
}

export interface MailServer {
  readonly url: string
  readonly taken: readonly Taken[]
  /** From here on it refuses what it is given, or takes it again. */
  refuse(refuses: boolean): void
  close(): Promise<void>
}

/** As much of RFC 5321 as a client needs that sends one letter. */
export async function mailServer(): Promise<MailServer> {
  const taken: Taken[] = []
  let refusing = false
  const server: Server = createServer(socket => {
    let from = ''
    let to: string[] = []
    let data: string | null = null
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mail.example ESMTP')
    const line = (text: string) => {
      if (data !== null) {
        if (text !== '.') {
          data += `${text.startsWith('..') ? text.slice(1) : text}\n`
          return
        }
        taken.push({ from, to, source: data })
        data = null
        say('250 taken')
        return
      }
      const verb = text.slice(0, 4).toUpperCase()
      const address = /<([^>]*)>/.exec(text)?.[1] ?? ''
      if (verb === 'MAIL') {
        from = address
        to = []
        say(refusing ? '550 not today' : '250 ok')
      } else if (verb === 'RCPT') {
        to.push(address)
        say('250 ok')
      } else if (verb === 'DATA') {
        data = ''
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('250 mail.example')
    }
    socket.on('data', chunk => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const each of lines) line(each)
    })
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: refuses => {
      refusing = refuses
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
