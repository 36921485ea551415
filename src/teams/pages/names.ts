import { z } from 'zod'
import { isoDay, longDay } from '#calendar'
import { changingOf, DayText, formView, placeOf } from '#findings'
import { teamNamesOf, whyNotRename } from '#indicators'
import { record } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { addTeam, allUsers, line, teamsOn } from '#people'
import { deleteTeamRename, insertTeamRename, sliceNames, teamRenames } from '#performance'
import type { TeamsRooms } from '../rooms.ts'
import { namesFields, namesTable } from './names.view.ts'
import { teamsCrumb } from './team.ts'

const url = '/team-names'

const Form = z.object({
  was: line('Choose the team that was.', 1, 200),
  now: line('Enter the name that it has now, as the case system writes it.', 1, 200),
  from: DayText('Enter the first day of the new name, such as 1 April 2022.'),
  reason: line('Say why, such as “Re-organisation of April 2022”.', 3, 300),
})

/** `/team-names`: which team became which, so that a team that was renamed keeps its history. */
export function namesPages(rooms: TeamsRooms): readonly Route[] {
  const page = async (
    { request, csrf }: Asked,
    values: FormValues = {},
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, request)
    const [renames, teams] = await rooms.db.as(council.code, async trx => [
      await teamRenames(trx),
      await sliceNames(trx, 'team'),
    ])
    const title = 'Teams that were renamed or became one'
    const body = html`${heading({
      title,
      lead: 'The figures of the old team stand under the new one from their beginning, and are counted once. Where several teams became one, say so of each.',
    })}
${namesTable(renames, csrf())}
${formView(url, csrf(), namesFields(values, errors, teams), 'Save and count again')}`
    return show({ title, current: '/teams', breadcrumbs: [teamsCrumb], body })
  }
  return [
    route({ method: 'GET', url, handler: asked => page(asked) }),
    route({
      method: 'POST',
      url,
      body: Form,
      handler: async ({ request, body: { was, now, from, reason } }) => {
        const by = await changingOf(rooms, request)
        const said = { was, now, from, reason, saidBy: by.actor, saidAt: by.at }
        await rooms.db.as(by.authority, async trx => {
          const names = teamNamesOf(await teamRenames(trx))
          const why = whyNotRename(names, said)
          if (why !== null) throw invalid([{ field: 'was', message: why }])
          await insertTeamRename(trx, by.authority, said)
          await record(
            trx,
            {
              actor: by.actor,
              action: 'team.renamed',
              subject: { kind: 'team', id: was },
              detail: { now, from: isoDay(from), reason },
            },
            by.at,
          )
        })
        await moveMembers(rooms, by, was, now)
        await rooms.countAgain(by.authority, by.actor)
        return seeOther(url)
      },
      refused: ({ values, errors, ...asked }) => page(asked, values, errors),
    }),
    route({
      method: 'POST',
      url: `${url}/take-back`,
      body: z.object({ was: line('Choose a team.', 1, 200) }),
      handler: async ({ request, body: { was } }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          if (!(await deleteTeamRename(trx, was))) return
          await record(
            trx,
            {
              actor: by.actor,
              action: 'team.rename-taken-back',
              subject: { kind: 'team', id: was },
              detail: { on: longDay(by.today) },
            },
            by.at,
          )
        })
        await rooms.countAgain(by.authority, by.actor)
        return seeOther(url)
      },
    }),
  ]
}

/** Whoever belongs to the old team belongs to the new one too, or would see nobody any more. */
async function moveMembers(
  { db }: TeamsRooms,
  by: { readonly authority: string; readonly actor: string; readonly at: Date; today: number },
  was: string,
  now: string,
): Promise<void> {
  const users = await db.as(by.authority, allUsers)
  for (const user of users) {
    const teams = teamsOn(user, by.today)
    if (user.state !== 'active' || !teams.includes(was) || teams.includes(now)) continue
    await addTeam(db, { ...by, userId: user.id }, now, { from: by.today, until: null })
  }
}
