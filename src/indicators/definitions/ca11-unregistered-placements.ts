import { dayOf } from '#calendar'
import { careEpisodes } from '#records'
import { secureAndChildrensHomes } from '../care-codes.ts'
import { indicator, openAtMonthEnd } from '../definition.ts'
import { isOneOf } from '../words.ts'

/** Supported accommodation has to be registered with Ofsted from this day. Unverified. */
const supportedSince = dayOf(2023, 10, 28) ?? 0
const supportedAccommodation = ['H5', 'K3']

export const unregisteredPlacements = indicator('CA11', {
  name: 'Children in care in homes without a registration',
  family: 'Children in care',
  words: {
    everyone:
      'children in care who, at the end of the month, lived in a children’s home or supported accommodation for which no Ofsted registration number is recorded',
    caution:
      'A number can be missing from the record though the home is registered, and a home that is not registered may be recorded as another kind of placement. Each child counted here is to be looked at.',
  },
  of: careEpisodes,
  when: openAtMonthEnd,
  where: (e, day) =>
    e.urn === '' &&
    (isOneOf(e.placementType, secureAndChildrensHomes) ||
      (day >= supportedSince && isOneOf(e.placementType, supportedAccommodation))),
  eachChildOnce: true,
  needs: ['urn'],
  good: 'low',
  law: {
    says: 'Since 9 September 2021 a child under 16 who lives neither with a foster carer nor in a registered children’s home may only be placed in the kinds of place that are listed, such as a hospital or a residential school',
    document: 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)',
    paragraph:
      'regulation 27A, as SI 2021/161, regulation 4, put it in; the duty to register in the Care Standards Act 2000 has not been read',
    read: '2026-11-22',
  },
  source: ['annex-a:8', 'ssda903:episodes', 'ssd:ssd_cla_placement'],
})
