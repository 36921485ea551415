import { momentInWords } from '#looking'
import { emptyState } from '#kit/html/blocks.ts'
import { details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Jargon, jargonIn, readingAge } from '#practice'
import type { LanguageNote } from '../sides.ts'

/** One text as young reviewers read it: nothing else of the audit comes with it. */
export interface YoungText {
  readonly id: string
  readonly words: string
}

export const textPath = (id: string): string => `/audits/language/${id}`

/** The texts one below another, so that a phone shows them whole. */
export function textsView(
  texts: readonly YoungText[],
  notes: readonly Pick<LanguageNote, 'auditId' | 'byId'>[],
  list: readonly Jargon[],
  viewerId: string,
): Html {
  if (texts.length === 0)
    return emptyState({
      title: 'Nothing to read yet',
      text: 'As soon as somebody has written something for young people, it is here.',
    })
  const facts = ({ id, words }: YoungText): string => {
    const said = notes.filter(each => each.auditId === id)
    return [
      readableAt(readingAge(words)),
      count(jargonIn(words, list).length, 'word to change', 'words to change'),
      count(said.length, 'comment', 'comments'),
      said.some(each => each.byId === viewerId) ? 'you have said something' : '',
    ]
      .filter(each => each !== '')
      .join(' · ')
  }
  return html`<h2 class="govuk-heading-m">Texts to read</h2>
<ul class="govuk-list govuk-list--spaced">${texts.map(text => html`<li><a class="govuk-link" href="${textPath(text.id)}">${beginningOf(text.words)}</a><br><span class="app-muted">${facts(text)}</span></li>`)}</ul>`
}

const count = (many: number, one: string, more: string): string =>
  many === 0 ? '' : `${many} ${many === 1 ? one : more}`

const readableAt = (age: number | null): string => (age === null ? '' : `Reading age ${age}`)

/** As much as fits in two lines of a phone, and no half word. */
function beginningOf(words: string): string {
  const plain = words.replaceAll(/\s+/g, ' ')
  return plain.length <= 90 ? plain : `${plain.slice(0, plain.lastIndexOf(' ', 90))}…`
}

/** What was said of a text, with those names left out that the reader is not to see. */
export function notesView(
  notes: readonly LanguageNote[],
  viewerId: string,
  shown: (words: string) => string = words => words,
): Html | false {
  return (
    notes.length > 0 &&
    html`<ul class="govuk-list">${notes.map(note => html`<li><blockquote class="govuk-inset-text">${note.byId === viewerId ? note.words : shown(note.words)}</blockquote><span class="app-muted">${note.byId === viewerId ? 'You' : 'A young reviewer'}, ${momentInWords(note.at)}</span></li>`)}</ul>`
  )
}

/** Two columns would be cut off on a phone. */
export const wordsView = (words: readonly Jargon[]): Html =>
  details({
    summaryText: 'Words that families would not use',
    html: html`<ul class="govuk-list govuk-list--bullet">${words.map(each => html`<li>“${each.words}”: perhaps “${each.instead}”</li>`)}</ul>`,
  })
