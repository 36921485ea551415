import type { Published } from '../published.ts'
import { type OparlKind, type OparlObject, type OparlPlace, webUrl } from './json.ts'
import {
  consultationsOf,
  fileOf,
  isForItems,
  itemOf,
  locationOf,
  meetingOf,
  paperOf,
  placesOf,
  venuesOf,
} from './meetings.ts'
import { membershipsOf, organizationOf, partiesOf, partyOf, personOf } from './people.ts'
import { bodyUrl, dayOrNone, thing, type World, worldOf } from './world.ts'

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
  // Worked out when it is asked for: a page shows one kind.
  return {
    get System() {
      return [systemOf(world)]
    },
    get Body() {
      return [bodyOf(world)]
    },
    get LegislativeTerm() {
      return published.council.terms.map(term => termOf(world, term))
    },
    get Organization() {
      const bodies = published.bodies.map(body => organizationOf(world, body))
      return [...bodies, ...partiesOf(world).map(party => partyOf(world, party))]
    },
    get Person() {
      return published.people.map(person => personOf(world, person))
    },
    get Membership() {
      return published.people.flatMap(person =>
        membershipsOf(world, person).map(each => ({
          ...each,
          person: place.urlOf('Person', person.id),
        })),
      )
    },
    get Meeting() {
      return published.meetings.map(meeting => meetingOf(world, meeting))
    },
    get AgendaItem() {
      return published.meetings.flatMap(meeting =>
        meeting.items.map((item, order) => ({
          ...itemOf(world, meeting, item, order),
          meeting: place.urlOf('Meeting', meeting.id),
        })),
      )
    },
    get Paper() {
      return papers.filter(isForItems).map(paper => paperOf(world, paper))
    },
    get Consultation() {
      return papers.flatMap(placed =>
        consultationsOf(world, placed).map(each => ({
          ...each,
          paper: place.urlOf('Paper', placed.paper.id),
        })),
      )
    },
    get File() {
      return papers.map(placed => ({ ...fileOf(world, placed.paper), ...placesOf(world, placed) }))
    },
    get Location() {
      return venuesOf(published).map(({ venue, meeting }) => locationOf(world, venue, meeting))
    },
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

function termOf(world: World, term: Published['council']['terms'][number]): OparlObject {
  return thing(world, 'LegislativeTerm', term.id, world.published.council, {
    body: bodyUrl(world),
    name: term.name,
    startDate: dayOrNone(term.startsOn),
    endDate: dayOrNone(term.endsOn),
  })
}
