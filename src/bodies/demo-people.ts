import type { SeatKind, StatutoryPost, Votes } from './body.ts'

// The people of a county that does not exist. Every name is made of words and is nobody's; a person is
// known here by a key.

export const demoPeople: Readonly<
  Record<string, readonly [title: string | null, name: string, unnamed?: true]>
> = {
  hazel: ['Councillor', 'Hazel Inkwell'],
  bramble: ['Councillor', 'Bramble Quillfeather'],
  rowan: ['Councillor', 'Rowan Thimblewick'],
  sorrel: ['Councillor', 'Sorrel Papermoor'],
  linden: ['Councillor', 'Linden Candleholt'],
  juniper: ['Councillor', 'Juniper Ledgerfield'],
  alder: ['Councillor', 'Alder Ropewalk'],
  fennel: ['Councillor', 'Fennel Lanternby'],
  tansy: ['Councillor', 'Tansy Bellwether-Nook'],
  yarrow: ['Councillor', 'Yarrow Cobblestead'],
  clover: ['Councillor', 'Clover Marblecombe'],
  teasel: ['Councillor', 'Teasel Wicketgate'],
  bryony: ['Councillor', 'Bryony Kettleshaw'],
  campion: ['Councillor', 'Campion Ribbonhurst'],
  saffron: ['Councillor', 'Saffron Windlass'],
  larch: ['Councillor', 'Larch Buttonwell'],
  myrtle: ['Councillor', 'Myrtle Sparrowgate'],
  reed: ['Councillor', 'Reed Anvilstone'],
  primrose: [null, 'Primrose Slateford'],
  basil: [null, 'Basil Chalkwright'],
  ambassador: [null, 'Ambassador for Vulnerable Children and Young People', true],
  carer: [null, 'Care-experienced young adviser', true],
  poppy: [null, 'Poppy Hourglass'],
  elder: [null, 'Elder Tollkeeper'],
  ivy: [null, 'Ivy Parchmentier-Vale'],
  jasper: [null, 'Jasper Millpond'],
  coral: [null, 'Coral Weathervane'],
  flint: [null, 'Flint Harbourlight'],
  pearl: [null, 'Pearl Compassrose'],
  onyx: [null, 'Onyx Ferryman-Lock'],
  opal: [null, 'Opal Turnstile'],
  slate: [null, 'Slate Barleymow'],
  garnet: [null, 'Garnet Signpost'],
  topaz: [null, 'Topaz Weirside'],
  amber: [null, 'Amber Milestone'],
  jet: [null, 'Jet Drawbridge'],
  beryl: [null, 'Beryl Sundial-Court'],
}

type Time = readonly [person: string, from: string, until: string | null, interim?: true]

