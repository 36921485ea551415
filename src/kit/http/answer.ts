import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Page, type Site, page } from '../html/page.ts'

/** What a handler answers, as a value: what to show, where to go, or what to hand over. */
export type Answer =
  | { readonly kind: 'page'; readonly page: Page; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      readonly content: string | Buffer | Readable
    }

export const show = (shown: Page, status = 200): Answer => ({ kind: 'page', page: shown, status })

/** After something was done: 303, so that going back or reloading does not do it again. */
export const seeOther = (to: string): Answer => ({ kind: 'redirect', to })

export const download = (
  name: string,
  type: string,
  content: string | Buffer | Readable,
): Answer => ({
  kind: 'file',
  name,
  type,
  content,
})

/** A place of ours, never another site: a path that begins with exactly one slash. */
const isOwnPath = (to: string): boolean => /^\/(?![/\\])[^\r\n]*$/.test(to)

export function send(reply: FastifyReply, site: Site, answer: Answer): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return reply
        .code(answer.status)
        .type('text/html; charset=utf-8')
        .send(page(site, answer.page).toString())
    case 'redirect':
      if (!isOwnPath(answer.to)) throw new TypeError('A redirect leads to a path of this site')
      return reply.redirect(answer.to, 303)
    case 'file': {
      const plain = answer.name.replace(/[^\w.-]+/g, '-')
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename="${plain}"`)
        .send(answer.content)
    }
  }
}
