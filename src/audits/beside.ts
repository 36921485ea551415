import { addMonths, type Day } from '#calendar'
import { type Theme, themes } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { permits, type Viewer } from '#people'
import { FEWEST, shareInWords } from '#practice'
import type { Audit } from './audit.ts'
import { spreadOf } from './figures.ts'
import { type Loop, loopOf } from './loop/gather.ts'
import { CURRENT } from './pages/rooms.ts'
import { seeAudits } from './policy.ts'
import { blindFor, sightOfAudit } from './sight.ts'
import { allAudits, invitedTo } from './store/index.ts'

interface About {
  readonly viewer: Viewer
  readonly today: Day
}

/** On a team's page: what a year of audits found in its work, and what became of it. */
export async function auditsOfTeam(
  trx: Trx,
  { team, viewer, today }: About & { readonly team: string },
): Promise<Html | null> {
  if (!permits(seeAudits, viewer)) return null
  const mine = await countableOf(trx, viewer, audit => audit.team === team)
  if (mine.length === 0) return null
  const from = addMonths(today, -12)
  const spread = spreadOf(mine.filter(({ auditedOn }) => auditedOn > from))
  const { loops } = await loopOf(trx, today, viewer)
  const own = loops.filter(({ audit }) => audit.team === team)
  const list = `${CURRENT}?${new URLSearchParams({ team }).toString()}`
  const many = spread.count === 1 ? 'One audit' : `${spread.count} audits`
  return html`<section class="app-section"><h2 class="govuk-heading-m">Practice audits</h2>
<p class="govuk-body">${
    spread.count === 0
      ? 'None in the last 12 months.'
      : `${many} in the last 12 months. Good or better: ${shareInWords(spread.goodOrBetter)}. Inadequate: ${shareInWords(spread.inadequate)}.${spread.count < FEWEST ? ` Fewer than ${FEWEST} say little.` : ''}`
  }</p>
${own.length > 0 && html`<p class="govuk-body">${comeRound(own)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${list}">Audits of this team</a></p></section>`
}

/** Beside one of the questions to ask: what audits found of its themes. */
export async function auditsOfQuestion(
  trx: Trx,
  { question, viewer, today }: About & { readonly question: { readonly themes: readonly Theme[] } },
): Promise<Html | null> {
  if (!permits(seeAudits, viewer)) return null
  const { loops } = await loopOf(trx, today, viewer)
  const own = loops.filter(({ finding }) => question.themes.includes(finding.theme))
  if (own.length === 0) return null
  const by = [...Map.groupBy(own, ({ finding }) => finding.theme)].toSorted(
    ([a, of], [b, than]) => than.length - of.length || (a < b ? -1 : 1),
  )
  const audits = new Set(own.map(({ audit }) => audit.id)).size
  return html`<section class="app-section"><h2 class="govuk-heading-m">What audits found</h2>
<p class="govuk-body">${own.length} ${own.length === 1 ? 'thing' : 'things'}, in ${audits} ${audits === 1 ? 'audit' : 'audits'}. ${comeRound(own)}</p>
<ul class="govuk-list govuk-list--bullet">${by.map(([theme, of]) => html`<li>${themes[theme]}: ${of.length}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="/audits/learning">What audits teach</a></p></section>`
}

function comeRound(loops: Loop['loops']): string {
  const closed = loops.filter(each => each.verifiedOn !== null && each.againOn !== null).length
  const late = loops.filter(({ isLate }) => isLate).length
  return `Of what they found, ${closed} of ${loops.length} ${closed === 1 ? 'has' : 'have'} come round: somebody else verified it, and the same was audited again.${late > 0 ? ` ${late} ${late === 1 ? 'is' : 'are'} overdue.` : ''}`
}

/** Audits that the viewer may know the grade of: nobody learns it from a figure before saying their own. */
async function countableOf(
  trx: Trx,
  viewer: Viewer,
  wanted: (audit: Audit) => boolean,
): Promise<readonly Audit[]> {
  const audits = await allAudits(trx)
  const invited = await invitedTo(trx, { userId: viewer.id })
  const blind = blindFor(viewer, audits)
  return audits.filter(audit => {
    const sight = sightOfAudit(viewer, audit, invited, blind)
    return wanted(audit) && sight !== 'own' && sight !== 'blind'
  })
}
