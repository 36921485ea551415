/** The inspectorate’s words, from the best to the worst. */
export const grades = ['outstanding', 'good', 'requires improvement', 'inadequate'] as const
export type Grade = (typeof grades)[number]

export const gradeWords: Readonly<Record<Grade, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires improvement': 'Requires improvement',
  inadequate: 'Inadequate',
}

/** 0 for outstanding to 3 for inadequate. */
export const rankOf = (grade: Grade): number => grades.indexOf(grade)

/** The worst of some grades; null for none. */
export function worstOf(given: readonly Grade[]): Grade | null {
  return given.reduce<Grade | null>(
    (worst, each) => (worst === null || rankOf(each) > rankOf(worst) ? each : worst),
    null,
  )
}

/**
 * A grade as people write it in tables: any case, the first letters, ‘RI’, ‘requires improvement to
 * be good’. Null for anything else.
 */
export function gradeFrom(written: string): Grade | null {
  const plain = written
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  const forms: Readonly<Record<Grade, readonly string[]>> = {
    outstanding: ['outstanding', 'o', 'os'],
    good: ['good', 'g'],
    'requires improvement': [
      'requires improvement',
      'requires improvement to be good',
      'ri',
      'rib',
      'ritbg',
      'r i',
    ],
    inadequate: ['inadequate', 'i', 'inad'],
  }
  return grades.find(grade => forms[grade].includes(plain)) ?? null
}
