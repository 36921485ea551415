import type { Day } from '#calendar'
import { type Definition, definitionOf, notRecorded } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import { type Colleague, sharedUntil, useByTeam } from '#looking'
import { monthOfPeriod, type Reading, readingsOf, readingsOfDimension, timeOf } from '#performance'
import { exactInterval } from '#practice'
import { spreadOf } from '../figures.ts'
import { auditsBetween } from '../store/index.ts'
import {
  type Beside,
  besideCounty,
  caseloadBeside,
  type Part,
  type Seen,
  type TeamSeen,
  together,
  unsaid,
} from './triangle.ts'

/** Timeliness that a statute or statutory guidance asks for, for each part of the work. */
const timely = ['AS01', 'CP04', 'CP14', 'CP15', 'CA13', 'CA15', 'LC07']
const supervised = ['WF08', 'WF09']
const complained = ['VO01']
const CASELOAD = 'WF05'
const codes = [...timely, ...supervised, ...complained, CASELOAD]

const YEAR = 365
/** The two weeks in which somebody of a team should have looked; see the nudges of looking. */
const QUIET = 14

/** How a year of audits and figures looks for each team. */
export interface Triangulation {
  readonly teams: readonly TeamSeen[]
  readonly from: Day
  readonly to: Day
  /** The last day of use that is shown to others than the team; null where use is not shown. */
  readonly useUntil: Day | null
}

/** @param colleagues everybody with their teams, where the viewer may see use; null where not */
export async function triangulationOf(
  trx: Trx,
  today: Day,
  colleagues: readonly Colleague[] | null,
): Promise<Triangulation> {
  const from = today - YEAR + 1
  const audits = await auditsBetween(trx, from, today)
  const definitions = codes.flatMap(code => definitionOf(code) ?? [])
  const county = readingsBy((await readingsOf(trx, definitions))?.readings ?? [])
  const ofTeams = Map.groupBy(
    (await readingsOfDimension(trx, definitions, 'team'))?.readings ?? [],
    reading => reading.slice.name,
  )
  const use = colleagues === null ? null : await useOf(trx, today, colleagues)
  const teams = new Set([...ofTeams.keys(), ...audits.map(({ team }) => team)])
  const spread = spreadOf(audits)
  const wholeCounty = partOf(spread)
  const seen = [...teams]
    .filter(team => team !== '' && team !== notRecorded)
    .toSorted((a, b) => a.localeCompare(b))
    .map((team): TeamSeen => {
      const own = readingsBy(ofTeams.get(team) ?? [])
      const figures = (which: readonly string[]): readonly (Beside | null)[] =>
        which.map(code => figureOf(own.get(code), county.get(code)))
      const mine = partOf(spreadOf(audits.filter(audit => audit.team === team)))
      return {
        team,
        views: {
          audits: together(
            [besideCounty('Good or better', mine, wholeCounty, 'high')],
            'No audit in the last year.',
          ),
          timeliness: together(figures(timely), 'None of these is counted for this team.'),
          caseload: together(
            [caseloadOf(own.get(CASELOAD), county.get(CASELOAD))],
            'No caseload is counted for this team.',
          ),
          supervision: together(figures(supervised), 'No figure was given for this team.'),
          complaints: together(figures(complained), 'No figure was given for this team.'),
          ...(use !== null && { use: use(team) }),
        },
      }
    })
  return { teams: seen, from, to: today, useUntil: use === null ? null : sharedUntil(today) }
}

const partOf = ({ goodOrBetter }: ReturnType<typeof spreadOf>): Part =>
  goodOrBetter ?? { numerator: 0, denominator: 0 }

const readingsBy = (readings: readonly Reading[]): ReadonlyMap<string, Reading> =>
  new Map(readings.map(reading => [reading.definition.code, reading]))

function figureOf(team: Reading | undefined, county: Reading | undefined): Beside | null {
  if (team === undefined || county === undefined) return null
  const { definition } = county
  const until = lastMonth(county)
  if (definition.unit !== 'percentage' || definition.good === 'neutral' || until === null)
    return null
  return besideCounty(
    definition.name,
    yearOf(team, definition, until),
    yearOf(county, definition, until),
    definition.good,
  )
}

function caseloadOf(team: Reading | undefined, county: Reading | undefined): Beside | null {
  const until = county === undefined ? null : lastMonth(county)
  if (team === undefined || county === undefined || until === null) return null
  return caseloadBeside(
    yearOf(team, county.definition, until),
    yearOf(county, county.definition, until),
  )
}

const lastMonth = ({ points }: Reading): number | null =>
  monthOfPeriod(points.findLast(point => point.numerator !== null)?.period ?? '')

/** Twelve months together; of what is counted at the end of a month the last, or each would count often. */
function yearOf({ points }: Reading, definition: Definition, until: number): Part {
  const from = timeOf(definition) === 'in' ? until - 11 : until
  const within = points.filter(({ period }) => {
    const month = monthOfPeriod(period)
    return month !== null && month >= from && month <= until
  })
  return {
    numerator: within.reduce((sum, each) => sum + (each.numerator ?? 0), 0),
    denominator: within.reduce((sum, each) => sum + (each.denominator ?? 0), 0),
  }
}

/** How many of a team's people looked at how the service does, as far as others than the team may see. */
async function useOf(
  trx: Trx,
  today: Day,
  colleagues: readonly Colleague[],
): Promise<(team: string) => Seen> {
  const to = sharedUntil(today)
  const looked = new Map(
    (await useByTeam(trx, to - QUIET + 1, to)).map(each => [each.team, each.people]),
  )
  const people = new Map<string, number>()
  for (const each of colleagues)
    for (const team of each.teams) people.set(team, (people.get(team) ?? 0) + 1)
  const part = (team: string): Part => {
    const lookers = looked.get(team) ?? 0
    return { numerator: lookers, denominator: Math.max(lookers, people.get(team) ?? 0) }
  }
  const all = [...people.keys()].map(part)
  const county = {
    numerator: all.reduce((sum, each) => sum + each.numerator, 0),
    denominator: all.reduce((sum, each) => sum + each.denominator, 0),
  }
  return team => {
    const mine = part(team)
    if (mine.denominator === 0) return unsaid('Nobody of this team has an account.')
    const figure = besideCounty('People who looked in two weeks', mine, county, 'high')
    if (mine.numerator > 0 || figure === null) return together([figure], 'Nothing is recorded.')
    // That nobody looked is what happened, and no sample of it.
    const none = county.numerator > 0 && exactInterval(0, mine.denominator) !== null
    return none
      ? { view: 'poor', figures: [figure], words: 'Nobody of the team looked in two weeks.' }
      : { view: 'unsaid', figures: [figure], words: 'Nobody in the county looked.' }
  }
}
