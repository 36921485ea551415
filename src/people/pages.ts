import type { Link } from '#kit/html/page.ts'
import type { Route } from '#kit/http/index.ts'
import { allow, allowSignedIn, behind } from './guard.ts'
import type { People } from './people.ts'
import { managePeople, ownAccount, seePolicies, signIn } from './policies.ts'
import { accountPages, type RecordedAbout } from './pages/account.ts'
import { invitationPages } from './pages/invitation.ts'
import { passwordPages } from './pages/password.ts'
import { peoplePages as listPages } from './pages/people.ts'
import { personPages } from './pages/person.ts'
import { personasPages } from './pages/personas.ts'
import { policiesPage } from './pages/policies.ts'
import { signInPages } from './pages/sign-in.ts'
import { signOutPages } from './pages/sign-out.ts'
import { isSignedIn, type Viewer } from './viewer.ts'

/** Every page of this room with its guard, for `createServer({ routes })`. */
export function peoplePages(people: People, recorded?: RecordedAbout): readonly Route[] {
  return [
    behind(
      allow(signIn),
      ...signInPages(people),
      ...signOutPages(people),
      ...invitationPages(people),
      ...personasPages(people),
    ),
    behind(
      allowSignedIn(ownAccount.name),
      ...accountPages(people, recorded),
      ...passwordPages(people),
    ),
    behind(allow(managePeople), ...listPages(people), ...personPages(people)),
    behind(allow(seePolicies), policiesPage(people)),
  ]
}

/** The last entry of the navigation: who is signed in, or the way to sign in. */
export function accountLink(viewer: Viewer): Link {
  return isSignedIn(viewer)
    ? { text: viewer.name, href: '/account' }
    : { text: 'Sign in', href: '/sign-in' }
}
