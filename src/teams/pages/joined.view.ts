import { longDay } from '#calendar'
import type { TeamRename } from '#indicators'
import { type Html, html } from '#kit/html/html.ts'

/** Which teams stand behind a team’s figures, said in words wherever its history is shown. */
export function joinedView(team: string, before: readonly TeamRename[]): Html | false {
  if (before.length === 0) return false
  return html`<div class="govuk-inset-text">${before.map(
    each => html`<p class="govuk-body">${joinInWords(each)}</p>`,
  )}
<p class="govuk-body">The figures of ${team} hold theirs from the beginning. Every child and event is counted once.</p></div>`
}

export function joinInWords({ was, now, from }: TeamRename): string {
  return `Until ${longDay(from - 1)} there was ${was}. From ${longDay(from)} it is ${now}.`
}
