import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { chosenCouncil } from '#council'
import { forbidden, type Route, route, seeOther, show } from '#kit/http/index.ts'
import type { People } from '../people.ts'
import { becomePersona, personas } from '../personas.ts'
import { personasOn } from '../personas-on.ts'
import { personasView } from './personas.view.ts'

const title = 'Choose who to be'

/** `/personas`: the people of the demonstration, each one click away. Nowhere else. */
export function personasPages(people: People): readonly Route[] {
  /** The demonstration that was chosen, or else the first. */
  const demonstration = async (request: FastifyRequest) => {
    const councils = await people.councils()
    const shown = councils.filter(each => each.demonstration)
    const council = shown.find(each => each.code === chosenCouncil(request)) ?? shown[0]
    if (council === undefined || !personasOn(councils, people.settings))
      throw forbidden('Personas are for the demonstration only. Sign in with your own account.')
    return council
  }
  return [
    route({
      method: 'GET',
      url: '/personas',
      handler: async ({ csrf, request }) => {
        const council = await demonstration(request)
        const teams = await people.teamNames(council.code)
        return show({ title, body: personasView({ personas, teams, csrf: csrf() }) })
      },
    }),
    route({
      method: 'POST',
      url: '/personas',
      body: z.object({ persona: z.string(), team: z.string().optional() }),
      handler: async ({ request, reply, body }) => {
        const council = await demonstration(request)
        const teams = await people.teamNames(council.code)
        const team = teams.find(each => each === body.team) ?? teams[0]
        await becomePersona(people, council, body.persona, request, reply, team)
        return seeOther('/')
      },
    }),
  ]
}
