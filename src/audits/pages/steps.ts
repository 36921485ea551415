import { z } from 'zod'
import { formView } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { wordsField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  forbidden,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { auditName } from '../audit.ts'
import { stopAudit } from '../change.ts'
import { invite } from '../invite.ts'
import { changingOf, lookedField, refusePrivateOnce } from './fields.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT } from './rooms.ts'
import { mayAsk, refuseOthers, withAudit } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type One = Asked & { readonly params: z.output<typeof Params> }

/** What whoever does an audit does with it besides answering: asking the practitioner, and stopping. */
export function stepPages(rooms: AuditsRooms): readonly Route[] {
  const stopPage = (asked: One, again: Pick<Refused, 'values' | 'errors'>): Promise<Answer> =>
    withAudit(rooms, asked.request, asked.params.id, async (_trx, { audit, viewer }) => {
      refuseOthers(viewer, audit)
      const at = auditPath(audit.id)
      const fields = html`${wordsField(again, 'words', 'Why will it not be finished?', { rows: 3 })}${lookedField(again.errors)}`
      const body = html`${heading({ title: 'Stop this audit', caption: auditName(audit), lead: 'It is kept with what was answered, and counts as neither done nor owed.' })}
${formView(`${at}/stop`, asked.csrf(), fields, 'Stop it', at)}`
      const breadcrumbs = [...auditCrumbs, { text: auditName(audit), href: at }]
      return Promise.resolve(
        show({ title: 'Stop this audit', current: CURRENT, breadcrumbs, body }),
      )
    })
  return [
    route({
      method: 'POST',
      url: '/audits/:id/invite',
      params: Params,
      body: z.object({ user: z.string().max(80).default('') }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await withAudit(rooms, request, params.id, async (_trx, { audit, sight, viewer }) => {
          if (sight !== 'whole' || !mayAsk(viewer, audit))
            throw forbidden('Only whoever does this audit asks for other views of it.')
          return Promise.resolve()
        })
        const who = (await rooms.colleagues(by.authority)).find(each => each.id === body.user)
        if (who !== undefined)
          await rooms.db.as(by.authority, trx => invite(trx, by, params.id, who))
        return seeOther(auditPath(params.id))
      },
    }),
    route({
      method: 'GET',
      url: '/audits/:id/stop',
      params: Params,
      handler: asked => stopPage(asked, { values: {}, errors: [] }),
    }),
    route({
      method: 'POST',
      url: '/audits/:id/stop',
      params: Params,
      body: z.object({
        words: z.string().trim().max(2000).default(''),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        if (body.words.length < 3)
          throw invalid([{ field: 'words', message: 'Enter why it will not be finished.' }])
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        await withAudit(rooms, request, params.id, async (_trx, { audit, viewer }) =>
          Promise.resolve(refuseOthers(viewer, audit)),
        )
        await rooms.db.as(by.authority, trx => stopAudit(trx, by, params.id, body.words))
        return seeOther(auditPath(params.id))
      },
      refused: asked => stopPage(asked, asked),
    }),
  ]
}
