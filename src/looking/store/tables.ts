import type { Generated } from 'kysely'
import type { Role } from '#people'
import type { Kind } from '../looking.ts'

export type Tables = {
  'looking.views': {
    authority: string
    id: Generated<number>
    viewer: string
    role: Role
    teams: string[]
    at: Date
    route: string
    kind: Kind
    seconds: number | null
  }
  'looking.openings': {
    authority: string
    id: Generated<number>
    viewer: string
    role: string
    child_ref: string
    team: string
    at: Date
    reason: string | null
    words: string
  }
  'looking.nudges': {
    authority: string
    team: string
    viewer: string
    since: string
    shown_at: Date
  }
  'looking.conversations': {
    authority: string
    id: Generated<number>
    team: string
    held_on: string
    with_viewer: string
    agreed: string
    recorded_by: string
    recorded_at: Date
  }
}
