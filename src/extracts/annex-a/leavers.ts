import { careLeavers } from '#records'
import * as needs from './needs.ts'
import { accounted, type ReadRow, staff, wanted } from './rows.ts'
import { yesNo } from './yes-no.ts'

/** A row of List 9: how a young person is on the day that the workbook describes. */
export const readCareLeaver: ReadRow = (row, into) => {
  const child = row.identifier('child')
  into.children.take(child, row)
  wanted(row, 'eligibility', 'inTouch')
  const leaver = {
    eligibility: row.code('eligibility', needs.eligibility),
    inTouch: row.code('inTouch', needs.inTouch),
    latestContactOn: row.day('contactOn'),
    pathwayPlanOn: row.day('pathwayPlanOn'),
    adviser: row.text('adviser'),
    activity: row.code('activity', needs.activity),
    accommodation: row.code('accommodation', needs.accommodation),
    suitable: row.flag('suitable', yesNo.suitable),
    ...staff(row),
  }
  const added = into.tables.note(careLeavers, child, leaver)
  if (!accounted(row, added, 'child')) return false
  into.later(asOn => into.tables.put(careLeavers, child, { asOn, ...leaver }))
  return true
}
