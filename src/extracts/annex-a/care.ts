import { vocabulary } from './vocabulary.ts'

// The words of list 8, by the codes of the SSDA903.

export const legalStatus = vocabulary({
  codes: 'C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3'.split(' '),
  anywhere: true,
  words: [
    [/placement order|^po$/, 'E1'],
    [/interim care|^ico$/, 'C1'],
    [/full care|care order|wardship|ward of court|^(fco|co)$/, 'C2'],
    [/free/, 'D1'],
    [/episodes recorded/, 'V3'],
    [/agreements? recorded|short (term )?breaks?/, 'V4'],
    [/pace\b|police and criminal/, 'J2'],
    [/youth rehab|supervision order/, 'J3'],
    [/remand|committed for trial/, 'J1'],
    [/police prot|powers of prot|^ppo$/, 'L1'],
    [/emergency prot|^epo$/, 'L2'],
    [/child assessment/, 'L3'],
    [/s ?20|section 20|sec 20|accommodated|single (period|placement)|voluntary accom/, 'V2'],
  ],
})

// Until 2015 one code, Q1 or Q2, stood for what is three today (U1 to U3, U4 to U6).
const notSaid =
  'This does not say whether the fostering is long term or for adoption, so it was counted as neither.'

export const placementType = vocabulary({
  first: [
    [/^q1\b/, 'U3', notSaid],
    [/^q2\b/, 'U6', notSaid],
  ],
  codes: 'U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 H5 K1 K2 R1 R2 R3 R5 S1 Z1 T0 T1 T2 T3 T4'.split(
    ' ',
  ),
  anywhere: true,
  words: [
    [/temporary.*hospital|hospital.*temporary/, 'T1'],
    [/temporary.*carer.*holiday|carer s? ?holiday|carer on holiday/, 'T3'],
    [/temporary.*holiday/, 'T2'],
    [/(temporary|accommodation).*(seven|7) days/, 'T4'],
    [/temporary/, 'T0'],
    [/foster.*(relativ|friend|connected).*not (long|ffa)/, 'U3'],
    [/foster.*(relativ|friend|connected).*(long term)/, 'U1'],
    [/foster.*(relativ|friend|connected).*(ffa|concurrent|fostering for adoption)/, 'U2'],
    [/foster.*(relativ|friend|connected).*other|kinship care/, 'U3'],
    [/foster.*not (long|ffa)/, 'U6'],
    [/foster.*long term|long term.*foster/, 'U4'],
    [/foster.*(\bffa\b|concurrent|fostering for adoption)/, 'U5'],
    [/adoption.*consent.*not.*foster|adoption.*consent.*(other|not with)/, 'A4'],
    [/adoption.*consent/, 'A3'],
    [/adoption.*order.*not.*foster/, 'A6'],
    [/adoption.*order.*foster/, 'A5'],
    [/secure/, 'K1'],
    [/mother (and|or) baby|family centre/, 'R3'],
    [/offender|prison|\byoi\b/, 'R5'],
    [/residential school/, 'S1'],
    [/\bnhs\b|health trust|medical/, 'R2'],
    [/residential care home|nursing home/, 'R1'],
    [/not subject|semi independent|residential accom/, 'H5'],
    [/children s? ?home|childrens home|homes and hostels/, 'K2'],
    [/residential employ/, 'P3'],
    [/independent living|lodgings/, 'P2'],
    [/own parent|with parent|parental resp/, 'P1'],
    [/foster.*(relativ|friend)|with relative or friend/, 'U3', notSaid],
    [/foster/, 'U6', notSaid],
    [/other placement|^other$/, 'Z1'],
  ],
})

export const provider = vocabulary({
  codes: ['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5'],
  anywhere: true,
  words: [
    [/parent/, 'PR0'],
    [/own (la |local )?prov|own la|by (the )?(la|local authority)$/, 'PR1'],
    [/other (la|local)|another (la|local)/, 'PR2'],
    [/other public|public prov/, 'PR3'],
    [/private/, 'PR4'],
    [/volunt|third sector|3rd sect/, 'PR5'],
    [/^(la|local authority)( provision)?$/, 'PR1'],
    [/unknown|not re(corded|quired)/, ''],
  ],
})

/** Why care ended. E43 and E44 were replaced by E45 to E48 and are kept as they stand. */
export const careEnded = vocabulary({
  codes:
    'E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8 X1'.split(
      ' ',
    ),
  anywhere: true,
  words: [
    [/new episode begins|new episode/, 'X1'],
    [/adopt.*unopposed/, 'E11'],
    [/adopt.*(consent|consect).*dispens|consent dispens/, 'E12'],
    [/\bdied\b|death/, 'E2'],
    [/taken over|another la|other la\b|another local/, 'E3'],
    [/age assess/, 'E15'],
    [/no p[ae]rental|no pr\b|without pr\b/, 'E13'],
    [/unplanned.*(home|parent)|parent.*unplanned|without pr\b.*unplan/, 'E4B'],
    [/return.*(not (as )?(a )?part|unplanned|not.*plan)/, 'E4B'],
    [/return.*(part of|planned|as part)|^planned.*(home|parent)|parent.*planned/, 'E4A'],
    [/residence order|arrangements? order/, 'E41'],
    [/guardian.*former.*(relat|friend)/, 'E45'],
    [/guardian.*former/, 'E46'],
    [/guardian.*(other than former foster|relat|friend)/, 'E47'],
    [/indep.*(no support|no formal|without)/, 'E6'],
    [/indep.*(support|formal advice)|^supported accom/, 'E5'],
    [/adults? (social|serv|ss\b|division)/, 'E7'],
    [/custody/, 'E9'],
    [/remand/, 'E14'],
    [/abroad/, 'E16'],
    [/remained with|staying put/, 'E17'],
    [/other reason|ceased for any/, 'E8'],
  ],
})

/** What is planned for a child in care, in the record's words. */
export const permanence = vocabulary({
  whole: {
    a: 'return to family',
    b: 'adoption',
    c: 'guardianship or arrangements order',
    d: 'supported living',
    e: 'long-term residential',
    f: 'long-term fostering',
    g: 'other',
    sgo: 'guardianship or arrangements order',
    cao: 'guardianship or arrangements order',
  },
  words: [
    [/parallel|concurrent plan|task cent|assessment/, 'other'],
    [/sgo|cao|guardian|arrangements? order|residence order/, 'guardianship or arrangements order'],
    [/adopt/, 'adoption'],
    [/return|birth (family|parents)|place with parent/, 'return to family'],
    [/residential/, 'long-term residential'],
    [/foster|relatives|friends/, 'long-term fostering'],
    [/supported living|independent/, 'supported living'],
    [/other/, 'other'],
  ],
})
