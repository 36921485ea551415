import { z } from 'zod'
import { formView } from '#findings'
import { momentInWords } from '#looking'
import { emptyState, heading } from '#kit/html/blocks.ts'
import { dataTable, details, insetText, radios, select } from '#kit/html/components/index.ts'
import { type Fields, wordsField } from '#kit/html/fields.ts'
import { type Html, html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  conflict,
  errorOf,
  forbidden,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { viewerOf } from '#people'
import { type Grade, gradeFrom, grades, gradeWords, type Tool } from '#practice'
import { type Audit, auditName, gradeOf, isDone } from '../audit.ts'
import { countAgain } from '../counting/index.ts'
import { decideGrade, involvedOf, moderateAudit } from '../moderate.ts'
import { disputers } from '../sides.ts'
import { allAudits, disputesOf, moderationsOf } from '../store/index.ts'
import { currentTools } from '../toolbox.ts'
import { changingOf, lookedField, placeOf, refusePrivateOnce } from './fields.ts'
import { tellOf } from './mail.ts'
import { recordView } from './record.view.ts'
import { auditCrumbs, auditPath, type AuditsRooms, CURRENT } from './rooms.ts'
import { blindSeconds, withAudit } from './shown.ts'

const Params = z.object({ id: z.uuid() })
type One = Asked & { readonly params: z.output<typeof Params> }
type Again = Pick<Refused, 'values' | 'errors'>
const none: Again = { values: {}, errors: [] }

const Body = z.record(z.string(), z.unknown())
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** `/audits/moderation`, `/audits/<id>/moderate` and `/audits/<id>/decide`: the practice judged again. */
export function moderationPages(rooms: AuditsRooms): readonly Route[] {
  return [queuePage(rooms), ...moderatePages(rooms), ...decidePages(rooms)]
}

function queuePage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: '/audits/moderation',
    handler: async ({ request }) => {
      const { council } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const model = await rooms.db.as(council.code, async trx => {
        const blind = await blindSeconds(trx, viewer)
        const audits = (await allAudits(trx)).filter(({ id }) => !blind.has(id))
        return {
          audits,
          disputes: (await disputesOf(trx)).filter(({ decidedAt }) => decidedAt === null),
          moderations: await moderationsOf(trx),
          tools: new Map((await currentTools(trx)).map(({ key, title }) => [key, title])),
        }
      })
      // What counts only once it is moderated waits whatever its state; what is disputed is decided.
      const held = model.audits.filter(each => each.provisional && each.state !== 'disputed')
      const waiting = model.audits.filter(
        ({ state, reason, provisional }) =>
          state === 'submitted' && reason !== 'imported' && !provisional,
      )
      const changed = model.moderations.filter(({ direction }) => direction !== 'same').length
      const down = model.moderations.filter(({ direction }) => direction === 'down').length
      const disputed = model.audits.filter(({ state }) => state === 'disputed')
      const body = html`${heading({
        title: 'To moderate',
        caption: 'Practice audits',
        lead: `${waiting.length + held.length} ${waiting.length + held.length === 1 ? 'audit waits' : 'audits wait'} for moderation. ${model.moderations.length === 0 ? 'None has been moderated yet.' : `Of ${model.moderations.length} moderated, ${changed} changed, ${down} of them down.`}`,
      })}
<p class="govuk-body">Moderation looks at the work with the child, not at how the form is filled in. Whoever had a part in the audit does not moderate it.</p>
${disputed.length > 0 && html`<h2 class="govuk-heading-m">Disputed</h2>${tableOf('Audits whose grade is disputed', disputed, model.tools, 'decide')}`}
${held.length > 0 && html`<h2 class="govuk-heading-m">In no figure until they are moderated</h2><p class="govuk-body">Whoever did these had not passed the vignettes of the tool.</p>${tableOf('Audits that count once they are moderated', held.toSorted(byWeight), model.tools, 'moderate')}`}
<h2 class="govuk-heading-m">Waiting</h2>
${waiting.length === 0 ? emptyState({ title: 'Nothing waits', text: 'Audits stand here once they are handed in, inadequate and outstanding ones first.' }) : tableOf('Audits that wait for moderation', waiting.toSorted(byWeight), model.tools, 'moderate')}`
      return show({ title: 'To moderate', current: CURRENT, breadcrumbs: auditCrumbs, body })
    },
  })
}

