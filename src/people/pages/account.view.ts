import { type Day, longDay, momentInWords } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { roleWords } from '../roles.ts'
import type { Session } from '../store/sessions.ts'
import { rolesOn, teamsOn, type User } from '../user.ts'

export interface AccountModel {
  readonly user: User
  readonly today: Day
  readonly sessions: readonly Session[]
  readonly current: string
  /** Recovery codes that have not been used; null for somebody without a password here. */
  readonly codesLeft: number | null
  readonly recorded: Content
  readonly csrf: Html
}

export function accountView(model: AccountModel): Html {
  const { user, today, csrf } = model
  const held = rolesOn(user, today).map(role => roleWords[role])
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return html`${heading({ title: 'Your account' })}
${summaryList({
  rows: [
    row('Name', user.name),
    ...(user.email === null ? [] : [row('Email address', user.email)]),
    row('Roles', held.length > 0 ? held.join(', ') : 'None today'),
    ...(user.teams.length > 0
      ? [row('Teams', teamsOn(user, today).join(', ') || 'None today')]
      : []),
  ],
})}
<form method="post" action="/sign-out">${csrf}${button({ text: 'Sign out' })}</form>
${
  model.codesLeft !== null &&
  html`<ul class="govuk-list">
<li><a class="govuk-link" href="/account/password">Change your password</a></li>
<li><a class="govuk-link" href="/account/recovery-codes">Get new recovery codes</a> (${model.codesLeft} of 8 are left)</li>
</ul>`
}
<h2 class="govuk-heading-m">Where you are signed in</h2>
${dataTable({
  caption: 'Where you are signed in',
  captionHidden: true,
  columns: [
    { heading: 'Browser', cell: session => session.browser },
    { heading: 'Since', cell: session => momentInWords(session.madeAt) },
    { heading: 'Last used', cell: session => momentInWords(session.lastSeenAt) },
    {
      heading: 'End it',
      cell: session =>
        session.id === model.current
          ? 'This one'
          : html`<form method="post" action="/account/sessions">${csrf}<input type="hidden" name="session" value="${session.id}">${button(
              {
                html: html`Sign out<span class="govuk-visually-hidden"> of ${session.browser} since ${momentInWords(session.madeAt)}</span>`,
                classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
              },
            )}</form>`,
    },
  ],
  rows: model.sessions,
})}
<form method="post" action="/account/sessions">${csrf}<input type="hidden" name="session" value="all">${button({ text: 'Sign out everywhere', classes: 'govuk-button--warning' })}</form>
<h2 class="govuk-heading-m">What is recorded about you</h2>
<p class="govuk-body">Your name, email address, roles and teams, each sign-in with the kind of browser, and each change that you make. Your password and codes are held so that nobody can read them.</p>
${model.recorded}`
}

export const dates = (from: Day, until: Day | null): string =>
  until === null ? `Since ${longDay(from)}` : `${longDay(from)} to ${longDay(until - 1)}`
