import { sql } from 'kysely'
import type { Trx } from '#kit/db/index.ts'
import type { Tables } from './tables.ts'

export interface Credentials {
  readonly password: string
  readonly totpSecret: string
  readonly totpLastStep: number
  readonly recoveryCodes: readonly string[]
}

export async function credentialsOf(trx: Trx, userId: string): Promise<Credentials | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('people.credentials')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    password: row.password,
    totpSecret: row.totp_secret,
    totpLastStep: row.totp_last_step,
    recoveryCodes: row.recovery_codes,
  }
}

export async function saveCredentials(
  trx: Trx,
  authority: string,
  userId: string,
  credentials: Credentials,
  at: Date,
): Promise<void> {
  const values = {
    password: credentials.password,
    totp_secret: credentials.totpSecret,
    totp_last_step: credentials.totpLastStep,
    recovery_codes: [...credentials.recoveryCodes],
    changed_at: at,
  }
  await trx
    .withTables<Tables>()
    .insertInto('people.credentials')
    .values({ authority, user_id: userId, ...values })
    .onConflict(conflict => conflict.columns(['authority', 'user_id']).doUpdateSet(values))
    .execute()
}

export async function savePassword(
  trx: Trx,
  userId: string,
  password: string,
  at: Date,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.credentials')
    .set({ password, changed_at: at })
    .where('user_id', '=', userId)
    .execute()
}

/** Uses up the code of a step and of all before it; false where it was used already. */
export async function useStep(trx: Trx, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .withTables<Tables>()
    .updateTable('people.credentials')
    .set({ totp_last_step: step })
    .where('user_id', '=', userId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Uses up a recovery code; false where there is none with this hash. */
export async function useRecoveryCode(trx: Trx, userId: string, hash: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .withTables<Tables>()
    .updateTable('people.credentials')
    .set({ recovery_codes: sql<string[]>`array_remove(recovery_codes, ${hash})` })
    .where('user_id', '=', userId)
    .where(sql<boolean>`${hash} = any(recovery_codes)`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function saveRecoveryCodes(
  trx: Trx,
  userId: string,
  hashes: readonly string[],
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('people.credentials')
    .set({ recovery_codes: [...hashes] })
    .where('user_id', '=', userId)
    .execute()
}
