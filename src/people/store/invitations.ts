import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

/** Makes an invitation the only one of its user that is open. */
export async function addInvitation(
  trx: Trx,
  authority: string,
  invitation: { readonly tokenHash: string; readonly userId: string; readonly expiresAt: Date },
  at: Date,
): Promise<void> {
  await closeInvitations(trx, invitation.userId, at)
  await trx
    .withTables<Tables>()
    .insertInto('people.invitations')
    .values({
      authority,
      token_hash: invitation.tokenHash,
      user_id: invitation.userId,
      made_at: at,
      expires_at: invitation.expiresAt,
      used_at: null,
    })
    .execute()
}

export async function closeInvitations(trx: Trx, userId: string, at: Date): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.invitations')
    .set({ expires_at: at })
    .where('user_id', '=', userId)
    .where('expires_at', '>', at)
    .execute()
}

/** The user of an invitation that can still be used. */
export async function invitedUser(trx: Trx, tokenHash: string, at: Date): Promise<string | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.invitations')
    .select('user_id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** Uses an invitation up, once: null for whoever comes second, or too late. */
export async function takeInvitation(
  trx: Trx,
  tokenHash: string,
  at: Date,
): Promise<string | null> {
  const row = await trx
    .withTables<Tables>()
    .updateTable('people.invitations')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id ?? null
}

/** Until when each user who was invited can still accept. */
export async function openInvitations(trx: Trx, at: Date): Promise<ReadonlyMap<string, Date>> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('people.invitations')
    .select(['user_id', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute()
  return new Map(rows.map(row => [row.user_id, row.expires_at]))
}
