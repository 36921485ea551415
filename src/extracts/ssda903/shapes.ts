import type { ColumnKind, ValueOf } from '#records'
import * as codes from './codes.ts'
import type { YearCodes } from './codes.ts'

/** A column of a 903 table that is kept, and what has to be in it. */
export interface SourceColumn<K extends ColumnKind = ColumnKind> {
  readonly kind: K
  /** A row without it says nothing and is refused. */
  readonly needed: boolean
  /** The collection does not let it be blank; a row without it is taken and worth a look. */
  readonly expected: boolean
  readonly codes: YearCodes | null
  readonly most: number | null
}
type Columns = Readonly<Record<string, SourceColumn>>

export interface Shape<C extends Columns = Columns> {
  readonly title: string
  /** Any one of these sets of columns, beside CHILD, says that a header row is of this table. */
  readonly signs: readonly (readonly string[])[]
  readonly columns: C
  /** Columns that are read past, and why, in a sentence each. */
  readonly notKept: Readonly<Record<string, string>>
}

/** A row of a table with its values read. */
export type RowOf<C extends Columns> = {
  readonly child: string
  readonly row: number
  readonly values: { readonly [Name in keyof C]: ValueOf[C[Name]['kind']] }
}

const column = <K extends ColumnKind>(
  kind: K,
  more: { needed?: boolean; expected?: boolean; codes?: YearCodes; most?: number } = {},
): SourceColumn<K> => ({
  kind,
  needed: more.needed ?? false,
  expected: more.expected ?? false,
  codes: more.codes ?? null,
  most: more.most ?? null,
})
const day = column('day')
const expectedDay = column('day', { expected: true })
const startDay = column('day', { needed: true })
const flag = column('flag')
const text = column('code')
const oneOf = (set: YearCodes) => column('code', { codes: set, expected: true })
const oneOrNone = (set: YearCodes) => column('code', { codes: set })
const keyOf = (set: YearCodes) => column('code', { codes: set, needed: true })

const shape = <C extends Columns>(
  title: string,
  signs: readonly (readonly string[])[],
  columns: C,
  notKept: Readonly<Record<string, string>> = {},
): Shape<C> => ({ title, signs, columns, notKept })

const postcode = 'Postcodes are read past and not kept: no indicator needs them.'
const adopter = 'Facts about adopters are read past and not kept: no indicator needs them.'

