import { longDay, longMonth, type Month, lastDayOf } from '#calendar'
import { type Definition, isSnapshot, type Slice } from '#indicators'

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A figure as people read it: '85.2%', '1,204', '62.5 per 10,000', '38 working days'. */
export function valueInWords(definition: Definition, value: number | null): string {
  if (value === null) return 'No figure'
  const number = numberInWords(definition, value)
  switch (definition.unit) {
    case 'percentage':
      return `${number}%`
    case 'rate':
      return `${number} per 10,000`
    case 'average':
      return `${number} ${definition.measure?.unit ?? ''}`.trimEnd()
    case 'count':
      return number
  }
}

/** A figure for a line of a list: the number large, its unit and time small. */
export function valueAndNote(
  definition: Definition,
  value: number | null,
  month: Month | null,
): { readonly value: string; readonly note: string } {
  const when = month === null ? '' : periodInWords(definition, month)
  if (value === null) return { value: 'No figure', note: when }
  const number = numberInWords(definition, value)
  if (definition.unit === 'percentage') return { value: `${number}%`, note: when }
  const unit = { count: '', rate: 'per 10,000', average: definition.measure?.unit ?? '' }
  return { value: number, note: [unit[definition.unit], when].filter(Boolean).join(', ') }
}

/** The number alone, for a chart's axis and a table's cell. */
export function numberInWords(definition: Definition, value: number): string {
  return definition.unit === 'count' ? whole.format(value) : oneDecimal.format(value)
}

export function countInWords(count: number): string {
  return whole.format(count)
}

/** 'March 2026', or for what is counted at a month's end '31 March 2026'. */
export function periodInWords(definition: Definition, month: Month): string {
  return isSnapshot(definition) ? longDay(lastDayOf(month)) : longMonth(month)
}

/** What a figure was worked out from: '352 of 413', or for a rate '94 in the month'. */
export function basisInWords(
  definition: Definition,
  numerator: number,
  denominator: number | null,
): string {
  switch (definition.unit) {
    case 'percentage':
      return `${whole.format(numerator)} of ${whole.format(denominator ?? 0)}`
    case 'average':
      return `${definition.measure?.summary ?? 'mean'} of ${whole.format(denominator ?? 0)}`
    case 'rate':
      return `${whole.format(numerator)} children or events`
    case 'count':
      return ''
  }
}

/** The definition in a sentence that a member of the public can read. */
export function definitionInWords(definition: Definition): string {
  const { everyone, counted } = definition.words
  switch (definition.unit) {
    case 'percentage':
      return `Of the ${everyone}, the share that ${counted ?? 'count'}.`
    case 'average': {
      const { summary, unit } = definition.measure ?? { summary: 'mean', unit: '' }
      const kind = summary === 'median' ? 'middle value (half took less, half more)' : 'mean'
      return `The ${kind}, in ${unit}, for the ${everyone}.`
    }
    case 'rate':
      return isSnapshot(definition)
        ? `The ${everyone}, for every 10,000 children aged 0 to 17 in the area.`
        : `The ${everyone}, for every 10,000 children aged 0 to 17 in the area. A month is multiplied by twelve, so that it reads as a rate a year.`
    case 'count':
      return `The number of ${everyone}.`
  }
}

export function goodInWords(definition: Definition): string {
  return {
    high: 'Higher is better.',
    low: 'Lower is better.',
    neutral: 'Neither higher nor lower is better in itself: a change is a reason to ask why.',
  }[definition.good]
}

const dimensionNames: Readonly<Record<Slice['dimension'], string>> = {
  county: 'Whole county',
  locality: 'Locality',
  team: 'Team',
  age: 'Age',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  disability: 'Disability',
}

export function dimensionInWords(dimension: Slice['dimension']): string {
  return dimensionNames[dimension]
}