/** The ends of the scale are moderated first: most hangs on them. */
const byWeight = (a: Audit, b: Audit): number =>
  weightOf(a) - weightOf(b) || a.auditedOn - b.auditedOn
const weightOf = (audit: Audit): number => {
  const grade = gradeOf(audit)
  if (grade === 'inadequate') return 0
  return grade === 'outstanding' ? 1 : 2
}

function tableOf(
  caption: string,
  audits: readonly Audit[],
  tools: ReadonlyMap<string, string>,
  step: string,
): Html {
  return dataTable({
    caption,
    captionHidden: true,
    stacked: true,
    columns: [
      {
        heading: 'Audit',
        cell: audit =>
          html`<a class="govuk-link" href="${auditPath(audit.id)}/${step}">${auditName(audit)}</a>`,
      },
      { heading: 'Tool', cell: audit => tools.get(audit.toolKey) ?? audit.toolKey },
      { heading: 'Team', cell: ({ team }) => team },
      { heading: 'Auditor', cell: ({ auditorName }) => auditorName },
      {
        heading: 'Grade',
        cell: audit => {
          const grade = gradeOf(audit)
          return grade === null ? '' : gradeWords[grade]
        },
      },
      {
        heading: 'Handed in',
        cell: ({ submittedAt }) => (submittedAt === null ? '' : momentInWords(submittedAt)),
      },
    ],
    rows: audits,
  })
}

function moderatePages(rooms: AuditsRooms): readonly Route[] {
  const page = (asked: One, again: Again = none): Promise<Answer> =>
    withAudit(
      rooms,
      asked.request,
      asked.params.id,
      async (trx, { audit, tool, viewer, sight }) => {
        if (!isDone(audit)) throw conflict('This audit has not been handed in yet.')
        if (sight !== 'whole' || (await involvedOf(trx, audit.id)).has(viewer.id))
          throw forbidden('You had a part in this audit. Somebody who had none judges it.')
        const at = auditPath(audit.id)
        const body = html`${heading({ title: 'Moderate', caption: `${auditName(audit)} · ${tool.title}`, lead: 'Read the record, then judge the work with this child yourself. The auditor’s grades stay beside yours.' })}
${recordView(audit, asked.csrf())}
${formView(`${at}/moderate`, asked.csrf(), moderateFields(audit, tool, again), 'Moderate it', at)}`
        return show({
          title: `Moderate ${auditName(audit).toLowerCase()}`,
          current: CURRENT,
          breadcrumbs: [...auditCrumbs, { text: auditName(audit), href: at }],
          body,
        })
      },
    )
  return [
    route({
      method: 'GET',
      url: '/audits/:id/moderate',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/audits/:id/moderate',
      params: Params,
      body: Body,
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const tool = await withAudit(rooms, request, params.id, (_trx, shown) =>
          Promise.resolve(shown.tool),
        )
        const own: Record<string, Grade> = {}
        for (const { key } of tool.standards) {
          const grade = gradeIn(textOf(body[`own_${key}`]), `own_${key}`)
          if (grade !== null) own[key] = grade
        }
        const reason = textOf(body['reason'])
        if (reason.length < 3)
          throw invalid([
            {
              field: 'reason',
              message: 'Enter what you saw in the work, and why you judge it so.',
            },
          ])
        refusePrivateOnce({ reason }, body['looked'] === 'yes')
        const alert = await rooms.db.as(by.authority, async trx => {
          const raised = await moderateAudit(trx, by, params.id, {
            grades: own,
            override: gradeIn(textOf(body['override']), 'override'),
            reason: reason.slice(0, 8000),
          })
          await countAgain(rooms, trx, by)
          return raised
        })
        if (alert !== null) await tellOf(rooms, by.authority, alert)
        return seeOther(auditPath(params.id))
      },
      refused: asked => page(asked, asked),
    }),
  ]
}

/** @throws invalid for a word that is no grade */
function gradeIn(text: string, field: string): Grade | null {
  if (text === '') return null
  const grade = gradeFrom(text)
  if (grade === null)
    throw invalid([
      {
        field,
        message: `“${text.slice(0, 40)}” is not a grade. Choose outstanding, good, requires improvement or inadequate.`,
      },
    ])
  return grade
}

