import type { Day } from '#calendar'
import type { XmlElement } from '#kit/files/xml.ts'
import { children as childrenList, type Table, tableBuilder } from '#records'
import { disabilities, ethnicities, sexes } from './codes.ts'
import { find, findAll, textOf } from './elements.ts'
import {
  bornLongAfter,
  diedBeforeBirth,
  noBirthday,
  noIdentifier,
  noneAndOther,
  otherBirthday,
  sameChild,
  twoBirthdays,
} from './problems.ts'
import type { SourceList } from './source-list.ts'

interface Person {
  readonly bornOn: Day | null
  readonly sex: string
  readonly ethnicity: string
  readonly disabled: boolean | null
  readonly diedOn: Day | null
}

export interface People {
  /** Takes the child and gives the identifier; null where it has none. */
  take(child: XmlElement): string | null
  /** Notes a referral that cannot have been of a child who was expected by then. */
  checkReferral(id: string, referredOn: Day, row: XmlElement, list: SourceList): void
  readonly count: number
  build(): Table
}

/** A referral may be of a child who is not yet born: up to 40 weeks before the birth. */
const PREGNANCY_DAYS = 280

export function readPeople(source: SourceList): People {
  const people = new Map<string, Person>()
  return {
    take(child) {
      source.found()
      const identifiers = find(child, 'ChildIdentifiers') ?? child
      const id = textOf(identifiers, 'LAchildID')
      if (id === '') {
        source.refuse(identifiers, noIdentifier, 'LAchildID')
        return null
      }
      const person = readPerson(source, child, identifiers)
      const before = people.get(id)
      if (before === undefined) people.set(id, person)
      else {
        source.doubt(identifiers, 'LAchildID', sameChild)
        if (before.bornOn !== null && person.bornOn !== null && before.bornOn !== person.bornOn)
          source.drop(identifiers, 'PersonBirthDate', otherBirthday)
        people.set(id, merged(before, person))
      }
      return id
    },
    checkReferral(id, referredOn, row, list) {
      const bornOn = people.get(id)?.bornOn ?? null
      if (bornOn !== null && bornOn - referredOn > PREGNANCY_DAYS)
        list.doubt(row, 'CINreferralDate', bornLongAfter)
    },
    get count() {
      return people.size
    },
    build() {
      const rows = tableBuilder(childrenList)
      for (const [id, person] of people) rows.add(id, person)
      return rows.build()
    },
  }
}

function readPerson(source: SourceList, child: XmlElement, identifiers: XmlElement): Person {
  const bornOn = source.day(identifiers, 'PersonBirthDate')
  const expected = textOf(identifiers, 'ExpectedPersonBirthDate') !== ''
  if (bornOn !== null && expected)
    source.doubt(identifiers, 'ExpectedPersonBirthDate', twoBirthdays)
  if (bornOn === null && !expected && textOf(identifiers, 'PersonBirthDate') === '')
    source.doubt(identifiers, 'PersonBirthDate', noBirthday)
  const sex = source.required(identifiers, 'Sex', source.code(identifiers, 'Sex', sexes))

  const died = source.day(identifiers, 'PersonDeathDate')
  const impossible = died !== null && bornOn !== null && died < bornOn
  if (impossible) source.drop(identifiers, 'PersonDeathDate', diedBeforeBirth)

  const characteristics = find(child, 'ChildCharacteristics') ?? child
  const ethnicity = source.code(characteristics, 'Ethnicity', ethnicities)
  return {
    bornOn,
    sex,
    ethnicity: source.required(characteristics, 'Ethnicity', ethnicity),
    disabled: readDisabled(source, characteristics),
    diedOn: impossible ? null : died,
  }
}

/** Yes by any code but NONE, no by NONE alone, not known where no code is given. */
function readDisabled(source: SourceList, characteristics: XmlElement): boolean | null {
  const blocks = findAll(characteristics, 'Disabilities')
  const elements = [characteristics, ...blocks].flatMap(block => findAll(block, 'Disability'))
  const found = source.codes(elements, disabilities)
  if (found.length === 0) return null
  const disabled = found.some(code => code !== 'NONE')
  if (disabled && found.includes('NONE')) source.doubt(characteristics, null, noneAndOther)
  return disabled
}

/** What a child's first appearance says, and what it leaves open from a later one. */
function merged(first: Person, later: Person): Person {
  return {
    bornOn: first.bornOn ?? later.bornOn,
    sex: first.sex || later.sex,
    ethnicity: first.ethnicity || later.ethnicity,
    disabled: first.disabled ?? later.disabled,
    diedOn: first.diedOn ?? later.diedOn,
  }
}
