/** The places and teams of a county that does not exist. Any likeness in a name is by chance. */

export const localities = [
  'Ambermouth',
  'Brindlewick',
  'Copperholt',
  'Dovemallow',
  'Elderquay',
  'Fernhallow',
] as const
export type Locality = (typeof localities)[number]

/** How many of a hundred children known to the council live in each locality, in the same order. */
export const localityWeights = [26, 20, 17, 15, 12, 10]

export const countyWide = 'County-wide'

/** From this day the teams for children in need and for child protection are one. */
export const reorganisedOn = '2022-04-01'

export type Work =
  | 'frontDoor'
  | 'assessment'
  | 'need'
  | 'protection'
  | 'care'
  | 'leaving'
  | 'disabled'
  | 'earlyHelp'

export interface Team {
  readonly id: string
  readonly name: string
  readonly locality: Locality | typeof countyWide
  readonly work: readonly Work[]
  /** Before or from the re-organisation; null for a team that it left as it was. */
  readonly stood: 'before' | 'from' | null
}

/** How many teams of a kind a locality has, in the order of the localities, and what they are called. */
const kinds: readonly {
  readonly name: string
  readonly work: readonly Work[]
  readonly stood: Team['stood']
  readonly each: readonly number[]
}[] = [
  { name: 'Front door', work: ['frontDoor'], stood: null, each: [1, 1, 1, 1, 1, 1] },
  { name: 'Assessment', work: ['assessment'], stood: null, each: [2, 2, 1, 1, 1, 1] },
  { name: 'Children in need', work: ['need'], stood: 'before', each: [1, 1, 1, 1, 1, 1] },
  { name: 'Child protection', work: ['protection'], stood: 'before', each: [1, 1, 1, 1, 1, 1] },
  {
    name: 'Family safeguarding',
    work: ['need', 'protection'],
    stood: 'from',
    each: [2, 2, 1, 1, 1, 1],
  },
  { name: 'Children in care', work: ['care'], stood: null, each: [1, 1, 1, 1, 1, 1] },
  { name: 'Leaving care', work: ['leaving'], stood: null, each: [1, 1, 1, 1, 1, 1] },
  { name: 'Early help hub', work: ['earlyHelp'], stood: null, each: [1, 1, 1, 1, 1, 1] },
]

const disabledTeams: readonly Team[] = ['North', 'South'].map((part, place) => ({
  id: `T${90 + place}`,
  name: `Disabled children ${part.toLowerCase()}`,
  locality: countyWide,
  work: ['disabled'],
  stood: null,
}))

export const teams: readonly Team[] = [
  ...kinds.flatMap((kind, kindPlace) =>
    localities.flatMap((locality, place) =>
      Array.from({ length: kind.each[place] ?? 0 }, (_, nth) => ({
        id: `T${kindPlace + 1}${place + 1}${nth + 1}`,
        name: `${kind.name} ${locality}${(kind.each[place] ?? 0) > 1 ? ` ${nth + 1}` : ''}`,
        locality,
        work: kind.work,
        stood: kind.stood,
      })),
    ),
  ),
  ...disabledTeams,
]

/** Children aged 0 to 17 in the middle of each year, as a mid-year estimate would give them (2026: a projection). */
const childPopulation: ReadonlyMap<number, number> = new Map([
  [2018, 148_200],
  [2019, 148_900],
  [2020, 149_300],
  [2021, 149_600],
  [2022, 150_100],
  [2023, 150_400],
  [2024, 150_300],
  [2025, 150_000],
  [2026, 149_700],
])

export const demoAuthority = {
  code: 'DEMO',
  name: 'Quillshire County Council',
  /** Children aged 0 to 17 by year (30 June). */
  childPopulation,
  localities,
  teams,
} as const
