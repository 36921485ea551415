import { accommodations, activities } from '../codes.ts'
import { type County, birthday } from '../county.ts'
import { NONE, type Sheet } from '../sheet.ts'
import {
  type ReturnTable,
  type Year,
  byEnd,
  date,
  flag,
  leaversOf,
  whoAndBirth,
} from './return-table.ts'
import { earlierOptions } from '../tables/permanence.ts'

/** Children in care on 31 March and for the whole year before it: OC2 asks about them. */
function inCareAllYear(county: County, year: Year): readonly number[] {
  const { periods } = county.happened
  const children = new Set<number>()
  for (let row = 0; row < periods.length; row++) {
    if (periods.get(row, 'from') <= year.from && periods.get(row, 'to') > year.to) {
      children.add(periods.get(row, 'child'))
    }
  }
  return [...children]
}

/** For each child the latest row in the year that a rule holds for. */
function latestInYear<Name extends string>(
  rows: Sheet<Name | 'child' | 'on'>,
  year: Year,
  that: (row: number) => boolean = () => true,
): ReadonlyMap<number, number> {
  const latest = new Map<number, number>()
  for (let row = 0; row < rows.length; row++) {
    const on = rows.get(row, 'on')
    if (on < year.from || on > year.to || !that(row)) continue
    latest.set(rows.get(row, 'child'), row)
  }
  return latest
}

const oc2: ReturnTable = {
  name: 'oc2',
  columns:
    'CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
  write(county, year, file) {
    const { happened } = county
    const { healthChecks, questionnaires, immunisations, substances, people } = happened
    const done = (dental: number) => (row: number) =>
      healthChecks.get(row, 'done') === 1 && healthChecks.get(row, 'dental') === dental
    const assessed = latestInYear(healthChecks, year, done(0))
    const teeth = latestInYear(healthChecks, year, done(1))
    const asked = latestInYear(questionnaires, year)
    const immunised = latestInYear(immunisations, year)
    const misused = latestInYear(substances, year)
    const convicted = latestInYear(happened.convictions, year)
    for (const child of inCareAllYear(county, year)) {
      const born = people.get(child, 'born')
      const ofAge = birthday(born, 4) <= year.to && birthday(born, 17) > year.to
      const answer = asked.get(child)
      const score = answer === undefined ? NONE : questionnaires.get(answer, 'score')
      const jab = immunised.get(child)
      const misuse = misused.get(child)
      const helped = misuse !== undefined && substances.get(misuse, 'helped') === 1
      whoAndBirth(county, file, child)
      if (score === NONE || !ofAge) file.blank()
      else file.number(score)
      if (!ofAge) file.word('SDQ1')
      else file.word(score === NONE ? 'SDQ4' : '')
      if (birthday(born, 10) <= year.to) flag(file, convicted.has(child))
      else file.blank()
      if (birthday(born, 5) > year.to) flag(file, true)
      else file.blank()
      flag(file, jab !== undefined && immunisations.get(jab, 'upToDate') === 1)
      flag(file, teeth.has(child))
      flag(file, assessed.has(child))
      flag(file, misuse !== undefined)
      if (misuse === undefined) file.blank(2)
      else {
        flag(file, helped)
        if (helped) file.blank()
        else flag(file, true)
      }
      file.end()
    }
  },
}

const oc3: ReturnTable = {
  name: 'oc3',
  columns: 'CHILD DOB IN_TOUCH ACTIV ACCOM',
  write(county, year, file) {
    for (const { child, circumstances: then } of leaversOf(county, year)) {
      const known = then.inTouch === 'YES' || then.inTouch === 'RHOM'
      whoAndBirth(county, file, child)
      file.word(then.inTouch)
      file.word(known ? (activities[then.activity] ?? '0') : '0')
      file.word(
        known ? `${accommodations[then.accommodation] ?? 'Y'}${then.suitable ? 1 : 2}` : '0',
      )
      file.end()
    }
  },
}

const adopted: ReturnTable = {
  name: 'ad1',
  columns: 'CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR',
  write(county, year, file) {
    const { permanence: rows } = county.happened
    for (let row = 0; row < rows.length; row++) {
      const on = rows.get(row, 'to')
      if (rows.get(row, 'kind') !== 0 || on < year.from || on > year.to) continue
      whoAndBirth(county, file, rows.get(row, 'child'))
      date(file, rows.get(row, 'decided'))
      date(file, rows.get(row, 'matched'))
      flag(file, rows.get(row, 'byCarer') === 1)
      file.number(row % 6 === 0 ? 1 : 2)
      file.word(row % 6 === 0 ? 'F1' : 'MF')
      file.word(row % 6 === 0 ? 'L0' : 'L11')
      file.end()
    }
  },
}

const placed: ReturnTable = {
  name: 'placed_for_adoption',
  columns: 'CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED',
  write(county, year, file) {
    const { permanence: rows } = county.happened
    for (let row = 0; row < rows.length; row++) {
      const on = rows.get(row, 'decided')
      if (on === NONE || on > year.to || rows.get(row, 'to') < year.from) continue
      const reversed = byEnd(year, rows.get(row, 'reversed'))
      whoAndBirth(county, file, rows.get(row, 'child'))
      date(file, on)
      date(file, reversed)
      file.word(reversed === NONE ? '' : `RD${rows.get(row, 'reason') + 1}`)
      file.end()
    }
  },
}

const earlier: ReturnTable = {
  name: 'previous_permanence',
  columns: 'CHILD DOB PREV_PERM LA_PERM DATE_PERM',
  write(county, year, file) {
    const { earlierPermanence: rows } = county.happened
    for (let row = 0; row < rows.length; row++) {
      const on = rows.get(row, 'on')
      if (on < year.from || on > year.to) continue
      const kind = rows.get(row, 'kind')
      whoAndBirth(county, file, rows.get(row, 'child'))
      file.word(earlierOptions[kind] ?? 'Z1')
      file.blank()
      date(file, kind < 3 ? rows.get(row, 'ordered') : NONE)
      file.end()
    }
  },
}

export const outcomeTables: readonly ReturnTable[] = [oc2, oc3, adopted, placed, earlier]
