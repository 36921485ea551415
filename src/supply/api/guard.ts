import { forbidden } from '#kit/http/index.ts'
import { HttpProblem } from '#kit/http/errors.ts'
import type { Guard } from '#kit/http/guard.ts'
import { isSignedIn, permits, type Policy, viewerOf } from '#people'
import type { SupplyRooms } from '../rooms.ts'
import { holderOf, tokenIn } from '../tokens.ts'

/** Tells Excel and Power BI to ask for a name and a password: the password is the token. */
export const CHALLENGE = 'Basic realm="Sightline", charset="UTF-8"'

const nobody = new HttpProblem(
  401,
  'You have not said who you are',
  'Sign in, or send a personal access token: as a bearer token, or as the password of basic authentication with any name. You make one at /account/tokens.',
)

const unknownToken = new HttpProblem(
  401,
  'This token is not known',
  'It has expired, was revoked, or was not copied whole. Make a new one at /account/tokens.',
)

/**
 * The guard of a page, before the same figures for programs: whoever is signed in, or whom the token
 * stands for. A program is told what is wrong and never sent to a page.
 */
export function allowPrograms(
  rooms: Pick<SupplyRooms, 'db' | 'now' | 'people'>,
  policy: Policy,
): Guard {
  return {
    name: policy.name,
    admit: async request => {
      const { authorization } = request.headers
      if (authorization !== undefined) {
        const token = tokenIn(authorization)
        const holder = token === null ? null : await holderOf(rooms, token)
        if (holder === null) throw unknownToken
        // What came with a cookie is somebody else’s: the token says who is asking.
        request.viewer = holder
        request.seat = null
      }
      const viewer = viewerOf(request)
      if (permits(policy, viewer)) return true
      throw isSignedIn(viewer) ? forbidden(notForRole) : nobody
    },
  }
}

const notForRole =
  'Your role does not include these figures. Ask whoever runs Sightline for your council if it should.'
