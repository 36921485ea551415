import { momentInWords } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { summaryList, tag, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import type { AdministrationRooms, Condition } from '../rooms.ts'
import { above, current } from './section.ts'

/** `/administration/condition`: whether every part works. */
export function conditionPage(rooms: AdministrationRooms): Route {
  return route({
    method: 'GET',
    url: '/administration/condition',
    handler: async () =>
      show({
        title: 'Health',
        current,
        breadcrumbs: above,
        body: conditionView(await rooms.condition()),
      }),
  })
}

function conditionView(condition: Condition): Html {
  const { checks, embedded, mail, headsTo } = condition
  const up = checks.every(check => check.up)
  const row = (key: string, value: Html | string) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })
  return html`${heading({ title: 'Health', lead: up ? 'Every part works.' : 'Something does not work.' })}
${embedded && warningText({ text: 'The database is the one that Sightline starts itself. It is safe against power cuts, but its updates come only with new versions of Sightline. For a whole council set DATABASE_URL to a PostgreSQL of your own.', iconFallbackText: 'Warning' })}
${summaryList({
  rows: [
    ...checks.map(({ name, up: works }) =>
      row(
        name,
        works
          ? tag({ text: 'Works', classes: 'govuk-tag--green' })
          : tag({ text: 'Does not work', classes: 'govuk-tag--red' }),
      ),
    ),
    row('Sightline', condition.sightline),
    row('PostgreSQL', `${condition.postgres}${embedded ? ', started by Sightline' : ''}`),
    row('Node.js', condition.node),
    row('Running since', momentInWords(condition.startedAt)),
    row(
      'E-mail',
      mail
        ? 'Can be sent.'
        : 'Is not set up, so nothing is sent. Set SMTP_URL and MAIL_FROM to change that.',
    ),
    row(
      'Hashes of the journal',
      headsTo.length > 0
        ? `Are sent every day to ${headsTo.join(', ')}.`
        : 'Are sent to nobody. Set JOURNAL_HEADS_TO to an address out of reach of whoever runs the database.',
    ),
    row('Last backup', 'Not known to Sightline: backups are made outside it.'),
  ],
})}`
}
