import { longDay } from '#calendar'
import type { RecordDoubt, ToPutRight } from '#data-quality'
import { heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { countInWords } from '#performance'
import type { ChildLink } from './team.ts'

export interface TeamDataModel {
  readonly team: string
  readonly refused: readonly ToPutRight[]
  readonly doubts: readonly RecordDoubt[]
  readonly childOf: (child: number) => ChildLink
  readonly recordOf: (child: string) => string
  /** A child all of whose rows were refused has no record to open. */
  readonly isKnown: ReadonlySet<string>
}

const MOST = 300

export function teamDataView(model: TeamDataModel): Html {
  const { team, refused, doubts } = model
  const worst = refused.toSorted(
    (a, b) => Number(a.effect === 'doubtful') - Number(b.effect === 'doubtful'),
  )
  return html`${heading({
    title: 'Data to put right',
    caption: team,
    lead: 'Put each of these right in the case system, not here. The next extract then brings it as it should be.',
  })}
<section class="app-section"><h2 class="govuk-heading-m">Refused or doubtful in the newest files (${countInWords(refused.length)})</h2>
${
  refused.length === 0
    ? html`<p class="govuk-body">None.</p>`
    : dataTable({
        caption: 'Refused or doubtful',
        captionHidden: true,
        compact: true,
        columns: [
          { heading: 'Child', cell: each => childView(model, each.child) },
          {
            heading: 'Where',
            cell: each => (each.column === null ? each.list : `${each.list}, ${each.column}`),
          },
          { heading: 'What stood there', cell: each => each.value ?? 'Nothing' },
          { heading: 'What is wrong', cell: each => each.message },
          { heading: 'What became of it', cell: each => effects[each.effect] },
          { heading: 'Extract', cell: each => longDay(each.asOf) },
        ],
        rows: worst.slice(0, MOST),
      })
}
${refused.length > MOST && html`<p class="govuk-body">The first ${MOST} are shown; the rest come up as these are put right.</p>`}</section>
<section class="app-section"><h2 class="govuk-heading-m">Gaps and contradictions in the records (${countInWords(doubts.length)})</h2>
${
  doubts.length === 0
    ? html`<p class="govuk-body">None.</p>`
    : dataTable({
        caption: 'Gaps and contradictions',
        captionHidden: true,
        compact: true,
        columns: [
          {
            heading: 'Child',
            cell: ({ child }) => {
              const { id, href } = model.childOf(child)
              return html`<a class="govuk-link" href="${href}">${id}</a>`
            },
          },
          { heading: 'List', cell: each => each.list },
          { heading: 'What is wrong', cell: each => each.says },
        ],
        rows: doubts.slice(0, MOST),
      })
}
${doubts.length > MOST && html`<p class="govuk-body">The first ${MOST} are shown; the rest come up as these are put right.</p>`}</section>`
}

function childView({ isKnown, recordOf }: TeamDataModel, child: string): Html | string {
  return isKnown.has(child)
    ? html`<a class="govuk-link" href="${recordOf(child)}">${child}</a>`
    : child
}

const effects: Readonly<Record<ToPutRight['effect'], string>> = {
  'file-refused': 'Not read',
  'row-refused': 'The row was left out',
  'value-refused': 'The row was kept without it',
  doubtful: 'Kept, and worth a look',
}
