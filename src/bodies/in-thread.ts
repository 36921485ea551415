import type { KindOfThing } from '#thread'
import { bodyKindWords } from './body.ts'
import { BODY, bodyPath } from './change.ts'
import { bodiesById } from './store/index.ts'

/** How the thread shows a body. That there is one is no secret within the council. */
export const bodyKind: KindOfThing = {
  kind: BODY,
  name: 'Body',
  describe: async (trx, ids) => {
    const found = await bodiesById(trx, ids)
    return new Map(
      found.map(body => [
        body.id,
        {
          title: body.name,
          href: bodyPath(body.id),
          state: body.endedOn === null ? bodyKindWords[body.kind] : 'Ended',
        },
      ]),
    )
  },
}
