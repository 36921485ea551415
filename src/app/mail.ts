import { headsText, readJournal, record } from '#journal'
import { type Mail, openMail } from '#kit/mail.ts'
import { sendByNotify } from '#kit/notify.ts'
import type { Outbox } from '#published'
import { headsOf } from '../cli/journal-heads.ts'
import type { App } from '../app.ts'

const AN_HOUR = 3_600_000
/** A little less than a day, so that one letter a day does not slip to the next. */
const NOT_AGAIN_FOR = 23 * AN_HOUR
const SENT = { kind: 'journal', id: 'heads' }

/** The way out for e-mail; null where none is set up, and then nothing is sent. */
export function mailOf({ config }: Pick<App, 'config'>): Mail | null {
  return config.mail === null ? null : openMail(config.mail)
}

/**
 * The way out for letters to those who follow the public site: the council's mail server, or else
 * GOV.UK Notify. Null where neither is set up, or where the site has no address to link to.
 */
export function outboxOf({ config }: Pick<App, 'config'>, mail: Mail | null): Outbox | null {
  const { notify, people } = config
  if (people.publicUrl === '') return null
  if (mail !== null)
    return { send: ({ to, subject, text }) => mail.send({ to: [to], subject, text }) }
  return notify === null ? null : { send: letter => sendByNotify(notify, letter, new Date()) }
}

/**
 * Sends where the journal of each council ends to those who keep it out of the database's reach,
 * unless that was done today. Gives whether it was sent.
 */
export async function sendHeads(app: App, mail: Mail, at: Date): Promise<boolean> {
  const to = app.config.mail?.headsTo ?? []
  const heads = await headsOf(app, at)
  const [first] = heads
  if (to.length === 0 || first === undefined) return false
  const newest = await app.db.as(first.authority, trx =>
    readJournal(trx, { subject: SENT, limit: 1 }),
  )
  const last = newest[0]?.at.getTime() ?? 0
  if (at.getTime() - last < NOT_AGAIN_FOR) return false
  const day = at.toISOString().slice(0, 10)
  await mail.send({
    to,
    subject: `Sightline: where the journal ended on ${day}`,
    text: 'The attached file says where the journal of Sightline ended, with the hash of its last line. Keep it where whoever runs the database cannot change it. “sightline verify --heads FILE” compares the journal with it.\n',
    attachments: [{ name: `journal-heads-${day}.jsonl`, content: headsText(heads) }],
  })
  for (const { authority, seq } of heads)
    await app.db.as(authority, trx =>
      record(
        trx,
        {
          actor: 'journal',
          action: 'journal.heads-sent',
          subject: SENT,
          detail: { seq, to: to.length },
        },
        at,
      ),
    )
  return true
}

/** The same now and every hour, which sends once a day. What it gives stops it. */
export function sendHeadsDaily(app: App): () => void {
  const mail = mailOf(app)
  if (mail === null || (app.config.mail?.headsTo ?? []).length === 0) return () => {}
  const run = () => {
    sendHeads(app, mail, new Date()).catch((err: unknown) =>
      app.log.error({ err }, 'The heads of the journal could not be sent; it is tried again.'),
    )
  }
  run()
  const timer = setInterval(run, AN_HOUR)
  timer.unref()
  return () => {
    clearInterval(timer)
    mail.close()
  }
}
