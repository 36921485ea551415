import { heading } from '#kit/html/blocks.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Described } from '../kinds.ts'
import type { ThreadModel } from '../looking-up.ts'
import { partWords } from '../thread.ts'

/** The thread of a thing, for the page of that thing. It begins with a heading of its own. */
export function threadView(model: ThreadModel, title = 'Thread'): Html {
  return html`<section aria-label="${title}">
<h2 class="govuk-heading-m">${title}</h2>
${threadLists(model)}
<p class="govuk-body"><a class="govuk-link" href="${model.href}">Follow the whole thread</a></p>
</section>`
}

function threadLists({ parts, hidden }: ThreadModel, isPage = false): Html {
  if (parts.length === 0 && hidden === 0)
    return html`<p class="govuk-body app-muted">Nothing is linked to it yet.</p>`
  return html`${parts.map(
    ({
      part,
      steps,
    }) => html`${isPage ? html`<h2 class="govuk-heading-m">${partWords[part]}</h2>` : html`<h3 class="govuk-heading-s">${partWords[part]}</h3>`}
<ul class="govuk-list govuk-list--bullet">${steps.map(
      step =>
        html`<li>${step.depth > 1 && html`<span class="app-muted">further on: </span>`}<a class="govuk-link" href="${step.described.href}">${step.described.title}</a> <span class="app-muted">${step.kindName}, ${step.described.state.toLowerCase()}</span></li>`,
    )}</ul>`,
  )}
${hidden > 0 && html`<p class="govuk-body app-muted">${hidden === 1 ? '1 more thing is' : `${hidden} more things are`} not shown: gone, or not for your role.</p>`}`
}

export function threadPageView(model: ThreadModel, kindName: string, described: Described): Html {
  return html`${heading({ title: described.title, caption: `Thread of a ${kindName.toLowerCase()}`, lead: `It stands so: ${described.state.toLowerCase()}.` })}
<p class="govuk-body"><a class="govuk-link" href="${described.href}">Open the ${kindName.toLowerCase()} itself</a></p>
${threadLists(model, true)}`
}
