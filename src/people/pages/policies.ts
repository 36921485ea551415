import { type Route, route, show } from '#kit/http/index.ts'
import type { People } from '../people.ts'
import { policiesView } from './policies.view.ts'

/** `/people/policies`: which role may do what, made from the policies that stand before the addresses. */
export function policiesPage({ policies }: People): Route {
  return route({
    method: 'GET',
    url: '/people/policies',
    handler: () =>
      show({
        title: 'Which role may do what',
        breadcrumbs: [{ text: 'People', href: '/people' }],
        body: policiesView(policies),
      }),
  })
}
