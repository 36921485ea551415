/** The tables of this room; dates are 'YYYY-MM-DD'. */
export type Tables = {
  'people.users': {
    authority: string
    id: string
    issuer: string | null
    subject: string | null
    name: string
    email: string | null
    state: 'active' | 'disabled'
    made_at: Date
  }
  'people.roles': {
    authority: string
    id: string
    user_id: string
    role: string
    from_day: string
    until_day: string | null
    source: 'given' | 'claim'
  }
  'people.teams': {
    authority: string
    id: string
    user_id: string
    team: string
    from_day: string
    until_day: string | null
  }
  'people.credentials': {
    authority: string
    user_id: string
    password: string
    totp_secret: string
    totp_last_step: number
    recovery_codes: string[]
    changed_at: Date
  }
  'people.invitations': {
    authority: string
    token_hash: string
    user_id: string
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
  'people.sessions': {
    authority: string
    token_hash: string
    id: string
    user_id: string
    way: 'password' | 'oidc' | 'persona'
    browser: string
    made_at: Date
    last_seen_at: Date
    expires_at: Date
    ended_at: Date | null
    ended_because: string | null
  }
  'people.begun': {
    authority: string
    token_hash: string
    kind: 'oidc' | 'code'
    user_id: string | null
    sealed: string | null
    invitation_hash: string | null
    next: string
    tries: number
    expires_at: Date
  }
  'people.attempts': {
    authority: string
    bucket: string
    failures: number
    last_at: Date
    free_at: Date
  }
}
