import { type CodeSet, codeSet } from '../values.ts'

const words = (text: string): readonly string[] => text.split(' ')

// Code sets of the children in need census, from the schemas of 2021, 2022 and 2024 to 2026 (read
// 21 November 2026) and, for 2017 to 2020 and 2023, from the same sets: those years are unverified.

export const sexes = codeSet('sex', ['M', 'F', 'U'], {
  // GenderCurrent, until 2024: 1 male, 2 female, 0 not recorded or unborn, 9 indeterminate.
  1: 'M',
  2: 'F',
  0: 'U',
  9: 'U',
  male: 'M',
  female: 'F',
  unknown: 'U',
})

export const ethnicities = codeSet(
  'an ethnic background',
  words(
    'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  ),
)

export const disabilities = codeSet(
  'a disability',
  words('NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA'),
)

export const referralSources = codeSet(
  'a referral source',
  words('1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10'),
)

export const primaryNeeds = codeSet('a primary need', words('N0 N1 N2 N3 N4 N5 N6 N7 N8 N9'))

export const closureReasons = codeSet(
  'a reason for closure',
  words('RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9'),
)

export const abuseCategories = codeSet('a category of abuse', ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'])

export const assessmentFactors = codeSet(
  'a factor found at assessment',
  words(
    '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A ' +
      '12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A',
  ),
)

const laterCodes: ReadonlyMap<CodeSet, ReadonlySet<string>> = new Map([
  [referralSources, new Set(['5D'])],
  [closureReasons, new Set(['RC9'])],
  [assessmentFactors, new Set(['24A'])],
])

/** Whether a code is not yet in the schema of a census year: 5D, RC9 and 24A are not in 2021's. */
export function isTooNew(code: string, set: CodeSet, year: number | null): boolean {
  return year !== null && year <= 2021 && laterCodes.get(set)?.has(code) === true
}
