import { longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { dataTable } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type ThreadModel, threadView } from '#thread'
import { standingOf, titleOf } from '../document.ts'
import { anchorOf, type Change, minutesPath, type Paragraph } from '../minutes.ts'
import type { PublishedMinutesItem } from '../published.ts'
import { draftBanner, type MinutesViewModel, paragraphView } from './minutes.view.ts'

interface ParagraphPageModel extends MinutesViewModel {
  readonly id: string
  /** The item that it stands under, as far as the viewer may read it. */
  readonly section: PublishedMinutesItem
  readonly thread: ThreadModel
}

/** One paragraph at its permanent address: between its neighbours, with all that became of it. */
export function paragraphPageView(model: ParagraphPageModel): Html {
  const { whole, section, id, mayKeep } = model
  const at = section.paragraphs.findIndex(each => each.id === id)
  const near = section.paragraphs.slice(Math.max(0, at - 1), at + 2)
  const paragraph = section.paragraphs[at]
  const name = paragraph?.number ? `Paragraph ${paragraph.number}` : 'Paragraph'
  const changes = whole.changes.filter(
    each => each.paragraphId === id && (mayKeep || each.afterPublication),
  )
  return html`${draftBanner(whole)}
${heading({ title: name, caption: titleOf(whole), lead: section.item === null ? standingOf(whole) : `${section.item.number}. ${section.item.title}` })}
<div class="app-minutes">${near.map(each => (each.id === id ? paragraphView(each, model) : neighbourView(each)))}</div>
<p class="govuk-body app-noprint"><a class="govuk-link" href="${minutesPath(whole.meeting.id)}#${anchorOf(id)}">Read it in the minutes</a></p>
${changes.length > 0 && historyView(changes)}
${threadView(model.thread)}`
}

const neighbourView = ({ number, words }: Paragraph): Html =>
  html`<div class="app-minutes__paragraph"><p class="app-minutes__number">${number}</p><div class="app-minutes__words"><p class="govuk-body app-muted">${words}</p></div></div>`

const what: Readonly<Record<Change['what'], string>> = {
  added: 'Added',
  changed: 'Changed',
  struck: 'Struck out',
  restored: 'Put back',
}

function historyView(changes: readonly Change[]): Html {
  return dataTable({
    caption: 'What was changed',
    columns: [
      {
        heading: 'When',
        names: true,
        cell: each => longDay(Math.floor(each.at.getTime() / 86_400_000)),
      },
      { heading: 'What', cell: each => what[each.what] },
      {
        heading: 'Words',
        cell: each =>
          html`${each.before !== '' && html`<del>${each.before}</del> `}${each.after !== '' && html`<ins>${each.after}</ins>`}`,
      },
      { heading: 'Why', cell: each => each.reason },
      { heading: 'Who', cell: each => each.actorName },
    ],
    rows: changes,
  })
}
