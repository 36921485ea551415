import { dayIn, longDay } from '#calendar'
import { definition, heading } from '#kit/html/blocks.ts'
import { dataTable, insetText, warningText } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { childPath } from '#children'
import type { Tool } from '#practice'
import { type AuditState, auditStates } from '../../audit.ts'
import { toolTitle } from '../../programme/pages/words.ts'
import { planKinds, type PlanKind, riskWeights, themeTitle } from '../population.ts'
import {
  type Compared,
  type MethodKind,
  methodInWords,
  type Sample,
  type Sampled,
} from '../sample.ts'

interface BegunAudit {
  readonly id: string
  readonly number: number
  readonly childRef: string
  readonly state: string
}

export interface SampleModel {
  readonly sample: Sample
  /** Those whom the viewer may see. */
  readonly children: readonly Sampled[]
  readonly unseen: number
  readonly audits: readonly BegunAudit[]
  readonly tools: readonly Tool[]
  readonly mayReplace: boolean
  readonly again: Compared | null
}

export function sampleView(model: SampleModel): Html {
  const { sample, children, unseen, tools, again } = model
  return html`${heading({
    title: sample.title,
    caption: 'Sample',
    lead: `${methodInWords(sample.method)}: ${sample.size} of the ${sample.populationSize} children who were open on ${longDay(sample.asOf)}, to be audited with ‘${toolTitle(tools, sample.toolKey)}’.`,
  })}
<p class="govuk-body">${speaksFor[sample.method.kind]}</p>
${again !== null && againView(sample, again)}
${again === null && children.length + unseen === 0 && forgottenView()}
${children.length > 0 && childrenView(model)}
${unseen > 0 && html`<p class="govuk-body">${unseen === 1 ? '1 child belongs' : `${unseen} children belong`} to teams that are not yours and ${unseen === 1 ? 'is' : 'are'} not shown.</p>`}
<h2 class="govuk-heading-m">How it was drawn</h2>
${definition([
  { term: 'Seed', says: String(sample.seed) },
  { term: 'Population', says: `${sample.populationSize} children open on ${longDay(sample.asOf)}` },
  { term: 'SHA-256 of the population', says: html`<code>${sample.populationSha256}</code>` },
  {
    term: 'Records',
    says: html`${sample.extracts.length === 1 ? '1 extract' : `${sample.extracts.length} extracts`}, the newest <code>${sample.extractId.slice(0, 12)}</code>`,
  },
  {
    term: 'Drawn',
    says: `${longDay(dayIn(sample.drawnAt))} by ${sample.drawnBy}`,
  },
  ...(sample.method.kind === 'risk-weighted'
    ? [{ term: 'How risk is weighed', says: weightsInWords() }]
    : []),
])}
<p class="govuk-body"><a class="govuk-link" href="/audits/samples/${sample.id}/again">Draw again and compare</a></p>`
}

/** Of whom what is found may be said. */
const speaksFor: Readonly<Record<MethodKind, string>> = {
  random: 'What these audits find speaks for all of those children, within its interval.',
  stratified:
    'Every team and plan has its part, as far as there are places. What these audits find speaks for all of those children only when each part is weighed by its size.',
  'risk-weighted':
    'The more risk, the likelier to be drawn: what these audits find does not say how the work with all of those children is.',
  themed:
    'Drawn only among those whose records touch the theme: what these audits find speaks for them and for no other children.',
}

function weightsInWords(): Content {
  const words = Object.entries(riskWeights).map(
    ([key, weight]) => `${themeTitle(key).toLowerCase()} ${weight}`,
  )
  return `Each child has 1, and more for: ${words.join(', ')}. The weights are Sightline’s own.`
}

const forgottenView = (): Html =>
  insetText({
    text: 'Which children it gave is no longer kept, by the rules of retention. Seed and SHA-256 stay.',
  })

function againView(sample: Sample, again: Compared): Html {
  switch (again.kind) {
    case 'no longer kept':
      return forgottenView()
    case 'same':
      return insetText({
        html: html`<strong>It is the same.</strong> The population has the same SHA-256, and the seed ${sample.seed} gives the same ${sample.size === 1 ? 'child' : 'children'} in the same order.`,
      })
    case 'other children':
      return warningText({
        text: `The population is the same, but the draw gives other children at ${again.places.length === 1 ? 'place' : 'places'} ${again.places.join(', ')}. What is kept of this sample is not what chance gave.`,
        iconFallbackText: 'Warning',
      })
    case 'other population':
      return warningText({
        text: `The population is another now: ${again.size} children, with the SHA-256 ${again.sha256}. Sightline reads the same extracts otherwise than it did then, or somebody changed what is kept.`,
        iconFallbackText: 'Warning',
      })
    case 'extracts gone':
      return insetText({
        text: `It cannot be drawn again: ${again.gone === 1 ? 'an extract that it came from was' : `${again.gone} of the extracts that it came from were`} destroyed by the rules of retention. Seed and SHA-256 stay.`,
      })
  }
}

function childrenView({ sample, children, audits, mayReplace }: SampleModel): Html {
  const auditOf = (ref: string) => audits.filter(each => each.childRef === ref)
  const isPlan = (plan: string): plan is PlanKind => plan in planKinds
  const what = (each: Sampled): Content => {
    if (each.replacedBy !== null)
      return html`Replaced by child ${each.replacedBy}${each.replacedByName !== null && ` (${each.replacedByName})`}: ${each.replacedWords}`
    const begun = auditOf(each.childRef)
    if (begun.length > 0)
      return begun.map(
        audit =>
          html`<a class="govuk-link" href="/audits/${audit.id}">Audit ${audit.number}</a>, ${stateInWords(audit.state)} `,
      )
    return html`<a class="govuk-link" href="${beginPath(sample, each)}">Begin the audit<span class="govuk-visually-hidden"> of child ${each.place}</span></a>${
      mayReplace &&
      html` · <a class="govuk-link" href="/audits/samples/${sample.id}/replace/${each.place}">Replace<span class="govuk-visually-hidden"> child ${each.place}</span></a>`
    }`
  }
  return dataTable({
    caption: 'The children, in the order of the draw',
    captionSize: 'm',
    stacked: true,
    columns: [
      {
        heading: 'Child',
        cell: each =>
          html`<a class="govuk-link" href="${childPath(each.childRef)}">Child ${each.place}</a>`,
      },
      { heading: 'Team', cell: each => each.team || 'None recorded' },
      {
        heading: 'Plan',
        cell: each => (isPlan(each.plan) ? planKinds[each.plan] : each.plan),
      },
      { heading: 'Audit', cell: what },
    ],
    rows: children,
  })
}

const stateInWords = (state: string): string =>
  (auditStates[state as AuditState] ?? state).toLowerCase() // as: any other word is shown as it is

/** Where an audit of a child of a sample begins. The address holds a reference and no name. */
export function beginPath(
  sample: Pick<Sample, 'id' | 'toolKey'>,
  { childRef }: Pick<Sampled, 'childRef'>,
): string {
  const query = new URLSearchParams({
    tool: sample.toolKey,
    child: childRef,
    sample: sample.id,
    reason: 'programme',
  })
  return `/audits/new?${query.toString()}`
}
