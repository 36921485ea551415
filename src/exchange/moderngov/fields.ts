import type { Day } from '#calendar'
import type { Words } from '../published.ts'
import { wordsOf } from '../words.ts'
import {
  isNamed,
  type XmlNode,
  element,
  elementsOf,
  textOf,
  withoutControls,
  writeTree,
} from '../xml-tree.ts'
import {
  escapeHtml,
  modernGovDay,
  modernGovTime,
  parseModernGovDay,
  parseModernGovTime,
  unescapeHtml,
} from './values.ts'

/** An element that is being read: what has been understood of it, and what is wrong with it. */
export interface Reading {
  readonly node: XmlNode
  readonly understood: Set<XmlNode | string>
  readonly fault: (sentence: string) => void
}

/** What a value adds to the element that it is written into. */
export interface Part {
  readonly elements?: readonly XmlNode[]
  readonly attributes?: Readonly<Record<string, string>>
}

/** One value of a thing: how it is read from its element, and how it is written again. */
export interface Field<Value> {
  // Methods, so that a table may hold fields of every kind.
  read(from: Reading): Value
  write(value: Value): Part
}

export type ValuesOf<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Field<infer Value> ? Value : never
}

/** What was not understood, as it came: unknown elements, and values that could not be read. */
export interface Rest {
  readonly rest: readonly XmlNode[]
  readonly restAttributes: Readonly<Record<string, string>>
}

export interface Shape<Value> {
  readonly name: string
  readonly read: (node: XmlNode, fault: (sentence: string) => void) => Value
  readonly write: (value: Value) => XmlNode
}

/** A thing by its fields: reading and writing are made of the same table, so they cannot differ. */
export function shape<Fields extends Record<string, Field<unknown>>>(
  name: string,
  fields: Fields,
): Shape<ValuesOf<Fields> & Rest> {
  const entries = Object.entries(fields)
  return {
    name,
    read(node, fault) {
      const from: Reading = { node, understood: new Set(), fault }
      const values = Object.fromEntries(entries.map(([key, field]) => [key, field.read(from)]))
      const rest = elementsOf(node)
        .filter(each => !from.understood.has(each))
        .map(withoutIndent)
      const restAttributes = Object.fromEntries(
        Object.entries(node.attributes).filter(([key]) => !from.understood.has(`@${key}`)),
      )
      // Its keys are those of `fields`, and each value is what the field of that key read.
      return { ...values, rest, restAttributes } as unknown as ValuesOf<Fields> & Rest
    },
    write(value) {
      const parts = entries.map(([key, field]) =>
        // The value of a key is of the kind that the field of that key writes.
        field.write((value as Readonly<Record<string, unknown>>)[key]),
      )
      const kept = new Set(value.rest.map(each => each.name.toLowerCase()))
      // An element that could not be read is kept as it came and not written a second time.
      const written = parts.flatMap(part => part.elements ?? [])
      const elements = written.filter(
        each => each.content.length > 0 || !kept.has(each.name.toLowerCase()),
      )
      const attributes = Object.assign({}, ...parts.map(part => part.attributes ?? {}))
      return element(name, [...elements, ...value.rest], { ...attributes, ...value.restAttributes })
    },
  }
}

/** The space between elements says nothing where there are no words beside them. */
function withoutIndent(node: XmlNode): XmlNode {
  const holdsWords = node.content.some(part => typeof part === 'string' && part.trim() !== '')
  return holdsWords ? node : { ...node, content: elementsOf(node).map(withoutIndent) }
}

/** The first element of that name that nothing has been read from. */
function find({ node, understood }: Reading, name: string): XmlNode | undefined {
  return elementsOf(node).find(each => isNamed(each, name) && !understood.has(each))
}

function valueIn<Value>(
  from: Reading,
  name: string,
  parse: (text: string) => Value | null | undefined,
): Value | null {
  const found = find(from, name)
  if (found === undefined) return null
  const text = withoutControls(textOf(found)).trim()
  const value = text === '' || elementsOf(found).length > 0 ? null : parse(text)
  // Undefined is what the service writes for nothing: it is kept, and there is nothing to tell.
  if (value === undefined) return null
  if (value === null && text !== '') {
    from.fault(`“${text.slice(0, 60)}” in ${name} could not be read. It is kept as it came.`)
    return null
  }
  from.understood.add(found)
  return value
}

const NOTHING = /^(unspecified|not specified|times? not specified|n\/?a|tbc|tba|-)$/i

const field =
  <Value>(parse: (text: string) => Value | null | undefined, write: (value: Value) => string) =>
  (name: string): Field<Value | null> => ({
    read: from => valueIn(from, name, parse),
    write: value => ({ elements: [element(name, value === null ? [] : [write(value)])] }),
  })

const MARKUP = /<\/?(?:b|i|u|p|em|strong|span|div|font)(?:\s[^<>]*)?>/gi

