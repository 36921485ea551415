import { type Day, type Law, type StatutoryDeadline, statutoryDeadline } from '#calendar'

export const kinds = {
  'disclosable pecuniary': 'Disclosable pecuniary interest',
  'other interest': 'Other interest',
  'party whip': 'Party whip',
}
export type Kind = keyof typeof kinds

export const whoseWords = {
  own: 'Their own',
  partner: 'Of their spouse or partner',
  family: 'Of a member of their family',
  'close associate': 'Of a close associate',
  'not said': 'Not said',
}
export type Whose = keyof typeof whoseWords

export const howWords = {
  'form before': 'By the form, before the meeting',
  'signed list': 'On the list in the room',
  'said at the meeting': 'Said at the meeting',
}
export type How = keyof typeof howWords

export const thenWords = {
  'not known yet': 'Not known yet',
  'left the room': 'Left the room for the item',
  'stayed without speaking or voting': 'Stayed, and neither spoke nor voted',
  'spoke without voting': 'Spoke, and did not vote',
  'took part': 'Took part',
}
export type Then = keyof typeof thenWords

/** What somebody declared for a meeting. */
export interface Declaration {
  readonly id: string
  readonly meetingId: string
  /** Null where it is about the meeting as a whole. */
  readonly itemId: string | null
  readonly personId: string | null
  readonly name: string
  readonly capacity: string
  readonly kind: Kind
  readonly whose: Whose
  readonly words: string
  /** Details are kept back: telling them could lead to violence. */
  readonly sensitive: boolean
  readonly how: How
  readonly thenDid: Then
  readonly dispensation: string
  /** Null where nobody has said whether it stands in the register. */
  readonly registered: boolean | null
  readonly withdrawnWords: string | null
  readonly madeAt: Date
}

export const nilKinds = ['interests', 'party whip'] as const
export type NilKind = (typeof nilKinds)[number]

/** What falls under each kind of disclosable pecuniary interest, in a few words. */
export const categories = {
  employment: 'Employment, office, trade, profession or vocation',
  sponsorship: 'Sponsorship',
  contracts: 'Contracts with the council',
  land: 'Land in the council’s area',
  licences: 'Licences to occupy land',
  tenancies: 'Tenancies from the council',
  securities: 'Securities',
}
export type Category = keyof typeof categories

/** The categories are those of the regulations, as a council's constitution has them. */
export const categoriesLaw: Law = {
  document: 'Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012',
  paragraph: 'schedule',
  reading: {
    kind: 'read',
    on: '22 November 2026',
    at: 'https://www.gloucestershire.gov.uk, a constitution that sets them out',
  },
}

/** An interest in the register. */
export interface Interest {
  readonly id: string
  readonly personId: string
  readonly category: Category
  readonly whose: 'own' | 'partner'
  readonly words: string
  readonly sensitive: boolean
  readonly notifiedOn: Day
  readonly endedOn: Day | null
}

/** Whoever has one may not speak or vote on the matter, unless a dispensation allows it. */
export const participation: Law = {
  document: 'Localism Act 2011',
  paragraph: 'section 31(4), subject to section 33',
  reading: {
    kind: 'read',
    on: '21 November 2026',
    at: 'https://www.legislation.gov.uk/ukpga/2011/20/section/31',
  },
}

/** What a person should know of one declaration before the minutes are published. */
export type Caution =
  | { readonly kind: 'took-part'; readonly words: string; readonly law: Law }
  | { readonly kind: 'notify'; readonly words: string; readonly deadline: StatutoryDeadline }

/**
 * What follows from a declaration: taking part with a pecuniary interest and no dispensation, and
 * telling the monitoring officer of one that the register does not have. It says what the law is;
 * what was done stays written as it was.
 */
export function cautionsOf(
  declaration: Pick<
    Declaration,
    'kind' | 'thenDid' | 'dispensation' | 'registered' | 'withdrawnWords'
  >,
  heldOn: Day,
): readonly Caution[] {
  const { kind, thenDid, dispensation, registered, withdrawnWords } = declaration
  if (kind !== 'disclosable pecuniary' || withdrawnWords !== null) return []
  const spoke = thenDid === 'took part' || thenDid === 'spoke without voting'
  const tookPart: readonly Caution[] =
    spoke && dispensation === ''
      ? [
          {
            kind: 'took-part',
            words:
              'With a disclosable pecuniary interest a member may take no part in the discussion and no vote, unless there is a dispensation. Write down the dispensation, or ask the monitoring officer.',
            law: participation,
          },
        ]
      : []
  if (registered !== false) return tookPart
  const deadline = statutoryDeadline('notify-disclosed-interest', heldOn)
  return [
    ...tookPart,
    {
      kind: 'notify',
      words: 'It does not stand in the register, so the monitoring officer has to be told of it.',
      deadline,
    },
  ]
}

/** What the minutes say under declarations, one sentence each; nothing where nobody has said. */
export function declarationWords(
  declared: readonly Declaration[],
  nil: ReadonlySet<NilKind>,
  itemNumber: (itemId: string | null) => string | null,
): readonly string[] {
  const standing = declared.filter(each => each.withdrawnWords === null)
  const whips = standing.filter(each => each.kind === 'party whip')
  const interests = standing.filter(each => each.kind !== 'party whip')
  return [
    ...(interests.length === 0 && nil.has('interests')
      ? ['No declarations of interest were made.']
      : interests.map(each => sentence(each, itemNumber(each.itemId)))),
    ...(whips.length === 0 && nil.has('party whip')
      ? ['No party whip was declared.']
      : whips.map(each => `${who(each)} declared a party whip${ofItem(itemNumber(each.itemId))}.`)),
  ]
}

function sentence(each: Declaration, item: string | null): string {
  const what =
    each.kind === 'disclosable pecuniary' ? 'a disclosable pecuniary interest' : 'an interest'
  const details = each.sensitive ? 'Its details are kept back.' : capital(each.words)
  const then =
    each.thenDid === 'not known yet' || each.thenDid === 'took part'
      ? ''
      : ` They ${lower(thenWords[each.thenDid])}.`
  return `${who(each)} declared ${what}${ofItem(item)}: ${stopped(details)}${then}`
}

const who = ({ name, capacity }: Declaration): string =>
  capacity === '' ? name : `${name} (${capacity})`
const ofItem = (item: string | null): string => (item === null ? '' : ` in item ${item}`)
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
