import type { ListName } from '#records'

// The columns of the eleven lists of Annex A, the child-level data that Ofsted asks for before an
// inspection of local authority children's services (ILACS). Columns that are not named here are
// read past.

export interface AnnexColumn {
  readonly key: string
  /** As the template has it; shown in refusals where the workbook's own heading is not at hand. */
  readonly heading: string
  /** What other headings for it look like, in the form that `plain` gives. */
  readonly like?: RegExp
  /** Its days say what has happened by the day the workbook describes. */
  readonly happened?: true
  /** It is known so that no other column takes its heading, and read past. */
  readonly past?: true
}

export interface AnnexList {
  readonly number: number
  /** As refusals name it: 'List 4'. */
  readonly name: string
  /** What the list holds, completing "so … could not be read". */
  readonly holds: string
  /** How a sheet may be called beside 'List 4', in the form that `plain` gives. */
  readonly called: RegExp
  readonly columns: readonly AnnexColumn[]
  /** The columns that tell this list from the others. */
  readonly marks: readonly string[]
  /** Without these a row says nothing, so a sheet without them is not this list. */
  readonly needs: readonly string[]
  readonly lists: readonly ListName[]
  /** What is read past, and why, in a sentence each. */
  readonly notKept: readonly string[]
}

export const column = (
  key: string,
  heading: string,
  like?: RegExp,
  happened?: true,
): AnnexColumn => ({
  key,
  heading,
  ...(like === undefined ? {} : { like }),
  ...(happened === undefined ? {} : { happened }),
})

export const past = (key: string, heading: string, like?: RegExp): AnnexColumn => ({
  ...column(key, heading, like),
  past: true,
})

export const child: readonly AnnexColumn[] = [
  column(
    'child',
    'Child Unique ID',
    /\b(child|person|client|young person|unique)\b.*\b(id|identifier|identification|number|ref)\b|child ?(unique ?)?id\b|\b(id|identifier)\b.*\bchild\b|^(id|child|pid|mosaic id|ics id|liquidlogic id|la child id)$/,
  ),
  column('sex', 'Gender', /^(gender|sex)\b|\b(gender|sex)$/),
  column('ethnicity', 'Ethnicity', /ethnic/),
  column('bornOn', 'Date of Birth', /(date|day).*birth|^dob$|\bdob\b|^d o b$|birth ?date|due date/),
  past('age', 'Age of Child (Years)', /^age\b/),
]
export const disabled = column('disabled', 'Does the Child have a Disability', /disab/)
export const allocated: readonly AnnexColumn[] = [
  column('team', 'Allocated Team', /\bteam\b/),
  column('worker', 'Allocated Worker', /(allocated|social|key|case) ?worker|^worker/),
]
export const asylum = column(
  'uasc',
  'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
  /unaccompanied|\buasc\b/,
)

export const age = 'The age is not kept: it follows from the date of birth.'
export const named = (number: number, more: Omit<AnnexList, 'number' | 'name'>): AnnexList => ({
  number,
  name: `List ${number}`,
  ...more,
})
