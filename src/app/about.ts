import { z } from 'zod'
import { type Council, rememberCouncil, type Rooms } from '#council'
import { heading } from '#kit/html/blocks.ts'
import { button } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { forbidden, type Route, route, seeOther, show } from '#kit/http/index.ts'
import { becomePersona, type People } from '#people'

/** The pages about the service itself, which a council completes with its own words. */
export function pagesAbout(
  { here }: Rooms,
  councils: () => Promise<readonly Council[]>,
): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/about',
      handler: async ({ request, csrf }) => {
        const place = await here(request)
        const others = (await councils()).filter(each => each.code !== place?.council.code)
        return show({ title: 'About Sightline', body: aboutView(others, csrf()) })
      },
    }),
    route({
      method: 'POST',
      url: '/about/council',
      body: z.object({ council: z.string().max(16) }),
      handler: ({ body, reply }) => {
        rememberCouncil(reply, { code: body.council })
        // Whoever is signed in is signed in to one council: another means being somebody there.
        return seeOther('/sign-in')
      },
    }),
    plainPage('/accessibility', 'Accessibility statement', accessibility),
    plainPage('/privacy', 'Privacy', privacy),
    plainPage('/cookies', 'Cookies', cookies),
  ]
}

function plainPage(url: string, title: string, text: Html): Route {
  return route({
    method: 'GET',
    url,
    handler: () => show({ title, body: html`${heading({ title })}${text}` }),
  })
}

function aboutView(others: readonly Council[], csrf: Html): Html {
  return html`${heading({ title: 'About Sightline', lead: 'Sightline shows whether help for children is getting better, and proves it.' })}
<h2 class="govuk-heading-m">How it decides that something has changed</h2>
<p class="govuk-body">Figures go up and down from month to month by chance. Sightline draws the usual range of each figure, and only says that something is better or worse when the figure leaves that range or keeps to one side of its average. Everything else is “no change”, even when this month is a little higher than the last.</p>
<h2 class="govuk-heading-m">Where figures come from</h2>
<p class="govuk-body">From files that the council’s own case system makes. They are checked, frozen and never changed. Each figure names the file and the definition that it rests on, and can be worked out again from them.</p>
${others.map(
  council => html`<form method="post" action="/about/council">${csrf}<input type="hidden" name="council" value="${council.code}">
${button({ text: `Show ${council.name}`, classes: 'govuk-button--secondary' })}</form>`,
)}`
}

const accessibility = html`<p class="govuk-body">This service is meant to meet the Web Content Accessibility Guidelines version 2.2 at level AA. Every chart has its sentence and its table, every page works with a keyboard alone, without JavaScript and at 400% zoom.</p>
<p class="govuk-body">The council that runs this service completes this statement with who to tell about a problem, how soon they answer, and when it was last tested. The template is in <code>docs/accessibility-statement.md</code>.</p>`

const privacy = html`<p class="govuk-body">The pages about indicators and teams hold no child’s name. The lists of children behind a figure show the council’s own identifiers and dates, to those who work with these children.</p>
<p class="govuk-body">The council that runs this service completes this page with its purposes, its legal basis and how long it keeps records.</p>`

const cookies = html`<p class="govuk-body">This service sets only the cookies that it needs. There are none for analytics or advertising.</p>
<ul class="govuk-list govuk-list--bullet">
<li><strong>session</strong>: that you are signed in. It ends when you sign out, after a time without use, and after a working day.</li>
<li><strong>sign-in</strong>: that you have begun to sign in, for a few minutes.</li>
<li><strong>device</strong>: that you have signed in on this device before, so that others who try your password cannot lock you out of it.</li>
<li><strong>csrf</strong>: that a form was sent from these pages.</li>
<li><strong>council</strong>: which council you chose to see in a demonstration.</li>
</ul>`

/**
 * `/try-out`: from the demonstration to the place for trying files, as the same kind of persona.
 * @param open whether other machines reach this one: whoever does would see what is tried out
 */
export function tryOutPage(
  people: People,
  ownCouncil: () => Promise<Council>,
  open: boolean,
): Route {
  return route({
    method: 'POST',
    url: '/try-out',
    handler: async ({ request, reply }) => {
      if (open) throw forbidden(reachable)
      const council = await ownCouncil()
      await becomePersona(people, council, 'analyst', request, reply)
      rememberCouncil(reply, council)
      return seeOther('/data')
    },
  })
}

const reachable =
  'Other machines can reach this one, so anybody could see the files that you try out. Ask whoever runs Sightline to set up your council, or try files out where only your own machine is let in.'
