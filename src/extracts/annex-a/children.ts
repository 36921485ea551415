import type { Day } from '#calendar'
import { children as childrenList, type Table, tableBuilder } from '#records'
import { ethnicity, sex } from './people.ts'
import { missing, otherBirthday } from './problems.ts'
import type { Row } from './row.ts'
import { yesNo } from './yes-no.ts'

export interface Children {
  /** Takes what a row says of its child, and gives the child's date of birth so far. */
  take(child: string, row: Row): Day | null
  build(): Table
}

interface Child {
  bornOn: Day | null
  sex: string
  ethnicity: string
  disabled: boolean | null
}

/** The children of all lists; each is described by every row that is about it. */
export function collectChildren(): Children {
  const children = new Map<string, Child>()
  return {
    take(id, row) {
      for (const key of ['sex', 'ethnicity'])
        if (row.has(key) && row.isBlank(key)) row.doubt(missing, key)
      const said: Child = {
        bornOn: row.day('bornOn'),
        sex: row.code('sex', sex),
        ethnicity: row.code('ethnicity', ethnicity),
        disabled: row.has('disabled') ? row.flag('disabled', yesNo.disabled) : null,
      }
      const known = children.get(id)
      if (known === undefined) {
        children.set(id, said)
        return said.bornOn
      }
      if (known.bornOn === null) known.bornOn = said.bornOn
      else if (said.bornOn !== null && said.bornOn !== known.bornOn)
        row.doubt(otherBirthday, 'bornOn')
      if (known.sex === '' || known.sex === 'U') known.sex = said.sex || known.sex
      if (isUntold(known.ethnicity) && said.ethnicity !== '') known.ethnicity = said.ethnicity
      // A disability that one list knows of is a disability, whatever another has not caught up with.
      if (said.disabled !== null) known.disabled = known.disabled === true || said.disabled
      return known.bornOn
    },
    build() {
      const table = tableBuilder(childrenList)
      for (const [id, child] of children) table.add(id, child)
      return table.build()
    },
  }
}

const isUntold = (ethnicity: string): boolean =>
  ethnicity === '' || ethnicity === 'NOBT' || ethnicity === 'REFU'
