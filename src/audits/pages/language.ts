import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formView } from '#findings'
import { record } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { button, details } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { hasRole, permits, viewerOf } from '#people'
import { jargon, jargonIn, readingAge } from '#practice'
import { type Audit, isDone } from '../audit.ts'
import { journal } from '../change.ts'
import { leadAudits } from '../policy.ts'
import { redacted } from '../redact.ts'
import { blindFor } from '../sight.ts'
import {
  allAudits,
  insertNote,
  notesOf,
  ownJargon,
  removeJargon,
  saveJargon,
} from '../store/index.ts'
import { changingOf, lookedField, placeOf, refusePrivateOnce } from './fields.ts'
import { jargonView } from './jargon.view.ts'
import { notesView, textPath, textsView, wordsView, type YoungText } from './language.view.ts'
import type { AuditsRooms } from './rooms.ts'

const Params = z.object({ id: z.uuid() })
type Again = Pick<Refused, 'values' | 'errors'>
const none: Again = { values: {}, errors: [] }
const TITLE = 'The words we use'
const crumbs = [{ text: TITLE, href: '/audits/language' }]

/** `/audits/language`: texts written for young people, and what young reviewers say of the words. */
export function languagePages(rooms: AuditsRooms): readonly Route[] {
  return [
    route({ method: 'GET', url: '/audits/language', handler: asked => listPage(rooms, asked) }),
    route({
      method: 'GET',
      url: '/audits/language/:id',
      params: Params,
      handler: asked => onePage(rooms, asked, asked.params.id),
    }),
    route({
      method: 'POST',
      url: '/audits/language/:id',
      params: Params,
      body: z.object({
        words: z
          .string()
          .trim()
          .min(2, 'Write what you think of the words.')
          .max(4000, 'Use 4,000 characters or fewer.'),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await textFor(rooms, by, params.id)
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        await rooms.db.as(by.authority, async trx => {
          const note = { auditId: params.id, at: by.at, byId: by.actor, byName: by.actorName }
          await insertNote(trx, by.authority, { id: randomUUID(), ...note, words: body.words })
          await journal(trx, by, 'audit.language-noted', params.id, {})
        })
        return seeOther(textPath(params.id))
      },
      refused: asked => onePage(rooms, asked, asked.params.id, asked),
    }),
  ]
}

/** The council's own words that families do not use, for those who lead. */
export function jargonPages(rooms: AuditsRooms): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/audits/language/words',
      body: z.object({
        words: z.string().trim().min(2, 'Enter the word or words.').max(80),
        instead: z.string().trim().max(200).default(''),
      }),
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          // Without anything to say instead the word is taken off the list.
          if (body.instead === '') await removeJargon(trx, body.words)
          else await saveJargon(trx, by.authority, body, by)
          const change = { action: 'audit.words-changed', subject: { kind: 'jargon', id: 'words' } }
          await record(trx, { actor: by.actor, ...change, detail: { words: body.words } }, by.at)
        })
        return seeOther('/audits/language')
      },
      refused: asked => listPage(rooms, asked, asked),
    }),
  ]
}

async function listPage(rooms: AuditsRooms, asked: Asked, again: Again = none): Promise<Answer> {
  const { council } = await placeOf(rooms, asked.request)
  const { texts } = await textsOf(rooms, readerOf(asked))
  const { notes, own } = await rooms.db.as(council.code, async trx => ({
    notes: await notesOf(trx),
    own: await ownJargon(trx),
  }))
  const words = [...own, ...jargon]
  const viewer = viewerOf(asked.request)
  const body = html`${heading({
    title: TITLE,
    lead: 'People who check our work write down what they found, in words for young people. Tell us which words are wrong: too hard, unkind, or not what you would say.',
  })}
${textsView(texts, notes, words, viewer.id)}
${wordsView(words)}
${permits(leadAudits, viewer) && wordsForm(again, asked.csrf())}`
  return show({ title: TITLE, current: '/audits/language', body })
}

const wordsForm = (fields: Fields, csrf: Html): Html =>
  details({
    summaryText: 'Add a word',
    open: fields.errors.length > 0,
    html: html`<form method="post" action="/audits/language/words" novalidate>${csrf}
${lineField(fields, 'words', 'A word that families would not use')}
${lineField(fields, 'instead', 'What to say instead', { hint: 'Leave it empty to take a word of yours off the list.' })}
${button({ text: 'Keep it', classes: 'govuk-button--secondary' })}</form>`,
  })

async function onePage(
  rooms: AuditsRooms,
  asked: Asked,
  id: string,
  again: Again = none,
): Promise<Answer> {
  const { council } = await placeOf(rooms, asked.request)
  const { text, redact } = await textFor(rooms, readerOf(asked), id)
  const { notes, own } = await rooms.db.as(council.code, async trx => ({
    notes: await notesOf(trx, id),
    own: await ownJargon(trx),
  }))
  const viewer = viewerOf(asked.request)
  const isYoung = hasRole(viewer, 'young-reviewer')
  // Somebody may have kept a name in a comment, and other young people read it here.
  const said = notesView(notes, viewer.id, isYoung ? redact : undefined)
  const label = isYoung
    ? 'What do you think of the words?'
    : 'What do young people say of the words?'
  const hint = isYoung
    ? 'Do not write names or anything else that says who somebody is: other young people read it.'
    : 'For those who read it with you. It stands here as what a young reviewer said.'
  const fields = html`${wordsField(again, 'words', label, { rows: 4, hint })}${lookedField(again.errors)}`
  const body = html`${heading({ title: 'Read this', lead: 'Names, places and days are left out, so that nobody can tell who it is about.' })}
${jargonView(text.words, jargonIn(text.words, [...own, ...jargon]), readingAge(text.words))}
${formView(textPath(id), asked.csrf(), fields, 'Send it', '/audits/language')}
${said && html`<h2 class="govuk-heading-m">What was said</h2><p class="govuk-body">Whoever wrote the text reads this too.</p>${said}`}`
  return show({ title: 'Read this', current: '/audits/language', breadcrumbs: crumbs, body })
}

/** Whoever grades the same work a second time, blind, reads nothing of the first audit here either. */
interface Reader {
  readonly authority: string
  /** The user's identifier. */
  readonly actor: string
}

function readerOf({ request }: Asked): Reader {
  const { authority, id } = viewerOf(request)
  return { authority, actor: id }
}

interface Redacted {
  /** A text without the names of this council's teams and people. */
  readonly redact: (words: string) => string
}

async function textFor(
  rooms: AuditsRooms,
  reader: Reader,
  id: string,
): Promise<Redacted & { readonly text: YoungText }> {
  const { texts, redact } = await textsOf(rooms, reader)
  const text = texts.find(each => each.id === id)
  if (text === undefined) throw notFound()
  return { text, redact }
}

async function textsOf(
  rooms: AuditsRooms,
  { authority, actor }: Reader,
): Promise<Redacted & { readonly texts: readonly YoungText[] }> {
  const audits = await rooms.db.as(authority, allAudits)
  const blind = blindFor({ id: actor }, audits)
  const teams = await rooms.teamNames(authority)
  const colleagues = await rooms.colleagues(authority)
  const names = [...teams, ...colleagues.map(({ name }) => name)]
  const texts = audits
    .filter(audit => isDone(audit) && audit.youngWords !== '' && !blind.has(audit.id))
    .map((audit: Audit) => ({
      id: audit.id,
      words: redacted(audit.youngWords, [...names, audit.auditorName, audit.team, audit.worker]),
    }))
  return { texts, redact: words => redacted(words, names) }
}
