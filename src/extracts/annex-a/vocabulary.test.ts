import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProblem } from '../values.ts'
import { careEnded, legalStatus, permanence, placementType, provider } from './care.ts'
import * as needs from './needs.ts'
import { ethnicity, sex } from './people.ts'
import { source } from './sources.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readYesNo, yesNo } from './yes-no.ts'

function meaning(words: Vocabulary, text: string): string | null {
  const reading = words.read(text)
  return isProblem(reading) ? null : reading.value
}

// The values that the template of Annex A offers, each with the code it stands for.
const official: readonly (readonly [Vocabulary, Readonly<Record<string, string>>])[] = [
  [sex, { 'b) Female': 'F', 'a) Male': 'M', 'c) Not stated/recorded': 'U', 'd) Neither': 'U' }],
  [
    ethnicity,
    {
      'a) WBRI': 'WBRI',
      'c) WIRT': 'WIRT',
      'p) BOTH': 'BOTH',
      's) REFU': 'REFU',
      's) NOBT': 'NOBT',
    },
  ],
  [
    source,
    {
      'a) 1A: Individual': '1A',
      'i) 3C: Health services': '3C',
      'm) 4: Housing': '4',
      'p) 5C: LA services': '5C',
      'q) 6: Police': '6',
      'r) 7: Other legal agency': '7',
      'u) 10: Unknown': '10',
    },
  ],
  [needs.need, { 'N1 - Abuse or neglect': 'N1', 'N9 - Cases other than children in need': 'N9' }],
  [needs.closure, { 'RC8 - Case closed after assessment, no further action': 'RC8' }],
  [
    needs.status,
    {
      'a) Looked after child': 'care',
      'b) Child Protection plan': 'protection',
      'c) Child in need plan': 'need',
      'd) Open assessment': 'assessment',
      'e) Closed episode': 'closed',
    },
  ],
  [
    needs.abuse,
    { 'a) Neglect': 'NEG', 'c) Sexual abuse': 'SAB', 'e) Multiple/not recommended': 'MUL' },
  ],
  [legalStatus, { 'C1: ICO': 'C1', 'V2: Single period under S20': 'V2', 'L2: EPO': 'L2' }],
  [
    placementType,
    {
      'f) U6: Foster placement - not FFA': 'U6',
      'zz) T4: Temporary placement - seven days or less': 'T4',
    },
  ],
  [
    provider,
    { 'a) PR0: Parents/Parental responsibility': 'PR0', 'e) PR4 - Private provision': 'PR4' },
  ],
  [
    careEnded,
    {
      'a) E11: Adopted - application unopposed': 'E11',
      'f) E4B: Returned home to live with parents or relatives - not part of planning': 'E4B',
    },
  ],
  [permanence, { 'c) SGO/CAO': 'guardianship or arrangements order', 'g) other': 'other' }],
  [
    needs.eligibility,
    {
      'a) Relevant child': 'relevant',
      'b) Former relevant child': 'former',
      'c) Qualifying care leaver': 'qualifying',
    },
  ],
  [
    needs.inTouch,
    {
      'a) Yes': 'YES',
      'b) No': 'NO',
      'c) Died': 'DIED',
      'd) Refu': 'REFU',
      'e) NREQ': 'NREQ',
      'f) Rhom': 'RHOM',
    },
  ],
  [
    needs.accommodation,
    {
      'B: Parents/relatives': 'B',
      'W: Bed and breakfast': 'W',
      'Y: Other accommodation': 'Y',
      'S: No fixed adobe/homeless': 'S',
    },
  ],
  [
    needs.activity,
    {
      'F2: Full time in education other than higher': 'F2',
      'G6: Not in education, employment or training - pregnancy or parenting': 'G6',
    },
  ],
  [needs.reversal, { 'RD2 - The Court did not make a placement order': 'RD2' }],
  [
    needs.leftAdoption,
    { '1 - Adopter withdrew from process': 'withdrew', '3 - Application refused': 'refused' },
  ],
]

