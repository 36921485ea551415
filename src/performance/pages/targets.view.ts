import { type Day, longDay } from '#calendar'
import { type Colleague, formView, ownerFields } from '#findings'
import type { Definition } from '#indicators'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { button, checkboxes, dataTable, details } from '#kit/html/components/index.ts'
import { lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { type FormValues, typed } from '#kit/http/form.ts'
import {
  type MarkEvent,
  newTargetPath,
  type Place,
  type Target,
  targetInWords,
  targetPath,
} from '#marks'
import type { Reading } from '../reading.ts'
import { goodInWords, sentenceCase, valueInWords } from '../words.ts'
import { outlookMark, spanWords, whyNoOutlook } from './indicator-marks.view.ts'
import { endedView, markHistoryView } from './mark-history.view.ts'
import { indicatorPath } from './paths.ts'

export interface TargetForm {
  readonly definition: Definition
  readonly place: Place
  readonly values: FormValues
  readonly errors: readonly FieldError[]
  readonly csrf: Html
  readonly colleagues: readonly Colleague[]
  /** The one that is changed; null for a new one. */
  readonly target: Target | null
}

const units = {
  percentage: 'as a share of 100, such as 90%',
  rate: 'per 10,000',
  count: 'as a number',
  average: 'in its own unit',
}

export function targetFormView(model: TargetForm): Html {
  const { definition, place, values, errors, csrf, colleagues, target } = model
  const fields = { values, errors }
  const inWords = typed(values, 'inWords') === 'yes'
  const form = html`${lineField(fields, 'target', 'Target', { width: 20, hint: `${goodInWords(definition)} Enter it ${units[definition.unit]}.` })}
${
  (inWords || errors.some(({ field }) => field === 'target')) &&
  checkboxes({
    idPrefix: 'inWords',
    name: 'inWords',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'The target is in words and not a number',
        hint: {
          text: 'It is shown as it is written, and no chart can say whether it will be met.',
        },
        checked: inWords,
      },
    ],
  })
}
${lineField(fields, 'from', 'Holds from', { width: 20, hint: 'For example, 1 April 2026' })}
${lineField(fields, 'until', 'Holds until', { width: 20, hint: 'Leave it empty where no end was agreed' })}
${ownerFields(values, errors, colleagues)}
${wordsField(fields, 'reason', 'Why this target?', { rows: 3, hint: 'For example, who agreed it, and where' })}`
  const at = target === null ? newTargetPath(place) : targetPath(target.id)
  const back = indicatorPath(place.indicator, place.slice)
  const view = formView(
    at,
    csrf,
    form,
    target === null ? 'Set the target' : 'Save the change',
    back,
  )
  const where = place.slice.dimension === 'county' ? 'Whole county' : place.slice.name
  return target === null
    ? html`${heading({ title: 'Set a target', caption: `${definition.name} · ${where}` })}${view}`
    : view
}

export interface TargetModel {
  readonly definition: Definition
  readonly target: Target
  readonly events: readonly MarkEvent[]
  /** Null for whoever may only read it, and where it was withdrawn. */
  readonly form: Html | null
  readonly csrf: Html
}

export function targetView({ definition, target, events, form, csrf }: TargetModel): Html {
  const words = targetInWords(definition, target, value => valueInWords(definition, value))
  const where = target.slice.dimension === 'county' ? 'Whole county' : target.slice.name
  return html`${heading({
    title: `Target: ${words}`,
    caption: `${definition.name} · ${where}`,
    lead: `${sentenceCase(spanWords(target))}. ${target.owner === null ? 'Nobody is named to answer for it.' : `${target.owner} answers for it.`}`,
  })}
${target.withdrawn !== null && endedView(target.withdrawn)}
<p class="govuk-body">${target.reason}</p>
${
  form !== null &&
  html`<h2 class="govuk-heading-m">Change it</h2>${form}${details({
    summaryText: 'Withdraw it',
    html: html`<form method="post" action="${targetPath(target.id)}/withdraw" novalidate>${csrf}
${wordsField({ values: {}, errors: [] }, 'why', 'Why is it withdrawn?', { rows: 2 })}
${button({ text: 'Withdraw the target', classes: 'govuk-button--secondary' })}</form>`,
  })}`
}
${markHistoryView(events)}`
}

export interface TargetsModel {
  readonly rows: readonly {
    readonly target: Target
    readonly definition: Definition
    readonly reading: Reading | null
  }[]
  readonly today: Day
  readonly maySet: boolean
}

/** Every target, and whether it will be met as things stand. */
export function targetsView({ rows, today, maySet }: TargetsModel): Html {
  if (rows.length === 0)
    return html`${heading({ title: 'Targets' })}${emptyState({
      title: 'No targets are set',
      text: maySet
        ? 'A target is set on the page of its indicator, for the county or for one part of it.'
        : 'Nobody has set what a figure should reach.',
      action: { text: 'See every indicator', href: '/indicators' },
    })}`
  const isNow = (target: Target): boolean =>
    target.from <= today && (target.until === null || target.until >= today)
  const now = rows.filter(({ target }) => isNow(target))
  const others = rows.filter(({ target }) => !isNow(target))
  const met = now.filter(({ reading }) => reading?.signal.assurance === 'will-hit').length
  const missed = now.filter(({ reading }) => reading?.signal.assurance === 'will-miss').length
  return html`${heading({
    title: 'Targets',
    lead: `Of ${now.length} ${now.length === 1 ? 'target' : 'targets'} that hold today, ${met} will be met as things stand and ${missed} will not. Of the others the limits cannot say.`,
  })}
${tableOf('Targets that hold today', now)}
${others.length > 0 && tableOf('Earlier and later targets', others)}`
}

function tableOf(caption: string, rows: TargetsModel['rows']): Html {
  return dataTable({
    caption,
    columns: [
      {
        heading: 'Indicator',
        cell: ({ target, definition }) =>
          html`<a class="govuk-link" href="${indicatorPath(target.indicator, target.slice)}">${definition.name}</a>${target.slice.dimension !== 'county' && html`, ${target.slice.name}`}`,
      },
      {
        heading: 'Target',
        cell: ({ target, definition }) =>
          html`<a class="govuk-link" href="${targetPath(target.id)}">${sentenceCase(targetInWords(definition, target, value => valueInWords(definition, value)))}</a>`,
      },
      {
        heading: 'Now',
        numeric: true,
        cell: ({ reading, definition }) =>
          reading?.latest
            ? valueInWords(reading.definition, reading.latest.value)
            : valueInWords(definition, null),
      },
      {
        heading: 'As things stand',
        cell: ({ reading, target }) =>
          reading === null || reading.target?.id !== target.id
            ? ''
            : (outlookMark(reading) ?? whyNoOutlook(reading)),
      },
      {
        heading: 'Holds',
        cell: ({ target }) =>
          `${longDay(target.from)} to ${target.until === null ? 'no date' : longDay(target.until)}`,
      },
      { heading: 'Owner', cell: ({ target }) => target.owner ?? 'Nobody named' },
    ],
    rows,
  })
}
