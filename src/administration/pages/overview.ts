import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import { type Route, route, show } from '#kit/http/index.ts'
import { current } from './section.ts'

const pages = [
  {
    href: '/people',
    text: 'People',
    says: 'Who may sign in, their roles and teams over time, and invitations.',
  },
  {
    href: '/people/policies',
    text: 'Which role may do what',
    says: 'Made from the rules themselves.',
  },
  {
    href: '/administration/settings',
    text: 'Settings',
    says: 'The council’s name and the standards it sets for itself, each with the day from which it holds.',
  },
  {
    href: '/administration/theme',
    text: 'Colour and logo',
    says: 'How the council shows at the top of each page.',
  },
  {
    href: '/administration/population',
    text: 'Child population',
    says: 'How many children live in the area, year by year, for rates.',
  },
  {
    href: '/administration/jobs',
    text: 'Jobs and their failures',
    says: 'What Sightline does in the background, and what went wrong.',
  },
  {
    href: '/administration/storage',
    text: 'Storage',
    says: 'Extracts, files, keys, and what is destroyed next and by which rule.',
  },
  {
    href: '/administration/condition',
    text: 'Health',
    says: 'Whether every part works, and which versions run.',
  },
  {
    href: '/administration/journal',
    text: 'The journal',
    says: 'What was done, by whom and when, in a chain that shows if a line was altered.',
  },
  {
    href: '/administration/held',
    text: 'What is held about a user',
    says: 'Everything about one person who may sign in, as a file for them.',
  },
]

/** `/administration`: what there is to administer. */
export function overviewPage(): Route {
  return route({
    method: 'GET',
    url: '/administration',
    handler: () =>
      show({
        title: 'Administration',
        current,
        body: html`${heading({ title: 'Administration', lead: 'How this installation is set up and how it is. Every change made here is a line in the journal.' })}
<dl class="app-definition">${pages.map(
          ({ href, text, says }) =>
            html`<div class="app-definition__row"><dt><a class="govuk-link" href="${href}">${text}</a></dt><dd>${says}</dd></div>`,
        )}</dl>`,
      }),
  })
}
