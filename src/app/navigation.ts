import type { FastifyRequest } from 'fastify'
import { seeAdministration } from '#administration'
import { reviewLanguage, seeAudits } from '#audits'
import { seeData } from '#extracts'
import { seeFindings } from '#findings'
import { seeInspections } from '#inspections'
import { seeLooking } from '#looking'
import { seeMeetings } from '#meetings'
import { seeOverview } from '#overview'
import {
  hasRole,
  isSignedIn,
  managePeople,
  permits,
  type Viewer,
  viewerOf,
  type Way,
  waysOpenTo,
} from '#people'
import { seeFigures, seeParts } from '#performance'
import { seePlans } from '#plan'
import { seeThread } from '#thread'

const pages: readonly Way[] = [
  { text: 'Overview', href: '/', needs: seeOverview },
  { text: 'Indicators', href: '/indicators', needs: seeFigures },
  { text: 'Teams', href: '/teams', needs: seeParts },
  { text: 'Inspections', href: '/inspections', needs: seeInspections },
  { text: 'Meetings', href: '/meetings', needs: seeMeetings },
  { text: 'Audits', href: '/audits', needs: seeAudits },
  { text: 'Findings', href: '/findings', needs: seeFindings },
  { text: 'Plans', href: '/plans', needs: seePlans },
  { text: 'Gaps', href: '/gaps', needs: seeThread },
  { text: 'Data', href: '/data', needs: seeData },
  { text: 'Looking', href: '/looking', needs: seeLooking },
]

/** What somebody may see, and their account. Whoever has not signed in has the way to do so. */
export function navigationOf(request: FastifyRequest) {
  const viewer = viewerOf(request)
  if (!isSignedIn(viewer))
    return [
      { text: 'Meetings and decisions', href: '/public' },
      { text: 'Sign in', href: '/sign-in' },
    ]
  return [
    ...ownTeam(viewer),
    ...waysOpenTo(viewer, pages).map(({ text, href }) => ({ text, href })),
    ...(hasRole(viewer, ...askers) ? [questionsToAsk] : []),
    // Young reviewers see none of the audits themselves.
    ...(permits(reviewLanguage, viewer) && !permits(seeAudits, viewer)
      ? [{ text: 'The words we use', href: '/audits/language' }]
      : []),
    ...(permits(seeLooking, viewer) ? [] : ownLooking(viewer)),
    ...(permits(managePeople, viewer) ? [{ text: 'People', href: '/people' }] : []),
    ...(permits(seeAdministration, viewer)
      ? [{ text: 'Administration', href: '/administration' }]
      : []),
    { text: viewer.name, href: '/account' },
  ]
}

/** Those who are there to ask, and may be tired: the nine questions are where they begin. */
const askers = ['member', 'co-optee', 'clerk', 'board-partner', 'adviser'] as const
const questionsToAsk = { text: 'Questions to ask', href: '/questions-to-ask' }

/** What somebody who works in a team opens every morning. */
function ownTeam(viewer: Viewer) {
  const [team] = viewer.teams
  return team === undefined || !permits(seeParts, viewer)
    ? []
    : [{ text: 'My team', href: `/teams/${encodeURIComponent(team)}` }]
}

/** A team sees at once how it uses Sightline. */
function ownLooking({ teams: [team] }: Viewer) {
  return team === undefined
    ? []
    : [{ text: 'Looking', href: `/looking/team/${encodeURIComponent(team)}` }]
}
