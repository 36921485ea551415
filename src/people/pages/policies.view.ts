import { heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Policy } from '../policy.ts'
import { roles, roleWords } from '../roles.ts'

export function policiesView(policies: readonly Policy[]): Html {
  const sorted = [...policies].sort((a, b) => (a.name < b.name ? -1 : 1))
  return html`${heading({ title: 'Which role may do what', lead: 'Made from the rules themselves: what stands here is what holds. Whose children somebody sees depends on their teams as well.' })}
${dataTable({
  caption: 'What each role may do',
  captionHidden: true,
  compact: true,
  columns: [
    { heading: 'What', cell: policy => policy.says, names: true },
    ...roles.map(role => ({
      heading: roleWords[role],
      cell: (policy: Policy) => (policy.roles.includes(role) ? 'Yes' : ''),
    })),
    { heading: 'Known as', cell: policy => html`<code>${policy.name}</code>` },
  ],
  rows: sorted,
})}`
}
