import { longDay, momentInWords } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Colleague } from '../looking.ts'
import type { Nudge } from '../nudges.ts'
import type { Conversation, ShownNudge } from '../store/index.ts'
import { conversationsList } from './mine.view.ts'
import { teamLookingPath } from './words.ts'

export interface QuietModel {
  readonly nudges: readonly Nudge[]
  readonly shown: readonly ShownNudge[]
  readonly conversations: readonly Conversation[]
  readonly colleagues: readonly Colleague[]
}

export function quietView({ nudges, shown, conversations, colleagues }: QuietModel): Html {
  return html`${heading({
    title: 'Teams that have not looked for two weeks',
    caption: 'Who looks',
    lead: 'Nobody of these teams has opened an overview, an indicator, a team page or a child’s record for 14 days. Their managers are told so at the top of their pages. There may be a good reason: ask before you conclude.',
  })}
${
  nudges.length === 0
    ? emptyState({
        title: 'Every team has looked',
        text: 'Somebody of each team that has a manager here has looked in the last two weeks.',
      })
    : dataTable({
        caption: 'Teams that have not looked for two weeks',
        captionHidden: true,
        rows: nudges,
        columns: [
          {
            heading: 'Team',
            cell: each =>
              html`<a class="govuk-link" href="${teamLookingPath(each.team)}">${each.team}</a>`,
          },
          {
            heading: 'Last looked',
            cell: each => (each.lastLook === null ? 'Never' : longDay(each.lastLook)),
          },
          { heading: 'Days', numeric: true, cell: each => each.days },
          { heading: 'Manager told', cell: each => toldInWords(each, shown) },
          { heading: 'Conversation', cell: each => conversationCell(each) },
        ],
      })
}
<section class="app-section"><h2 class="govuk-heading-m">Conversations</h2>
${conversations.length === 0 ? html`<p class="govuk-body">None is recorded yet.</p>` : conversationsList(conversations, colleagues)}</section>`
}

function conversationCell({ team, conversation }: Nudge): Html {
  const path = `${teamLookingPath(team)}/conversation`
  const link = html`<a class="govuk-link" href="${path}">Record a conversation<span class="govuk-visually-hidden"> with ${team}</span></a>`
  return conversation === null ? link : html`${longDay(conversation.heldOn)}<br>${link}`
}

function toldInWords({ team, since }: Nudge, shown: readonly ShownNudge[]): string {
  const first = shown
    .filter(each => each.team === team && each.since === since)
    .toSorted((a, b) => a.shownAt.getTime() - b.shownAt.getTime())[0]
  return first === undefined ? 'Not yet: has not signed in since' : momentInWords(first.shownAt)
}