/** Each post with whoever held it. */
export const demoPosts: readonly {
  readonly key: string
  readonly title: string
  readonly statutory?: StatutoryPost
  readonly held: readonly Time[]
}[] = [
  {
    key: 'chief-executive',
    title: 'Chief executive',
    statutory: 'chief-executive',
    held: [
      ['poppy', '2016-04-04', '2020-03-31'],
      ['elder', '2020-04-01', null],
    ],
  },
  {
    key: 'dcs',
    title: 'Director of children’s services',
    statutory: 'director-of-childrens-services',
    held: [
      ['ivy', '2017-01-09', '2019-05-31'],
      ['jasper', '2019-06-03', '2020-01-31', true],
      ['coral', '2020-02-03', '2024-06-28'],
      ['flint', '2024-07-01', '2024-12-31', true],
      ['pearl', '2025-01-01', null],
    ],
  },
  {
    key: 'lead-member',
    title: 'Lead member for children’s services',
    statutory: 'lead-member',
    held: [
      ['sorrel', '2017-05-23', '2021-05-17'],
      ['linden', '2021-05-18', '2025-05-19'],
      ['rowan', '2025-05-20', null],
    ],
  },
  {
    key: 'monitoring-officer',
    title: 'Monitoring officer',
    statutory: 'monitoring-officer',
    held: [['onyx', '2018-09-03', null]],
  },
  {
    key: 'dph',
    title: 'Director of public health',
    statutory: 'director-of-public-health',
    held: [
      ['opal', '2017-04-03', '2026-07-31'],
      ['slate', '2026-08-01', null, true],
    ],
  },
  {
    key: 'dass',
    title: 'Director of adult social services',
    statutory: 'director-of-adult-social-services',
    held: [['garnet', '2019-10-01', null]],
  },
  {
    key: 'head-of-legal',
    title: 'Head of legal and democratic services',
    statutory: 'head-of-legal',
    held: [['topaz', '2015-02-02', '2026-09-30']],
  },
  {
    key: 'ad-safeguarding',
    title: 'Assistant director, safeguarding',
    held: [
      ['flint', '2018-03-01', '2024-06-30'],
      ['amber', '2024-07-01', null],
    ],
  },
  {
    key: 'ad-care',
    title: 'Assistant director, children in care',
    held: [['jet', '2021-01-04', null]],
  },
  {
    key: 'independent-chair',
    title: 'Independent chair of the improvement board',
    held: [
      ['coral', '2019-06-12', '2020-01-31', true],
      ['beryl', '2020-02-03', '2022-09-14'],
      ['beryl', '2024-09-02', null],
    ],
  },
]

/** What members of the cabinet answered for, as it was called then. */
export const demoPortfolios: readonly (readonly [
  person: string,
  title: string,
  from: string,
  until: string | null,
])[] = [
  ['hazel', 'Leader of the council', '2017-05-23', null],
  ['bramble', 'Finance and change', '2017-05-23', '2021-05-17'],
  ['bramble', 'Deputy leader, finance and corporate services', '2021-05-18', null],
  ['sorrel', 'Children and young people', '2017-05-23', '2019-06-30'],
  ['sorrel', 'Children’s safeguarding and early years', '2019-07-01', '2021-05-17'],
  ['linden', 'Children’s safeguarding and early years', '2021-05-18', '2025-05-19'],
  ['rowan', 'Children and families', '2025-05-20', null],
  ['juniper', 'Education, skills and libraries', '2021-05-18', null],
  ['alder', 'Adults, public health and communities', '2017-05-23', null],
  ['fennel', 'Highways, planning and environment', '2021-05-18', null],
]

const harbour = 'Harbour Group'
const field = 'Field Group'
const lantern = 'Lantern Group'
const independent = 'Independent'

/** The members of the council: their group and what they stand for. */
export const demoCouncillors: readonly (readonly [person: string, party: string, ward: string])[] =
  [
    ['hazel', harbour, 'Ambermouth Quays'],
    ['bramble', harbour, 'Ambermouth North'],
    ['rowan', harbour, 'Brindlewick East'],
    ['sorrel', harbour, 'Copperholt'],
    ['linden', harbour, 'Dovemallow Green'],
    ['juniper', harbour, 'Elderquay'],
    ['alder', harbour, 'Fernhallow'],
    ['fennel', harbour, 'Brindlewick West'],
    ['tansy', field, 'Ambermouth South'],
    ['yarrow', harbour, 'Copperholt Moor'],
    ['clover', field, 'Dovemallow'],
    ['teasel', lantern, 'Elderquay Sands'],
    ['bryony', harbour, 'Fernhallow Mill'],
    ['campion', field, 'Brindlewick Town'],
    ['saffron', lantern, 'Ambermouth Castle'],
    ['larch', independent, 'Copperholt Vale'],
    ['myrtle', field, 'Elderquay Hill'],
    ['reed', harbour, 'Dovemallow West'],
  ]

export type DemoSeat = {
  readonly who?: string
  readonly post?: string
  readonly kind?: SeatKind
  readonly votes?: Votes
  readonly from: string
  readonly until?: string
  readonly organisation?: string
}
