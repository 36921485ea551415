import { codeSet, type CodeSet } from '../values.ts'

// The code sets of the SSDA903 collection, with the years in which a code holds where that is known.
// From the public schema transcriptions of the liia-tools-pipeline project for the returns of 2017
// to 2026, read 21 November 2026; the Department's own guides of each year: unverified.

/** A set of codes of which some hold only in some returns, named by the year they end in (2018). */
export interface YearCodes {
  readonly set: CodeSet
  readonly from: Readonly<Record<string, number>>
  readonly until: Readonly<Record<string, number>>
}

function yearCodes(
  of: string,
  codes: string,
  more: {
    readonly from?: Readonly<Record<string, number>>
    readonly until?: Readonly<Record<string, number>>
    readonly synonyms?: Readonly<Record<string, string>>
  } = {},
): YearCodes {
  return {
    set: codeSet(of, codes.split(' '), more.synonyms ?? {}),
    from: more.from ?? {},
    until: more.until ?? {},
  }
}

// 1 and 2 until 2024, letters from 2025; systems send either in the years around the change.
export const sex = yearCodes('sex', 'M F U', {
  synonyms: { '1': 'M', '2': 'F', '3': 'U', '9': 'U', male: 'M', female: 'F', unknown: 'U' },
})

export const ethnicity = yearCodes(
  'ethnicity',
  'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
)

export const startReason = yearCodes('the reason an episode began', 'S L P T B U')

export const legalStatus = yearCodes('a legal status', 'C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3')

export const need = yearCodes('a category of need', 'N1 N2 N3 N4 N5 N6 N7 N8')

export const placement = yearCodes(
  'a kind of placement',
  'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14',
  {
    from: { K3: 2024, Z11: 2026, Z12: 2026, Z13: 2026, Z14: 2026 },
    until: { H5: 2024, P2: 2024 },
  },
)

export const provider = yearCodes('a placement provider', 'PR0 PR1 PR2 PR3 PR4 PR5')

// E45 to E48 follow E43 and E44, and CUSTOD was added, by 2019 at the latest; as the sources differ
// on whether they were taken earlier, no year is held against them.
export const endReason = yearCodes(
  'the reason an episode ended',
  'X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8',
  { until: { E43: 2018, E44: 2018 } },
)

export const changeReason = yearCodes(
  'the reason a placement changed',
  'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER',
)

export const participation = yearCodes(
  'how a child took part in a review',
  'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7',
)

export const sdqReason = yearCodes('why there is no score', 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5')

export const inTouch = yearCodes('being in touch', 'YES NO DIED REFU NREQ RHOM', {
  synonyms: { y: 'YES', n: 'NO' },
})

// F3 and P3 were split in two; a year of grace, because the schemas name the change and not the day.
export const activity = yearCodes('an activity', 'F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0', {
  from: { F4: 2018, P4: 2018, F5: 2018, P5: 2018 },
  until: { F3: 2022, P3: 2022 },
})

const accommodations = 'B C D E G H K R S T U V W X Y Z'.split(' ')
export const accommodation = yearCodes(
  'accommodation and whether it is suitable',
  [...accommodations.flatMap(letter => [`${letter}1`, `${letter}2`]), '0'].join(' '),
)

export const reversedReason = yearCodes(
  'why a child should no longer be placed for adoption',
  'RD1 RD2 RD3 RD4',
)

export const earlierPermanence = yearCodes('an earlier permanence arrangement', 'P1 P2 P3 P4 Z1')

export const missingKind = yearCodes('missing or away without authorisation', 'M A', {
  synonyms: { missing: 'M', absent: 'A', away: 'A' },
})

export const workerChange = yearCodes(
  'why the social worker changed',
  'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS',
)
