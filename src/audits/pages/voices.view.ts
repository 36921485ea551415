import { lines } from '#findings'
import { momentInWords } from '#looking'
import { summaryList } from '#kit/html/components/index.ts'
import { type Content, type Html, html } from '#kit/html/html.ts'
import { gradeWords, type Jargon, jargonIn, readingAge } from '#practice'
import { type Audit, gradeOf } from '../audit.ts'
import type { Invited } from '../sides.ts'
import { jargonView } from './jargon.view.ts'
import { textPath } from './language.view.ts'

const voiceWords = { child: 'The child', parent: 'A parent', carer: 'A carer' } as const

export interface VoicesModel {
  readonly audit: Audit
  readonly invited: readonly Invited[]
  readonly jargon: readonly Jargon[]
  /** What young reviewers said of its words; false for nothing. */
  readonly said: Html | false
  readonly may: { readonly readYoung: boolean }
}

/** What others than the auditor say: whose work it is, whom it is about, and young reviewers. */
export function voicesView({ audit, invited, jargon, said, may }: VoicesModel): Html {
  const { voices, youngWords } = audit
  return html`<h2 class="govuk-heading-m">The practitioner’s own view</h2>
${ownView(audit, invited)}
<h2 class="govuk-heading-m">What those say whom the work is about</h2>
${voices.length === 0 && html`<p class="govuk-body">${audit.reason === 'imported' ? 'The table that it was brought from has nothing of it.' : 'Nothing yet.'}</p>`}
${summaryList({
  rows: voices.map(({ who, words, because }) =>
    row(
      voiceWords[who],
      words === ''
        ? html`<span class="app-muted">Not asked: ${because}</span>`
        : html`${lines(words)}${because !== '' && html`<span class="app-muted">${because}</span>`}`,
    ),
  ),
})}
${audit.learning !== '' && html`<h2 class="govuk-heading-m">${audit.reason === 'imported' ? 'What was found, in the words of the table' : 'What others can learn from it'}</h2>${lines(audit.learning)}`}
${
  youngWords !== '' &&
  html`<h2 class="govuk-heading-m">In words for a young person</h2>${jargonView(youngWords, jargonIn(youngWords, jargon), readingAge(youngWords))}
${said && html`<h3 class="govuk-heading-s">What young reviewers say of these words</h3>${said}`}
${may.readYoung && html`<p class="govuk-body"><a class="govuk-link" href="${textPath(audit.id)}">Read it as young reviewers do</a></p>`}`
}`
}

const row = (key: string, value: Content) => ({
  key: { text: key },
  value: { html: html`${value}` },
})

function ownView(audit: Audit, invited: readonly Invited[]): Html {
  const [asked] = invited
  if (audit.ownGrade === null)
    return asked === undefined
      ? html`<p class="govuk-body">${audit.reason === 'imported' ? 'The table that it was brought from has none.' : 'Nobody has been asked yet.'}</p>`
      : html`<p class="govuk-body">${asked.name} was asked on ${momentInWords(asked.invitedAt)} and has not answered yet.</p>`
  const grade = gradeOf(audit)
  return summaryList({
    rows: [
      row('Own grade', gradeWords[audit.ownGrade]),
      row('The auditor’s', audit.grade === null ? 'Not yet' : gradeWords[audit.grade]),
      ...(audit.moderatedGrade === null
        ? []
        : [row('After moderation', gradeWords[grade ?? audit.moderatedGrade])]),
      row('In their words', audit.ownWords === '' ? 'Nothing was written' : lines(audit.ownWords)),
    ],
  })
}
