import { problem, type Problem } from '../values.ts'

// What a data officer is told about a row of Annex A, one sentence each.

export const noIdentifier = problem(
  'identifier-missing',
  'This row has no identifier, so it was left out.',
)
export const headingsAgain = problem(
  'headings-repeated',
  'This row repeats the headings, so it was left out.',
)
export const noDate = problem(
  'date-missing',
  'This row has no date that says when it happened, so it was left out.',
)
export const sameRow = problem(
  'row-repeated',
  'This row says the same as an earlier one and was taken once.',
)
export const sameDay = problem(
  'row-same-day',
  'Another row has the same identifier and date and says something else; both were kept.',
)
export const endBeforeStart = problem(
  'end-before-start',
  'The end is before the start, so the end date was left out.',
)
export const longBeforeBirth = problem(
  'date-before-birth',
  'This date is more than 40 weeks before the date of birth.',
)
export const otherBirthday = problem(
  'birthday-differs',
  'This child has another date of birth in another row; the first was kept.',
)
export const missing = problem('value-missing', 'This is required in Annex A and is blank.')
export const placedBeforeCare = problem(
  'placement-before-care',
  'The placement started before the child came into care; it was counted from the start of care.',
)
export const afterAsOf = problem(
  'date-after-extract',
  'This date is later than the day that the workbook describes.',
)
export const noPlanWithoutConference = problem(
  'plan-without-conference',
  'There is an answer about a plan and no date of the conference, so the answer was left out.',
)

export const columnMissing = (heading: string, list: string): Problem =>
  problem('column-missing', `There is no column “${heading}” in ${list}, so it could not be read.`)

export const listMissing = (list: string, holds: string): Problem =>
  problem('list-missing', `${list} was not in the workbook, so ${holds} could not be read.`)

export const sheetUnlike = (list: string): Problem =>
  problem(
    'sheet-not-recognised',
    `This sheet is named as ${list} and does not have its headings, so it was not read.`,
  )
export const sheetEmpty = (list: string): Problem =>
  problem('sheet-empty', `The sheet for ${list} is empty, without even its headings.`)

export const noLists = problem(
  'no-lists',
  'No sheet of this file has the headings of a list of Annex A, so nothing was read.',
)
export const noDays = problem(
  'no-dates',
  'There is no date in the lists, so the day that they describe is not known; give it when you load them.',
)
