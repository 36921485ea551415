import { isoDay } from '#calendar'
import type { Trx } from '#kit/db/index.ts'
import type { Intervention, InterventionKind, Review } from '../intervention.ts'
import { dayIn, dayOrNull, isoOrNull } from './inspections.ts'

type Tables = {
  'inspections.interventions': {
    authority: string
    id: string
    kind: InterventionKind
    title: string
    legal_basis: string
    issued_on: string
    requirements: string[]
    review_months: number | null
    minimum_months: number | null
    lifted_on: string | null
    lifted_words: string | null
    inspection_id: string | null
  }
  'inspections.reviews': {
    authority: string
    id: string
    intervention_id: string
    held_on: string
    words: string
  }
}

/** The newest first, each with its reviews. */
export async function allInterventions(trx: Trx): Promise<readonly Intervention[]> {
  const db = trx.withTables<Tables>()
  const rows = await db
    .selectFrom('inspections.interventions')
    .selectAll()
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .execute()
  const held = await db.selectFrom('inspections.reviews').selectAll().orderBy('held_on').execute()
  const reviews = Map.groupBy(held, each => each.intervention_id)
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    legalBasis: row.legal_basis,
    issuedOn: dayIn(row.issued_on),
    requirements: row.requirements,
    reviewMonths: row.review_months,
    minimumMonths: row.minimum_months,
    liftedOn: dayOrNull(row.lifted_on),
    liftedWords: row.lifted_words,
    inspectionId: row.inspection_id,
    reviews: (reviews.get(row.id) ?? []).map(each => ({
      id: each.id,
      heldOn: dayIn(each.held_on),
      words: each.words,
    })),
  }))
}

export async function interventionById(trx: Trx, id: string): Promise<Intervention | null> {
  return (await allInterventions(trx)).find(each => each.id === id) ?? null
}

export async function writeIntervention(
  trx: Trx,
  authority: string,
  intervention: Omit<Intervention, 'reviews'>,
): Promise<void> {
  const row = {
    kind: intervention.kind,
    title: intervention.title,
    legal_basis: intervention.legalBasis,
    issued_on: isoDay(intervention.issuedOn),
    requirements: [...intervention.requirements],
    review_months: intervention.reviewMonths,
    minimum_months: intervention.minimumMonths,
    lifted_on: isoOrNull(intervention.liftedOn),
    lifted_words: intervention.liftedWords,
    inspection_id: intervention.inspectionId,
  }
  await trx
    .withTables<Tables>()
    .insertInto('inspections.interventions')
    .values({ authority, id: intervention.id, ...row })
    .onConflict(conflict => conflict.columns(['authority', 'id']).doUpdateSet(row))
    .execute()
}

export async function addReview(
  trx: Trx,
  authority: string,
  interventionId: string,
  review: Review,
): Promise<void> {
  await trx
    .withTables<Tables>()
    .insertInto('inspections.reviews')
    .values({
      authority,
      id: review.id,
      intervention_id: interventionId,
      held_on: isoDay(review.heldOn),
      words: review.words,
    })
    .execute()
}
