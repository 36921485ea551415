import { addMonths, type Day, isoDay } from '#calendar'
import { record } from '#journal'
import type { Database, Trx } from '#kit/db/index.ts'
import { type Kind, monthsKept, type Rule, ruleInWords } from './rules.ts'
import { insertDestroyed, insertRule, retentionRules } from './store.ts'

/** Something whose time is over. No part of it is what was in it. */
export interface Due {
  /** The identifier of an extract; 'many' for rows that have no name of their own. */
  readonly thing: string
  readonly words: string
  readonly things: number
  readonly hash: string | null
}

export interface By {
  /** Why, in words. */
  readonly rule: string
  readonly actor: string
  readonly at: Date
}

/** A module's records of one kind, as it hands them to retention. */
export interface Holding {
  readonly kind: Kind
  /** What is older than an instant. */
  due(authority: string, before: Date): Promise<readonly Due[]>
  /**
   * Destroys it for good, with `log` in the same transaction; without calling `log` where it was gone
   * already, for two processes may do this at once.
   */
  destroy(
    authority: string,
    due: Due,
    before: Date,
    by: By,
    log: (trx: Trx) => Promise<void>,
  ): Promise<void>
}

export interface Outcome extends Due {
  readonly kind: Kind
  readonly rule: string
}

export interface RetainOptions {
  readonly today: Day
  readonly at: Date
  readonly actor: string
  /** Says what would be destroyed, and destroys nothing. */
  readonly dryRun?: boolean
}

/**
 * Destroys what an authority's rules say is to be kept no longer. Each thing is a line in the log and
 * in the journal, in the transaction that destroys it.
 */
export async function retain(
  db: Database,
  authority: string,
  holdings: readonly Holding[],
  { today, at, actor, dryRun = false }: RetainOptions,
): Promise<readonly Outcome[]> {
  const rules = await db.as(authority, retentionRules)
  const outcomes: Outcome[] = []
  for (const holding of holdings) {
    const { kind } = holding
    const months = monthsKept(rules, kind, today)
    if (months === null) continue
    const rule = ruleInWords(kind, months)
    const before = new Date(addMonths(today, -months) * 86_400_000)
    for (const due of await holding.due(authority, before)) {
      outcomes.push({ kind, rule, ...due })
      if (dryRun) continue
      const by = { rule, actor, at }
      await holding.destroy(authority, due, before, by, trx => log(trx, authority, kind, due, by))
    }
  }
  return outcomes
}

async function log(trx: Trx, authority: string, kind: Kind, due: Due, by: By): Promise<void> {
  await insertDestroyed(trx, authority, {
    kind,
    ...due,
    rule: by.rule,
    destroyedAt: by.at,
    destroyedBy: by.actor,
  })
  await record(
    trx,
    {
      actor: by.actor,
      action: 'retention.destroyed',
      subject: { kind, id: due.thing.slice(0, 8) },
      detail: { things: due.things, rule: by.rule, hash: due.hash },
    },
    by.at,
  )
}

/** Decides how long a kind is kept from a day on. A decision is never taken back, only followed by another. */
export async function decideRule(db: Database, authority: string, rule: Rule): Promise<void> {
  await db.as(authority, async trx => {
    await insertRule(trx, authority, rule)
    await record(
      trx,
      {
        actor: rule.setBy,
        action: 'retention.decided',
        subject: { kind: 'retention', id: rule.kind },
        detail: { months: rule.months, from: isoDay(rule.from), because: rule.because },
      },
      rule.setAt,
    )
  })
}