describe('the words of Annex A', () => {
  it('are read as the template has them', () => {
    for (const [words, values] of official)
      for (const [text, code] of Object.entries(values))
        expect([text, meaning(words, text)]).toEqual([text, code])
  })

  it('do not mind case, dashes, brackets or spaces', () => {
    const all = official.flatMap(([words, values]) =>
      Object.entries(values).map(([text, code]) => ({ words, text, code })),
    )
    const change = fc.constantFrom<(text: string) => string>(
      text => text.toUpperCase(),
      text => text.toLowerCase(),
      text => text.replaceAll(/ ?[-:] /g, ' – '),
      text => `  ${text.replaceAll(' ', '  ')} `,
      text => text.replace(/^[a-z]{1,2}\) /, ''),
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), change, ({ words, text, code }, changed) => {
        expect(meaning(words, changed(text))).toBe(code)
      }),
    )
  })

  it.each([
    [source, 'POLICE – other', '6'],
    [source, 'Health Services - School Nurse', '3C'],
    [source, 'A&E (Emergency Department)', '3E'],
    [source, 'Primary School', '2A'],
    [source, 'Education Welfare Officer', '2B'],
    [
      source,
      'LA services - Other internal (department other than social care, e.g. youth offending (excluding housing))',
      '5B',
    ],
    [source, 'Mother', '1A'],
    [source, 'Neighbour', '1B'],
    [source, 'Anonymous [9]', '9'],
    [ethnicity, 'WBRI - White British', 'WBRI'],
    [ethnicity, 'A1 - White - British', 'WBRI'],
    [ethnicity, 'White (English)', 'WBRI'],
    [ethnicity, 'WENG', 'WBRI'],
    [ethnicity, 'Mixed: White & Black Carribean', 'MWBC'],
    [ethnicity, 'Black / African / Caribbean / Black British (Caribbean)', 'BCRB'],
    [ethnicity, 'Black / African / Caribbean / Black British (African)', 'BAFR'],
    [ethnicity, 'Asian or Asian British – Pakistani', 'APKN'],
    [ethnicity, 'Any other White background', 'WOTH'],
    [ethnicity, 'Other Ethnic Group (Chinese)', 'CHNE'],
    [ethnicity, 'Information not yet obtained', 'NOBT'],
    [needs.need, 'Parental illness or disability', 'N3'],
    [needs.abuse, 'Neglect; Emotional abuse', 'MUL'],
    [needs.status, 'CPP', 'protection'],
    [needs.inTouch, '5 - No, residence not known', 'NO'],
    [needs.accommodation, '(Z) With former foster carers', 'Z'],
    [needs.accommodation, 'Y1', 'Y'],
    [legalStatus, 'Interim Care Order', 'C1'],
    [legalStatus, 'E1 - Placement Order and C2 - Full Care Order', 'E1'],
    [placementType, 'K1OUT - Secure Unit (outside LA)', 'K1'],
    [placementType, "Children's home", 'K2'],
    [careEnded, 'Special Guardianship Order [E46]', 'E46'],
  ])('other spellings %#: %s', (words, text, code) => {
    expect(meaning(words, text)).toBe(code)
  })

  it('nothing is taken by likeness: what is no value of Annex A is refused', () => {
    expect(meaning(needs.need, 'PSRMEM - Support with memory and cognition')).toBeNull()
    expect(meaning(source, 'Purple')).toBeNull()
    expect(meaning(sex, 'Purple')).toBeNull()
    expect(meaning(placementType, 'A9')).toBeNull()
  })

  it('where the words name only a group, the group’s other is taken with a doubt', () => {
    expect(source.read('Health services')).toMatchObject({
      value: '3F',
      doubt: { code: 'value-too-general' },
    })
  })

  it('yes and no are read in the words of their column', () => {
    const flag = (text: string, words: Vocabulary) => {
      const reading = readYesNo(text, words)
      return isProblem(reading) ? reading.code : reading.value
    }
    expect(['a) Yes', 'Y', '1', 'TRUE', '1 - Yes'].map(text => flag(text, yesNo.plain))).toEqual(
      Array(5).fill(true),
    )
    expect(['b) No', 'n', '0', 'b. No', 'No.'].map(text => flag(text, yesNo.plain))).toEqual(
      Array(5).fill(false),
    )
    expect(['c) Unknown', 'Not recorded', ''].map(text => flag(text, yesNo.plain))).toEqual(
      Array(3).fill(null),
    )
    expect(flag('Done', yesNo.plain)).toBe('value-not-annex-a')
    expect(flag('NFA', yesNo.noFurtherAction)).toBe(true)
    expect(flag('Child not seen alone', yesNo.seen)).toBe(false)
    expect(flag('AUT', yesNo.disabled)).toBe(true)
    expect(flag('b) Unsuitable', yesNo.suitable)).toBe(false)
    expect(flag('Outside LA boundary', yesNo.outside)).toBe(true)
  })
})
