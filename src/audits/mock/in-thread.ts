import { permits } from '#people'
import type { KindOfThing, Thing } from '#thread'
import { seeAudits } from '../policy.ts'
import { type Mock, mocks } from './store.ts'

export const MOCK = 'mock-inspection'
export const MOCKS = '/audits/mock'
export const mockPath = (id: string): string => `${MOCKS}/${id}`
export const mockThing = (id: string): Thing => ({ kind: MOCK, id })

export const mockName = ({ number, service }: Pick<Mock, 'number' | 'service'>): string =>
  `Mock inspection ${number}: ${service}`

/** How the thread shows a mock inspection: its service, and whether it is open. */
export const mockKind: KindOfThing = {
  kind: MOCK,
  name: 'Mock inspection',
  describe: async (trx, ids, viewer) => {
    if (!permits(seeAudits, viewer)) return new Map()
    const wanted = new Set(ids)
    return new Map(
      (await mocks(trx))
        .filter(({ id }) => wanted.has(id))
        .map(mock => [
          mock.id,
          {
            title: mockName(mock),
            href: mockPath(mock.id),
            state: mock.closedAt === null ? 'Open' : 'Closed',
          },
        ]),
    )
  },
}
