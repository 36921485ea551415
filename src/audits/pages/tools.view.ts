import { momentInWords } from '#looking'
import { heading } from '#kit/html/blocks.ts'
import {
  button,
  checkboxes,
  dataTable,
  details,
  insetText,
  tag,
} from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { typed } from '#kit/http/form.ts'
import { gradeRule, grades, gradeWords, type Standard, type Tool } from '#practice'
import type { KeptTool } from '../store/index.ts'
import { anchorPart, fieldName, NEW, standardField, type ToolChange } from '../tool-text.ts'

export const toolPath = (key: string): string => `/audits/tools/${key}`

export interface ToolsModel {
  readonly tools: readonly { readonly tool: Tool; readonly begun: number; readonly own: boolean }[]
}

export function toolsView({ tools }: ToolsModel): Html {
  return html`${heading({ title: 'Tools', caption: 'Practice audits', lead: 'What audits ask, what each grade looks like, and by what rule the whole is graded. Your council changes its own copy.' })}
${dataTable({
  caption: 'Tools',
  captionHidden: true,
  stacked: true,
  columns: [
    {
      heading: 'Tool',
      cell: ({ tool }) =>
        html`<a class="govuk-link" href="${toolPath(tool.key)}">${tool.title}</a>`,
    },
    { heading: 'Looks at', cell: ({ tool }) => tool.about },
    { heading: 'Standards', cell: ({ tool }) => String(tool.standards.length), numeric: true },
    { heading: 'Version', cell: ({ tool, own }) => `${tool.version}${own ? ', your own' : ''}` },
    { heading: 'Audits', cell: ({ begun }) => String(begun), numeric: true },
  ],
  rows: tools,
})}
${ruleView()}`
}

const ruleView = (): Html => html`<h2 class="govuk-heading-m">The rule</h2>
<ol class="govuk-list govuk-list--number">${gradeRule.map(each => html`<li>${each}</li>`)}</ol>
<p class="govuk-body">An auditor may give another grade and says why. What has to be there is counted apart and changes no grade.</p>`

export interface ToolModel {
  readonly tool: Tool
  readonly newest: number
  readonly versions: readonly KeptTool[]
  /** What changed from the version before to this one. */
  readonly changes: readonly ToolChange[]
  readonly openOnOlder: number
  readonly mayChange: boolean
}

export function toolView({
  tool,
  newest,
  versions,
  changes,
  openOnOlder,
  mayChange,
}: ToolModel): Html {
  const at = toolPath(tool.key)
  return html`${heading({ title: tool.title, caption: `Tool · version ${tool.version}`, lead: tool.about })}
${tool.version < newest && insetText({ html: html`This is an older version. <a class="govuk-link" href="${at}">Version ${newest}</a> is in use.` })}
${openOnOlder > 0 && insetText({ text: `${openOnOlder} ${openOnOlder === 1 ? 'audit is' : 'audits are'} open on an earlier version and ${openOnOlder === 1 ? 'keeps' : 'keep'} it to the end.` })}
${mayChange && tool.version === newest && html`<p class="govuk-body"><a class="govuk-link" href="${at}/edit">Change this tool</a></p>`}
${tool.standards.map(standardView)}
${ruleView()}
${changes.length > 0 && html`<h2 class="govuk-heading-m">What changed in version ${tool.version}</h2>${changesTable(changes)}`}
${
  versions.length > 0 &&
  html`<h2 class="govuk-heading-m">Versions</h2>${dataTable({
    caption: 'Versions, the newest first',
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Version',
        cell: each =>
          html`<a class="govuk-link" href="${at}?version=${each.tool.version}">Version ${each.tool.version}</a>`,
      },
      { heading: 'Why', cell: each => each.reason },
      { heading: 'Who', cell: each => each.madeBy },
      { heading: 'When', cell: each => momentInWords(each.madeAt) },
    ],
    rows: versions,
  })}`
}`
}

