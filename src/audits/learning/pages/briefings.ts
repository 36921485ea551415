import { z } from 'zod'
import {
  changingOf,
  formView,
  isTheme,
  namesField,
  placeOf,
  refusePrivate,
  text,
  themeKeys,
  themes,
} from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { button, checkboxes, dataTable, details, insetText } from '#kit/html/components/index.ts'
import { lineField, wordsField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  listOf,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typedAll,
} from '#kit/http/index.ts'
import { permits, viewerOf } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { leadAudits } from '../../policy.ts'
import { haveRead, publish, writeBriefing } from '../change.ts'
import { isOffered, type Reach, reachInWords, reachOf, readOfTeam } from '../learned.ts'
import { briefingById, readingsOfBriefing } from '../store.ts'
import { exemplarsFor, foundWithAudits } from './learning.ts'
import { briefingPath, LEARNING } from './learning.view.ts'

const breadcrumbs = [...auditCrumbs, { text: 'What audits teach', href: LEARNING }]
const Id = z.object({ id: z.uuid() })
const Fields = z.object({
  themes: listOf(z.enum(themeKeys)).refine(of => of.length > 0, 'Choose at least one theme.'),
  title: text(200, 'Enter a title.'),
  words: text(20_000, 'Enter the words that staff read.'),
  names: z.string().default(''),
})

/** The pages of briefings: words that two people stand behind, and who has read them. */
export function briefingPages(rooms: AuditsRooms): {
  readonly see: readonly Route[]
  readonly lead: readonly Route[]
} {
  const formPage = async (
    asked: Asked,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const { strong, found } = await rooms.db.as(council.code, async trx => ({
      strong: (await exemplarsFor(trx, viewer)).filter(isOffered),
      found: await foundWithAudits(trx, viewer),
    }))
    const byTheme = Map.groupBy(found, ({ finding }) => finding.theme)
    const title = 'Write a briefing'
    const fields = html`${checkboxes({ idPrefix: 'themes', name: 'themes', fieldset: { legend: { text: 'Themes' } }, classes: 'govuk-checkboxes--small', items: themeKeys.filter(key => byTheme.has(key) || typedAll(values, 'themes').includes(key)).map(key => ({ value: key, text: `${themes[key]} (${byTheme.get(key)?.length ?? 0})`, checked: typedAll(values, 'themes').includes(key) })), errorMessage: errorOf(errors, 'themes') })}
${details({ summaryText: 'What audits found and strong work, in words that were looked at', html: html`${[...byTheme].map(([theme, of]) => html`<h3 class="govuk-heading-s">${themes[theme]}</h3><ul class="govuk-list govuk-list--bullet">${[...new Set(of.map(({ finding }) => finding.words))].slice(0, 10).map(words => html`<li>${words}</li>`)}</ul>`)}${strong.map(each => html`<h3 class="govuk-heading-s">Strong work: ${each.title}</h3><p class="govuk-body">${each.words}</p>`)}` })}
${lineField({ values, errors }, 'title', 'Title')}
${wordsField({ values, errors }, 'words', 'What staff read', { rows: 14, hint: 'What was found, what good looks like, and what to do on Monday. Seven minutes to read at most.' })}
${namesField(errors)}`
    const body = html`${heading({ title, lead: 'Somebody other than you approves the words; from then on staff read it.' })}
${formView(`${LEARNING}/briefings/new`, asked.csrf(), fields, 'Send for approval', LEARNING)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return {
    see: [
      route({
        method: 'GET',
        url: `${LEARNING}/briefings/:id`,
        params: Id,
        handler: async ({ request, params, csrf: csrfOf }) => {
          const csrf = csrfOf()
          const { council } = await placeOf(rooms, request)
          const viewer = viewerOf(request)
          const mayLead = permits(leadAudits, viewer)
          const { briefing, readings } = await rooms.db.as(council.code, async trx => ({
            briefing: await briefingById(trx, params.id),
            readings: await readingsOfBriefing(trx, params.id),
          }))
          if (briefing === null || (briefing.publishedAt === null && !mayLead)) throw notFound()
          const at = briefingPath(briefing.id)
          const isOut = briefing.publishedAt !== null
          const hasRead = readings.some(each => each.personId === viewer.id)
          const reach = mayLead ? reachOf(readings, await rooms.colleagues(council.code)) : []
          const body = html`${heading({
            title: briefing.title,
            caption: briefing.themes
              .filter(isTheme)
              .map(each => themes[each])
              .join(', '),
          })}
${!isOut && insetText({ text: `Written by ${briefing.writtenBy}. Staff read it once somebody else has approved the words.` })}
${briefing.words.split(/\n+/).map(line => html`<p class="govuk-body">${line}</p>`)}
${isOut && (hasRead ? html`<p class="govuk-body">You have read it.</p>` : html`<form method="post" action="${at}/read">${csrf}${button({ text: 'I have read it', preventDoubleClick: true })}</form>`)}
${mayLead && !isOut && briefing.writtenById !== viewer.id && html`<form method="post" action="${at}/publish">${csrf}${button({ text: 'Approve and publish to staff', preventDoubleClick: true })}</form>`}
${
  mayLead &&
  isOut &&
  html`<h2 class="govuk-heading-m">Who has read it</h2><p class="govuk-body">${reachInWords(reach)}. People are counted and not named.</p>${dataTable<Reach>(
    {
      caption: 'How many of each team have read it',
      captionHidden: true,
      stacked: true,
      columns: [
        { heading: 'Team', cell: ({ team }) => team },
        { heading: 'Have read it', cell: readOfTeam, numeric: true },
        { heading: 'People', cell: ({ people }) => String(people), numeric: true },
      ],
      rows: reach,
    },
  )}`
}`
          return show({ title: briefing.title, current: CURRENT, breadcrumbs, body })
        },
      }),
      route({
        method: 'POST',
        url: `${LEARNING}/briefings/:id/read`,
        params: Id,
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => haveRead(trx, by, params.id))
          return seeOther(briefingPath(params.id))
        },
      }),
    ],
    lead: [
      route({
        method: 'GET',
        url: `${LEARNING}/briefings/new`,
        handler: asked => formPage(asked, {}),
      }),
      route({
        method: 'POST',
        url: `${LEARNING}/briefings/new`,
        body: Fields,
        handler: async asked => {
          const { names, ...given } = asked.body
          refusePrivate({ title: given.title, words: given.words }, names === 'none')
          const by = await changingOf(rooms, asked.request)
          const id = await rooms.db.as(by.authority, trx => writeBriefing(trx, by, given))
          return seeOther(briefingPath(id))
        },
        refused: ({ values, errors, ...asked }) => formPage(asked, values, errors),
      }),
      route({
        method: 'POST',
        url: `${LEARNING}/briefings/:id/publish`,
        params: Id,
        handler: async ({ request, params }) => {
          const by = await changingOf(rooms, request)
          await rooms.db.as(by.authority, trx => publish(trx, by, params.id))
          return seeOther(briefingPath(params.id))
        },
      }),
    ],
  }
}
