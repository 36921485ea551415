import { SaxesParser } from 'saxes'
import { Unreadable } from './xlsx-parts.ts'

export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string | undefined>>): void
  text?(piece: string): void
  close?(name: string): void
}

/** Reads XML a piece at a time. Names come without their prefix: some programs write <x:row>. */
export async function eachTag(text: AsyncIterable<string>, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser()
  const bare = (name: string) => name.slice(name.indexOf(':') + 1)
  let stopped: unknown = null
  parser.on('error', error => {
    stopped ??= new Unreadable('workbook-damaged', error)
  })
  parser.on('opentag', tag => handlers.open?.(bare(tag.name), tag.attributes))
  parser.on('text', piece => handlers.text?.(piece))
  parser.on('cdata', piece => handlers.text?.(piece))
  parser.on('closetag', tag => handlers.close?.(bare(tag.name)))
  for await (const piece of text) {
    parser.write(piece)
    if (stopped !== null) throw stopped
  }
  parser.close()
  if (stopped !== null) throw stopped
}
