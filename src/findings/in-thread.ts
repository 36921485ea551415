import type { Trx } from '#kit/db/index.ts'
import type { Viewer } from '#people'
import { type Gap, type GapSource, type KindOfThing, linksTo, mayRead } from '#thread'
import { FINDING } from './change.ts'
import { brief, type Finding, isOpen, nameOf, states } from './finding.ts'
import { allFindings, findingsById } from './store/index.ts'

/** Whether a viewer may see a finding. Whoever owns it has to, whatever they are asked blind. */
export const mayReadFinding = (
  viewer: Viewer,
  { sharedWith, hiddenFrom, ownerId }: Pick<Finding, 'sharedWith' | 'hiddenFrom' | 'ownerId'>,
): boolean =>
  mayRead(viewer, sharedWith) && (!hiddenFrom.includes(viewer.id) || ownerId === viewer.id)

export const findingPath = (id: string): string => `/findings/${id}`

/** How the thread shows a finding. */
export const findingKind: KindOfThing = {
  kind: FINDING,
  name: 'Finding',
  describe: async (trx, ids, viewer) => {
    const found = await findingsById(trx, ids)
    return new Map(
      found
        .filter(each => mayReadFinding(viewer, each))
        .map(each => [
          each.id,
          {
            title: `${each.number}. ${brief(each.words)}`,
            href: findingPath(each.id),
            state: states[each.state],
          },
        ]),
    )
  },
}

/** Findings that nobody has looked at, that no action answers, or that were closed unverified. */
export const findingGaps: GapSource = async (trx, { viewer }) => {
  const readable = (await allFindings(trx)).filter(each => mayReadFinding(viewer, each))
  const answered = await answeredFindings(trx)
  return readable.flatMap(finding => gapOf(finding, answered.has(finding.id)))
}

export async function answeredFindings(trx: Trx): Promise<ReadonlySet<string>> {
  return new Set((await linksTo(trx, FINDING, 'answers')).map(link => link.to.id))
}

function gapOf(finding: Finding, isAnswered: boolean): readonly Gap[] {
  const gap = {
    subject: { kind: FINDING, id: finding.id },
    title: `${nameOf(finding)}: ${brief(finding.words, 80)}`,
    href: findingPath(finding.id),
    owner: finding.owner,
    since: finding.foundOn,
  }
  if (finding.state === 'new')
    return [
      { ...gap, kind: 'finding-not-triaged', words: 'Nobody has decided what to do with it.' },
    ]
  if (isOpen(finding) && !isAnswered)
    return [
      {
        ...gap,
        kind: 'recommendation-without-action',
        words: 'No action in a plan answers it.',
      },
    ]
  if (finding.state === 'closed' && finding.verifiedOn === null)
    return [
      {
        ...gap,
        kind: 'closed-without-verification',
        since: finding.endedOn,
        words: 'It was closed and nobody has shown what changed.',
      },
    ]
  return []
}
