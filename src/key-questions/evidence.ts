import { type Day, longDay } from '#calendar'
import {
  allCommitments,
  type Commitment,
  commitmentPath,
  dueOf,
  isOpen as isOpenCommitment,
  isOverdue,
  mayReadCommitment,
  seeCommitments,
} from '#commitments'
import {
  allFindings,
  brief,
  findingPath,
  isOpen as isOpenFinding,
  seeFindings,
  severityKeys,
  severityShort,
  mayReadFinding,
} from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { permits, type Viewer } from '#people'
import { allLines, isLate, isOpenLine, LINE, linePath, mayReadLine, seePlans, stateOf } from '#plan'
import { linksTo } from '#thread'
import type { KeyQuestion } from './question.ts'

/** Something else than a figure that answers a question: what was found, planned or promised. */
export interface Evidence {
  readonly title: string
  readonly href: string
  readonly state: string
  readonly isLate: boolean
}

export interface EvidenceOf {
  readonly findings: readonly Evidence[]
  readonly lines: readonly Evidence[]
  readonly commitments: readonly Evidence[]
}

/** What is open and belongs to a question, as far as the viewer may see it. */
export async function evidenceOf(
  trx: Trx,
  question: KeyQuestion,
  viewer: Viewer,
  today: Day,
): Promise<EvidenceOf> {
  return {
    findings: await findingsFor(trx, question, viewer),
    lines: await linesFor(trx, question, viewer, today),
    commitments: await commitmentsFor(trx, question, viewer, today),
  }
}

async function findingsFor(
  trx: Trx,
  { themes }: KeyQuestion,
  viewer: Viewer,
): Promise<readonly Evidence[]> {
  if (!permits(seeFindings, viewer)) return []
  return (await allFindings(trx))
    .filter(each => isOpenFinding(each) && mayReadFinding(viewer, each))
    .filter(each => themes.includes(each.theme))
    .toSorted((a, b) => severityKeys.indexOf(a.severity) - severityKeys.indexOf(b.severity))
    .map(each => ({
      title: brief(each.words),
      href: findingPath(each.id),
      state: `${severityShort(each.severity)}, found on ${longDay(each.foundOn)}`,
      isLate: false,
    }))
}

async function linesFor(
  trx: Trx,
  { indicators }: KeyQuestion,
  viewer: Viewer,
  today: Day,
): Promise<readonly Evidence[]> {
  if (!permits(seePlans, viewer)) return []
  const links = await linksTo(trx, LINE, 'measures')
  const measured = new Set(
    links.filter(({ from }) => measures(indicators, from.id)).map(({ to }) => to.id),
  )
  return (await allLines(trx))
    .filter(line => measured.has(line.id) && isOpenLine(line) && mayReadLine(viewer, line))
    .map(line => ({
      title: line.title,
      href: linePath(line.id),
      state:
        line.dueOn === null ? stateOf(line) : `${stateOf(line)}, due on ${longDay(line.dueOn)}`,
      isLate: isLate(line, today),
    }))
}

async function commitmentsFor(
  trx: Trx,
  question: KeyQuestion,
  viewer: Viewer,
  today: Day,
): Promise<readonly Evidence[]> {
  if (!permits(seeCommitments, viewer)) return []
  return (await allCommitments(trx))
    .filter(each => isOpenCommitment(each) && mayReadCommitment(viewer, each))
    .filter(each => isAbout(question, each))
    .map(each => {
      const due = dueOf(each)
      return {
        title: each.title,
        href: commitmentPath(each.id),
        state: due === null ? 'No date' : `Due on ${longDay(due)}`,
        isLate: isOverdue(each, today),
      }
    })
    .toSorted((a, b) => Number(b.isLate) - Number(a.isLate))
}

/** A measure is 'AS01', or 'AS01/team/North' for a part. */
function measures(codes: readonly string[], measure: string): boolean {
  return codes.includes(measure.split('/')[0] ?? '')
}

/** Words by which a promise to a meeting belongs to a question, where it names no measure. */
const words: Readonly<Record<string, RegExp>> = {
  'leadership-and-workforce': /\b(workforce|recruit|retention|vacanc|agency|turnover|staff)/i,
  'line-of-sight': /\b(audit|supervision|oversight|quality assurance)/i,
  demand: /\b(threshold|referral|front door|early help|demand)/i,
  'caseloads-and-quality': /\b(caseload|quality of practice)/i,
  timeliness: /\b(timel|delay|waiting|in time|on time|overdue)/i,
  duties: /\b(statutory|visit|review|health assessment|dentist|private fostering)/i,
  culture: /\b(culture|learn|improvement plan|complain)/i,
  data: /\b(data|dashboard|scorecard|figures|recording)/i,
  voice: /\b(voice|views of|young people|advoca|survey|participation)/i,
}

function isAbout(question: KeyQuestion, { measure, title, words: said }: Commitment): boolean {
  if (measure !== null) return measures(question.indicators, measure)
  return words[question.key]?.test(`${title} ${said}`) === true
}
