import { momentInWords } from '#calendar'
import type { Line } from '#journal'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, input } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { actorInWords, number } from '../words.ts'

export interface JournalModel {
  /** The newest first. */
  readonly lines: readonly Line[]
  /** The line that says when the chain was last verified. */
  readonly verified: Line | undefined
  readonly names: ReadonlyMap<string, string>
  /** What the lines are narrowed to; '' for everything. */
  readonly kind: string
  readonly id: string
  readonly more: boolean
  readonly csrf: Html
}

export function journalView(model: JournalModel): Html {
  const { lines, names, kind, id, csrf } = model
  return html`${heading({ title: 'The journal', lead: verifiedInWords(model.verified) })}
${faultsOf(model.verified).map(words => html`<p class="govuk-body"><strong>${words}</strong></p>`)}
<form method="post" action="/administration/journal/verify">${csrf}${button({ text: 'Verify it now', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
<form method="get" action="/administration/journal">
${input({ id: 'kind', name: 'kind', label: { text: 'Only what was done to' }, hint: { text: 'A kind of thing, such as extract, user, setting or finding' }, value: kind, classes: 'govuk-input--width-20' })}
${input({ id: 'id', name: 'id', label: { text: 'Known as' }, hint: { text: 'The identifier, for one thing alone' }, value: id, classes: 'govuk-!-width-one-half' })}
${button({ text: 'Show these lines', classes: 'govuk-button--secondary' })}
</form>
${
  lines.length === 0
    ? html`<p class="govuk-body">There is no such line.</p>`
    : dataTable({
        caption: 'Lines of the journal, newest first',
        captionHidden: true,
        compact: true,
        columns: [
          { heading: 'Line', numeric: true, cell: line => number(line.seq) },
          { heading: 'When', cell: line => momentInWords(line.at) },
          { heading: 'Who', cell: line => actorInWords(line.actor, names) },
          { heading: 'What', cell: line => line.action },
          { heading: 'To what', cell: line => subjectView(line, names) },
          { heading: 'In detail', cell: line => detailInWords(line) },
        ],
        rows: lines,
      })
}
${model.more && html`<p class="govuk-body"><a class="govuk-link" href="/administration/journal?${new URLSearchParams({ ...(kind && { kind }), ...(kind && id && { id }), before: String(lines.at(-1)?.seq ?? 1) }).toString()}">Show older lines</a></p>`}`
}

function subjectView({ subjectKind, subjectId }: Line, names: ReadonlyMap<string, string>): Html {
  const query = new URLSearchParams({ kind: subjectKind, id: subjectId }).toString()
  const known = names.get(subjectId)
  return html`<a class="govuk-link" href="/administration/journal?${query}">${subjectKind} ${known ?? short(subjectId)}</a>`
}

/** What stands in the detail of a line, each part short enough to read past. */
export function detailInWords(line: Pick<Line, 'detail'>): string {
  const parts = Object.entries(detailOf(line)).map(([name, value]) => `${name}: ${short(value)}`)
  return cut(parts.join(', '), 160)
}

function short(value: unknown): string {
  if (value === null) return 'none'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  // Identifiers and hashes are known by how they begin.
  return /^[\w-]{25,}$/.test(text) ? `${text.slice(0, 8)}…` : cut(text, 80)
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

function detailOf(line: Pick<Line, 'detail'> | undefined): Readonly<Record<string, unknown>> {
  const detail = line?.detail
  return typeof detail === 'object' && detail !== null && !Array.isArray(detail)
    ? // as: what is left of JSON is an object.
      (detail as Readonly<Record<string, unknown>>)
    : {}
}

function faultsOf(verified: Line | undefined): readonly string[] {
  const words = detailOf(verified)['words']
  return Array.isArray(words) ? words.map(String) : []
}

function verifiedInWords(verified: Line | undefined): string {
  if (verified === undefined) return 'It has not been verified here yet.'
  const { upTo, faults } = detailOf(verified)
  const until = `up to line ${number(Number(upTo))} on ${momentInWords(verified.at)}`
  return Number(faults) === 0
    ? `Verified ${until}: every line is as it was written.`
    : `Verified ${until}: ${number(Number(faults))} ${Number(faults) === 1 ? 'fault was' : 'faults were'} found. Tell whoever is responsible for data protection.`
}
