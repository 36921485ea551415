import { isoDay } from '#calendar'
import { offsetDateTime, withOffset } from '../local-time.ts'
import {
  type Dated,
  meetingName,
  type OpenItem,
  papersOf,
  type PlacedPaper,
  type Published,
  type PublishedBody,
  type PublishedDecision,
  type PublishedItem,
  type PublishedMeeting,
  type PublishedMembership,
  type PublishedPaper,
  type PublishedPerson,
  type Venue,
} from '../published.ts'
import {
  type Json,
  known,
  type OparlKind,
  type OparlObject,
  type OparlPlace,
  typeOf,
  webUrl,
} from './json.ts'

/** Every thing that was published, each in the form in which its own address answers. */
export type OparlObjects = Readonly<Record<OparlKind, readonly OparlObject[]>>

/**
 * What was published as objects of OParl 1.1 (https://schema.oparl.org/1.1/, read 21 November 2026):
 * the council is its Body, a body of ours an Organization, and so is a party. What is exempt is an
 * AgendaItem that is not public and has a title.
 */
export function oparlObjects(published: Published, place: OparlPlace): OparlObjects {
  const world = worldOf(published, place)
  const { papers } = world
  return {
    System: [systemOf(world)],
    Body: [bodyOf(world)],
    LegislativeTerm: published.council.terms.map(term => termOf(world, term)),
    Organization: [
      ...published.bodies.map(body => organizationOf(world, body)),
      ...partiesOf(world).map(party => partyOf(world, party)),
    ],
    Person: published.people.map(person => personOf(world, person)),
    Membership: published.people.flatMap(person =>
      membershipsOf(world, person).map(each => ({
        ...each,
        person: place.urlOf('Person', person.id),
      })),
    ),
    Meeting: published.meetings.map(meeting => meetingOf(world, meeting)),
    AgendaItem: published.meetings.flatMap(meeting =>
      meeting.items.map((item, order) => ({
        ...itemOf(world, meeting, item, order),
        meeting: place.urlOf('Meeting', meeting.id),
      })),
    ),
    Paper: papers.filter(isForItems).map(paper => paperOf(world, paper)),
    Consultation: papers.flatMap(placed =>
      consultationsOf(world, placed).map(each => ({
        ...each,
        paper: place.urlOf('Paper', placed.paper.id),
      })),
    ),
    File: papers.map(placed => ({ ...fileOf(world, placed.paper), ...placesOf(world, placed) })),
    Location: venuesOf(published).map(({ venue, meeting }) => locationOf(world, venue, meeting)),
  }
}

/** What was withdrawn: that it was there, and that it is gone. */
export function oparlWithdrawn(published: Published, place: OparlPlace): readonly OparlObject[] {
  const kinds = { body: ['Organization'], person: ['Person'], meeting: ['Meeting'] } as const
  return published.withdrawn.flatMap(gone => {
    const all: readonly OparlKind[] = gone.kind === 'paper' ? ['Paper', 'File'] : kinds[gone.kind]
    return all.map(kind => ({
      ...thing({ published, place }, kind, gone.id, gone),
      // A file must have an address even when it is gone.
      ...(kind === 'File' ? { accessUrl: place.urlOf('File', gone.id) } : {}),
      deleted: true,
    }))
  })
}

interface World {
  readonly published: Published
  readonly place: OparlPlace
  readonly papers: readonly PlacedPaper[]
  readonly people: ReadonlySet<string>
  /** By the item that they were made at. */
  readonly decisions: ReadonlyMap<string | null, PublishedDecision>
}

function worldOf(published: Published, place: OparlPlace): World {
  const people = new Set(published.people.map(each => each.id))
  const decisions = new Map(published.decisions.map(each => [each.item, each]))
  return { published, place, papers: papersOf(published.meetings), people, decisions }
}

function thing(
  { place }: Pick<World, 'published' | 'place'>,
  kind: OparlKind,
  id: string,
  dated: Dated,
  values: Readonly<Record<string, Json | null | undefined>> = {},
): OparlObject {
  return {
    id: place.urlOf(kind, id),
    type: typeOf(kind),
    ...known(values),
    created: withOffset(dated.createdAt),
    modified: withOffset(dated.modifiedAt),
  }
}

function systemOf(world: World): OparlObject {
  const { council } = world.published
  const { place } = world
  return thing(world, 'System', '', council, {
    oparlVersion: 'https://schema.oparl.org/1.1/',
    license: webUrl(place.license),
    body: place.listOf({ of: 'Body' }),
    name: council.name,
    contactEmail: council.contactEmail,
    contactName: council.contactName,
    website: webUrl(council.website),
    vendor: webUrl(place.vendor),
    product: webUrl(place.product),
  })
}

function bodyOf(world: World): OparlObject {
  const { council } = world.published
  const { listOf, urlOf, license } = world.place
  return thing(world, 'Body', council.id, council, {
    system: urlOf('System', ''),
    name: council.name,
    website: webUrl(council.website),
    license: webUrl(license),
    contactEmail: council.contactEmail,
    contactName: council.contactName,
    organization: listOf({ of: 'Organization' }),
    person: listOf({ of: 'Person' }),
    meeting: listOf({ of: 'Meeting' }),
    paper: listOf({ of: 'Paper' }),
    legislativeTerm: council.terms.map(term => termOf(world, term)),
    agendaItem: listOf({ of: 'AgendaItem' }),
    consultation: listOf({ of: 'Consultation' }),
    file: listOf({ of: 'File' }),
    locationList: listOf({ of: 'Location' }),
    legislativeTermList: listOf({ of: 'LegislativeTerm' }),
    membership: listOf({ of: 'Membership' }),
    classification: 'Council',
  })
}