/** Plain text, escaped twice; what is escaped once is markup that somebody pasted. */
export const text = field<string>(
  found =>
    unescapeHtml(found.replace(/<br\s*\/?>/gi, '\n').replace(MARKUP, ''))
      .replaceAll('\u00A0', ' ')
      .trim() || undefined,
  escapeHtml,
)
/** Text that is escaped once, such as an address on the web. */
export const plain = field<string>(
  found => found,
  value => value,
)
export const day = field<Day>(
  found => (NOTHING.test(found) ? undefined : parseModernGovDay(found)),
  modernGovDay,
)
export const time = field<string>(
  found => (NOTHING.test(found) ? undefined : parseModernGovTime(found)),
  modernGovTime,
)
export const flag = field<boolean>(
  found => (/^(true|1|yes)$/i.test(found) ? true : /^(false|0|no)$/i.test(found) ? false : null),
  value => (value ? 'True' : 'False'),
)
export const number = field<number>(
  found => (/^\d{1,9}$/.test(found) ? Number(found) : null),
  String,
)

/** What is not taken, though it is there: it is not for us to hold. */
export function leftOut(name: string, sentence: string): Field<null> {
  return {
    read: from => {
      const found = find(from, name)
      if (found === undefined) return null
      from.understood.add(found)
      if (textOf(found).trim() !== '') from.fault(sentence)
      return null
    },
    write: () => ({}),
  }
}

/** A thing inside a thing. */
export function part<Value>(inner: Shape<Value>): Field<Value | null> {
  return {
    read: from => {
      const found = find(from, inner.name)
      if (found === undefined) return null
      from.understood.add(found)
      return inner.read(found, from.fault)
    },
    write: value => ({ elements: value === null ? [] : [inner.write(value)] }),
  }
}

/** Text that a thing cannot be without. */
export function id(name: string): Field<string> {
  return {
    read: from => {
      const found = valueIn(from, name, each => each)
      if (found === null) from.fault(`A ${from.node.name} has no ${name}.`)
      return found ?? ''
    },
    write: value => ({ elements: [element(name, value === '' ? [] : [value])] }),
  }
}

/** HTML as text, as the service sends it, or standing in the answer as elements. */
export function words(name: string): Field<Words | null> {
  return {
    read: from => {
      const found = find(from, name)
      if (found === undefined) return null
      from.understood.add(found)
      const html =
        elementsOf(found).length > 0 ? writeTree({ ...found, attributes: {} }) : textOf(found)
      // Some services escape it once more than others.
      const isEscaped = !/<[a-z]/i.test(html) && /&lt;\/?[a-z][^&]*&gt;/i.test(html)
      const clean = wordsOf(isEscaped ? unescapeHtml(html) : html)
      return clean.html === '' ? null : clean
    },
    write: value => ({ elements: [element(name, value === null ? [] : [value.html])] }),
  }
}

/** A list in an element of its own, or in the thing itself where `within` is null. */
export function list<Value>(within: string | null, item: Shape<Value>): Field<readonly Value[]> {
  return {
    read: from => {
      const holder = within === null ? from.node : find(from, within)
      if (holder === undefined) return []
      const found = elementsOf(holder).filter(each => isNamed(each, item.name))
      if (within !== null && isOnly(holder, found.length)) from.understood.add(holder)
      else for (const each of found) from.understood.add(each)
      if (within !== null && !from.understood.has(holder))
        from.fault(
          `There is something in ${within} that is no ${item.name}. It is kept as it came.`,
        )
      return found.map(each => item.read(each, from.fault))
    },
    write: values => {
      const written = values.map(item.write)
      return { elements: within === null ? written : [element(within, written)] }
    },
  }
}

/** Whether an element holds so many elements and no words. */
function isOnly({ content }: XmlNode, count: number): boolean {
  return content.filter(part => typeof part !== 'string' || part.trim() !== '').length === count
}

/** How many a list says that it holds: an answer that says more than it holds has lost some. */
export function countOf(name: string, listed: string): Field<number | null> {
  return {
    read: from => {
      const said = valueIn(from, name, each => (/^\d{1,9}$/.test(each) ? Number(each) : null))
      const held = descendants(from.node, listed)
      if (said !== null && said !== held)
        from.fault(`The answer says that it holds ${said} and holds ${held} (${listed}).`)
      return said
    },
    write: value => ({ elements: [element(name, value === null ? [] : [String(value)])] }),
  }
}

function descendants(node: XmlNode, name: string): number {
  return elementsOf(node).reduce(
    (sum, each) => sum + (isNamed(each, name) ? 1 : descendants(each, name)),
    0,
  )
}

/** A value that stands in an attribute. */
export function attribute(name: string): Field<string | null> {
  return {
    read: ({ node, understood }) => {
      understood.add(`@${name}`)
      const found = unescapeHtml(withoutControls(node.attributes[name] ?? '')).trim()
      return found === '' ? null : found
    },
    write: value => ({ attributes: { [name]: value === null ? '' : escapeHtml(value) } }),
  }
}
