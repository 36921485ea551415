import { z } from 'zod'
import { longDay } from '#calendar'
import { changingOf, DayText, formView, MaybeDay, maybeText, placeOf, text } from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { html } from '#kit/html/html.ts'
import {
  notFound,
  type Answer,
  type Asked,
  type FormValues,
  invalid,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
} from '#kit/http/index.ts'
import { hasRole, type Role, roles } from '#people'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { doAudits } from '../../policy.ts'
import { currentTools } from '../../toolbox.ts'
import { endObliging, exempt, oblige, type Owing, withdrawExemptions } from '../change.ts'
import { type ExemptionKind, exemptionKinds } from '../obligation.ts'
import { exemptions, obligations } from '../store.ts'
import {
  endFields,
  exemptionFields,
  obligationFields,
  type Person,
  withdrawalFields,
} from './forms.view.ts'

const programme = '/audits/programme'
const breadcrumbs = [...auditCrumbs, { text: 'Audit programme', href: programme }]
type Fields = { readonly values: FormValues; readonly errors: Refused['errors'] }

/** Everybody who may audit, by name. */
async function auditorsOf(rooms: AuditsRooms, authority: string): Promise<readonly Person[]> {
  const all = await rooms.colleagues(authority)
  return all
    .filter(each => each.roles.some(role => doAudits.roles.includes(role)))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

const Obligation = z.object({
  /** A person's id, or 'role:team-manager'. */
  who: text(120, 'Choose who is asked.'),
  team: maybeText(120),
  toolKey: text(60, 'Choose a tool.'),
  monthly: z.coerce
    .number({ error: 'Enter how many each month, from 1 to 50.' })
    .int('Enter how many each month, from 1 to 50.')
    .min(1, 'Enter how many each month, from 1 to 50.')
    .max(50, 'Enter how many each month, from 1 to 50.'),
  fromOn: DayText('Enter the first day, such as 1 October 2026.'),
  untilOn: MaybeDay('Enter the last day, such as 31 March 2027, or leave it empty.'),
})

/** `/audits/programme/obligations/new`: the same asked of one person, or of all who hold a role. */
function obligationPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${programme}/obligations/new`
  const title = 'Ask for audits each month'
  const form = async (asked: Asked, fields: Fields): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const people = await auditorsOf(rooms, council.code)
    const tools = await rooms.db.as(council.code, currentTools)
    const body = html`${heading({ title, lead: 'What is owed is owed by the end of each month.' })}
${formView(url, asked.csrf(), obligationFields({ ...fields, people, tools }), 'Ask for them', programme)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      handler: asked => form(asked, { values: { monthly: '2' }, errors: [] }),
    }),
    route({
      method: 'POST',
      url,
      body: Obligation,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        if (body.untilOn !== null && body.untilOn < body.fromOn)
          throw invalid([
            { field: 'untilOn', message: 'The last day must not be before the first.' },
          ])
        const people = owingOf(await auditorsOf(rooms, by.authority), body.who, body.team)
        await rooms.db.as(by.authority, async trx => {
          if (!(await currentTools(trx)).some(each => each.key === body.toolKey))
            throw invalid([{ field: 'toolKey', message: 'Choose a tool.' }])
          const { toolKey, monthly, fromOn, untilOn } = body
          await oblige(trx, by, people, { toolKey, monthly, fromOn, untilOn })
        })
        return seeOther(programme)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

/** The people whom a choice means. @throws invalid where there is nobody */
function owingOf(all: readonly Person[], who: string, team: string): readonly Owing[] {
  const role = roles.find(each => who === `role:${each}`)
  const inTeam = (each: Person) => team === '' || each.teams.includes(team)
  const chosen = all.filter(each =>
    role === undefined ? each.id === who : hasRoleOf(each, role) && inTeam(each),
  )
  if (chosen.length === 0)
    throw invalid([
      {
        field: 'who',
        message:
          role === undefined
            ? 'Choose who is asked.'
            : 'Nobody who may sign in holds that role in that team. Choose another, or a person.',
      },
    ])
  return chosen.map(each => ({
    personId: each.id,
    personName: each.name,
    role: role ?? each.roles.find(one => doAudits.roles.includes(one)) ?? 'auditor',
    team: team === '' ? (each.teams[0] ?? '') : team,
  }))
}

const hasRoleOf = (person: Person, role: Role): boolean =>
  hasRole({ ...person, authority: '' }, role)

/** `/audits/programme/obligations/<id>/end` */
function endPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${programme}/obligations/:id/end`
  const Params = z.object({ id: z.uuid() })
  const title = 'End what is asked'
  type Ending = Asked & { readonly params: z.output<typeof Params> }
  const form = (asked: Ending, fields: Fields): Answer => {
    const body = html`${heading({ title, lead: 'What was owed before stays as it was.' })}
${formView(`${programme}/obligations/${asked.params.id}/end`, asked.csrf(), endFields(fields), 'End it', programme)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      params: Params,
      handler: async asked => {
        const { council, today } = await placeOf(rooms, asked.request)
        const all = await rooms.db.as(council.code, obligations)
        if (!all.some(each => each.id === asked.params.id)) throw notFound()
        return form(asked, { values: { lastOn: longDay(today) }, errors: [] })
      },
    }),
    route({
      method: 'POST',
      url,
      params: Params,
      body: z.object({ lastOn: DayText('Enter the last day, such as 31 March 2027.') }),
      handler: async ({ request, params, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => endObliging(trx, by, params.id, body.lastOn))
        return seeOther(programme)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

const kinds = Object.keys(exemptionKinds).map(String)
const Exemption = z.object({
  personId: text(80, 'Choose who is let off.'),
  toolKey: maybeText(60),
  kind: z
    .string({ error: 'Choose what kind of reason it is.' })
    .refine(
      (each): each is ExemptionKind => kinds.includes(each),
      'Choose what kind of reason it is.',
    ),
  reason: text(1000, 'Enter the reason.'),
  fromOn: DayText('Enter the first day, such as 1 October 2026.'),
  untilOn: DayText('Enter the last day, such as 30 November 2026: an exemption always ends.'),
  approvedById: text(80, 'Choose who approves it.'),
})

/** `/audits/programme/exemptions/new` */
function exemptionPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${programme}/exemptions/new`
  const title = 'Let somebody off for a time'
  const form = async (asked: Asked, fields: Fields): Promise<Answer> => {
    const { council } = await placeOf(rooms, asked.request)
    const people = await auditorsOf(rooms, council.code)
    const tools = await rooms.db.as(council.code, currentTools)
    const shown = exemptionFields({ ...fields, people, tools })
    const lead = 'It is counted openly: what they would have owed stays in the figure.'
    const body = html`${heading({ title, lead })}
${formView(url, asked.csrf(), shown, 'Let them off', programme)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({ method: 'GET', url, handler: asked => form(asked, { values: {}, errors: [] }) }),
    route({
      method: 'POST',
      url,
      body: Exemption,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        const people = await auditorsOf(rooms, by.authority)
        const person = people.find(each => each.id === body.personId)
        const approver = people.find(each => each.id === body.approvedById)
        if (person === undefined)
          throw invalid([{ field: 'personId', message: 'Choose who is let off.' }])
        if (approver === undefined)
          throw invalid([{ field: 'approvedById', message: 'Choose who approves it.' }])
        await rooms.db.as(by.authority, trx =>
          exempt(trx, by, {
            personId: person.id,
            personName: person.name,
            toolKey: body.toolKey,
            kind: body.kind,
            reason: body.reason,
            fromOn: body.fromOn,
            untilOn: body.untilOn,
            approvedById: approver.id,
            approvedBy: approver.name,
          }),
        )
        return seeOther(programme)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

const Withdrawal = z.object({
  on: DayText('Enter the day from which they hold no longer, such as 1 October 2026.'),
  decidedBy: text(200, 'Enter who decided it, such as ‘The director’.'),
  reason: text(1000, 'Enter the reason.'),
})

/** `/audits/programme/exemptions/withdraw`: all discretionary exemptions at once. */
function withdrawalPages(rooms: AuditsRooms): readonly Route[] {
  const url = `${programme}/exemptions/withdraw`
  const title = 'Withdraw all discretionary exemptions'
  const form = async (asked: Asked, fields: Fields): Promise<Answer> => {
    const { council, today } = await placeOf(rooms, asked.request)
    const given = await rooms.db.as(council.code, exemptions)
    const holding = given.filter(
      each => each.kind === 'discretionary' && each.withdrawnOn === null && each.untilOn >= today,
    )
    const lead = `${holding.length === 1 ? '1 exemption holds or is' : `${holding.length} exemptions hold or are`} to come. What was let off before the day stays let off, and the history stays.`
    const body = html`${heading({ title, lead })}
${formView(url, asked.csrf(), withdrawalFields(fields), 'Withdraw them', programme)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  return [
    route({
      method: 'GET',
      url,
      handler: async asked => {
        const { today } = await placeOf(rooms, asked.request)
        return form(asked, { values: { on: longDay(today) }, errors: [] })
      },
    }),
    route({
      method: 'POST',
      url,
      body: Withdrawal,
      handler: async ({ request, body }) => {
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => withdrawExemptions(trx, by, body))
        return seeOther(programme)
      },
      refused: ({ values, errors, ...asked }) => form(asked, { values, errors }),
    }),
  ]
}

export function programmeForms(rooms: AuditsRooms): readonly Route[] {
  return [
    ...obligationPages(rooms),
    ...endPages(rooms),
    ...exemptionPages(rooms),
    ...withdrawalPages(rooms),
  ]
}
