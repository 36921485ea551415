import { type Day, longDay, longMonth } from '#calendar'
import { signWords } from '#disclosure'
import { heading, keyFigures } from '#kit/html/blocks.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { insetText } from '#kit/html/components/index.ts'
import { FEWEST, percent, type Share } from '#practice'
import { selfEvaluation } from '../self-evaluation.ts'
import { type Reader, readerKeys, readers, type Version } from '../version.ts'
import {
  gapInWords,
  measureOfKey,
  notKnown,
  reportPath,
  shareOfKey,
  shareSays,
  trendInWords,
} from '../words.ts'
import { owedTable, tallyTable, teamsTable } from './tables.view.ts'

export const REPORTS = '/audits/report'

export const titleOf = ({ reader, month }: Version): string =>
  reader === 'public'
    ? `How we check our work with children and families, ${longMonth(month)}`
    : `Quality assurance report, ${longMonth(month)}`

export interface ReportedAt {
  readonly council: string
  readonly today: Day
}

/** A report in the order in which it matters: what became of it stands above how it was graded. */
export function reportView(version: Version, { council, today }: ReportedAt): Html {
  const { reader } = version
  return html`${heading({ title: titleOf(version), caption: `${council}: for ${lower(readers[reader])}`, lead: leads[reader] })}
${readerLinks(version)}
${!version.isOver && insetText({ text: `${longMonth(version.month)} is not over. This is the report so far.` })}
${figures(version)}
${part(version, 'What became of what audits found', 'loop', daysView(version))}
${part(version, 'How the work was graded', 'grades', html`${sharesView(version, ['good', 'inadequate'])}<p class="govuk-body">${trendInWords(version)}</p>`)}
${part(version, 'Safety alerts', 'alerts', html`${sharesView(version, ['acted in time'])}${hoursView(version)}`)}
${part(version, 'The programme', 'programme', sharesView(version, ['on time']))}
${part(version, 'Samples', 'samples')}
${part(version, 'How far the grades can be relied on', 'agreement', reliabilityView(version))}
${part(version, 'What audits found most', 'themes')}
${part(version, 'Strong work', 'exemplars')}
${teamsView(version)}
<h2 class="govuk-heading-m">What is not known</h2>
<ul class="govuk-list govuk-list--bullet">${notKnown(version).map(words => html`<li>${words}</li>`)}</ul>
${reader !== 'public' && selfEvaluationView(version)}
${reader === 'public' && keptBackView()}
<p class="govuk-body-s">Counted on ${longDay(today)} from the audits in Sightline, as things stood at the end of ${longMonth(version.month)}; grades are as they are known on that day. An interval holds the true share in at least 95 of 100 such samples.</p>`
}

const leads: Readonly<Record<Reader, string>> = {
  service:
    'What a month of audits and the year up to it say about practice, and what became of what they found.',
  board:
    'What audits say about practice, whether it changes, and how sure that is. Nobody can be known from it.',
  public:
    'Auditors read the records of some of the children we work with, and ask what the work was like for the child. This says what they found, and what we did about it.',
}

const readerLinks = ({ reader, month }: Version): Html =>
  html`<nav class="app-choices" aria-label="For whom"><ul class="app-choices__list">${readerKeys.map(
    key =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${`${reportPath(month)}?for=${key}`}"${key === reader && html` aria-current="page"`}>${readers[key]}</a></li>`,
  )}</ul></nav>`

function figures(version: Version): Html {
  const claim = (key: string, label: string) => {
    const found = shareOfKey(version, key)
    const share = found?.share ?? null
    return {
      label,
      value: share === null ? '–' : percent(share.numerator / share.denominator),
      note: share === null ? found && shareSays(found) : noteOf(share),
    }
  }
  return keyFigures([
    claim('loop closed', 'Put right, and audited again'),
    claim('good year', 'Good or outstanding'),
    claim('inadequate year', 'Inadequate'),
  ])
}

/** What stands below a share that is written large. */
const noteOf = ({ numerator, denominator, low, high }: Share): string =>
  `${numerator} of ${denominator}; between ${percent(low)} and ${percent(high)} if chance is allowed for`

function part(version: Version, title: string, key: string, more: Content = false): Html | false {
  const tally = version.tallies.find(each => each.key === key)
  if (tally === undefined) return false
  return html`<h2 class="govuk-heading-m">${title}</h2>
${tallyTable(tally, version.month, title)}${more}`
}

function sharesView(version: Version, keys: readonly string[]): Html {
  const own = version.shares.filter(({ key, span }) => keys.some(each => key === `${each} ${span}`))
  return html`<ul class="govuk-list govuk-list--bullet">${own.map(
    share =>
      html`<li>${share.text}, ${share.span === 'month' ? longMonth(version.month) : 'twelve months'}: ${shareSays(share)}</li>`,
  )}</ul>`
}

function daysView(version: Version): Html | false {
  const days = measureOfKey(version, 'days to close')
  if (days === undefined || days.value === null) return false
  return html`<p class="govuk-body">Half of what was closed took at most ${days.value} days from the audit.</p>`
}

function hoursView(version: Version): Html | false {
  const hours = measureOfKey(version, 'hours to act')
  if (hours === undefined || hours.value === null) return false
  return html`<p class="govuk-body">Half of the alerts of the year that were acted on were acted on within ${hours.value} ${hours.value === 1 ? 'hour' : 'hours'}, nights and weekends counted.</p>`
}

function reliabilityView(version: Version): Html {
  const same = shareOfKey(version, 'same grade')
  const gaps = version.measures.filter(
    ({ key }) => key.includes(' to ') && key !== 'days to close' && key !== 'hours to act',
  )
  return html`<ul class="govuk-list govuk-list--bullet">${same !== undefined && html`<li>${same.text}: ${shareSays(same)}</li>`}${gaps.map(each => html`<li>${each.text}: ${gapInWords(each)}</li>`)}</ul>`
}

function teamsView(version: Version): Html | false {
  const { reader, teams, teamsLeftOut } = version
  if (reader === 'public' || (teams.length === 0 && teamsLeftOut === 0)) return false
  const [enough, few] = [
    teams.filter(({ audits }) => audits >= FEWEST),
    teams.filter(({ audits }) => audits < FEWEST),
  ]
  return html`<h2 class="govuk-heading-m">By team, the twelve months</h2>
<p class="govuk-body">In the order of their names, not of their results.${teamsLeftOut > 0 && html` ${teamsLeftOut === 1 ? 'One team has' : `${teamsLeftOut} teams have`} fewer than ${FEWEST} audits and ${teamsLeftOut === 1 ? 'is' : 'are'} not shown.`}</p>
${enough.length > 0 && teamsTable(enough)}
${few.length > 0 && html`<p class="govuk-body">Fewer than ${FEWEST} audits, so nothing is claimed: ${few.map(({ team, audits }) => `${team} (${audits})`).join(', ')}.</p>`}
${reader === 'service' && owedTable(teams)}`
}

function selfEvaluationView(version: Version): Html | false {
  const paragraphs = selfEvaluation(version)
  if (paragraphs.length === 0) return false
  return html`<h2 class="govuk-heading-m">For the self-evaluation</h2>
<p class="govuk-body">Made from the numbers above, to copy. What the numbers do not bear is not said.</p>
${paragraphs.map(({ title, sentences }) => html`<h3 class="govuk-heading-s">${title}</h3><p class="govuk-body">${sentences.join(' ')}</p>`)}`
}

const keptBackView = (): Html =>
  html`<p class="govuk-body">‘Kept back’: ${signWords.find(({ sign }) => sign === 'c')?.says}.</p>`

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
