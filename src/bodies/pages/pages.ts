import type { Route } from '#kit/http/index.ts'
import { allow, behind } from '#people'
import { keepBodies, seeBodies } from '../policy.ts'
import { bodiesPage, bodyPage } from './bodies.ts'
import { bodyForms } from './body-form.ts'
import { constitutionForms, constitutionPage } from './constitution.ts'
import { personForms } from './person-forms.ts'
import { personPage } from './person.ts'
import { endHolderForms, newHolderForms, newPostForms } from './post-forms.ts'
import { postPage, postsPage } from './posts.ts'
import type { BodiesRooms } from './rooms.ts'
import { endForms, seatForms } from './seats.ts'

/** Every page of this room with its guard. */
export function bodiesPages(rooms: BodiesRooms): readonly Route[] {
  return [
    behind(
      allow(seeBodies),
      bodiesPage(rooms),
      bodyPage(rooms),
      personPage(rooms),
      postsPage(rooms),
      postPage(rooms),
      constitutionPage(rooms),
    ),
    behind(
      allow(keepBodies),
      ...bodyForms(rooms),
      ...seatForms(rooms),
      ...endForms(rooms),
      ...personForms(rooms),
      ...newPostForms(rooms),
      ...newHolderForms(rooms),
      ...endHolderForms(rooms),
      ...constitutionForms(rooms),
    ),
  ]
}
