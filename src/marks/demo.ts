import { monthOf, parseIsoDay, parseIsoMonth } from '#calendar'
import type { Changing } from '#findings'
import { type Slice, wholeCounty } from '#indicators'
import type { Trx } from '#kit/db/index.ts'
import type { Thing } from '#thread'
import { addNote, decideRebasing, setTarget } from './change.ts'
import { numberIn } from './mark.ts'

/** Targets of the county that does not exist: those of its plan, and one that is in words. */
const targets: readonly (readonly [
  indicator: string,
  words: string,
  from: string,
  until: string | null,
  owner: string,
  reason: string,
])[] = [
  [
    'AS01',
    '80%',
    '2021-04-01',
    '2024-07-31',
    'Head of Assessment',
    'Set by the improvement board of 2021.',
  ],
  [
    'AS01',
    '88%',
    '2024-08-01',
    '2027-03-31',
    'Head of Assessment',
    'Agreed with the improvement plan by cabinet, 18 July 2024.',
  ],
  [
    'CP15',
    '90%',
    '2024-08-01',
    '2027-03-31',
    'Head of Safeguarding',
    'Agreed with the improvement plan by cabinet, 18 July 2024.',
  ],
  [
    'CP16',
    '75%',
    '2024-08-01',
    '2027-03-31',
    'Head of Safeguarding',
    'Agreed with the improvement plan by cabinet, 18 July 2024.',
  ],
  [
    'HE01',
    '80%',
    '2024-08-01',
    '2027-03-31',
    'Integrated care board',
    'Agreed with the integrated care board.',
  ],
  [
    'HE03',
    '70%',
    '2024-08-01',
    '2027-03-31',
    'Integrated care board',
    'Agreed with the integrated care board.',
  ],
  [
    'CA05',
    '12%',
    '2024-08-01',
    '2027-03-31',
    'Head of Placements',
    'Agreed with the sufficiency strategy.',
  ],
  [
    'LC07',
    '85%',
    '2024-08-01',
    '2027-03-31',
    'Head of Leaving Care',
    'Agreed with care leavers who sit on the board.',
  ],
  [
    'CA17',
    'every child, unless it is written down why not',
    '2026-03-02',
    null,
    'Head of Corporate Parenting',
    'Decided by the director: a share would say that some may be missed.',
  ],
]

/** What happened, where, and whether on one chart or on all of that part. */
const notes: readonly (readonly [
  indicator: string | null,
  slice: Slice,
  month: string,
  words: string,
  by: string,
])[] = [
  [null, wholeCounty, '2024-04', 'Inspection report published', 'Quality lead'],
  [
    null,
    wholeCounty,
    '2022-04',
    'Teams reorganised: family safeguarding begins',
    'Performance analyst',
  ],
  [
    'AS01',
    wholeCounty,
    '2025-04',
    'Two more assessment teams at full strength',
    'Head of Assessment',
  ],
  ['CP15', wholeCounty, '2025-06', 'One form for visits, in use in every team', 'Head of Systems'],
  ['HE03', wholeCounty, '2025-02', 'The dental clinic in Elderquay closed', 'Performance analyst'],
  [
    'AS01',
    { dimension: 'locality', name: 'Dovemallow' },
    '2023-10',
    'The assessment team lost its manager',
    'Quality lead',
  ],
  [
    'AS01',
    { dimension: 'team', name: 'Assessment Dovemallow' },
    '2024-10',
    'New team manager',
    'Team manager, Assessment Dovemallow',
  ],
  [
    null,
    { dimension: 'team', name: 'Family safeguarding Ambermouth 1' },
    '2025-09',
    'Three of seven posts vacant',
    'Team manager, Family safeguarding Ambermouth 1',
  ],
]

/** The decision on limits of the story; another step stays proposed. */
export const demoRebasing = {
  indicator: 'WF06',
  from: '2024-11',
  line: 'Two more assessment teams',
} as const

/**
 * Sets targets, notes and one decision on limits on the figures of the demonstration.
 * @param lines the lines of its plan by their titles
 */
export async function fillDemoMarks(
  trx: Trx,
  authority: string,
  lines: ReadonlyMap<string, Thing>,
): Promise<void> {
  const on = (iso: string, actorName: string): Changing => {
    const today = parseIsoDay(iso) ?? 0
    const at = new Date(today * 86_400_000 + 10 * 3_600_000)
    return { authority, actor: 'demonstration', actorName, at, today }
  }
  for (const [indicator, words, from, until, owner, reason] of targets)
    await setTarget(
      trx,
      on(from, 'Director of Children’s Services'),
      { indicator, slice: wholeCounty },
      {
        value: numberIn(words),
        words,
        from: parseIsoDay(from) ?? 0,
        until: until === null ? null : parseIsoDay(until),
        ownerId: null,
        owner,
        reason,
      },
    )
  for (const [indicator, slice, month, words, by] of notes)
    await addNote(trx, on(`${month}-27`, by), slice, {
      indicator,
      month: parseIsoMonth(month) ?? monthOf(0),
      words,
    })
  const { indicator, from, line } = demoRebasing
  await decideRebasing(
    trx,
    on('2026-07-14', 'Quality lead'),
    { indicator, slice: wholeCounty },
    {
      from: parseIsoMonth(from) ?? 0,
      reason: 'Two more assessment teams share the work: fewer workers have more than they can do.',
      wasOffered: true,
    },
    lines.get(line) ?? null,
  )
}
