import { type Day, longDay } from '#calendar'
import {
  allCommitments,
  commitmentPath,
  dueOf,
  isOpen as isOpenCommitment,
  isOverdue,
  mayReadCommitment,
} from '#commitments'
import {
  allFindings,
  brief,
  findingPath,
  isOpen as isOpenFinding,
  mayReadFinding,
  severityShort,
} from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { permits, type Viewer } from '#people'
import { allLines, isLate, isOpenLine, LINE, linePath, mayReadLine, stateOf } from '#plan'
import { linksTo, seeThread } from '#thread'

/** Something that was found about a team, or that it is to do. */
export interface TeamAction {
  readonly kind: 'Finding' | 'Line of a plan' | 'Commitment'
  readonly title: string
  readonly href: string
  readonly state: string
  readonly isLate: boolean
}

/** What is open in a team: findings about its children, lines measured by it, and what was promised. */
export async function actionsOf(
  trx: Trx,
  team: string,
  viewer: Viewer,
  today: Day,
): Promise<readonly TeamAction[]> {
  if (!permits(seeThread, viewer)) return []
  const measured = await linesMeasuredIn(trx, team)
  const names = naming(team)
  const findings = (await allFindings(trx))
    .filter(each => isOpenFinding(each) && mayReadFinding(viewer, each))
    .filter(
      ({ cohort, owner, words }) =>
        (cohort.dimension === 'team' && cohort.part === team) || names(owner, cohort.words, words),
    )
    .map(each => ({
      kind: 'Finding' as const,
      title: brief(each.words),
      href: findingPath(each.id),
      state: severityShort(each.severity),
      isLate: false,
    }))
  const lines = (await allLines(trx))
    .filter(line => isOpenLine(line) && mayReadLine(viewer, line))
    .filter(line => measured.has(line.id) || names(line.owner, line.title))
    .map(line => ({
      kind: 'Line of a plan' as const,
      title: line.title,
      href: linePath(line.id),
      state:
        line.dueOn === null ? stateOf(line) : `${stateOf(line)}, due on ${longDay(line.dueOn)}`,
      isLate: isLate(line, today),
    }))
  const commitments = (await allCommitments(trx))
    .filter(each => isOpenCommitment(each) && mayReadCommitment(viewer, each))
    .filter(
      each =>
        each.measure?.endsWith(`/team/${team}`) === true ||
        names(each.owner, each.title, each.words, ...each.toPosts),
    )
    .map(each => {
      const due = dueOf(each)
      return {
        kind: 'Commitment' as const,
        title: each.title,
        href: commitmentPath(each.id),
        state: due === null ? 'Open' : `Due on ${longDay(due)}`,
        isLate: isOverdue(each, today),
      }
    })
  return [...commitments, ...lines, ...findings].toSorted(
    (a, b) => Number(b.isLate) - Number(a.isLate),
  )
}

async function linesMeasuredIn(trx: Trx, team: string): Promise<ReadonlySet<string>> {
  const links = await linksTo(trx, LINE, 'measures')
  return new Set(
    links.filter(({ from }) => from.id.endsWith(`/team/${team}`)).map(({ to }) => to.id),
  )
}

/** Whether some words name the team, as a whole and not as a part of another's name. */
export function naming(team: string): (...words: readonly (string | null)[]) => boolean {
  const name = team.toLowerCase()
  const isLetter = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text)
  return (...words) =>
    words.some(text => {
      const all = (text ?? '').toLowerCase()
      for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
        const rest = all.slice(at + name.length)
        const isOther = isLetter(all[at - 1]) || isLetter(rest[0]) || /^ \d/.test(rest)
        if (!isOther) return true
      }
      return false
    })
}
