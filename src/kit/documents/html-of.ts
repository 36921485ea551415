import { type Html, attributes, html } from '../html/html.ts'
import {
  type Block,
  type Doc,
  type Heading,
  type List,
  type Paragraph,
  type Run,
  type Runs,
  type Table,
  headingsInOrder,
  mayFollow,
} from './doc.ts'

export type HtmlOptions = {
  /** The level of the document's first headings: 2 where the title is the page's own heading. */
  readonly topLevel?: number | undefined
  /** Shows the title as a heading above, one level higher; a page mostly has it already. */
  readonly withTitle?: boolean | undefined
}

// As on the pages around it, whose own heading is large.
const sizes = ['l', 'm', 's', 's', 's', 's'] as const

/** A document to stand in a page: every paragraph that has an anchor can be linked to. */
export function htmlOf(doc: Doc, options: HtmlOptions = {}): Html {
  const top = Math.max(2, options.topLevel ?? 2)
  const title = options.withTitle && titled(top - 1, doc.title)
  const blocks = headingsInOrder(doc.blocks).map(block => blockHtml(block, top))
  return html`<div class="app-document"${attributes({ lang: doc.language })}>${title}${blocks}</div>`
}

function blockHtml(block: Block, top: number): Html {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block, top)
    case 'paragraph':
      return paragraphHtml(block)
    case 'list':
      return listHtml(block)
    case 'table':
      return tableHtml(block)
    case 'note':
      return html`<div class="govuk-inset-text">${block.blocks.map(each => blockHtml(each, top))}</div>
`
    case 'pageBreak':
      return html`<div class="app-document__break"></div>
`
  }
}

function titled(level: number, text: string, anchor?: string): Html {
  const size = sizes[Math.min(level, 6) - 1] ?? 's'
  const named = attributes({ id: anchor, class: `govuk-heading-${size}` })
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1${named}>${text}</h1>
`
    case 2:
      return html`<h2${named}>${text}</h2>
`
    case 3:
      return html`<h3${named}>${text}</h3>
`
    case 4:
      return html`<h4${named}>${text}</h4>
`
    case 5:
      return html`<h5${named}>${text}</h5>
`
    default:
      return html`<h6${named}>${text}</h6>
`
  }
}

const headingHtml = ({ level, text, anchor }: Heading, top: number): Html =>
  titled(level + top - 1, text, anchor)

function paragraphHtml({ runs, number, anchor }: Paragraph): Html {
  // The mark is small for the eye; the words say which paragraph it leads to.
  const mark =
    anchor &&
    html` <a class="app-document__anchor" href="#${anchor}"><span aria-hidden="true">¶</span><span class="govuk-visually-hidden">Link to ${number ? `paragraph ${number}` : 'this paragraph'}</span></a>`
  const shown = number && html`<span class="app-document__number">${number}</span> `
  const classes = `govuk-body${number ? ' app-document__numbered' : ''}`
  return html`<p${attributes({ class: classes, id: anchor })}>${shown}${runsHtml(runs)}${mark}</p>
`
}

function listHtml(list: List): Html {
  const items = list.items.map(
    item =>
      html`<li>${item.map((part, index) =>
        part.kind === 'list'
          ? listHtml(part)
          : // One paragraph is the item itself; a second stands below it.
            index === 0 && !part.anchor && !part.number
            ? runsHtml(part.runs)
            : paragraphHtml(part),
      )}</li>
`,
  )
  if (list.style === 'bullets')
    return html`<ul class="govuk-list govuk-list--bullet">${items}</ul>
`
  const start = (list.start ?? 1) === 1 ? undefined : list.start
  const letters = list.style === 'letters'
  const classes = `govuk-list govuk-list--number${letters ? ' app-document__letters' : ''}`
  return html`<ol${attributes({ class: classes, start, type: letters && 'a' })}>${items}</ol>
`
}

function tableHtml({ caption, header, rows, columns, rowHeaders }: Table): Html {
  const classes = (kind: 'header' | 'cell', index: number): string =>
    `govuk-table__${kind}${columns?.[index] === 'number' ? ` govuk-table__${kind}--numeric` : ''}`
  const head = header.map((cell, index) =>
    cell.every(run => run.text.trim() === '')
      ? html`<td class="${classes('header', index)}"></td>`
      : html`<th scope="col" class="${classes('header', index)}">${runsHtml(cell)}</th>`,
  )
  const body = rows.map(
    row => html`<tr class="govuk-table__row">${row.map((cell, index) =>
      index === 0 && rowHeaders
        ? html`<th scope="row" class="${classes('header', index)}">${runsHtml(cell)}</th>`
        : html`<td class="${classes('cell', index)}">${runsHtml(cell)}</td>`,
    )}</tr>
`,
  )
  // Wider than the screen it scrolls, and takes the focus so that the keyboard can scroll it.
  return html`<div class="app-table"${attributes({ role: 'region', 'aria-label': caption || 'Table', tabindex: 0 })}>
<table class="govuk-table">
${caption && html`<caption class="govuk-table__caption govuk-table__caption--s">${caption}</caption>`}
${head.length > 0 && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head}</tr></thead>`}
<tbody class="govuk-table__body">${body}</tbody>
</table>
</div>
`
}

const runsHtml = (runs: Runs): readonly Html[] => runs.map(runHtml)

function runHtml({ text, bold, italic, href }: Run): Html {
  const lines = text
    .split('\n')
    .map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))
  let inside = html`${lines}`
  if (italic) inside = html`<em>${inside}</em>`
  if (bold) inside = html`<strong>${inside}</strong>`
  return href !== undefined && mayFollow(href)
    ? html`<a class="govuk-link" href="${href}">${inside}</a>`
    : inside
}
