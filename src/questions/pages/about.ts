import type { FastifyRequest } from 'fastify'
import { type Changing, placeOf } from '#findings'
import { permits, viewerOf } from '#people'
import { answerQuestions, keepQuestions } from '../policy.ts'
import type { QuestionsRooms } from '../rooms.ts'

export const questionsPath = (meetingId: string): string => `/meetings/${meetingId}/questions`
export const questionPath = (id: string): string => `/questions/${id}`

/** What whoever asks may do with the questions of a meeting. */
export function mayOf(request: FastifyRequest) {
  const viewer = viewerOf(request)
  return { answer: permits(answerQuestions, viewer), keep: permits(keepQuestions, viewer) }
}

/** Somebody from outside puts a question: who they are is not known, and the journal says so. */
export async function publicChanging(
  rooms: QuestionsRooms,
  request: FastifyRequest,
): Promise<Changing> {
  const place = await placeOf(rooms, request)
  const viewer = viewerOf(request)
  return {
    authority: place.council.code,
    actor: viewer.id === '' ? 'public' : viewer.id,
    actorName: viewer.id === '' ? 'A member of the public' : viewer.name,
    at: rooms.now(),
    today: place.today,
  }
}
