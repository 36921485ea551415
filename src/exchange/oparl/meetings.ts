import { isoDay } from '#calendar'
import { offsetDateTime } from '../local-time.ts'
import {
  type Dated,
  meetingName,
  type OpenItem,
  type PlacedPaper,
  type Published,
  type PublishedItem,
  type PublishedMeeting,
  type PublishedPaper,
  type Venue,
} from '../published.ts'
import { type OparlObject, webUrl } from './json.ts'
import { bodyUrl, thing, type World } from './world.ts'

export function meetingOf(world: World, meeting: PublishedMeeting): OparlObject {
  const { urlOf } = world.place
  const invitation =
    meeting.papers.find(each => each.kind === 'agenda') ??
    meeting.papers.find(each => each.kind === 'pack')
  const minutes = meeting.papers.find(each => each.kind === 'minutes')
  const others = meeting.papers.filter(each => each !== invitation && each !== minutes)
  const present = meeting.attendance.flatMap(each =>
    each.presence === 'present' && each.person !== null && world.people.has(each.person)
      ? [urlOf('Person', each.person)]
      : [],
  )
  const ends = meeting.endedActually ?? meeting.ends
  return thing(world, 'Meeting', meeting.id, meeting, {
    name: meetingName(meeting, world.published.bodies),
    meetingState: stateOf(meeting, minutes !== undefined),
    cancelled: meeting.state === 'cancelled' || meeting.state === 'postponed',
    start: offsetDateTime(meeting.startedActually ?? meeting.starts),
    end: ends === null || ends.time === null ? null : offsetDateTime(ends),
    location: meeting.venue === null ? null : locationOf(world, meeting.venue, meeting),
    organization: [urlOf('Organization', meeting.body)],
    participant: present.length === 0 ? null : [...new Set(present)],
    invitation: invitation === undefined ? null : fileOf(world, invitation),
    resultsProtocol: minutes === undefined ? null : fileOf(world, minutes),
    auxiliaryFile: others.map(each => fileOf(world, each)),
    agendaItem: meeting.items.map((item, order) => itemOf(world, meeting, item, order)),
    web: webUrl(meeting.url),
  })
}

/** The three words that OParl recommends: planned, called, and held with its minutes agreed. */
function stateOf({ state, items }: PublishedMeeting, hasMinutes: boolean): string {
  if (state === 'held') return hasMinutes ? 'durchgeführt' : 'eingeladen'
  return state === 'scheduled' && items.length > 0 ? 'eingeladen' : 'terminiert'
}

export function itemOf(
  world: World,
  meeting: PublishedMeeting,
  item: PublishedItem,
  order: number,
): OparlObject {
  const values = { number: item.number, order, name: item.title, public: item.exempt === null }
  if (item.exempt !== null) return thing(world, 'AgendaItem', item.id, meeting, values)
  const decision = world.decisions.get(item.id)
  const first = item.papers[0]
  return thing(world, 'AgendaItem', item.id, meeting, {
    ...values,
    consultation:
      first === undefined ? null : world.place.urlOf('Consultation', consultationId(first, item)),
    result: decision?.vote == null ? null : decision.vote.isCarried ? 'Carried' : 'Lost',
    resolutionText: decision?.resolved ?? item.resolution,
  })
}

const consultationId = (paper: PublishedPaper, item: OpenItem): string => `${paper.id}~${item.id}`

export const isForItems = ({ places }: PlacedPaper): boolean =>
  places.some(each => each.item !== null)

export function paperOf(world: World, placed: PlacedPaper): OparlObject {
  const { paper } = placed
  return thing(world, 'Paper', paper.id, paper, {
    body: bodyUrl(world),
    name: paper.title,
    reference: paper.reference,
    date: isoDay(paper.publishedOn),
    paperType: paper.kind,
    mainFile: fileOf(world, paper),
    consultation: consultationsOf(world, placed),
    web: webUrl(paper.url),
  })
}

export function consultationsOf(
  world: World,
  { paper, places }: PlacedPaper,
): readonly OparlObject[] {
  const { urlOf } = world.place
  return places.flatMap(({ meeting, item }) => {
    if (item === null) return []
    return [
      thing(world, 'Consultation', consultationId(paper, item), paper, {
        agendaItem: urlOf('AgendaItem', item.id),
        meeting: urlOf('Meeting', meeting.id),
        organization: [urlOf('Organization', meeting.body)],
      }),
    ]
  })
}

export function fileOf(world: World, paper: PublishedPaper): OparlObject {
  const { file } = paper
  return thing(world, 'File', paper.id, paper, {
    name: paper.title,
    fileName: file.name,
    mimeType: file.mediaType,
    date: isoDay(paper.publishedOn),
    size: file.bytes,
    sha512Checksum: file.sha512,
    accessUrl: webUrl(file.url) ?? file.url,
    fileLicense: webUrl(world.place.license),
    web: webUrl(paper.url),
  })
}

export function placesOf(
  world: World,
  placed: PlacedPaper,
): Readonly<Record<string, readonly string[]>> {
  const { urlOf } = world.place
  const { paper, places } = placed
  const items = places.flatMap(({ item }) => item ?? []).map(item => urlOf('AgendaItem', item.id))
  return {
    meeting: [...new Set(places.map(({ meeting }) => urlOf('Meeting', meeting.id)))],
    ...(items.length === 0 ? {} : { agendaItem: items }),
    ...(isForItems(placed) ? { paper: [urlOf('Paper', paper.id)] } : {}),
  }
}

export function venuesOf({ meetings }: Published) {
  const found = new Map<string, { venue: Venue; meeting: PublishedMeeting }>()
  for (const meeting of meetings)
    if (meeting.venue !== null && !found.has(meeting.venue.id))
      found.set(meeting.venue.id, { venue: meeting.venue, meeting })
  return [...found.values()]
}

export function locationOf(world: World, venue: Venue, dated: Dated): OparlObject {
  return thing(world, 'Location', venue.id, dated, {
    description: [venue.name, venue.address, venue.postcode].filter(Boolean).join(', '),
    streetAddress: venue.address,
    room: venue.room,
    postalCode: venue.postcode,
  })
}
