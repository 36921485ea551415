import { z } from 'zod'
import { placeOf } from '#findings'
import { isMailAddress } from '#kit/mail.ts'
import { heading } from '#kit/html/blocks.ts'
import { button, checkboxes, input, insetText, panel } from '#kit/html/components/index.ts'
import type { Fields } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  invalid,
  listOf,
  notFound,
  type Route,
  route,
  seeOther,
  show,
  typed,
  typedAll,
} from '#kit/http/index.ts'
import type { PublishedBody } from '#exchange'
import {
  askToFollow,
  confirmFollowing,
  confirmingIn,
  endFollowing,
  endingIn,
  subjectKeys,
  subjects,
} from '../follow.ts'
import type { Outbox, ShortLetter } from '../letters.ts'
import { CURRENT, homeCrumb, type PublicRooms, readingOf } from './reading.ts'

const Body = z.object({
  address: z
    .string()
    .trim()
    .max(200, 'Enter an e-mail address like name@example.org.')
    .refine(isMailAddress, 'Enter an e-mail address like name@example.org.'),
  bodies: listOf(z.uuid()),
  subjects: listOf(z.enum(subjectKeys)).refine(
    all => all.length > 0,
    'Choose at least one kind of news.',
  ),
})
const Token = z.object({ token: z.string().max(4000).default('') })

