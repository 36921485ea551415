import { citeLaw, explainDeadline, longDay } from '#calendar'
import { heading } from '#kit/html/blocks.ts'
import { button, dataTable, details, insetText, warningText } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import { type About, itemName, meetingName } from '#meetings'
import {
  type Caution,
  cautionsOf,
  type Declaration,
  declarationWords,
  howWords,
  kinds,
  type NilKind,
  thenWords,
  whoseWords,
} from '../declaration.ts'

export interface DeclarationsModel {
  readonly about: About
  readonly declared: readonly Declaration[]
  readonly nil: ReadonlySet<NilKind>
  readonly mayKeep: boolean
  readonly mayDeclare: boolean
  readonly csrf: Html
}

export const declarationsPath = (meetingId: string): string => `/meetings/${meetingId}/declarations`

export function declarationsView(model: DeclarationsModel): Html {
  const { about, declared, nil, mayDeclare, mayKeep } = model
  const at = declarationsPath(about.meeting.id)
  const number = (itemId: string | null) =>
    about.items.find(each => each.id === itemId)?.number ?? null
  const words = declarationWords(declared, nil, number)
  return html`${heading({ title: 'Declarations of interest', caption: meetingName(about), lead: 'What people who attend have declared, and that there was nothing to declare where that was said.' })}
${
  words.length === 0
    ? insetText({
        text: 'Nobody has declared anything, and nobody has said yet that there was nothing.',
      })
    : html`<ul class="govuk-list govuk-list--bullet">${words.map(each => html`<li>${each}</li>`)}</ul>`
}
${mayDeclare && html`<p class="govuk-body"><a class="govuk-link" href="${at}/declare">Declare an interest of your own</a></p>`}
${mayKeep && html`<p class="govuk-body"><a class="govuk-link" href="${at}/new">Write down what somebody declared</a></p>`}
${mayKeep && nilForms(model)}
${declared.length > 0 && table(model)}
<p class="govuk-body"><a class="govuk-link" href="/register-of-interests">Register of interests</a></p>`
}

/** Overview and scrutiny asks about a party whip as well. */
const asked = ({ about }: DeclarationsModel): readonly NilKind[] =>
  about.body.kind === 'scrutiny' ? ['interests', 'party whip'] : ['interests']

function nilForms(model: DeclarationsModel): Html {
  const { about, declared, nil, csrf } = model
  const open = asked(model).filter(
    kind =>
      !nil.has(kind) &&
      !declared.some(
        each =>
          each.withdrawnWords === null && (each.kind === 'party whip') === (kind === 'party whip'),
      ),
  )
  return html`${open.map(
    kind =>
      html`<form method="post" action="${declarationsPath(about.meeting.id)}/nil">${csrf}<input type="hidden" name="kind" value="${kind}">${button({ text: kind === 'interests' ? 'No interests were declared' : 'No party whip was declared', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
  )}`
}

function table({ about, declared, mayKeep }: DeclarationsModel): Html {
  return dataTable({
    caption: 'Each declaration',
    columns: [
      {
        heading: 'Who',
        cell: each => (each.capacity === '' ? each.name : `${each.name}, ${each.capacity}`),
      },
      {
        heading: 'What',
        cell: each =>
          html`<strong>${kinds[each.kind]}</strong><br>${each.sensitive ? 'Its details are kept back.' : each.words}<br><span class="app-muted">${whoseWords[each.whose]}. ${howWords[each.how]}.</span>${each.withdrawnWords !== null && html`<br>Taken back: ${each.withdrawnWords}`}`,
      },
      { heading: 'Item', cell: each => itemName(about.items, each.itemId) ?? 'The whole meeting' },
      {
        heading: 'Then',
        cell: each =>
          html`${thenWords[each.thenDid]}${each.dispensation !== '' && html`<br>Dispensation: ${each.dispensation}`}${cautionsOf(each, about.meeting.heldOn).map(cautionView)}${mayKeep && each.withdrawnWords === null && html`<br><a class="govuk-link" href="${declarationsPath(about.meeting.id)}/${each.id}">Change<span class="govuk-visually-hidden"> what ${each.name} then did</span></a>`}`,
      },
    ],
    rows: declared,
  })
}

function cautionView(caution: Caution): Html {
  if (caution.kind === 'took-part')
    return warningText({
      text: `${caution.words} ${citeLaw(caution.law)}.`,
      iconFallbackText: 'Look again',
    })
  const { deadline } = caution
  if (deadline.kind === 'no-rule') return html`<p class="govuk-body">${caution.words}</p>`
  return details({
    summaryText: `To be notified by ${longDay(deadline.deadline.due)}`,
    text: [caution.words, ...explainDeadline(deadline.deadline)].join(' '),
  })
}
