import type { XmlElement } from '#kit/files/xml.ts'
import type { ElementName } from './spellings.ts'

/** The first element of that name directly inside another. */
export function find(within: XmlElement, name: ElementName): XmlElement | undefined {
  for (const each of within.children) if (each.name === name) return each
  return undefined
}

export function findAll(within: XmlElement, name: ElementName): readonly XmlElement[] {
  return within.children.filter(each => each.name === name)
}

/** The text of the first element of that name; '' where there is none. */
export function textOf(within: XmlElement | undefined, name: ElementName): string {
  return within === undefined ? '' : (find(within, name)?.text ?? '')
}
