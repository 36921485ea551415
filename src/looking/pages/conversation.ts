import { z } from 'zod'
import { type Day, dayOf } from '#calendar'
import { placeOf } from '#council'
import { record } from '#journal'
import { invalid, notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { behind } from '#people'
import { recordConversation } from '../policy.ts'
import type { LookingRooms } from '../rooms.ts'
import { insertConversations, lastLooks } from '../store/index.ts'
import { conversationView, type ConversationModel } from './conversation.view.ts'
import { TeamParams } from './team.ts'

const url = '/looking/team/:team/conversation'
const title = 'Record a conversation'

const ConversationForm = z.object({
  'held-day': z.string().default(''),
  'held-month': z.string().default(''),
  'held-year': z.string().default(''),
  with: z.string().max(200).default(''),
  agreed: z
    .string()
    .trim()
    .min(1, 'Say what you agreed.')
    .max(2000, 'What you agreed must be 2,000 characters or fewer.'),
})

/** Recording a conversation with the manager of a team, who sees it too. */
export function conversationPages(rooms: LookingRooms): readonly Route[] {
  const guard = rooms.guardOf(recordConversation)
  const peopleOf = async (authority: string, team: string) => {
    const everybody = await rooms.colleagues(authority)
    const people = everybody
      .filter(each => each.teams.includes(team))
      .toSorted((a, b) => Number(isManager(b)) - Number(isManager(a)))
    const looked = await rooms.db.as(authority, lastLooks)
    if (people.length === 0 && !looked.has(team)) throw notFound()
    return people
  }
  const shown = (model: ConversationModel) =>
    show({
      title,
      breadcrumbs: [
        { text: 'Who looks', href: '/looking' },
        { text: 'Teams that have not looked', href: '/looking/quiet' },
      ],
      body: conversationView(model),
    })
  return [
    behind(
      guard,
      route({
        method: 'GET',
        url,
        params: TeamParams,
        handler: async ({ request, params: { team }, csrf }) => {
          const people = await peopleOf(rooms.viewerOf(request).authority, team)
          return shown({ team, people, csrf: csrf(), errors: [], values: {} })
        },
      }),
      route({
        method: 'POST',
        url,
        params: TeamParams,
        body: ConversationForm,
        handler: async ({ request, params: { team }, body }) => {
          const viewer = rooms.viewerOf(request)
          const place = await placeOf(rooms, request)
          const people = await peopleOf(viewer.authority, team)
          const heldOn = heldDay(body, place.today)
          if (body.with !== '' && !people.some(each => each.id === body.with))
            throw invalid([
              { field: 'with', message: 'Choose somebody of the team, or the whole team.' },
            ])
          const at = rooms.now()
          await rooms.db.as(viewer.authority, async trx => {
            const { with: other, agreed } = body
            await insertConversations(trx, viewer.authority, [
              { team, heldOn, with: other, agreed, recordedBy: viewer.id, recordedAt: at },
            ])
            const subject = { kind: 'team', id: team }
            await record(trx, { actor: viewer.id, action: 'conversation.recorded', subject }, at)
          })
          return seeOther('/looking/quiet')
        },
        refused: async ({ request, params: { team }, csrf, errors, values }) => {
          const people = await peopleOf(rooms.viewerOf(request).authority, team)
          return shown({ team, people, csrf: csrf(), errors, values })
        },
      }),
    ),
  ]
}

function isManager({ roles }: { readonly roles: readonly string[] }): boolean {
  return roles.includes('team-manager')
}

function heldDay(body: z.output<typeof ConversationForm>, today: Day): Day {
  const [day, month, year] = [body['held-day'], body['held-month'], body['held-year']].map(part =>
    /^\d{1,4}$/.test(part.trim()) ? Number(part) : 0,
  )
  const heldOn = dayOf(year ?? 0, month ?? 0, day ?? 0)
  const refuse = (message: string) => invalid([{ field: 'held-day', message }])
  if (heldOn === null) throw refuse('The date must be a real date, such as 27 3 2026.')
  if (heldOn > today) throw refuse('The date must be today or earlier.')
  if (today - heldOn > 366) throw refuse('The date must be within the last year.')
  return heldOn
}
