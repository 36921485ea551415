import { heading } from '#kit/html/blocks.ts'
import { dataTable, details } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { JsonObject } from '../api/json.ts'
import { publicFiguresPath, tokensPath } from '../paths.ts'

export interface ApiModel {
  /** As OpenAPI 3.1. */
  readonly description: JsonObject
  /** Where the addresses begin: 'https://sightline.example.gov.uk/api/v1'. */
  readonly base: string
  /** The path of the description itself. */
  readonly file: string
}

export function apiView({ description, base, file }: ApiModel): Html {
  return html`${heading({ title: 'Figures for programs', lead: 'Excel, Power BI and other programs can read the figures that you see on the pages: the same, and no more.' })}
<h2 class="govuk-heading-m">Before you begin</h2>
<ol class="govuk-list govuk-list--number">
<li><a class="govuk-link" href="${tokensPath}">Make a personal access token</a> and copy it. You sign in for this once.</li>
<li>Choose an address from the list below. It begins with <code class="app-code">${base}</code>.</li>
</ol>
<p class="govuk-body">Figures that were <a class="govuk-link" href="${publicFiguresPath}">published for everybody</a> need no token.</p>
<h2 class="govuk-heading-m">In Excel</h2>
<ol class="govuk-list govuk-list--number">
<li>Choose “Data”, “Get Data”, “From Other Sources”, “From Web”.</li>
<li>Enter an address, such as <code class="app-code">${base}/indicators</code>, and choose “OK”.</li>
<li>Choose “Basic”. Enter any user name, and the token as the password. Choose “Connect”.</li>
<li>Choose “List” beside “items”, then “To Table”, then the sign at the head of the column to choose fields, then “Close &amp; Load”.</li>
</ol>
<p class="govuk-body">“Refresh All” reads the figures again.</p>
<h2 class="govuk-heading-m">In Power BI</h2>
<ol class="govuk-list govuk-list--number">
<li>Choose “Get data”, “Blank query”, “Advanced editor”, and paste what stands below. It reads all pages.</li>
<li>When it asks, choose “Edit credentials”, “Basic”, any user name, and the token as the password, for the address <code class="app-code">${base}</code>.</li>
</ol>
<pre class="app-code" tabindex="0" role="region" aria-label="Query for Power BI"><code>${query(base)}</code></pre>
<h2 class="govuk-heading-m">In other programs</h2>
<p class="govuk-body">Send the token in the header “Authorization”, after the word “Bearer”. Answers are JSON in UTF-8. An answer has an ETag: send it as “If-None-Match”, and what has not changed is not sent again. What goes wrong is said in a sentence. The whole description is <a class="govuk-link" href="${file}">an OpenAPI 3.1 file</a>.</p>
<h2 class="govuk-heading-m">What there is to ask for</h2>
${Object.entries(objectIn(description, 'paths')).map(([path, at]) => addressView(path, at, description))}`
}

/** Power Query’s own language: one page after another, until there are no more. */
const query = (base: string): string => `let
  Page = (number as number) => Json.Document(Web.Contents("${base}", [
    RelativePath = "indicators/AS01/series",
    Query = [by = "team", page_size = "1000", page = Text.From(number)]
  ])),
  First = Page(1),
  Pages = Number.RoundUp(First[total] / First[page_size]),
  Items = List.Combine(List.Transform({1..Pages}, each Page(_)[items]))
in
  Table.FromRecords(Items)`

function addressView(path: string, at: unknown, description: JsonObject): Html {
  const get = objectIn(at, 'get')
  const parameters = listIn(get, 'parameters')
  const isOpen = Array.isArray(get['security'])
  return html`<section class="app-section"><h3 class="govuk-heading-s govuk-!-margin-bottom-1"><code class="app-code">${path}</code></h3>
<p class="govuk-body">${wordsIn(get, 'summary')}. ${wordsIn(get, 'description')}${isOpen && ' No token is needed.'}</p>
${
  parameters.length > 0 &&
  dataTable({
    caption: `What ${path} takes`,
    captionHidden: true,
    compact: true,
    columns: [
      { heading: 'Takes', cell: each => wordsIn(each, 'name') },
      { heading: 'Which is', cell: each => wordsIn(each, 'description') },
      { heading: 'May be', cell: each => valuesOf(objectIn(each, 'schema')) },
    ],
    rows: parameters,
  })
}
${fieldsView(path, get, description)}</section>`
}

/** The fields of an answer, or of each of its items. */
function fieldsView(path: string, get: JsonObject, description: JsonObject): Html | false {
  const content = objectIn(objectIn(get, 'responses'), '200')
  const json = objectIn(objectIn(content, 'content'), 'application/json')
  const name = wordsIn(objectIn(json, 'schema'), '$ref').split('/').at(-1) ?? ''
  const schema = objectIn(objectIn(objectIn(description, 'components'), 'schemas'), name)
  const fields = objectIn(schema, 'properties')
  const items = objectIn(objectIn(fields, 'items'), 'items')
  const shown = Object.entries('items' in fields ? objectIn(items, 'properties') : fields)
  if (shown.length === 0) return false
  return details({
    summaryText: 'items' in fields ? 'Fields of each item' : 'Fields',
    html: dataTable({
      caption: `Fields of ${path}`,
      captionHidden: true,
      compact: true,
      columns: [
        { heading: 'Field', cell: ([field]) => field },
        { heading: 'Which is', cell: ([, each]) => wordsIn(each, 'description') },
      ],
      rows: shown,
    }),
  })
}

function valuesOf(schema: JsonObject): string {
  const choices = Array.isArray(schema['enum']) ? schema['enum'] : []
  if (choices.length > 0) return choices.join(', ')
  const usual = schema['default']
  const type = { integer: 'A whole number', string: 'Text' }[wordsIn(schema, 'type')] ?? ''
  return usual === undefined ? type : `${type}, ${String(usual)} if unsaid`
}

function objectIn(value: unknown, key: string): JsonObject {
  const found: unknown = isObject(value) ? value[key] : undefined
  return isObject(found) ? found : {}
}

function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function listIn(value: JsonObject, key: string): readonly unknown[] {
  const found = value[key]
  return Array.isArray(found) ? found : []
}

function wordsIn(value: unknown, key: string): string {
  const found: unknown = isObject(value) ? value[key] : undefined
  return typeof found === 'string' ? found : ''
}
