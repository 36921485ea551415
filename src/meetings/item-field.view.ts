import { select } from '#kit/html/components/index.ts'
import type { Fields } from '#kit/html/fields.ts'
import type { Html } from '#kit/html/html.ts'
import { errorOf, typed } from '#kit/http/form.ts'
import type { Item } from './meeting.ts'

/** The choice of an item of an agenda, or of none. */
export function itemField({ values, errors }: Fields, items: readonly Item[]): Html {
  return select({
    id: 'itemId',
    name: 'itemId',
    label: { text: 'Agenda item' },
    hint: { text: 'Choose one if it is about a matter on the agenda' },
    items: [
      { value: '', text: 'None' },
      ...items.map(({ id, number, title }) => ({
        value: id,
        text: `${number}. ${title}`,
        selected: typed(values, 'itemId') === id,
      })),
    ],
    errorMessage: errorOf(errors, 'itemId'),
  })
}
