import { privateWordsIn } from '#findings'
import type { FieldError } from '#kit/html/page.ts'
import { checkboxes } from '#kit/html/components/index.ts'
import type { Html } from '#kit/html/html.ts'
import { invalid } from '#kit/http/index.ts'

export { changingOf, placeOf } from '#findings'

/**
 * Warns once of what may say who somebody is; what was looked at (`looked` is then ticked) is kept.
 * @throws invalid
 */
export function refusePrivateOnce(values: Readonly<Record<string, string>>, looked: boolean): void {
  if (looked) return
  const issues = Object.entries(values).flatMap(([field, text]): FieldError[] => {
    const found = privateWordsIn(text)
    const [first] = [
      ...found.never.map(each => `“${each.text}” is ${each.what}.`),
      ...found.perhaps.map(each => `“${each}” may be the name of a person.`),
    ]
    return first === undefined
      ? []
      : [{ field, message: `${first} Take it out, or tick below that it is to be kept.` }]
  })
  if (issues.length > 0) throw invalid(issues)
}

/** Asked for only where something may say who somebody is. */
export function lookedField(errors: readonly FieldError[]): Html | false {
  if (!errors.some(({ message }) => message.includes('tick below'))) return false
  return checkboxes({
    idPrefix: 'looked',
    name: 'looked',
    items: [{ value: 'yes', text: 'I have looked: keep it as it is written' }],
  })
}
