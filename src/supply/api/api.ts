import { z } from 'zod'
import type { Route } from '#kit/http/index.ts'
import { behind } from '#people'
import { seeFigures } from '#performance'
import { readDocumentation, readIssues } from '../policy.ts'
import type { SupplyRooms } from '../rooms.ts'
import { comparisonsEndpoint } from './comparisons.ts'
import { apiRoute, type Endpoint, endpoint } from './endpoint.ts'
import { figureEndpoints } from './endpoints.ts'
import { allowPrograms } from './guard.ts'
import { issueEndpoints } from './issues.ts'
import { DESCRIPTION, openApiOf } from './openapi.ts'
import { NoQuery, Nothing } from './schemas.ts'

/** Every address for programs, as the description lists them. */
export function endpointsOf(rooms: SupplyRooms): readonly Endpoint[] {
  return [...forViewers(rooms), ...issueEndpoints(rooms)]
}

const forViewers = (rooms: SupplyRooms): readonly Endpoint[] => [
  ...figureEndpoints(rooms),
  comparisonsEndpoint(rooms),
]

/** The addresses for programs, with their guards, and the description of them. */
export function apiRoutes(rooms: SupplyRooms): readonly Route[] {
  const description = endpoint({
    path: DESCRIPTION,
    id: 'getDescription',
    summary: 'This description',
    says: 'As OpenAPI 3.1.',
    params: Nothing,
    query: NoQuery,
    answer: z.record(z.string(), z.unknown()),
    isOpen: true,
    handle: () => Promise.resolve(document),
  })
  const document = openApiOf([...endpointsOf(rooms), description])
  return [
    behind(allowPrograms(rooms, seeFigures), ...forViewers(rooms).map(apiRoute)),
    behind(allowPrograms(rooms, readIssues), ...issueEndpoints(rooms).map(apiRoute)),
    behind(allowPrograms(rooms, readDocumentation), apiRoute(description)),
  ]
}