/** `/public/follow`: ways to be told of what is new. */
export function followPages(rooms: PublicRooms): readonly Route[] {
  const form = async (asked: Asked, fields: Fields): Promise<Answer> => {
    const { record } = await readingOf(rooms, asked.request)
    return show({
      title: 'Follow',
      current: CURRENT,
      breadcrumbs: [homeCrumb],
      body: followView(record.published.bodies, isSending(rooms), fields, asked.csrf()),
    })
  }
  return [
    route({
      method: 'GET',
      url: '/public/follow',
      handler: asked => form(asked, { values: { subjects: [...subjectKeys] }, errors: [] }),
    }),
    route({
      method: 'POST',
      url: '/public/follow',
      body: Body,
      handler: async ({ request, body }) => {
        const { council } = await placeOf(rooms, request)
        const { outbox, secret, publicUrl } = rooms
        if (outbox === null || publicUrl === '') throw notFound()
        const done = await rooms.db.as(council.code, async trx => {
          const asked = await askToFollow(trx, secret, council.code, body, rooms.now())
          // Within the transaction: an address to which nothing could be sent may be tried again.
          if (asked.kind === 'to confirm')
            await sendOrSay(outbox, {
              to: body.address,
              subject: `Confirm that you want news from ${council.name}`,
              text: confirmText(
                council.name,
                `${publicUrl}/public/follow/confirm?token=${asked.token}`,
              ),
            })
          return asked
        })
        if (done.kind === 'too many')
          throw invalid([
            {
              field: 'address',
              message: 'Many people have asked within the last hour. Try again later.',
            },
          ])
        return seeOther('/public/follow/sent')
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
    route({
      method: 'GET',
      url: '/public/follow/sent',
      handler: () =>
        told(
          'Check your e-mail',
          'We have sent you a letter with a link. Follow it within 7 days, and you will be told of what is new. If no letter has come in an hour, look among the unwanted ones; we send one a day to an address.',
        ),
    }),
    ...confirmPages(rooms),
    ...endPages(rooms),
  ]
}

async function sendOrSay(outbox: Outbox, letter: ShortLetter): Promise<void> {
  try {
    await outbox.send(letter)
  } catch {
    const message = 'The letter could not be sent just now. Try again in an hour.'
    throw invalid([{ field: 'address', message }])
  }
}

const isSending = ({ outbox, publicUrl }: PublicRooms): boolean =>
  outbox !== null && publicUrl !== ''

const confirmText = (council: string, link: string): string =>
  [
    `Somebody, most likely you, asked for news of the meetings of ${council.replace(/\s+/g, ' ')} at this address.`,
    `To confirm, open this link within 7 days and press the button there:\n${link}`,
    'If it was not you, do nothing. Nothing more is sent to you, and the address is forgotten after a month.',
  ].join('\n\n')

const told = (title: string, words: string): Answer =>
  show({
    title,
    current: CURRENT,
    breadcrumbs: [homeCrumb],
    body: html`${panel({ titleText: title, text: words })}<p class="govuk-body"><a class="govuk-link" href="/public">Meetings and decisions</a></p>`,
  })

const asking = (title: string, words: string, action: string, token: string, csrf: Html): Answer =>
  show({
    title,
    current: CURRENT,
    breadcrumbs: [homeCrumb],
    body: html`${heading({ title, lead: words })}
<form method="post" action="${action}" novalidate>${csrf}<input type="hidden" name="token" value="${token}">${button({ text: title, preventDoubleClick: true })}</form>`,
  })

const tooOld = (): Answer =>
  show(
    {
      title: 'This link is no longer valid',
      current: CURRENT,
      breadcrumbs: [homeCrumb],
      body: html`${heading({ title: 'This link is no longer valid', lead: 'It was used before, is more than 7 days old, or is not whole.' })}<p class="govuk-body"><a class="govuk-link" href="/public/follow">Ask for a new one</a></p>`,
    },
    410,
  )

// A button and not the link itself does it: programs that look at letters follow every link.
function confirmPages(rooms: PublicRooms): readonly Route[] {
  const url = '/public/follow/confirm'
  return [
    route({
      method: 'GET',
      url,
      query: Token,
      handler: async ({ request, query, csrf }) => {
        const { council } = await placeOf(rooms, request)
        const said = confirmingIn(rooms.secret, council.code, query.token, rooms.now())
        if (said === null) return tooOld()
        return asking(
          'Confirm',
          `You will get at most one letter a day, when ${council.name} has published something new.`,
          url,
          query.token,
          csrf(),
        )
      },
    }),
    route({
      method: 'POST',
      url,
      body: Token,
      handler: async ({ request, body }) => {
        const { council } = await placeOf(rooms, request)
        const said = confirmingIn(rooms.secret, council.code, body.token, rooms.now())
        if (said === null) return tooOld()
        const done = await rooms.db.as(council.code, trx =>
          confirmFollowing(trx, council.code, said, rooms.now()),
        )
        if (!done) return tooOld()
        return told('You are following', 'Every letter has a link that ends it.')
      },
    }),
  ]
}

function endPages(rooms: PublicRooms): readonly Route[] {
  const url = '/public/follow/end'
  return [
    route({
      method: 'GET',
      url,
      query: Token,
      handler: async ({ request, query, csrf }) => {
        const { council } = await placeOf(rooms, request)
        if (endingIn(rooms.secret, council.code, query.token) === null) return tooOld()
        const words = 'No more letters are sent, and your address is forgotten.'
        return asking('Stop the letters', words, url, query.token, csrf())
      },
    }),
    route({
      method: 'POST',
      url,
      body: Token,
      handler: async ({ request, body }) => {
        const { council } = await placeOf(rooms, request)
        const id = endingIn(rooms.secret, council.code, body.token)
        if (id === null) return tooOld()
        await rooms.db.as(council.code, trx => endFollowing(trx, id, rooms.now()))
        return told('The letters have ended', 'Your address is forgotten.')
      },
    }),
  ]
}

function followView(
  bodies: readonly PublishedBody[],
  sends: boolean,
  fields: Fields,
  csrf: Html,
): Html {
  return html`${heading({ title: 'Follow', lead: 'Be told when an agenda comes out, minutes are published or something is decided.' })}
<h2 class="govuk-heading-m">By e-mail</h2>
${
  sends
    ? formView(bodies, fields, csrf)
    : insetText({
        text: 'This council has not set up e-mail here. The calendar and the news feeds below tell you the same.',
      })
}
<h2 class="govuk-heading-m">In your calendar</h2>
<p class="govuk-body">Most calendars take an address and keep it up to date. Copy the address of one of these links into yours.</p>
<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="/public/feeds/meetings.ics">All meetings</a></li>${bodies.map(each => html`<li><a class="govuk-link" href="${`/public/feeds/meetings.ics?body=${each.id}`}">${each.name}</a></li>`)}</ul>
<h2 class="govuk-heading-m">In a news reader</h2>
<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="/public/feeds/all.atom">Everything that is published</a></li>${subjectKeys.map(key => html`<li><a class="govuk-link" href="${`/public/feeds/${key}.atom`}">${subjects[key]}</a></li>`)}</ul>
<h2 class="govuk-heading-m">As data</h2>
<p class="govuk-body">Anybody may use these, and no key is needed.</p>
<ul class="govuk-list govuk-list--bullet">
<li>Tables: <a class="govuk-link" href="/public/feeds/meetings.csv">meetings</a>, <a class="govuk-link" href="/public/feeds/decisions.csv">decisions</a>, <a class="govuk-link" href="/public/feeds/actions.csv">what was asked for</a></li>
<li><a class="govuk-link" href="/public/oparl">OParl 1.1</a></li>
<li><a class="govuk-link" href="/public/feeds/popolo.json">Popolo</a></li>
<li><a class="govuk-link" href="/public/mgWebService.asmx/GetCommittees">The shape of ModernGov’s service</a></li>
</ul>`
}

function formView(bodies: readonly PublishedBody[], { values, errors }: Fields, csrf: Html): Html {
  const chosen = typedAll(values, 'subjects')
  const followed = typedAll(values, 'bodies')
  return html`<form method="post" action="/public/follow" novalidate>
${csrf}
${input({
  id: 'address',
  name: 'address',
  type: 'email',
  label: { text: 'Your e-mail address' },
  hint: {
    text: 'It is used for these letters alone, kept encrypted, shown to nobody, and forgotten when you end them.',
  },
  autocomplete: 'email',
  classes: 'govuk-input--width-20',
  value: typed(values, 'address'),
  errorMessage: errorOf(errors, 'address'),
})}
${checkboxes({
  idPrefix: 'subjects',
  name: 'subjects',
  fieldset: { legend: { text: 'What do you want to be told of?' } },
  items: subjectKeys.map(value => ({
    value,
    text: subjects[value],
    checked: chosen.includes(value),
  })),
  errorMessage: errorOf(errors, 'subjects'),
})}
${
  bodies.length > 1 &&
  checkboxes({
    idPrefix: 'bodies',
    name: 'bodies',
    fieldset: { legend: { text: 'Of which bodies? Choose none for all of them.' } },
    items: bodies.map(({ id, name }) => ({
      value: id,
      text: name,
      checked: followed.includes(id),
    })),
  })
}
${button({ text: 'Send me a letter to confirm', preventDoubleClick: true })}
</form>`
}
