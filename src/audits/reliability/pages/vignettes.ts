import { z } from 'zod'
import { changingOf, formView, namesField, placeOf, refusePrivate, text } from '#findings'
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
import { permits, viewerOf } from '#people'
import { type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits, leadAudits } from '../../policy.ts'
import { currentTools, toolAt } from '../../toolbox.ts'
import { addVignette, endVignette, gradeVignette } from '../change.ts'
import { reliabilityRules, vignetteById, vignetteGradings, vignettes } from '../store.ts'
import { gradesIn, standardsFields, vignetteFields } from './forms.view.ts'
import { RELIABILITY, reliabilityCrumbs } from './reliability.ts'
import { gradedView, vignettesView } from './vignettes.view.ts'

const VIGNETTES = `${RELIABILITY}/vignettes`
const breadcrumbs = [...reliabilityCrumbs, { text: 'Vignettes', href: VIGNETTES }]
const Params = z.object({ id: z.uuid() })
type Fields = { readonly values: FormValues; readonly errors: Refused['errors'] }

/** `/audits/reliability/vignettes` */
export function vignettesPage(rooms: AuditsRooms): Route {
  return route({
    method: 'GET',
    url: VIGNETTES,
    handler: async ({ request }) => {
      const { council } = await placeOf(rooms, request)
      const viewer = viewerOf(request)
      const found = await rooms.db.as(council.code, async trx => ({
        vignettes: await vignettes(trx),
        gradings: await vignetteGradings(trx),
        tools: await currentTools(trx),
        rules: await reliabilityRules(trx),
      }))
      const body = vignettesView({
        ...found,
        own: found.gradings.filter(each => each.personId === viewer.id),
        mayLead: permits(leadAudits, viewer),
        mayDo: permits(doAudits, viewer),
      })
      return show({ title: 'Vignettes', current: CURRENT, breadcrumbs: reliabilityCrumbs, body })
    },
  })
}

/** `/audits/reliability/vignettes/<id>`: to grade; once graded, beside what was agreed. */
export function vignettePages(rooms: AuditsRooms): readonly Route[] {
  const url = `${VIGNETTES}/:id`
  type One = Asked & { readonly params: z.output<typeof Params> }
  const page = async (asked: One, fields: Fields): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const viewer = viewerOf(asked.request)
    const { vignette, tool, gradings } = await rooms.db.as(council.code, async trx => {
      const found = await vignetteById(trx, asked.params.id)
      if (found === null) throw notFound()
      return {
        vignette: found,
        tool: await toolAt(trx, found.toolKey, found.toolVersion),
        gradings: await vignetteGradings(trx),
      }
    })
    const own = gradings.find(
      each => each.vignetteId === vignette.id && each.personId === viewer.id,
    )
    const standards = (tool?.standards ?? []).filter(each => each.key in vignette.agreed)
    // What was agreed is shown to nobody who has still to grade it.
    const body =
      own === undefined && !vignette.retired
        ? html`${heading({ title: vignette.title, caption: 'Vignette', lead: 'Grade it as you would this work. Nobody is told your grades but you and whoever leads audits.' })}
${vignette.words.split(/\n{2,}/).map(each => html`<p class="govuk-body">${each}</p>`)}
${formView(`${VIGNETTES}/${vignette.id}`, asked.csrf(), standardsFields(fields, standards), 'Hand in my grades', VIGNETTES)}`
        : gradedView({ vignette, standards, own: own ?? null })
    return show({ title: vignette.title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      params: Params,
      handler: asked => page(asked, { values: {}, errors: [] }),
    }),
    route({
      method: 'POST',
      url,
      params: Params,
      body: z.record(z.string(), z.unknown()),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, async trx => {
          const vignette = await vignetteById(trx, params.id)
          if (vignette === null) throw notFound()
          const standards = Object.keys(vignette.agreed).map(key => ({ key }))
          await gradeVignette(trx, by, params.id, gradesIn(body, standards))
        })
        return seeOther(`${VIGNETTES}/${params.id}`)
      },
      refused: ({ values, errors, ...asked }) => page(asked, { values, errors }),
    }),
  ]
}

/** `/audits/reliability/vignettes/new?tool=…`, and taking one out of use. */
export function vignetteForms(rooms: AuditsRooms): readonly Route[] {
  const url = `${VIGNETTES}/new`
  const title = 'Write a vignette'
  const Query = z.object({ tool: z.string().max(60).default('') })
  type New = Asked & { readonly query: z.output<typeof Query> }
  const toolOf = async (asked: New) => {
    const { council } = await placeOf(rooms, asked.request)
    const tools = await rooms.db.as(council.code, currentTools)
    const tool = tools.find(each => each.key === asked.query.tool)
    if (tool === undefined) throw notFound()
    return tool
  }
  const form = async (asked: New, fields: Fields): Promise<Answer> => {
    const tool = await toolOf(asked)
    const body = html`${heading({ title, caption: tool.title, lead: 'Work that nobody did, with the grades that experienced auditors agreed on.' })}
${formView(`${url}?tool=${encodeURIComponent(tool.key)}`, asked.csrf(), html`${vignetteFields(fields, tool)}${namesField(fields.errors)}`, 'Save', VIGNETTES)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  const Body = z.looseObject({
    title: text(200, 'Enter what it is called.'),
    words: text(8000, 'Enter the work as an auditor would find it.'),
    agreedBy: text(200, 'Enter who agreed on the grades.'),
    names: z.string().default(''),
  })
  return [
    route({
      method: 'GET',
      url,
      query: Query,
      handler: asked => form(asked, { values: {}, errors: [] }),
    }),
    route({
      method: 'POST',
      url,
      query: Query,
      body: Body,
      handler: async asked => {
        const { body } = asked
        const by = await changingOf(rooms, asked.request)
        const tool = await toolOf(asked)
        const agreed = gradesIn(body, tool.standards)
        const open = tool.standards.filter(each => agreed[each.key] === undefined)
        if (Object.keys(agreed).length === 0 || open.length > 0)
          throw invalid(
            open.map(({ key }) => ({
              field: `grade-${key}`,
              message: 'Choose the grade that was agreed for each standard.',
            })),
          )
        refusePrivate({ title: body.title, words: body.words }, body.names === 'none')
        await rooms.db.as(by.authority, trx =>
          addVignette(trx, by, {
            title: body.title,
            words: body.words,
            agreedBy: body.agreedBy,
            toolKey: tool.key,
            toolVersion: tool.version,
            agreed,
          }),
        )
        return seeOther(VIGNETTES)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
    route({
      method: 'POST',
      url: `${VIGNETTES}/:id/retire`,
      params: Params,
      body: z.object({}),
      handler: async ({ request, params }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => endVignette(trx, by, params.id))
        return seeOther(VIGNETTES)
      },
    }),
  ]
}