const bodyUrl = ({ place, published }: World): string => place.urlOf('Body', published.council.id)

function termOf(world: World, term: Published['council']['terms'][number]): OparlObject {
  return thing(world, 'LegislativeTerm', term.id, world.published.council, {
    body: bodyUrl(world),
    name: term.name,
    startDate: dayOrNone(term.startsOn),
    endDate: dayOrNone(term.endsOn),
  })
}

function organizationOf(world: World, body: PublishedBody): OparlObject {
  const members = body.members.filter(each => world.people.has(each.person))
  const posts = [...new Set(members.flatMap(each => each.post ?? []))]
  return thing(world, 'Organization', body.id, body, {
    body: bodyUrl(world),
    name: body.name,
    membership: members.map(each => world.place.urlOf('Membership', each.id)),
    meeting: world.place.listOf({ of: 'Meeting', organization: body.id }),
    post: posts.length === 0 ? null : posts,
    organizationType: 'Gremium',
    classification: body.kind,
    startDate: dayOrNone(body.startsOn),
    endDate: dayOrNone(body.endsOn),
    web: webUrl(body.url),
  })
}

interface Party extends Dated {
  readonly name: string
  readonly members: readonly PublishedPerson[]
}

function partiesOf({ published }: World): readonly Party[] {
  const withParty = published.people.filter(each => each.party !== null)
  return [...Map.groupBy(withParty, each => each.party ?? '')].map(([name, members]) => ({
    name,
    members,
    ...spanOf(members),
  }))
}

function spanOf(things: readonly Dated[]): Dated {
  return {
    createdAt: new Date(Math.min(...things.map(each => each.createdAt.getTime()))),
    modifiedAt: new Date(Math.max(...things.map(each => each.modifiedAt.getTime()))),
  }
}

const partyId = (name: string): string => `party-${encodeURIComponent(name)}`
const partyMembershipId = (person: PublishedPerson): string => `party-${person.id}`

function partyOf(world: World, party: Party): OparlObject {
  return thing(world, 'Organization', partyId(party.name), party, {
    body: bodyUrl(world),
    name: party.name,
    membership: party.members.map(each => world.place.urlOf('Membership', partyMembershipId(each))),
    organizationType: 'Partei',
    classification: 'Party',
  })
}

function personOf(world: World, person: PublishedPerson): OparlObject {
  return thing(world, 'Person', person.id, person, {
    body: bodyUrl(world),
    name: person.name,
    email: person.email === null ? null : [person.email],
    status: person.roles.map(role => role.title),
    membership: membershipsOf(world, person),
    web: webUrl(person.url),
  })
}

function membershipsOf(world: World, person: PublishedPerson): readonly OparlObject[] {
  const { urlOf } = world.place
  const party = person.party === null ? null : urlOf('Organization', partyId(person.party))
  const inBodies = world.published.bodies.flatMap(body =>
    body.members
      .filter(each => each.person === person.id)
      .map(each =>
        thing(world, 'Membership', each.id, body, {
          organization: urlOf('Organization', body.id),
          role: roleOf(each),
          votingRight: each.isVoting,
          startDate: dayOrNone(each.startsOn),
          endDate: dayOrNone(each.endsOn),
          onBehalfOf: party,
        }),
      ),
  )
  if (party === null) return inBodies
  const membership = thing(world, 'Membership', partyMembershipId(person), person, {
    organization: party,
    role: 'Member',
  })
  return [...inBodies, membership]
}

const roleOf = ({ post, capacity }: PublishedMembership): string => post ?? capacity ?? 'Member'

function meetingOf(world: World, meeting: PublishedMeeting): OparlObject {
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

function itemOf(
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

const isForItems = ({ places }: PlacedPaper): boolean => places.some(each => each.item !== null)

function paperOf(world: World, placed: PlacedPaper): OparlObject {
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

function consultationsOf(world: World, { paper, places }: PlacedPaper): readonly OparlObject[] {
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

function fileOf(world: World, paper: PublishedPaper): OparlObject {
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

function placesOf(world: World, placed: PlacedPaper): Readonly<Record<string, readonly string[]>> {
  const { urlOf } = world.place
  const { paper, places } = placed
  const items = places.flatMap(({ item }) => item ?? []).map(item => urlOf('AgendaItem', item.id))
  return {
    meeting: [...new Set(places.map(({ meeting }) => urlOf('Meeting', meeting.id)))],
    ...(items.length === 0 ? {} : { agendaItem: items }),
    ...(isForItems(placed) ? { paper: [urlOf('Paper', paper.id)] } : {}),
  }
}

function venuesOf({ meetings }: Published) {
  const found = new Map<string, { venue: Venue; meeting: PublishedMeeting }>()
  for (const meeting of meetings)
    if (meeting.venue !== null && !found.has(meeting.venue.id))
      found.set(meeting.venue.id, { venue: meeting.venue, meeting })
  return [...found.values()]
}

function locationOf(world: World, venue: Venue, dated: Dated): OparlObject {
  return thing(world, 'Location', venue.id, dated, {
    description: [venue.name, venue.address, venue.postcode].filter(Boolean).join(', '),
    streetAddress: venue.address,
    room: venue.room,
    postalCode: venue.postcode,
  })
}

const dayOrNone = (day: number | null): string | null => (day === null ? null : isoDay(day))