function moderateFields(audit: Audit, tool: Tool, fields: Fields): Html {
  return html`${insetText({ text: `The auditor’s grade: ${audit.grade === null ? 'none' : gradeWords[audit.grade]}.` })}
${tool.standards.map(({ key, title, anchors }) => {
  const given = audit.answers.grades[key]
  const name = `own_${key}`
  return html`${select({
    id: name,
    name,
    label: { text: title },
    hint: {
      text:
        given === undefined
          ? 'The auditor found that it does not apply'
          : `The auditor: ${gradeWords[given]}`,
    },
    items: [
      { value: '', text: 'As the auditor' },
      ...grades.map(grade => ({
        value: grade,
        text: gradeWords[grade],
        selected: typed(fields.values, name) === grade,
      })),
    ],
    errorMessage: errorOf(fields.errors, name),
  })}${details({ summaryText: 'What the auditor wrote, and what each grade looks like', html: html`<p class="govuk-body">${audit.answers.evidence[key] ?? audit.answers.notApplicable[key] ?? 'Nothing'}</p><ul class="govuk-list">${grades.map(grade => html`<li><strong>${gradeWords[grade]}:</strong> ${anchors[grade]}</li>`)}</ul>` })}`
})}
${gradeRadios('override', 'The grade as a whole', 'As the rule gives it', fields)}
${wordsField(fields, 'reason', 'What did you see in the work, and why do you judge it so?', { hint: 'The auditor, the practitioner and their manager read this. Needed when nothing changes too.' })}
${lookedField(fields.errors)}`
}

/** @param stands the grade that the first choice stands for already */
function gradeRadios(
  name: string,
  legend: string,
  otherwise: string,
  fields: Fields,
  stands: Grade | null = null,
): Html {
  const chosen = typed(fields.values, name)
  return radios({
    idPrefix: name,
    name,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend } },
    items: [
      { value: '', text: otherwise, checked: chosen === '' },
      ...grades
        .filter(grade => grade !== stands)
        .map(grade => ({
          value: grade,
          text: gradeWords[grade],
          checked: chosen === grade,
        })),
    ],
    errorMessage: errorOf(fields.errors, name),
  })
}

function decidePages(rooms: AuditsRooms): readonly Route[] {
  const page = (asked: One, again: Again = none): Promise<Answer> =>
    withAudit(rooms, asked.request, asked.params.id, async (trx, { audit, viewer }) => {
      const dispute = (await disputesOf(trx, audit.id)).findLast(each => each.decidedAt === null)
      if (dispute === undefined) throw conflict('Nothing is disputed here now.')
      if ((await involvedOf(trx, audit.id)).has(viewer.id))
        throw forbidden('You had a part in this audit. Somebody who had none decides.')
      const at = auditPath(audit.id)
      const fields = html`${gradeRadios('grade', 'What does it come to?', `The grade stands: ${gradeWords[dispute.wasGrade]}`, again, dispute.wasGrade)}
${wordsField(again, 'words', 'Why?', { hint: 'Everybody who had a part in it reads this.' })}${lookedField(again.errors)}`
      const body = html`${heading({ title: 'Decide a dispute', caption: auditName(audit), lead: `${disputers[dispute.raisedAs]} ${dispute.raisedName} does not agree with ${gradeWords[dispute.wasGrade].toLowerCase()}.` })}
<blockquote class="govuk-inset-text">${dispute.words}</blockquote>
<p class="govuk-body"><a class="govuk-link" href="${at}">Read the audit</a></p>
${formView(`${at}/decide`, asked.csrf(), fields, 'Decide', at)}`
      return show({
        title: `Decide a dispute: ${auditName(audit).toLowerCase()}`,
        current: CURRENT,
        breadcrumbs: [...auditCrumbs, { text: auditName(audit), href: at }],
        body,
      })
    })
  return [
    route({
      method: 'GET',
      url: '/audits/:id/decide',
      params: Params,
      handler: asked => page(asked),
    }),
    route({
      method: 'POST',
      url: '/audits/:id/decide',
      params: Params,
      body: z.object({
        grade: z.string().default(''),
        words: z.string().trim().max(8000).default(''),
        looked: z.string().default(''),
      }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        const grade = gradeIn(body.grade, 'grade')
        refusePrivateOnce({ words: body.words }, body.looked === 'yes')
        const alert = await rooms.db.as(by.authority, async trx => {
          const raised = await decideGrade(trx, by, params.id, { grade, words: body.words })
          await countAgain(rooms, trx, by)
          return raised
        })
        if (alert !== null) await tellOf(rooms, by.authority, alert)
        return seeOther(auditPath(params.id))
      },
      refused: asked => page(asked, asked),
    }),
  ]
}
