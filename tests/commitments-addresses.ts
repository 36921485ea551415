import { demoBodiesId } from '#bodies'
import { demoCommitmentId } from '#commitments'

/** Addresses that answer in the small county for what its meetings asked for, by their routes. */
export function commitmentsAddresses(): Readonly<Record<string, readonly string[]>> {
  const at = (key: string) => `/commitments/${demoCommitmentId(key)}`
  // A step has a page only where it can be taken: a commitment of the story that waits for each.
  const steps = {
    respond: 'sufficiency-2026',
    answer: 'notice-2026',
    done: 'schools-2026',
    verify: 'repeat-2025',
    check: 'repeat-assured',
    receive: 'placements-2026',
    defer: 'dentists-2026',
    withdraw: 'schools-2026',
    reopen: 'council-2017',
    join: 'workers-1',
    change: 'placements-2026',
    finding: 'schools-2026',
    agenda: 'placements-2026',
    line: 'schools-2026',
  }
  return {
    '/commitments': ['/commitments', '/commitments?show=all&kind=concern', '/commitments?q=zebra'],
    '/commitments/new': [
      '/commitments/new',
      '/commitments/new?kind=action&words=Bring+it.&originId=p&originLabel=Scrutiny&bodyName=Scrutiny&on=2020-01-16',
    ],
    '/commitments/:id': [
      'sufficiency-2026',
      'workers-1',
      'far-2022',
      'joint-training',
      'film-2026',
    ].map(at),
    ...Object.fromEntries(
      Object.entries(steps).map(([step, key]) => [
        `/commitments/:id/${step}`,
        [`${at(key)}/${step}`],
      ]),
    ),
    '/workplan/:body': [`/workplan/${demoBodiesId('body', 'scrutiny')}`],
  }
}
