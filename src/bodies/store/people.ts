import { type Day, isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import { isUuid } from '#kit/db/uuid.ts'
import {
  type Holder,
  type Person,
  type Portfolio,
  type Post,
  type StatutoryPost,
  statutoryPostKeys,
} from '../body.ts'
import { dayIn, dayOrNull, isoOrNull } from './days.ts'

type PersonRow = {
  authority: string
  id: string
  name: string
  title: string | null
  user_id: string | null
  unnamed: boolean
  contact_email: string | null
}

type PostRow = { authority: string; id: string; title: string; statutory: string | null }

type HolderRow = {
  authority: string
  post_id: string
  person_id: string
  from_on: string
  until_on: string | null
  interim: boolean
}

type PortfolioRow = {
  authority: string
  id: string
  person_id: string
  title: string
  from_on: string
  until_on: string | null
}

type Tables = {
  'bodies.people': PersonRow
  'bodies.posts': PostRow
  'bodies.holders': HolderRow
  'bodies.portfolios': PortfolioRow
}

/** Everybody who ever sat somewhere or held a post, by name. */
export async function allPeople(trx: Trx): Promise<readonly Person[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.people')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(personOf)
}

export async function peopleById(trx: Trx, ids: readonly string[]): Promise<readonly Person[]> {
  const wanted = ids.filter(isUuid)
  if (wanted.length === 0) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.people')
    .selectAll()
    .where('id', 'in', wanted)
    .execute()
  return rows.map(personOf)
}

/** The person as whom a user sits and holds posts; null where nobody has said. */
export async function personOfUser(trx: Trx, userId: string): Promise<Person | null> {
  const row = await trx
    .withTables<Tables>()
    .selectFrom('bodies.people')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row === undefined ? null : personOf(row)
}

export async function insertPerson(trx: Trx, authority: string, person: Person): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.people')
    .values({ authority, id: person.id, ...personRow(person) })
    .execute()
}

export async function updatePerson(trx: Trx, person: Person): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.people')
    .set(personRow(person))
    .where('id', '=', person.id)
    .execute()
}

/** Every post, by title. */
export async function allPosts(trx: Trx): Promise<readonly Post[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.posts')
    .selectAll()
    .orderBy('title')
    .execute()
  return rows.map(({ id, title, statutory }) => ({ id, title, statutory: statutoryIn(statutory) }))
}

export async function insertPost(trx: Trx, authority: string, post: Post): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.posts')
    .values({ authority, ...post })
    .execute()
}

export async function updatePost(trx: Trx, { id, title, statutory }: Post): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.posts')
    .set({ title, statutory })
    .where('id', '=', id)
    .execute()
}

/** Who ever held a post, the earliest first. */
export async function holdersOf(trx: Trx, postId: string): Promise<readonly Holder[]> {
  if (!isUuid(postId)) return []
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.holders')
    .selectAll()
    .where('post_id', '=', postId)
    .orderBy('from_on')
    .execute()
  return rows.map(holderOf)
}

/** Who ever held any post, the earliest first. */
export async function allHolders(trx: Trx): Promise<readonly Holder[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.holders')
    .selectAll()
    .orderBy('from_on')
    .orderBy('person_id')
    .execute()
  return rows.map(holderOf)
}

export async function insertHolder(trx: Trx, authority: string, holder: Holder): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.holders')
    .values({
      authority,
      post_id: holder.postId,
      person_id: holder.personId,
      from_on: isoDay(holder.fromOn),
      until_on: isoOrNull(holder.untilOn),
      interim: holder.interim,
    })
    .execute()
}

/** @param untilOn the last day on which the post is held */
export async function endHolder(
  trx: Trx,
  { postId, personId, fromOn }: Pick<Holder, 'postId' | 'personId' | 'fromOn'>,
  untilOn: Day,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.holders')
    .set({ until_on: isoDay(untilOn) })
    .where('post_id', '=', postId)
    .where('person_id', '=', personId)
    .where('from_on', '=', isoDay(fromOn))
    .execute()
}

/** What a member ever answered for, the earliest first. */
export async function portfoliosOf(trx: Trx, personId: string): Promise<readonly Portfolio[]> {
  return (await allPortfolios(trx)).filter(each => each.personId === personId)
}

export async function allPortfolios(trx: Trx): Promise<readonly Portfolio[]> {
  const rows = await trx
    .withTables<Tables>()
    .selectFrom('bodies.portfolios')
    .selectAll()
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    title: row.title,
    fromOn: dayIn(row.from_on),
    untilOn: dayOrNull(row.until_on),
  }))
}

export async function insertPortfolio(
  trx: Trx,
  authority: string,
  portfolio: Portfolio,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('bodies.portfolios')
    .values({
      authority,
      id: portfolio.id,
      person_id: portfolio.personId,
      title: portfolio.title,
      from_on: isoDay(portfolio.fromOn),
      until_on: isoOrNull(portfolio.untilOn),
    })
    .execute()
}

/** @param untilOn the last day on which it is held */
export async function endPortfolio(trx: Trx, id: string, untilOn: Day): Promise<void> {
  await trx
    .withTables<Tables>()
    .updateTable('bodies.portfolios')
    .set({ until_on: isoDay(untilOn) })
    .where('id', '=', id)
    .execute()
}

function personRow(person: Person): Omit<PersonRow, 'authority' | 'id'> {
  const { name, title, unnamed } = person
  return {
    name,
    title,
    user_id: person.userId,
    unnamed,
    contact_email: person.contactEmail,
  }
}

function personOf(row: PersonRow): Person {
  const { id, name, title, unnamed } = row
  return { id, name, title, userId: row.user_id, unnamed, contactEmail: row.contact_email }
}

function holderOf(row: HolderRow): Holder {
  return {
    postId: row.post_id,
    personId: row.person_id,
    fromOn: dayIn(row.from_on),
    untilOn: dayOrNull(row.until_on),
    interim: row.interim,
  }
}

const statutoryIn = (text: string | null): StatutoryPost | null =>
  statutoryPostKeys.find(key => key === text) ?? null