// Told apart by these columns, most particular first. SW_DECOM stands before DECOM, and the header
// last, because its columns stand in other tables too.
export const shapes = {
  workers: shape('Social worker episodes', [['SW_DECOM'], ['SW_ID']], {
    DOB: expectedDay,
    SW_ID: text,
    SW_DECOM: startDay,
    SW_DEC: day,
    SW_REASON: oneOrNone(codes.workerChange),
  }),
  deprivations: shape('Deprivation of liberty orders', [['DOLO_START']], {
    DOB: expectedDay,
    DOLO_START: startDay,
    DOLO_END: day,
  }),
  episodes: shape(
    'Episodes',
    [
      ['DECOM', 'RNE'],
      ['DECOM', 'LS'],
      ['DECOM', 'PLACE'],
      ['DECOM', 'DEC'],
    ],
    {
      DECOM: startDay,
      RNE: oneOf(codes.startReason),
      LS: oneOf(codes.legalStatus),
      CIN: oneOf(codes.need),
      PLACE: oneOf(codes.placement),
      PLACE_PROVIDER: oneOrNone(codes.provider),
      DEC: day,
      REC: oneOrNone(codes.endReason),
      REASON_PLACE_CHANGE: oneOrNone(codes.changeReason),
      URN: text,
    },
    { HOME_POST: postcode, PL_POST: postcode },
  ),
  reviews: shape('Reviews', [['REVIEW']], {
    DOB: expectedDay,
    REVIEW: startDay,
    REVIEW_CODE: oneOf(codes.participation),
  }),
  uasc: shape('Unaccompanied asylum-seeking children', [['DUC']], {
    SEX: oneOf(codes.sex),
    DOB: expectedDay,
    DUC: day,
  }),
  health: shape(
    'OC2',
    [
      ['SDQ_SCORE'],
      ['CONVICTED'],
      ['TEETH_CHECK'],
      ['HEALTH_ASSESSMENT'],
      ['SUBSTANCE_MISUSE'],
      ['IMMUNISATIONS'],
    ],
    {
      DOB: expectedDay,
      SDQ_SCORE: column('count', { most: 40 }),
      SDQ_REASON: oneOrNone(codes.sdqReason),
      CONVICTED: flag,
      HEALTH_CHECK: flag,
      IMMUNISATIONS: flag,
      TEETH_CHECK: flag,
      HEALTH_ASSESSMENT: flag,
      SUBSTANCE_MISUSE: flag,
      INTERVENTION_RECEIVED: flag,
      INTERVENTION_OFFERED: flag,
    },
  ),
  leavers: shape('OC3', [['IN_TOUCH'], ['ACTIV', 'ACCOM']], {
    DOB: expectedDay,
    IN_TOUCH: oneOf(codes.inTouch),
    ACTIV: oneOf(codes.activity),
    ACCOM: oneOf(codes.accommodation),
  }),
  adopted: shape(
    'AD1',
    [['DATE_INT'], ['DATE_MATCH']],
    { DOB: expectedDay, DATE_INT: startDay, DATE_MATCH: expectedDay, FOSTER_CARE: flag },
    { NB_ADOPTR: adopter, SEX_ADOPTR: adopter, LS_ADOPTR: adopter },
  ),
  decisions: shape('Placed for adoption', [['DATE_PLACED']], {
    DOB: expectedDay,
    DATE_PLACED: startDay,
    DATE_PLACED_CEASED: day,
    REASON_PLACED_CEASED: oneOrNone(codes.reversedReason),
  }),
  permanence: shape(
    'Previous permanence',
    [['PREV_PERM']],
    { DOB: expectedDay, PREV_PERM: keyOf(codes.earlierPermanence), DATE_PERM: day },
    { LA_PERM: 'Which authority arranged it is read past: no indicator needs it.' },
  ),
  missing: shape('Missing', [['MIS_START']], {
    DOB: expectedDay,
    MISSING: oneOf(codes.missingKind),
    MIS_START: startDay,
    MIS_END: day,
  }),
  header: shape(
    'Header',
    [
      ['DOB', 'ETHNIC'],
      ['SEX', 'DOB', 'UPN'],
      ['SEX', 'DOB'],
    ],
    { SEX: oneOf(codes.sex), DOB: expectedDay, ETHNIC: oneOf(codes.ethnicity), MOTHER: flag },
    {
      UPN: 'Pupil numbers are read past and not kept: no indicator needs them.',
      MC_DOB: 'Birthdays of a mother’s children are read past: no indicator needs them.',
      UASC: 'The sign UASC is read from the table of unaccompanied children.',
    },
  ),
} as const

export type Shapes = typeof shapes
export type TableName = keyof Shapes
export type Row<T extends TableName> = RowOf<Shapes[T]['columns']>

export const tableNames: readonly TableName[] = Object.keys(shapes).filter(
  (name): name is TableName => name in shapes,
)

// Names by which systems and the XML form call the same columns.
const otherNames: Readonly<Record<string, string>> = {
  CHILDID: 'CHILD',
  CHILD_ID: 'CHILD',
  CHILD_IDENTIFIER: 'CHILD',
  PL: 'PLACE',
  PLACEMENT: 'PLACE',
  GENDER: 'SEX',
  DATE_OF_BIRTH: 'DOB',
  ETHNICITY: 'ETHNIC',
  PLACEMENT_PROVIDER: 'PLACE_PROVIDER',
  REASON_PLACEMENT_CHANGE: 'REASON_PLACE_CHANGE',
  SDQ: 'SDQ_SCORE',
  DOLO_DECOM: 'DOLO_START',
  DOLO_DEC: 'DOLO_END',
}

/** The collection's own name of a column, from a header cell in any case and spacing. */
export function columnName(cell: string): string {
  const name = cell
    .replace(/^﻿/, '')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
  return otherNames[name] ?? name
}

/** The table whose header row this is; null where it is none of the collection. */
export function tableOf(columns: readonly string[]): TableName | null {
  if (!columns.includes('CHILD')) return null
  const found = tableNames.find(name =>
    shapes[name].signs.some(signs => signs.every(sign => columns.includes(sign))),
  )
  return found ?? null
}
