import type { FastifyRequest } from 'fastify'

/** One page of what was found, with the path of the next. */
export function pageOf<Item>(
  request: Pick<FastifyRequest, 'url'>,
  { page, page_size }: { readonly page: number; readonly page_size: number },
  found: readonly Item[],
) {
  const [path = '', query = ''] = request.url.split('?')
  const next = new URLSearchParams(query)
  next.set('page', String(page + 1))
  return {
    items: found.slice((page - 1) * page_size, page * page_size),
    page,
    page_size,
    total: found.length,
    next: page * page_size < found.length ? `${path}?${next.toString()}` : null,
  }
}
