import { longDay, momentInWords } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type Colleague, type KeptView, keepingInWords, kindWords } from '../looking.ts'
import { type Opening, reasonInWords } from '../opening.ts'
import type { Conversation } from '../store/index.ts'
import { lengthInWords, nameOf, teamLookingPath } from './words.ts'

export interface MineModel {
  readonly views: readonly KeptView[]
  /** How many views there are in all, of which the newest are shown. */
  readonly viewCount: number
  readonly openings: readonly Opening[]
  readonly conversations: readonly Conversation[]
  readonly colleagues: readonly Colleague[]
  readonly teams: readonly string[]
}

export function mineView(model: MineModel): Html {
  const { views, viewCount, openings, conversations, colleagues, teams } = model
  return html`${heading({
    title: 'What is recorded about you',
    lead: 'Which kinds of page you opened and for how long, which children’s records you opened and why, and conversations about your team’s looking. Nobody else sees this page.',
  })}
<section class="app-section"><h2 class="govuk-heading-m">How long it is kept, and who sees it</h2>
<p class="govuk-body">${keepingInWords}</p>
<p class="govuk-body">Your team’s manager sees how often you opened each kind of page in the last 28 days. The director sees how often your whole team did, two weeks later, and no names. Who answers for protecting records can be asked to look into why a child’s record was opened.</p>
${teams.length > 0 && html`<ul class="govuk-list">${teams.map(team => html`<li><a class="govuk-link" href="${teamLookingPath(team)}">How ${team} uses Sightline</a></li>`)}</ul>`}</section>
<section class="app-section"><h2 class="govuk-heading-m">Records of children that you opened</h2>
${openings.length === 0 ? html`<p class="govuk-body">None.</p>` : openingsTable(openings)}</section>
<section class="app-section"><h2 class="govuk-heading-m">Conversations</h2>
${conversations.length === 0 ? html`<p class="govuk-body">None.</p>` : conversationsList(conversations, colleagues)}</section>
<section class="app-section"><h2 class="govuk-heading-m">Pages that you opened</h2>
${views.length === 0 ? html`<p class="govuk-body">None.</p>` : viewsTable(views, viewCount)}</section>`
}

function openingsTable(openings: readonly Opening[]): Html {
  return dataTable({
    caption: 'Records of children that you opened',
    captionHidden: true,
    compact: true,
    rows: openings,
    columns: [
      { heading: 'When', cell: each => momentInWords(each.at) },
      {
        heading: 'Record',
        cell: each =>
          html`<a class="govuk-link" href="/children/${each.childRef}">The record<span class="govuk-visually-hidden"> opened on ${momentInWords(each.at)}</span></a>`,
      },
      { heading: 'The child’s team', cell: each => each.team || 'Not recorded' },
      { heading: 'Why', cell: each => reasonInWords(each) },
    ],
  })
}

export function conversationsList(
  conversations: readonly Conversation[],
  colleagues: readonly Colleague[],
): Html {
  return html`<ol class="app-timeline">${conversations.map(
    each => html`<li class="app-timeline__item">
<p class="app-timeline__when">${longDay(each.heldOn)}</p>
<div class="app-timeline__what">
<p class="app-timeline__title">${each.team}</p>
<p class="app-timeline__says">${each.agreed}</p>
<p class="app-timeline__note">With ${each.with === '' ? 'the whole team' : nameOf(colleagues, each.with)} · written down by ${nameOf(colleagues, each.recordedBy)}</p>
</div></li>`,
  )}</ol>`
}

function viewsTable(views: readonly KeptView[], count: number): Html {
  return html`${
    views.length < count &&
    html`<p class="govuk-body">The newest ${views.length} of ${count.toLocaleString('en-GB')}.</p>`
  }${dataTable({
    caption: 'Pages that you opened',
    captionHidden: true,
    compact: true,
    rows: views,
    columns: [
      { heading: 'When', cell: each => momentInWords(each.at) },
      { heading: 'Page', cell: each => html`${kindWords[each.kind]} <code>${each.route}</code>` },
      { heading: 'For how long', numeric: true, cell: each => lengthInWords(each.seconds) },
    ],
  })}
<p class="govuk-body app-muted">Of a page only its kind is recorded, never which team, figure or child it showed. How long is the time until your next page; where that came more than half an hour later, or not yet, it is not known.</p>`
}
