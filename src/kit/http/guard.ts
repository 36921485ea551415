import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The name of the guard that stands before the address. */
    guard?: string
  }
}

/**
 * Stands before an address and decides who may pass. It throws what the person is told, or answers
 * itself (by sending somebody to sign in) and returns false.
 */
export interface Guard {
  /** What it is called in the table of who may do what: 'performance.children'. */
  readonly name: string
  admit(request: FastifyRequest, reply: FastifyReply): Promise<boolean>
}
