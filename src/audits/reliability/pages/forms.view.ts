import { input, radios, select } from '#kit/html/components/index.ts'
import { type Fields, lineField, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import { type Grade, grades, gradeWords, type Standard, type Tool } from '#practice'

const number = (fields: Fields, id: string, label: string, hint: string, isShare = true): Html =>
  input({
    id,
    name: id,
    label: { text: label },
    hint: { text: hint },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    ...(isShare && { suffix: { text: '%' } }),
    value: typed(fields.values, id),
    errorMessage: errorOf(fields.errors, id),
  })

export function rulesFields(fields: Fields): Html {
  return html`${number(fields, 'secondPercent', 'Share of audits that are graded a second time', 'From 10 to 20')}
${number(fields, 'vignettePercent', 'Share of a vignette’s standards to be graded as agreed', 'From 50 to 100. One large study let nobody begin below 90.')}
${wordsField(fields, 'because', 'Why?', { rows: 3 })}`
}

const gradeRadios = (
  { values, errors }: Fields,
  id: string,
  legend: string,
  anchors?: Standard['anchors'],
): Html =>
  radios({
    idPrefix: id,
    name: id,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    items: grades.map(grade => ({
      value: grade,
      text: gradeWords[grade],
      ...(anchors !== undefined && { hint: { text: anchors[grade] } }),
      checked: typed(values, id) === grade,
    })),
    errorMessage: errorOf(errors, id),
  })

export function outsideFields(fields: Fields): Html {
  return html`${number(fields, 'number', 'Number of the audit', 'For example, 12', false)}
${gradeRadios(fields, 'grade', 'Which grade did they give?')}
${lineField(fields, 'byWords', 'Who graded it?', { hint: 'For example, ‘Monitoring visit’. Never a name.' })}
${lineField(fields, 'on', 'When?', { hint: 'For example, 14 May 2026', width: 20 })}`
}

export function graderField({
  values,
  errors,
  graders,
}: Fields & {
  readonly graders: readonly { readonly id: string; readonly name: string }[]
}): Html {
  return select({
    id: 'grader',
    name: 'grader',
    label: { text: 'Who grades it again?' },
    items: [
      { value: '', text: 'Choose one' },
      ...graders.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: typed(values, 'grader') === id,
      })),
    ],
    errorMessage: errorOf(errors, 'grader'),
  })
}

/** The grades of a tool's standards, one question each. */
export const standardsFields = (fields: Fields, standards: readonly Standard[]): Html =>
  html`${standards.map(({ key, title, asks, anchors }) => gradeRadios(fields, `grade-${key}`, `${title}: ${asks}`, anchors))}`

export function vignetteFields(fields: Fields, tool: Tool): Html {
  return html`${lineField(fields, 'title', 'What is it called?', { hint: 'For example, ‘A plan that nobody reviewed’' })}
${wordsField(fields, 'words', 'The work, as an auditor would find it', { rows: 12, hint: 'Made up. Never a child’s record, and nobody’s name.' })}
${lineField(fields, 'agreedBy', 'Who agreed on the grades?', { hint: 'For example, ‘Five auditors, March 2026’' })}
<h2 class="govuk-heading-m">The grades that were agreed</h2>
${standardsFields(fields, tool.standards)}`
}

/** The grades that a form gives to standards; those that are none are left out. */
export function gradesIn(
  values: Readonly<Record<string, unknown>>,
  standards: readonly Pick<Standard, 'key'>[],
): Readonly<Record<string, Grade>> {
  return Object.fromEntries(
    standards.flatMap(({ key }) => {
      const grade = grades.find(each => each === values[`grade-${key}`])
      return grade === undefined ? [] : [[key, grade]]
    }),
  )
}
