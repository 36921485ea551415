import type { Council } from '#council'
import type { PeopleSettings } from './settings.ts'

/**
 * Whether anybody may come in as a persona: only where the demonstration is all there is. As soon as
 * a council is set up here, nobody comes in without an account, whatever the setting says.
 */
export function personasOn(
  councils: readonly Council[],
  { personas: setting }: Pick<PeopleSettings, 'personas'>,
): boolean {
  return setting !== 'off' && councils.length > 0 && councils.every(each => each.demonstration)
}

/** Why the service must not start, in one sentence; null where it may. */
export function refusePersonas(
  councils: readonly Council[],
  { personas: setting }: Pick<PeopleSettings, 'personas'>,
): string | null {
  const real = councils.find(each => !each.demonstration)
  if (setting !== 'on' || real === undefined) return null
  return `PERSONAS is on, which lets anybody in without a password, and ${real.name} is set up here. Leave PERSONAS out, or use another SIGHTLINE_HOME for the demonstration.`
}
