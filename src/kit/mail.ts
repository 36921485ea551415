import { createTransport } from 'nodemailer'

/** How e-mail leaves: the server that takes it, and the address that it is from. */
export interface MailSettings {
  /** smtp:// or smtps://, with a user and password where the server wants them. */
  readonly url: string
  readonly from: string
}

export interface Letter {
  readonly to: readonly string[]
  readonly subject: string
  /** Plain text: nothing in it can run, track or pretend. */
  readonly text: string
  readonly attachments?: readonly { readonly name: string; readonly content: string }[]
}

/** Sends e-mail; it has no queue, so whoever sends decides what to do where it cannot be sent. */
export interface Mail {
  /** @throws what the server said, where it did not take the letter */
  send(letter: Letter): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

export function openMail({ url, from }: MailSettings): Mail {
  const transport = createTransport(
    {
      url,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      // A letter is made of text that was handed over, and never of files or addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return {
    async send({ to, subject, text, attachments = [] }) {
      await transport.sendMail({
        to: [...to],
        subject,
        text,
        attachments: attachments.map(({ name, content }) => ({ filename: name, content })),
      })
    },
    close: () => transport.close(),
  }
}

/** Whether a text is one plain address, which cannot hold a second one or a header. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(text)
}
