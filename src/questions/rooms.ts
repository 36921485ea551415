import type { Mail } from '#kit/mail.ts'
import type { MeetingsRooms } from '#meetings'

export interface QuestionsRooms extends MeetingsRooms {
  /** To send a later answer to whoever asked; null where no e-mail leaves this installation. */
  readonly mail: Mail | null
}
