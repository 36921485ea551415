/**
 * Markup that is known to be safe. Only the `html` tag and the rooms of `kit` make one, so whatever
 * is not an `Html` is text and gets escaped.
 */
export class Html {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** What may stand in a template: text, numbers, markup, lists of these, or nothing at all. */
export type Content =
  | Html
  | string
  | number
  | bigint
  | null
  | undefined
  | false
  | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, character => entities[character] ?? character)

function render(content: Content): string {
  if (content instanceof Html) return content.toString()
  if (typeof content === 'string') return escapeHtml(content)
  if (content === null || content === undefined || content === false) return ''
  if (typeof content === 'object') return content.map(render).join('')
  return String(content)
}

// An attribute without quotes ends at a space, which escaping does not touch.
const unquotedAttribute = /<[a-z][^<>]*=$/i

/** Markup from a template; everything put into it is escaped. Attributes must have quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? ''
  for (const [index, value] of values.entries()) {
    if (unquotedAttribute.test(strings[index] ?? ''))
      throw new TypeError(`Put quotes round the attribute in ${strings[index]}`)
    text += render(value) + (strings[index + 1] ?? '')
  }
  return new Html(text)
}

/** Marks text as markup without looking at it. For `kit` only: a test holds the other rooms to it. */
export const raw = (text: string): Html => new Html(text)

/** ` name="value"` for each value; `true` gives the bare name, nothing gives nothing. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  const written = Object.entries(values).map(([name, value]) => {
    if (!/^[a-z][a-z0-9:-]*$/i.test(name)) throw new TypeError(`${name} cannot name an attribute`)
    if (value === null || value === undefined || value === false) return ''
    return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
  })
  return new Html(written.join(''))
}
