import { longDay } from '#calendar'
import { meetingById } from '#meetings'
import type { QuestionsRooms } from './rooms.ts'
import { questionsOf, supplementariesOf } from './store/index.ts'

/**
 * Sends a later answer to whoever asked, where they gave an address and e-mail can leave. Gives
 * whether it was sent: what was written down stays written down either way.
 */
export async function tellAsker(
  { db, mail }: Pick<QuestionsRooms, 'db' | 'mail'>,
  authority: string,
  meetingId: string,
  partId: string,
): Promise<boolean> {
  if (mail === null) return false
  const { to, asked, later, meeting } = await db.as(authority, async trx => {
    const supplementary = (await supplementariesOf(trx, meetingId)).find(each =>
      each.parts.some(part => part.id === partId),
    )
    const part = supplementary?.parts.find(each => each.id === partId)
    const questions = await questionsOf(trx, meetingId)
    const own = questions.find(
      each =>
        each.email !== '' &&
        (supplementary?.follows.includes(each.id) || each.asker === supplementary?.asker),
    )
    return {
      to: own?.email ?? '',
      asked: part?.words ?? '',
      later: part?.later ?? null,
      meeting: await meetingById(trx, meetingId),
    }
  })
  if (to === '' || later === null || meeting === null) return false
  await mail.send({
    to: [to],
    subject: `The answer to your question of ${longDay(meeting.heldOn)}`,
    text: `You asked:\n\n${asked}\n\nThe answer, ${longDay(later.on)}${later.by === '' ? '' : `, by ${later.by}`}:\n\n${later.words}\n${later.amends === '' ? '' : `\nWhat will be worded otherwise: ${later.amends}\n`}`,
  })
  return true
}
