import type { Dated, PublishedBody, PublishedMembership, PublishedPerson } from '../published.ts'
import { type OparlObject, webUrl } from './json.ts'
import { bodyUrl, dayOrNone, thing, type World } from './world.ts'

export function organizationOf(world: World, body: PublishedBody): OparlObject {
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

export function partiesOf({ published }: World): readonly Party[] {
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

export function partyOf(world: World, party: Party): OparlObject {
  return thing(world, 'Organization', partyId(party.name), party, {
    body: bodyUrl(world),
    name: party.name,
    membership: party.members.map(each => world.place.urlOf('Membership', partyMembershipId(each))),
    organizationType: 'Partei',
    classification: 'Party',
  })
}

export function personOf(world: World, person: PublishedPerson): OparlObject {
  return thing(world, 'Person', person.id, person, {
    body: bodyUrl(world),
    name: person.name,
    email: person.email === null ? null : [person.email],
    status: person.roles.map(role => role.title),
    membership: membershipsOf(world, person),
    web: webUrl(person.url),
  })
}

export function membershipsOf(world: World, person: PublishedPerson): readonly OparlObject[] {
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
