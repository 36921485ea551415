import type { Dimension } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import { slicePath } from './paths.ts'

export interface PartsModel {
  readonly localities: readonly string[]
  readonly teams: readonly string[]
}

export function partsView({ localities, teams }: PartsModel): Html {
  if (teams.length === 0) {
    return html`${heading({ title: 'Teams and localities' })}${emptyState({
      title: 'No extract names a team',
      text: 'Annex A and the Standard Safeguarding Dataset hold the team of each child. The SSDA903 return and the children in need census do not.',
      action: { text: 'Load an extract', href: '/data' },
    })}`
  }
  return html`${heading({ title: 'Teams and localities', lead: 'Every indicator for one team or one locality.' })}
${localities.length > 0 && linksView('Localities', 'locality', localities)}
${linksView('Teams', 'team', teams)}`
}

function linksView(title: string, dimension: Dimension, names: readonly string[]): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
<ul class="govuk-list app-columns">${names.map(
    name =>
      html`<li><a class="govuk-link" href="${slicePath({ dimension, name })}">${name}</a></li>`,
  )}</ul>`
}
