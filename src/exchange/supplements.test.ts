import { expect, test } from 'vitest'
import { parseIsoDay } from '#calendar'
import { meetingFromModernGov, readModernGovMeeting } from './moderngov/index.ts'
import { isSupplementary, supplementsOf } from './supplements.ts'

const doc = (id: number, title: string, more = '') =>
  `<linkeddoc><attachmentid>${id}</attachmentid><title>${title}</title><url>https://x.example/${id}.pdf</url>${more}</linkeddoc>`
const item = (number: number, title: string, documents: string, more = '') =>
  `<agendaitem><agendaitemid>1${number}</agendaitemid><agendaitemtitle>${title}</agendaitemtitle><fulldisplaynumberformat>${number}.</fulldisplaynumberformat>${more}<linkeddocuments>${documents}</linkeddocuments></agendaitem>`

function supplementsIn(items: string, documents: string) {
  const reading = readModernGovMeeting(
    `<meeting><meetingid>7</meetingid><meetingdate>10/02/2026</meetingdate><agendaitems>${items}</agendaitems><linkeddocuments>${documents}</linkeddocuments></meeting>`,
  )
  if (reading.kind === 'refused') throw new Error(reading.reason)
  const readAt = new Date('2026-02-11T09:00:00Z')
  const today = parseIsoDay('2026-02-11') ?? 0
  const meeting = meetingFromModernGov(reading.value, { body: '1', today, readAt })
  if (meeting === null) throw new Error('no meeting')
  return supplementsOf(meeting).map(({ paper, item: of, to }) => [
    paper.id,
    of,
    to === null ? null : to.id,
  ])
}

const agenda =
  item(5, 'Sufficiency of homes', doc(1, 'Sufficiency report') + doc(2, 'Sufficiency Appendix A')) +
  item(6, 'Progress of the improvement plan', doc(3, 'Report') + doc(4, 'Addendum to the report')) +
  item(7, 'Budget of the service', doc(5, 'Budget report - to follow'))

test('a supplement below an item adds to the report of that item', () => {
  expect(supplementsIn(agenda, '')).toEqual([
    ['4', '16', '3'],
    // A report to follow adds to nothing that came before.
    ['5', '17', null],
  ])
})

test('a supplement of the whole meeting is of the item that it names', () => {
  const documents =
    doc(20, 'Agenda reports pack') +
    doc(21, 'Supplementary agenda, item 5: Sufficiency Appendix A, 10/02/2026') +
    doc(22, 'Supplement - Progress of the Improvement Plan, 10/02/2026 Cabinet') +
    doc(23, 'Agenda Supplement 1') +
    doc(24, 'Late papers: items not on this agenda, item 44')
  expect(supplementsIn(agenda, documents).slice(2)).toEqual([
    ['21', '15', '2'],
    ['22', '16', '3'],
    ['23', null, null],
    ['24', null, null],
  ])
})

test('a title that two items have ties a supplement to neither', () => {
  const two =
    item(1, 'Children in care', doc(1, 'Report')) + item(2, 'Children in care', doc(2, 'Report'))
  expect(supplementsIn(two, doc(9, 'Supplement: children in care'))).toEqual([['9', null, null]])
})

test('what is restricted is not there to be tied', () => {
  const closed = item(1, 'A contract', doc(1, 'Addendum'), '<isrestricted>True</isrestricted>')
  const restricted = doc(9, 'Supplement: item 1', '<isrestricted>True</isrestricted>')
  expect(supplementsIn(closed, restricted)).toEqual([])
})

test('what adds to others says so by its title', () => {
  const titles = [
    'Supplementary report',
    'Report to follow',
    'Addendum 2',
    'Late report',
    'Update sheet',
    'Report on follow-up visits',
    'Latest figures',
    'The agenda',
  ]
  expect(titles.filter(isSupplementary)).toEqual(titles.slice(0, 5))
})
