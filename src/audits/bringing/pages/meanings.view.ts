import type { KeptSheet } from '#findings'
import { select } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { FieldError } from '#kit/html/page.ts'
import { errorOf, type FormValues, typed } from '#kit/http/form.ts'
import { grades, gradeWords } from '#practice'
import { chosenColumns, GIVEN_BACK, meaningField, unknownGrades } from '../meant.ts'
import { auditColumns } from '../row.ts'

/** Asks what each grade of another scale stands for. */
export function meaningFields(
  sheet: KeptSheet,
  values: FormValues,
  errors: readonly FieldError[],
): Html | false {
  const unknown = unknownGrades(sheet, chosenColumns(values, sheet.headings, auditColumns))
  if (unknown.size === 0) return false
  return html`<h2 class="govuk-heading-m">Grades of another scale</h2>
<p class="govuk-body">Say what each stands for. The word that the table has stays with the audit.</p>
${[...unknown].map(([key, { written, rows }]) => {
  const name = meaningField(key)
  const chosen = typed(values, name)
  return select({
    id: name,
    name,
    label: { text: `“${written.slice(0, 60)}”, in ${rows} ${rows === 1 ? 'row' : 'rows'}` },
    items: [
      { value: '', text: 'Choose one' },
      ...grades.map(grade => ({
        value: grade,
        text: gradeWords[grade],
        selected: chosen === grade,
      })),
      {
        value: GIVEN_BACK,
        text: 'None of these: give the rows back',
        selected: chosen === GIVEN_BACK,
      },
    ],
    errorMessage: errorOf(errors, name),
  })
})}`
}
