import { heading } from '#kit/html/blocks.ts'
import { button, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Persona } from '../personas.ts'

export interface PersonasModel {
  readonly personas: readonly Persona[]
  readonly teams: readonly string[]
  readonly csrf: Html
}

export function personasView({ personas, teams, csrf }: PersonasModel): Html {
  return html`${heading({
    title: 'Choose who to be',
    lead: 'The demonstration county does not exist, so you may be anybody in it. What you see and may do depends on your role.',
  })}
${personas.map(
  persona => html`<section class="govuk-!-margin-bottom-6">
<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${persona.name}</h2>
<p class="govuk-body govuk-!-margin-bottom-2">${persona.says}</p>
<form method="post" action="/personas">
${csrf}
<input type="hidden" name="persona" value="${persona.key}">
${
  persona.ofTeam &&
  teams.length > 0 &&
  select({
    id: `team-${persona.key}`,
    name: 'team',
    label: { text: 'Team' },
    items: teams.map(team => ({ value: team, text: team })),
  })
}
${button({ html: html`Be the ${lowerFirst(persona.name)}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
</form>
</section>`,
)}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
