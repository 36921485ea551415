import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, insetText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { gradeWords, type Standard, type Tool } from '#practice'
import { toolTitle } from '../../programme/pages/words.ts'
import type { ReliabilityRules, Vignette, VignetteGrading } from '../vignette.ts'

export interface VignettesModel {
  readonly vignettes: readonly Vignette[]
  readonly gradings: readonly VignetteGrading[]
  readonly own: readonly VignetteGrading[]
  readonly tools: readonly Tool[]
  readonly rules: ReliabilityRules
  readonly mayLead: boolean
  readonly mayDo: boolean
}

export function vignettesView(model: VignettesModel): Html {
  const { vignettes, own, tools, rules, mayLead, mayDo } = model
  return html`${heading({
    title: 'Vignettes',
    lead: `Before somebody audits alone they grade a vignette: passed with ${rules.vignettePercent}% of the standards graded as agreed and none more than one grade away. Until then their audits are moderated first.`,
  })}
${
  vignettes.length === 0
    ? emptyState({
        title: 'There is no vignette yet',
        text: 'Without one everybody audits alone from the first day.',
      })
    : dataTable({
        caption: 'Vignettes',
        captionHidden: true,
        stacked: true,
        columns: [
          {
            heading: 'Vignette',
            cell: each =>
              mayDo
                ? html`<a class="govuk-link" href="/audits/reliability/vignettes/${each.id}">${each.title}</a>`
                : each.title,
          },
          { heading: 'Tool', cell: each => toolTitle(tools, each.toolKey) },
          { heading: 'Agreed by', cell: each => each.agreedBy },
          {
            heading: 'You',
            cell: each => {
              const mine = own.find(one => one.vignetteId === each.id)
              if (mine === undefined) return each.retired ? 'No longer used' : 'Not graded'
              return `${mine.passed ? 'Passed' : 'Not passed'}: ${mine.same} of ${mine.graded} the same`
            },
          },
        ],
        rows: vignettes,
      })
}
${
  mayLead &&
  html`<h2 class="govuk-heading-m">Write a vignette</h2><ul class="govuk-list govuk-list--bullet">${tools.map(
    ({ key, title }) => html`<li><a class="govuk-link" href="${newPath(key)}">${title}</a></li>`,
  )}</ul>${gradingsView(model)}`
}`
}

const newPath = (tool: string): string =>
  `/audits/reliability/vignettes/new?tool=${encodeURIComponent(tool)}`

const gradingsView = ({ gradings, vignettes }: VignettesModel): Html | false =>
  gradings.length > 0 &&
  dataTable({
    caption: 'Who graded which, the newest first',
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Auditor', cell: each => each.personName },
      {
        heading: 'Vignette',
        cell: each => vignettes.find(one => one.id === each.vignetteId)?.title ?? '',
      },
      { heading: 'The same', numeric: true, cell: each => `${each.same} of ${each.graded}` },
      { heading: 'Now', cell: each => (each.passed ? 'Passed' : 'Not passed') },
    ],
    rows: gradings,
  })

/** What somebody gave beside what was agreed. */
export function gradedView({
  vignette,
  standards,
  own,
}: {
  readonly vignette: Vignette
  readonly standards: readonly Standard[]
  readonly own: VignetteGrading | null
}): Html {
  const result =
    own === null
      ? 'This vignette is no longer used.'
      : own.passed
        ? `Passed: ${own.same} of ${own.graded} standards as agreed.`
        : `Not passed: ${own.same} of ${own.graded} standards as agreed, ${own.adjacent} at most one grade away. Talk about it with whoever leads audits, who can write another one.`
  return html`${heading({ title: vignette.title, caption: 'Vignette', lead: result })}
${vignette.words.split(/\n{2,}/).map(each => html`<p class="govuk-body">${each}</p>`)}
${
  own !== null &&
  dataTable({
    caption: 'Your grades beside those agreed',
    captionSize: 'm',
    stacked: true,
    columns: [
      { heading: 'Standard', cell: each => each.title },
      {
        heading: 'You',
        cell: each => {
          const grade = own.grades[each.key]
          return grade === undefined ? '' : gradeWords[grade]
        },
      },
      {
        heading: 'Agreed',
        cell: each => {
          const grade = vignette.agreed[each.key]
          return grade === undefined
            ? ''
            : html`${gradeWords[grade]}<br><span class="govuk-hint">${each.anchors[grade]}</span>`
        },
      },
    ],
    rows: standards,
  })
}
${insetText({ text: `The grades were agreed by ${vignette.agreedBy}.` })}`
}