function standardView(
  { title, asks, anchors, limiting, evidence, compliance }: Standard,
  nth: number,
): Html {
  return html`<h2 class="govuk-heading-m">${nth + 1}. ${title} ${limiting && tag({ text: 'Limits the whole' })}</h2>
<p class="govuk-body"><strong>${asks}</strong></p>
${details({
  summaryText: `What each grade looks like: ${title.toLowerCase()}`,
  html: html`<dl class="govuk-body">${grades.map(grade => html`<dt><strong>${gradeWords[grade]}</strong></dt><dd>${anchors[grade]}</dd>`)}</dl>
<p class="govuk-body">Evidence: ${evidence}</p>
${compliance.length > 0 && html`<p class="govuk-body">What has to be there:</p><ul class="govuk-list govuk-list--bullet">${compliance.map(check => html`<li>${check.asks}${check.rests !== undefined && html` <span class="app-muted">${check.rests}</span>`}</li>`)}</ul>`}`,
})}`
}

const changesTable = (changes: readonly ToolChange[]): Html =>
  dataTable({
    caption: 'What changed',
    captionHidden: true,
    stacked: true,
    columns: [
      { heading: 'Where', cell: each => each.where },
      {
        heading: 'Before',
        cell: each => (each.before === '' ? '–' : html`<del>${each.before}</del>`),
      },
      { heading: 'Now', cell: each => (each.after === '' ? '–' : html`<ins>${each.after}</ins>`) },
    ],
    rows: changes,
  })

export interface EditModel {
  readonly tool: Tool
  readonly fields: Fields
  /** What somebody else changed while this form was open. */
  readonly crossed: readonly ToolChange[]
  readonly open: number
  readonly csrf: Html
}

export function editView({ tool, fields, crossed, open, csrf }: EditModel): Html {
  return html`${heading({ title: `Change ${tool.title.toLowerCase()}`, caption: `Version ${tool.version}`, lead: 'What you save is a new version. Audits that are open keep the version that they were begun with.' })}
${open > 0 && insetText({ text: `${open} ${open === 1 ? 'audit is' : 'audits are'} open with this tool now.` })}
${crossed.length > 0 && html`<div class="govuk-inset-text"><p class="govuk-body">Somebody else saved version ${tool.version} while you had this open. They changed:</p>${changesTable(crossed)}<p class="govuk-body">What you wrote stands below. Save again to make it the version after theirs.</p></div>`}
<form method="post" action="${toolPath(tool.key)}/edit" novalidate>
${csrf}<input type="hidden" name="version" value="${tool.version}">
${lineField(fields, 'title', 'Title')}
${wordsField(fields, 'about', 'What it looks at', { rows: 2 })}
${tool.standards.map(({ key, title }) =>
  details({
    summaryText: title,
    open: fields.errors.some(({ field }) => field.startsWith(`s_${key}_`)),
    html: standardFields(tool, key, fields),
  }),
)}
${details({
  summaryText: 'Add a standard',
  open: typed(fields.values, standardField(NEW, 'title')) !== '',
  html: standardFields(tool, NEW, fields),
})}
${lineField(fields, 'reason', 'Why is it changed?', { hint: 'It stands in the history of the tool.' })}
<div class="govuk-button-group">${button({ text: 'Save a new version', preventDoubleClick: true })}<a class="govuk-link" href="${toolPath(tool.key)}">Cancel</a></div>
</form>`
}

function standardFields(tool: Tool, key: string, fields: Fields): Html {
  const at = (part: string) => standardField(key, part)
  const box = (part: string, text: string) =>
    checkboxes({
      idPrefix: at(part),
      name: at(part),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text, checked: typed(fields.values, at(part)) === 'yes' }],
    })
  return html`${lineField(fields, at('title'), 'Title of the standard')}
${wordsField(fields, at('asks'), 'The judgement, as a question', { rows: 2 })}
${grades.map(grade => wordsField(fields, at(anchorPart(grade)), `What ${grade} looks like`, { rows: 3 }))}
${wordsField(fields, at('evidence'), 'What has to be written down with the grade', { rows: 2 })}
${wordsField(fields, at('checks'), 'What has to be there', { rows: 4, hint: 'One question a line. After a bar ( | ) the law or guidance that asks for it.' })}
${box('limiting', 'Inadequate here is inadequate as a whole')}
${key !== NEW && box('remove', `Take ${fieldName(tool, standardField(key, 'x')).split(':')[0] ?? 'it'} out of the tool`)}`
}
