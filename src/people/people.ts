import type { Council, Rooms } from '#council'
import type { Mail } from '#kit/mail.ts'
import { type Provider, providerOf } from './oidc.ts'
import type { Policy } from './policy.ts'
import { type Keys, keysFrom } from './secrets/seal.ts'
import { type PasswordCost, passwordCost } from './secrets/password-hash.ts'
import type { PeopleSettings } from './settings.ts'

/** What the room is given by whoever builds the house. */
export interface PeopleRooms extends Rooms {
  readonly councils: () => Promise<readonly Council[]>
  /** The names of the teams that a council's extracts know, to choose from. */
  readonly teamNames: (authority: string) => Promise<readonly string[]>
  readonly settings: PeopleSettings
  /** The secret of the installation, that the keys are made from. */
  readonly secret: string
  /** Every policy that stands before an address, for the table of roles. */
  readonly policies: readonly Policy[]
  /** The way out for e-mail; null where links are passed on by hand. */
  readonly mail?: Pick<Mail, 'send'> | null
  /** For tests, which cannot wait a third of a second for each password. */
  readonly cost?: PasswordCost
}

/** The room, open. */
export interface People extends Omit<PeopleRooms, 'secret' | 'cost'> {
  readonly keys: Keys
  readonly cost: PasswordCost
  /** Null where no identity provider is configured and people have local accounts. */
  readonly provider: Provider | null
}

export function openPeople({ secret, cost, ...rooms }: PeopleRooms): People {
  const { oidc, publicUrl } = rooms.settings
  return {
    ...rooms,
    keys: keysFrom(secret),
    cost: cost ?? passwordCost,
    provider: oidc === null ? null : providerOf(oidc, `${publicUrl}/sign-in/callback`, rooms.now),
  }
}
