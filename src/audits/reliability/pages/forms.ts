import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, DayText, formView, placeOf, refusePrivate, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { grades } from '#practice'
import { type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { auditById } from '../../store/index.ts'
import { assignSecond, gradersFor, noteOutsideGrade, setRules } from '../change.ts'
import { reliabilityRules, secondDraws } from '../store.ts'
import { graderField, outsideFields, rulesFields } from './forms.view.ts'
import { RELIABILITY, reliabilityCrumbs } from './reliability.ts'

type Fields = { readonly values: FormValues; readonly errors: Refused['errors'] }

const whole = (words: string, least: number, most: number) =>
  z.coerce.number({ error: words }).int(words).min(least, words).max(most, words)

/** `/audits/reliability/rules` */
function rulesPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${RELIABILITY}/rules`
  const title = 'Rules of reliability'
  const form = async (asked: Asked, fields: Fields | null): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const now = await rooms.db.as(council.code, reliabilityRules)
    const shown = fields ?? {
      values: {
        secondPercent: String(now.secondPercent),
        vignettePercent: String(now.vignettePercent),
      },
      errors: [],
    }
    const lead = `Now ${now.secondPercent}% are graded twice, and ${now.vignettePercent}% of a vignette’s standards have to be graded as agreed. ${now.because}`
    const body = html`${heading({ title, lead })}
${formView(url, asked.csrf(), rulesFields(shown), 'Save', RELIABILITY)}`
    return show({ title, current: CURRENT, breadcrumbs: reliabilityCrumbs, body })
  }
  return [
    route({ method: 'GET', url, handler: asked => form(asked, null) }),
    route({
      method: 'POST',
      url,
      body: z.object({
        secondPercent: whole('Enter a share from 10 to 20.', 10, 20),
        vignettePercent: whole('Enter a share from 50 to 100.', 50, 100),
        because: text(500, 'Enter why.'),
      }),
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => setRules(trx, by, body))
        return seeOther(RELIABILITY)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

/** `/audits/reliability/outside/new`: what inspectors thought of work that was audited. */
function outsidePages(rooms: AuditsRooms): readonly Route[] {
  const url = `${RELIABILITY}/outside/new`
  const title = 'Note an inspector’s grade'
  const form = (asked: Asked, fields: Fields): Answer => {
    const lead =
      'Where inspectors or others from outside looked at work that was audited here, their grade stands beside ours.'
    const body = html`${heading({ title, lead })}
${formView(url, asked.csrf(), outsideFields(fields), 'Note it', RELIABILITY)}`
    return show({ title, current: CURRENT, breadcrumbs: reliabilityCrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      query: z.object({ audit: z.string().max(12).default('') }),
      handler: asked => form(asked, { values: { number: asked.query.audit }, errors: [] }),
    }),
    route({
      method: 'POST',
      url,
      body: z.object({
        number: whole('Enter the number of the audit, such as 12.', 1, 2_000_000_000),
        grade: z.enum(grades, { error: 'Choose the grade that they gave.' }),
        byWords: text(200, 'Enter who graded it, such as ‘Monitoring visit’.'),
        on: DayText('Enter the day, such as 14 May 2026.'),
      }),
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        if (body.on > by.today)
          throw invalid([{ field: 'on', message: 'The day must not lie in the future.' }])
        refusePrivate({ byWords: body.byWords }, true)
        await rooms.db.as(by.authority, trx => noteOutsideGrade(trx, by, body.number, body))
        return seeOther(`${RELIABILITY}#milder`)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

/** `/audits/reliability/seconds/<audit>`: who grades an audit again, where chance found nobody. */
function secondPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${RELIABILITY}/seconds/:id`
  const Params = z.object({ id: z.uuid() })
  type Choosing = Asked & { readonly params: z.output<typeof Params> }
  const gradersOf = async (asked: Choosing) => {
    const { council } = await placeOf(rooms, asked.request)
    const colleagues = await rooms.colleagues(council.code)
    return rooms.db.as(council.code, async trx => {
      const audit = await auditById(trx, asked.params.id)
      const draw = (await secondDraws(trx)).find(each => each.auditId === asked.params.id)
      if (audit === null || draw?.chosen !== true) throw notFound()
      return { audit, graders: await gradersFor(trx, audit, colleagues) }
    })
  }
  const form = async (asked: Choosing, fields: Fields): Promise<Answer> => {
    const { audit, graders } = await gradersOf(asked)
    const title = `Who grades audit ${audit.number} again?`
    const lead =
      graders.length === 0
        ? 'Nobody may: they audited it, manage the team, answer its alert, or have not passed a vignette for this tool.'
        : `They have until ${longDay((await placeOf(rooms, asked.request)).today + 14)} or so, and see nothing of the first audit until then.`
    const body = html`${heading({ title, lead })}
${formView(`${RELIABILITY}/seconds/${audit.id}`, asked.csrf(), graderField({ ...fields, graders }), 'Ask them', RELIABILITY)}`
    return show({ title, current: CURRENT, breadcrumbs: reliabilityCrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      params: Params,
      handler: asked => form(asked, { values: {}, errors: [] }),
    }),
    route({
      method: 'POST',
      url,
      params: Params,
      body: z.object({ grader: text(80, 'Choose who grades it again.') }),
      handler: async asked => {
        const by = await changingOf(rooms, asked.request)
        const grader = (await gradersOf(asked)).graders.find(each => each.id === asked.body.grader)
        if (grader === undefined)
          throw invalid([{ field: 'grader', message: 'Choose who grades it again.' }])
        await rooms.db.as(by.authority, trx => assignSecond(trx, by, asked.params.id, grader))
        return seeOther(RELIABILITY)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

export function reliabilityForms(rooms: AuditsRooms): readonly Route[] {
  return [...rulesPages(rooms), ...outsidePages(rooms), ...secondPages(rooms)]
}
