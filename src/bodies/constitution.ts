import { z } from 'zod'
import { type Constitution, type Day, exampleConstitution } from '#calendar'

/** The council's own rules as somebody noted them, from the day on which they hold. */
export interface ConstitutionVersion {
  readonly id: string
  readonly fromOn: Day
  readonly constitution: Constitution
  readonly notedBy: string
  readonly notedByName: string
  readonly notedAt: Date
}

const paragraph = z.string()
const units = [
  'working-day-2007',
  'clear-working-day',
  'clear-calendar-day',
  'calendar-day',
  'clear-day-1972',
  'days-beginning-with',
  'months-beginning-with',
  'months-after',
] as const

const LocalPeriodKept = z
  .object({
    period: z.object({ unit: z.enum(units), length: z.number().int().min(1) }),
    at: z.string().optional(),
    paragraph,
  })
  .transform(({ period, at, paragraph }) => ({
    period,
    paragraph,
    ...(at === undefined ? {} : { at }),
  }))
  .nullable()
  .default(null)

/** What is kept of a constitution; a rule that a later version of Sightline asks for reads as none. */
export const RulesKept = z.object({
  memberQuestion: LocalPeriodKept,
  publicQuestion: LocalPeriodKept,
  publicQuestionNotOnAgenda: LocalPeriodKept,
  decisionNotice: LocalPeriodKept,
  callIn: LocalPeriodKept,
  callInHearing: LocalPeriodKept,
  questionTime: z
    .object({ minutes: z.number().nullable(), at: z.array(z.string()), paragraph })
    .nullable()
    .default(null),
  supplementaries: z
    .object({ each: z.number(), withConsentOfChair: z.boolean(), paragraph })
    .nullable()
    .default(null),
  callInBy: z
    .object({ members: z.number(), chairAlone: z.boolean(), others: z.string(), paragraph })
    .nullable()
    .default(null),
  quorum: z
    .object({ oneIn: z.number().min(1), least: z.number().min(1), paragraph })
    .nullable()
    .default(null),
  substitutes: z
    .object({ sameParty: z.boolean(), hours: z.number().nullable(), paragraph })
    .nullable()
    .default(null),
  numbering: z
    .object({ minutes: z.enum(['each meeting', 'running']), paragraph })
    .nullable()
    .default(null),
  specialUrgency: z.object({ who: z.string(), paragraph }).nullable().default(null),
})

/**
 * The version that holds on a day: of those that have begun the one that begins last, and of one day
 * what was noted last. Null before there was any.
 */
export function versionOn(
  versions: readonly ConstitutionVersion[],
  day: Day,
): ConstitutionVersion | null {
  const [newest] = versions
    .filter(({ fromOn }) => fromOn <= day)
    .toSorted((a, b) => b.fromOn - a.fromOn || b.notedAt.getTime() - a.notedAt.getTime())
  return newest ?? null
}

/** The council's own constitution on a day, or the example where it has entered none for it. */
export function constitutionOf(versions: readonly ConstitutionVersion[], day: Day): Constitution {
  return versionOn(versions, day)?.constitution ?? exampleConstitution
}
