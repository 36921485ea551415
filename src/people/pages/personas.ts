import { z } from 'zod'
import { forbidden, notFound, type Route, route, seeOther, show } from '#kit/http/index.ts'
import type { People } from '../people.ts'
import { personas, signInAs } from '../personas.ts'
import { personasOn } from '../personas-on.ts'
import { endEarlier, readCookie, takeSeat } from '../session.ts'
import { personasView } from './personas.view.ts'

const title = 'Choose who to be'

/** `/personas`: the people of the demonstration, each one click away. Nowhere else. */
export function personasPages(people: People): readonly Route[] {
  const demonstration = async () => {
    const councils = await people.councils()
    const council = councils.find(each => each.demonstration)
    if (council === undefined || !personasOn(councils, people.settings))
      throw forbidden('Personas are for the demonstration only. Sign in with your own account.')
    return council
  }
  return [
    route({
      method: 'GET',
      url: '/personas',
      handler: async ({ csrf }) => {
        const council = await demonstration()
        const teams = await people.teamNames(council.code)
        return show({ title, body: personasView({ personas, teams, csrf: csrf() }) })
      },
    }),
    route({
      method: 'POST',
      url: '/personas',
      body: z.object({ persona: z.string(), team: z.string().optional() }),
      handler: async ({ request, reply, body }) => {
        const council = await demonstration()
        const persona = personas.find(each => each.key === body.persona)
        const teams = await people.teamNames(council.code)
        const team = teams.find(each => each === body.team) ?? teams[0]
        if (persona === undefined) throw notFound()
        const cookie = await signInAs(people, council, persona, team, request)
        await endEarlier(people.db, readCookie(request, 'session', people), people.now())
        takeSeat(reply, people, cookie)
        return seeOther('/')
      },
    }),
  ]
}
