import { type Day, longDay } from '#calendar'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, dataTable, input, select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import type { FieldError } from '#kit/html/page.ts'
import { cycleAt } from '../cycle.ts'
import type { Standing } from '../gather.ts'
import { isOpenLine, isWork, type Plan } from '../line.ts'

export interface PlansModel {
  readonly plans: readonly { readonly plan: Plan; readonly lines: readonly Standing[] }[]
  readonly mayWrite: boolean
  readonly today: Day
}

export function plansView({ plans, mayWrite, today }: PlansModel): Html {
  return html`${heading({ title: 'Plans', lead: 'What is done about what was found, and whether it makes a difference. Done is not the same as better.' })}
${mayWrite && button({ text: 'Make a plan', href: '/plans/new' })}
${
  plans.length === 0
    ? emptyState({
        title: 'There is no plan yet',
        text: 'Make one and bring its lines in from the spreadsheet that you have, or write them here.',
        ...(mayWrite && { action: { text: 'Make the first plan', href: '/plans/new' } }),
      })
    : dataTable({
        caption: 'Plans, newest first',
        captionHidden: true,
        columns: [
          {
            heading: 'Plan',
            cell: ({ plan }) =>
              html`<a class="govuk-link" href="/plans/${plan.id}">${plan.title}</a>`,
          },
          {
            heading: 'Projects and actions',
            numeric: true,
            cell: ({ lines }) => lines.filter(each => isWork(each.line)).length,
          },
          {
            heading: 'Open',
            numeric: true,
            cell: ({ lines }) =>
              lines.filter(each => isWork(each.line) && isOpenLine(each.line)).length,
          },
          {
            heading: 'Late',
            numeric: true,
            cell: ({ lines }) => lines.filter(each => each.isLate).length,
          },
          {
            heading: 'Making a difference',
            numeric: true,
            cell: ({ lines }) =>
              lines.filter(
                each =>
                  isWork(each.line) &&
                  ['improving', 'achieved', 'sustained'].includes(each.impact.verdict),
              ).length,
          },
          {
            heading: 'Next updates',
            cell: ({ plan }) => longDay(cycleAt(plan, today).next),
          },
        ],
        rows: plans,
      })
}`
}

export function planFields(values: FormValues, errors: readonly FieldError[]): Html {
  return html`${input({ id: 'title', name: 'title', label: { text: 'Title' }, value: typed(values, 'title'), errorMessage: errorOf(errors, 'title') })}
${select({ id: 'cycleWeeks', name: 'cycleWeeks', label: { text: 'How often are updates asked for?' }, items: ['2', '4', '6', '8', '13'].map(weeks => ({ value: weeks, text: `Every ${weeks} weeks`, selected: (typed(values, 'cycleWeeks') || '6') === weeks })), errorMessage: errorOf(errors, 'cycleWeeks') })}
${input({ id: 'firstUpdateOn', name: 'firstUpdateOn', label: { text: 'When are the first due?' }, hint: { text: 'For example, 18 September 2017. A week before the board meets is usual.' }, value: typed(values, 'firstUpdateOn'), classes: 'govuk-input--width-20', errorMessage: errorOf(errors, 'firstUpdateOn') })}
${input({ id: 'resourceWords', name: 'resourceWords', label: { text: 'What it is paid from' }, hint: { text: 'Optional. For example, ‘within existing resources’' }, value: typed(values, 'resourceWords'), errorMessage: errorOf(errors, 'resourceWords') })}`
}
