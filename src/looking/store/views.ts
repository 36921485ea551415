import { sql } from 'kysely'
import { type Day, isoDay, parseIsoDay } from '#calendar'
import { type Database, takeAway, type Trx } from '#kit/db/index.ts'
import { type Kind, type KeptView, LONGEST_SECONDS, useKinds, type View } from '../looking.ts'
import type { Tables } from './tables.ts'

/**
 * Writes views down, and for each viewer how long the pages before were looked at: until the next
 * one. That is worked out from what is stored, so that any number of servers can write.
 */
export async function insertViews(
  trx: Trx,
  authority: string,
  views: readonly (View & { readonly seconds?: number | null })[],
): Promise<void> {
  if (views.length === 0) return
  await sql`
    insert into looking.views (authority, viewer, role, teams, at, route, kind, seconds)
    select ${authority}, viewer, role, t::text[], at, route, kind, seconds
    from unnest(
      ${views.map(each => each.viewer)}::text[],
      ${views.map(each => each.role)}::text[],
      ${views.map(each => arrayText(each.teams))}::text[],
      ${views.map(each => each.at.toISOString())}::timestamptz[],
      ${views.map(each => each.route)}::text[],
      ${views.map(each => each.kind)}::text[],
      ${views.map(each => each.seconds ?? null)}::integer[]
    ) as view (viewer, role, t, at, route, kind, seconds)`.execute(trx)
  const first = views.reduce(
    (least, { at }) => (at < least ? at : least),
    views[0]?.at ?? new Date(),
  )
  const since = new Date(first.getTime() - LONGEST_SECONDS * 1000)
  await sql`
    update looking.views as view
    set seconds = floor(extract(epoch from follows.next_at - view.at))
    from (
      select id, lead(at) over (partition by viewer order by at, id) as next_at
      from looking.views
      where at >= ${since} and viewer = any(${[...new Set(views.map(each => each.viewer))]})
    ) as follows
    where view.id = follows.id and view.at >= ${since} and view.seconds is null
      and follows.next_at - view.at < make_interval(secs => ${LONGEST_SECONDS})`.execute(trx)
}

// An array of arrays cannot be handed over, so each list of teams travels as the text of its array.
function arrayText(texts: readonly string[]): string {
  return `{${texts.map(text => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
}

/** The newest views of one person first. */
export async function viewsOf(
  trx: Trx,
  viewer: string,
  limit: number,
): Promise<readonly KeptView[]> {
  return trx
    .withTables<Tables>()
    .selectFrom('looking.views')
    .select(['viewer', 'role', 'teams', 'at', 'route', 'kind', 'seconds'])
    .where('viewer', '=', viewer)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function countViewsOf(trx: Trx, viewer: string): Promise<number> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('looking.views')
    .select(count => count.fn.countAll<number>().as('count'))
    .where('viewer', '=', viewer)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** How often one person of a team opened one kind of page between two days, both included. */
export interface UseCount {
  readonly viewer: string
  readonly kind: Kind
  readonly views: number
  readonly seconds: number
}

export async function useOfTeam(
  trx: Trx,
  team: string,
  from: Day,
  to: Day,
): Promise<readonly UseCount[]> {
  const { rows } = await sql<UseCount>`
    select viewer, kind, count(*) as views, coalesce(sum(seconds), 0)::integer as seconds
    from looking.views
    where ${team} = any(teams) and ${betweenDays(from, to)}
    group by viewer, kind order by viewer, kind`.execute(trx)
  return rows
}

/** What a team looked at in some weeks: pages that count as use, and how many people opened any. */
export interface TeamUse {
  readonly team: string
  readonly views: number
  readonly people: number
}

export async function useByTeam(trx: Trx, from: Day, to: Day): Promise<readonly TeamUse[]> {
  const { rows } = await sql<TeamUse>`
    select team, count(*) as views, count(distinct viewer) as people
    from looking.views, unnest(teams) as team
    where kind = any(${[...useKinds]}) and ${betweenDays(from, to)}
    group by team order by team`.execute(trx)
  return rows
}

/** The last day on which anybody of each team looked at how the service does. */
export async function lastLooks(trx: Trx): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ team: string; day: string }>`
    select team, max((at at time zone 'Europe/London')::date) as day
    from looking.views, unnest(teams) as team
    where kind = any(${[...useKinds]}) group by team`.execute(trx)
  return new Map(rows.map(({ team, day }) => [team, parseIsoDay(day) ?? 0]))
}

/** Which of some teams have looked since a day: quick, so that it can be asked on every page. */
export async function looksSince(
  trx: Trx,
  teams: readonly string[],
  from: Day,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ team: string }>`
    select team from unnest(${[...teams]}::text[]) as team
    where exists (
      select from looking.views
      where at >= (${isoDay(from)}::date)::timestamp at time zone 'Europe/London'
        and team = any(teams) and kind = any(${[...useKinds]}))`.execute(trx)
  return new Set(rows.map(each => each.team))
}

/** Everybody whose identifier begins so and who has looked, with the teams they looked for. */
export async function viewersLike(
  trx: Trx,
  start: string,
): Promise<readonly { readonly viewer: string; readonly teams: readonly string[] }[]> {
  const { rows } = await sql<{ viewer: string; teams: string[] }>`
    select distinct viewer, teams from looking.views
    where starts_with(viewer, ${start})`.execute(trx)
  return rows
}

/** The first day of which anything is recorded; null where nothing is. */
export async function recordedSince(trx: Trx): Promise<Day | null> {
  const { rows } = await sql<{ day: string | null }>`
    select min((at at time zone 'Europe/London')::date) as day from looking.views`.execute(trx)
  return parseIsoDay(rows[0]?.day ?? '')
}

export type OldLooking = 'looking' | 'openings'

/** How much of one council's record of looking, or of opened records, is older than an instant. */
export async function countOld(trx: Trx, kind: OldLooking, before: Date): Promise<number> {
  const { rows } = await (kind === 'openings'
    ? sql<{ many: number }>`select (select count(*) from looking.openings where at < ${before})
        + (select count(*) from looking.conversations where recorded_at < ${before}) as many`
    : sql<{ many: number }>`select (select count(*) from looking.views where at < ${before})
        + (select count(*) from looking.nudges where shown_at < ${before}) as many`
  ).execute(trx)
  return Number(rows[0]?.many ?? 0)
}

/**
 * Deletes it as the owner, because the application may only add; `within` is called in the same
 * transaction, as the council, and not at all where nothing was there any more.
 */
export async function deleteOld(
  db: Database,
  authority: string,
  kind: OldLooking,
  before: Date,
  within: (trx: Trx) => Promise<void>,
): Promise<void> {
  const statements =
    kind === 'openings'
      ? [
          sql`delete from looking.openings where authority = ${authority} and at < ${before}`,
          sql`delete from looking.conversations
            where authority = ${authority} and recorded_at < ${before}`,
        ]
      : [
          sql`delete from looking.views where authority = ${authority} and at < ${before}`,
          sql`delete from looking.nudges where authority = ${authority} and shown_at < ${before}`,
        ]
  await takeAway(db, authority, statements, within)
}

function betweenDays(from: Day, to: Day) {
  return sql`at >= (${isoDay(from)}::date)::timestamp at time zone 'Europe/London'
    and at < (${isoDay(to + 1)}::date)::timestamp at time zone 'Europe/London'`
}
