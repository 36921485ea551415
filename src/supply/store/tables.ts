import type { Choice, IssueContents, IssueCounts } from '../issue/contents.ts'

/** The tables of this room; dates are 'YYYY-MM-DD'. */
export type Tables = {
  'supply.tokens': {
    authority: string
    id: string
    user_id: string
    name: string
    token_hash: string
    of_persona: boolean
    made_at: Date
    expires_on: string
    last_used_at: Date | null
    revoked_at: Date | null
  }
  'supply.proposals': {
    authority: string
    id: string
    title: string
    choice: Choice
    corrects: number | null
    reason: string
    prepared_by: string
    prepared_by_name: string
    prepared_at: Date
    state: 'waiting' | 'published' | 'dropped'
    ended_by_name: string | null
    ended_at: Date | null
  }
  'supply.issues': {
    authority: string
    number: number
    title: string
    corrects: number | null
    reason: string
    prepared_by_name: string
    approved_by_name: string
    published_at: Date
    contents: IssueContents
    counts: IssueCounts
  }
}
