// What the codes of a record mean, in words that a parent or a young person could read. The codes are
// those of the children in need census and of the SSDA903; a code that is not here is shown as it is.

type Words = Readonly<Record<string, string>>

export const inWords = (words: Words, code: string): string => words[code] ?? code

export const sexes: Words = { M: 'Male', F: 'Female', U: 'Not known' }

export const ethnicities: Words = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WIRT: 'Traveller of Irish heritage',
  WOTH: 'Any other White background',
  WROM: 'Gypsy or Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  CHNE: 'Chinese',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  OOTH: 'Any other ethnic group',
  REFU: 'Preferred not to say',
  NOBT: 'Not recorded yet',
}

export const sources: Words = {
  '1A': 'a family member or carer',
  '1B': 'somebody who knows the family',
  '1C': 'the child themselves',
  '1D': 'a member of the public',
  '2A': 'a school',
  '2B': 'an education service',
  '3A': 'a GP',
  '3B': 'a health visitor',
  '3C': 'a school nurse',
  '3D': 'a primary health service',
  '3E': 'a hospital emergency department',
  '3F': 'a health service',
  '4': 'housing',
  '5A': 'the council’s social care',
  '5B': 'another service of the council',
  '5C': 'another council',
  '5D': 'the council’s early help',
  '6': 'the police',
  '7': 'a legal agency',
  '8': 'somebody else',
  '9': 'somebody who did not give a name',
  '10': 'somebody who is not recorded',
}

export const needs: Words = {
  N1: 'abuse or neglect',
  N2: 'the child’s disability or illness',
  N3: 'a parent’s disability or illness',
  N4: 'a family in acute stress',
  N5: 'family difficulties',
  N6: 'behaviour that others find hard',
  N7: 'low income',
  N8: 'no parent here',
  N9: 'something else',
}

export const closures: Words = {
  RC1: 'The child was adopted',
  RC2: 'The child died',
  RC3: 'A child arrangements order was made',
  RC4: 'A special guardianship order was made',
  RC5: 'The family moved to another council’s area',
  RC6: 'Adult social care took over',
  RC7: 'Support was no longer needed',
  RC8: 'No support was needed after the assessment',
  RC9: 'Early help took over after the assessment',
}

export const abuse: Words = {
  NEG: 'neglect',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  EMO: 'emotional abuse',
  MUL: 'more than one kind of abuse',
}

export const visitKinds: Words = {
  need: 'as a child in need',
  protection: 'under the child protection plan',
  care: 'in care',
}

export const legalStatuses: Words = {
  V2: 'by agreement with the parents (section 20)',
  C1: 'under an interim care order',
  C2: 'under a care order',
  D1: 'under a freeing order',
  E1: 'under a placement order',
  J1: 'on remand or in custody',
  J2: 'under a youth court order',
  J3: 'under a youth court order',
  L1: 'under police protection',
  L2: 'under an emergency protection order',
  L3: 'under a child assessment order',
}

const placements: readonly (readonly [RegExp, string])[] = [
  [/^U[123]$/, 'with relatives or friends who foster'],
  [/^U[456]$/, 'with foster carers'],
  [/^A[3-6]$/, 'with the people who are to adopt them'],
  [/^K1$/, 'in a secure children’s home'],
  [/^K2$/, 'in a children’s home'],
  [/^K3$|^H5$|^P2$/, 'in supported accommodation or living independently'],
  [/^P1$/, 'at home with their parents'],
  [/^P3$/, 'living independently in employment'],
  [/^R1$/, 'in a residential care home'],
  [/^R2$/, 'in hospital or another health setting'],
  [/^R3$/, 'in a family centre'],
  [/^R5$/, 'in custody'],
  [/^S1$/, 'in a residential school'],
]

export function placementInWords(type: string): string {
  if (type === '') return 'in a placement of a kind that is not recorded'
  return placements.find(([pattern]) => pattern.test(type))?.[1] ?? `in a placement of type ${type}`
}

export const careEnds: Words = {
  E11: 'Adopted',
  E12: 'Adopted',
  E2: 'Died',
  E3: 'Another council took over',
  E4A: 'Went home to parents, as planned',
  E4B: 'Went home to parents, not as planned',
  E13: 'Left care to live with parents or relatives',
  E41: 'A child arrangements order was made',
  E43: 'A special guardianship order was made',
  E44: 'A special guardianship order was made',
  E45: 'A special guardianship order was made',
  E46: 'A special guardianship order was made',
  E47: 'A special guardianship order was made',
  E48: 'A special guardianship order was made',
  E5: 'Moved to live independently',
  E6: 'Moved to live independently',
  E7: 'Moved to adult social care',
  E8: 'Left care for another reason',
  E9: 'Sentenced to custody',
  E14: 'Accommodation on remand ended',
  E15: 'Found to be 18 or over',
  E16: 'Moved abroad',
  E17: 'Moved abroad',
}

export const participation: Words = {
  PN0: 'The child was under 4',
  PN1: 'The child was there and spoke for themselves',
  PN2: 'The child was there and somebody spoke for them',
  PN3: 'The child was there and gave their views in another way',
  PN4: 'The child was there and gave no view',
  PN5: 'Somebody else gave the child’s views',
  PN6: 'The child sent their views in another way',
  PN7: 'The child was not there and sent no views',
}

export const healthKinds: Words = {
  assessment: 'Health assessment',
  dental: 'Dentist',
  immunisations: 'Immunisations',
  sdq: 'Strengths and difficulties questionnaire',
  conviction: 'Conviction or caution',
  substance: 'Help with substance use',
}

export const touch: Words = {
  YES: 'In touch with the council',
  NO: 'Not in touch with the council',
  DIED: 'Died',
  REFU: 'Did not want to be in touch',
  NREQ: 'No longer needs the service',
  RHOM: 'Went home to live with family',
}

export const reversed: Words = {
  RD1: 'the child’s needs changed',
  RD2: 'the court made no placement order',
  RD3: 'no adopters were found',
  RD4: 'for another reason',
}
