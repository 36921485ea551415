import type { DutyKey } from '../due/duty.ts'

export function teamPath(team: string): string {
  return `/teams/${encodeURIComponent(team)}`
}

export function duePath(team: string, duty?: DutyKey): string {
  return `${teamPath(team)}/due${duty === undefined ? '' : `?duty=${duty}`}`
}

export function teamDataPath(team: string): string {
  return `${teamPath(team)}/data`
}

export function localityPath(locality: string): string {
  return `/localities/${encodeURIComponent(locality)}`
}
