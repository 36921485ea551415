import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Html, html } from '../html/html.ts'
import type { FieldError } from '../html/page.ts'

/** What was typed, as it was typed, to be shown again. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** The name of the field that proves that a form came from a page of ours. */
export const csrfName = '_csrf'

const tokens = new WeakMap<FastifyReply, string>()

/**
 * Every form that is sent by POST holds this. All forms of one answer hold the same: on a first visit
 * each new token would come with a secret of its own, and only the last form's would be known.
 */
export function csrfField(reply: FastifyReply): Html {
  const token = tokens.get(reply) ?? reply.generateCsrf()
  tokens.set(reply, token)
  return html`<input type="hidden" name="${csrfName}" value="${token}">`
}

export const typed = (values: FormValues, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const typedAll = (values: FormValues, field: string): readonly string[] => {
  const value = values[field]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The `errorMessage` option of a component, if its field has one. */
export const errorOf = (
  errors: readonly FieldError[] | undefined,
  field: string,
): { readonly text: string } | undefined => {
  const found = errors?.find(error => error.field === field)
  return found && { text: found.message }
}

/** A field that may be sent never, once or often, such as checkboxes: always a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )

/** The first fault of each field, in the order of the schema. */
export function fieldErrors(error: z.ZodError): readonly FieldError[] {
  const first = new Map<string, string>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!first.has(field)) first.set(field, issue.message)
  }
  return [...first].map(([field, message]) => ({ field, message }))
}

/** The body of a form without what is ours. */
export function formValues(body: unknown): FormValues {
  if (body === null || typeof body !== 'object') return {}
  const values: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name === csrfName) continue
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.map(String)
  }
  return values
}

/** What was sent, without the one character that a database cannot keep and that nobody can type. */
export function withoutNul(sent: unknown): unknown {
  if (typeof sent === 'string') return sent.replaceAll('\u0000', '')
  if (Array.isArray(sent)) return sent.map(withoutNul)
  if (sent === null || typeof sent !== 'object' || Buffer.isBuffer(sent)) return sent
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, withoutNul(value)]))
}
