// The words that stand in the extracts. Sheets keep a word as its place in one of these lists.

/** Contact and referral sources of the children in need census, with how often each makes contact. */
export const sources = [
  ['1A', 'Individual: family member, relative or carer', 6],
  ['1B', 'Individual: acquaintance', 3],
  ['1C', 'Individual: self', 1],
  ['1D', 'Individual: other', 2],
  ['2A', 'Schools', 20],
  ['2B', 'Education services', 2],
  ['3A', 'Health services: GP', 2],
  ['3B', 'Health services: health visitor', 2.5],
  ['3C', 'Health services: school nurse', 1],
  ['3D', 'Health services: other primary health services', 3],
  ['3E', 'Health services: A&E', 4],
  ['3F', 'Health services: other', 3],
  ['4', 'Housing', 2],
  ['5A', 'Local authority services: social care', 6],
  ['5B', 'Local authority services: other internal', 3],
  ['5C', 'Local authority services: external', 3],
  ['6', 'Police', 28],
  ['7', 'Other legal agency', 3],
  ['8', 'Other', 4],
  ['9', 'Anonymous', 3],
  ['10', 'Unknown', 1],
] as const
export const SCHOOLS = 4
export const SOCIAL_CARE = 13

export const needs = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'] as const
export const needWeights = [57, 7, 3, 9, 15, 3, 1, 3, 1]
export const DISABILITY_NEED = 1
export const ABSENT_PARENTING = 7

export const closures = ['RC1', 'RC2', 'RC3', 'RC4', 'RC5', 'RC6', 'RC7', 'RC8', 'RC9'] as const
export const closed = {
  adopted: 0,
  died: 1,
  childArrangements: 2,
  guardianship: 3,
  moved: 4,
  adultCare: 5,
  otherwise: 6,
  notInNeed: 7,
  earlyHelp: 8,
} as const

export const ethnicities = [
  'WBRI', 'WIRI', 'WIRT', 'WOTH', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN',
  'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT',
] as const // biome-ignore format: one set, read across
export const ethnicityWeights = [
  700, 4, 3, 48, 6, 22, 12, 14, 22, 10, 28, 12, 12, 8, 26, 10, 2, 14, 8, 24,
]

export const sexes = ['F', 'M', 'U'] as const
export const genders = ['02', '01', '00'] as const

/** '' first: no disability recorded. */
export const disabilities = [
  '', 'AUT', 'BEH', 'LD', 'COMM', 'MOB', 'CON', 'HAND', 'HEAR', 'INC', 'PC', 'VIS', 'DDA',
] as const // biome-ignore format: one set, read across
export const disabilityWeights = [0, 40, 18, 30, 12, 9, 4, 2, 4, 3, 4, 4, 8]

export const abuses = [
  'Neglect', 'Physical abuse', 'Sexual abuse', 'Emotional abuse', 'Multiple',
] as const // biome-ignore format: one set, read across
export const abuseWeights = [49, 8, 4, 35, 4]

/** Factors found in assessments, with how many assessments in a hundred find them (England, 2025). */
export const factors = [
  ['1A', 2], ['1B', 14], ['1C', 2], ['2A', 5], ['2B', 14], ['2C', 3], ['3A', 11], ['3B', 32],
  ['3C', 5], ['4A', 17], ['4B', 33], ['4C', 5], ['5A', 12], ['5B', 3], ['6A', 5], ['6B', 5],
  ['7A', 4], ['10A', 4], ['11A', 3], ['12A', 1.5], ['13A', 1.7], ['14A', 7], ['15A', 5],
  ['16A', 18], ['17A', 19], ['18B', 3], ['18C', 12], ['19B', 2.5], ['19C', 4], ['20', 16],
  ['22A', 0.2], ['23A', 0.4], ['24A', 3],
] as const // biome-ignore format: pairs, read across

/**
 * The factors whose bits are set: the first thirty in `low`, the others in `high`. 21 says that
 * none was found.
 */
export function factorsIn(low: number, high: number): readonly string[] {
  if (low === 0 && high === 0) return ['21']
  return factors.flatMap(([code], place) =>
    (place < 30 ? (low >> place) & 1 : (high >> (place - 30)) & 1) === 1 ? [code] : [],
  )
}

export const episodeStarts = ['S', 'L', 'P', 'T', 'B', 'U'] as const
export const began = { care: 0, legal: 1, placement: 2, both: 4 } as const

export const episodeEnds = [
  'X1', 'E11', 'E12', 'E2', 'E3', 'E4A', 'E4B', 'E13', 'E41', 'E45', 'E46', 'E47', 'E48', 'E5',
  'E6', 'E7', 'E8', 'E9', 'E14', 'E15', 'E16', 'E17',
] as const // biome-ignore format: one set, read across
export type EpisodeEnd = (typeof episodeEnds)[number]
export const endNumbered = (end: EpisodeEnd): number => episodeEnds.indexOf(end)

export const legalStatuses = ['V2', 'C1', 'C2', 'E1', 'J1', 'L2'] as const
export type LegalStatus = (typeof legalStatuses)[number]
export const legalNumbered = (status: LegalStatus): number => legalStatuses.indexOf(status)

export const placementTypes = [
  'U1', 'U3', 'U4', 'U5', 'U6', 'K1', 'K2', 'H5', 'P1', 'P2', 'R1', 'R3', 'A3', 'A5', 'A6', 'T0', 'Z1',
] as const // biome-ignore format: one set, read across
export type PlacementType = (typeof placementTypes)[number]
export const placementNumbered = (type: PlacementType): number => placementTypes.indexOf(type)

export const providers = ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5'] as const

/** Reasons a placement ended early, of the SSDA903 code set, with how often each is given. */
export const moveReasons = [
  'CARPL', 'CLOSE', 'ALLEG', 'STAND', 'APPRR', 'CREQB', 'CREQO', 'CHILD', 'LAREQ', 'PLACE', 'CUSTOD', 'OTHER',
] as const // biome-ignore format: one set, read across
export const moveReasonWeights = [40, 4, 2, 2, 2, 16, 8, 8, 4, 3, 1, 10]

export const participations = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'] as const
export const participationWeights = [0, 46, 5, 2, 4, 20, 17, 6]

export const permanencePlans = [
  'REMAINSUP', 'RETURN1M', 'RETURN6M', 'RETURNEV', 'LTRELFR', 'LTFOST18', 'RESPLMT', 'SUPPLIV', 'ADOPTION', 'OTHERPLN',
] as const // biome-ignore format: one set, read across

export const workerChanges = ['MANAGE', 'FCONTA', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC'] as const
export const changed = {
  managing: 0,
  firstContact: 1,
  left: 2,
  reorganised: 3,
  transferred: 4,
  absent: 5,
} as const

export const activities = ['F1', 'P1', 'F2', 'P2', 'F4', 'F5', 'P5', 'G4', 'G5', 'G6'] as const
export const inWorkOrLearningWeights = [10, 1, 34, 4, 9, 30, 12, 0, 0, 0]
export const notInWorkOrLearningWeights = [0, 0, 0, 0, 0, 0, 0, 27, 56, 17]

export const accommodations = [
  'B',
  'C',
  'D',
  'E',
  'K',
  'R',
  'S',
  'T',
  'U',
  'V',
  'W',
  'X',
  'Y',
  'Z',
] as const
export const suitableWeights = [13, 2, 19, 5, 3, 0, 0, 3, 31, 0, 0, 0, 2, 22]
export const unsuitableWeights = [2, 0, 4, 0, 6, 22, 20, 0, 2, 8, 6, 26, 4, 0]
