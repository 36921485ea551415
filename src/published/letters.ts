/** A letter to one person, in plain text. */
export interface ShortLetter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends letters, by whichever way was set up. */
export interface Outbox {
  /** @throws what the sender said, where it did not take the letter */
  send(letter: ShortLetter): Promise<void>
}
