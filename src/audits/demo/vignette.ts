import { randomUUID } from 'node:crypto'
import { grades, rankOf } from '#practice'
import { insertVignette, insertVignetteGrading } from '../reliability/store.ts'
import {
  auditors,
  firstDayIn,
  momentOf,
  officers,
  quality,
  type Telling,
  VIGNETTES_FROM,
} from './story.ts'

/** A vignette with agreed grades, and what each auditor made of it before auditing alone. */
export async function tellVignette(telling: Telling): Promise<void> {
  const { trx, by } = telling
  const { standards, key, version } = telling.toolOf('whole-case-file')
  const id = randomUUID()
  const on = firstDayIn(telling, VIGNETTES_FROM)
  const agreed = Object.fromEntries(
    standards.map(standard => [
      standard.key,
      grades[1 + (standards.indexOf(standard) % 2)] ?? 'good',
    ]),
  )
  await insertVignette(
    trx,
    by.authority,
    {
      id,
      title: 'Two children and a new address',
      words:
        'A health visitor is worried about two children whose family has moved twice in a year. Visits are on time and the elder child is seen alone. The plan says ‘support the family’. A strategy discussion was held two days later, without health. The manager asked why, and wrote down what was decided.',
      toolKey: key,
      toolVersion: version,
      agreed,
      agreedBy: 'Five auditors and the quality lead',
    },
    { ...by, actorName: quality.name, at: momentOf(on) },
  )
  for (const [nth, auditor] of [...auditors, ...officers].entries()) {
    const other = nth % 2
    const given = Object.fromEntries(
      Object.entries(agreed).map(([standard, grade], place) => [
        standard,
        place < other ? (grades[rankOf(grade) + 1] ?? grade) : grade,
      ]),
    )
    const same = standards.length - other
    await insertVignetteGrading(trx, by.authority, {
      id: randomUUID(),
      vignetteId: id,
      personId: auditor.id,
      personName: auditor.name,
      at: momentOf(on + (nth % 3), 12),
      grades: given,
      graded: standards.length,
      same,
      adjacent: standards.length,
      passed: same / standards.length >= 0.8,
    })
  }
}
