import { type Route, route, show } from '#kit/http/index.ts'
import { endpointsOf } from '../api/api.ts'
import { DESCRIPTION } from '../api/openapi.ts'
import { API } from '../api/endpoint.ts'
import { openApiOf } from '../api/openapi.ts'
import { apiPath } from '../paths.ts'
import type { SupplyRooms } from '../rooms.ts'
import { apiView } from './api.view.ts'

/** `/api`: how programs get figures, made of the description that programs read. */
export function apiPage(rooms: SupplyRooms): Route {
  const description = openApiOf(endpointsOf(rooms))
  return route({
    method: 'GET',
    url: apiPath,
    handler: ({ request }) => {
      const base = `${request.protocol}://${request.host}${API}`
      const body = apiView({ description, base, file: `${API}${DESCRIPTION}` })
      return show({ title: 'Figures for programs', body })
    },
  })
}
