/** What the invented county's figures of one indicator do over the time that is told. */
export interface Story {
  /** The share in hundredths, the mean, or the number itself, at the beginning and at the end. */
  readonly from: number
  readonly to: number
  /** The part of the time, from 0 to 1, in which it gets there; after that it is level. */
  readonly until?: number
  /** How far single figures stray, as a share of the level. */
  readonly moves: number
  /** What stands below the line. */
  readonly of?: number
  /** In tenths, as full-time equivalents are. */
  readonly tenths?: true
  readonly byTeam?: true
  /** So many periods before the end nobody entered a figure, or there was nobody to count. */
  readonly gapBefore?: number
  readonly emptyBefore?: number
  readonly source?: string
}

const still = (level: number, of: number, moves = 0.03): Story => ({
  from: level,
  to: level,
  moves,
  of,
})
const goes = (from: number, to: number, of: number, until = 1, moves = 0.04): Story => ({
  from,
  to,
  until,
  moves,
  of,
})

/** Supervision rises and then stands still, agency workers leave, audits get better: a plausible county. */
export const demoStories: Readonly<Record<string, Story>> = {
  CN07: goes(18.9, 17.6, 96_000),
  CN08: goes(49, 46.5, 1_150),
  CN09: goes(27, 31, 118),
  CN10: goes(15.9, 17.1, 142),
  CN11: still(14.6, 1_150),
  CP02: goes(84, 95, 58, 0.5),
  CP17: goes(71, 88, 24, 0.7, 0.07),
  CP19: still(56, 310),
  CP20: goes(23.2, 21.4, 31_000),
  CT01: { from: 9, to: 11, moves: 0.35 },
  CT02: goes(58, 79, 17, 0.8, 0.1),
  CT03: goes(34, 46, 21, 1, 0.12),
  CA07: goes(21, 18.2, 640),
  CA22: goes(10.5, 8.4, 402),
  ED01: { ...goes(78, 90, 9, 0.6, 0.1), emptyBefore: 10 },
  ED02: goes(88, 96, 415, 0.6),
  ED03: goes(22.5, 20.1, 430),
  ED04: goes(9.8, 9.1, 121_000),
  ED05: goes(13.4, 14.8, 430),
  ED06: goes(31, 36, 42),
  ED07: goes(17, 18.4, 61),
  ED08: goes(30, 34, 430),
  ED09: goes(43, 62, 46, 1, 0.08),
  MI03: goes(52, 66, 38, 0.7, 0.09),
  MI05: { ...goes(74, 86, 57, 0.8), gapBefore: 7 },
  FO01: { from: 446, to: 418, moves: 0.01 },
  FO02: goes(90, 95, 182, 0.5),
  FO03: { ...still(78, 4, 0.2), emptyBefore: 4 },
  WF01: { ...goes(17.4, 12.8, 148), tenths: true },
  WF02: { ...goes(21, 14.5, 168, 0.8), tenths: true },
  WF03: { ...goes(22.5, 13.6, 152, 0.9), tenths: true },
  WF04: { ...still(72, 26), tenths: true },
  WF07: goes(4.6, 3.7, 3_050),
  WF08: { ...goes(63, 89, 124, 0.55), byTeam: true, source: 'Supervision record' },
  WF09: { ...goes(58, 84, 1_180, 0.6), byTeam: true },
  WF12: goes(21, 25.5, 139),
  VO01: { ...goes(55, 76, 11, 0.8, 0.1), emptyBefore: 15 },
  VO02: goes(66, 82, 455, 0.7),
  FI01: goes(17.8, 21.3, 910_000_000),
  FI02: goes(1040, 1265, 150_500),
  YJ01: goes(118, 84, 70_400),
  HO01: goes(1010, 930, 125_000),
}
