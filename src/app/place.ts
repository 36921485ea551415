import { chosenCouncil, type Council, isTryOut, type Rooms } from '#council'
import { signedInAuthority } from '#people'
import type { App } from '../app.ts'

/**
 * The council of a request: that of whoever is signed in, or else the one that was chosen, or else
 * the council of its own, or else the demonstration.
 */
export function placeOf(app: App): Rooms['here'] {
  return async request => {
    const all = await app.councils()
    const named = (code: string | undefined) => all.find(each => each.code === code)
    const council =
      named(signedInAuthority(request)) ??
      named(chosenCouncil(request)) ??
      all.find(each => !each.demonstration) ??
      all[0]
    return council === undefined ? null : { council, today: Math.floor(Date.now() / 86_400_000) }
  }
}

/** What stands above every page of a council that is not a real one. */
export function noticesOf(council: Council | undefined) {
  if (council === undefined || !council.demonstration) return []
  return isTryOut(council)
    ? [
        {
          tag: 'Try-out',
          text: 'Anybody who can open this address sees what is loaded here. Load no real records.',
        },
      ]
    : [
        {
          tag: 'Demonstration',
          text: 'This county does not exist, and neither do the children in it.',
        },
      ]
}
