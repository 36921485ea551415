import { z } from 'zod'
import {
  changingOf,
  formView,
  namesField,
  placeOf,
  refusePrivate,
  text,
  themeField,
  themeKeys,
} from '#findings'
import { heading } from '#kit/html/blocks.ts'
import { select } from '#kit/html/components/index.ts'
import { wordsField } from '#kit/html/fields.ts'
import { html } from '#kit/html/html.ts'
import {
  type Answer,
  type Asked,
  errorOf,
  type FormValues,
  notFound,
  type Refused,
  type Route,
  route,
  seeOther,
  show,
  typed,
} from '#kit/http/index.ts'
import { auditCrumbs, type AuditsRooms, CURRENT } from '../../pages/rooms.ts'
import { foundByMock, frameworkNamed, judge } from '../change.ts'
import { mockName, mockPath, MOCKS } from '../in-thread.ts'
import { judgementsOf, mockById } from '../store.ts'

const Id = z.object({ id: z.uuid() })
const OfJudgement = z.object({ id: z.uuid(), key: z.string().max(80) })
const Judged = z.object({
  grade: z.string().max(40).default(''),
  words: text(8000, 'Enter why, or why no grade is given.'),
  seen: z.coerce.number().int().min(0).max(100_000),
  names: z.string().default(''),
})
const Found = z.object({
  words: text(4000, 'Enter what was found, without a name.'),
  theme: z.enum(themeKeys, { error: 'Choose a theme.' }),
  judgement: z.string().max(80).default(''),
  names: z.string().default(''),
})
type OfOne = Asked & { readonly params: z.output<typeof Id> }
type OfKey = Asked & { readonly params: z.output<typeof OfJudgement> }

/** Writing a judgement of a mock inspection, and what it found. */
export function judgingRoutes(rooms: AuditsRooms): readonly Route[] {
  const held = async ({ request, params }: OfOne) => {
    const { council } = await placeOf(rooms, request)
    return rooms.db.as(council.code, async trx => {
      const mock = await mockById(trx, params.id)
      const framework = mock === null ? undefined : frameworkNamed(mock.framework)
      if (mock === null || framework === undefined) throw notFound()
      const crumb = { text: mockName(mock), href: mockPath(mock.id) }
      const breadcrumbs = [...auditCrumbs, { text: 'Mock inspections', href: MOCKS }, crumb]
      return { mock, framework, judged: await judgementsOf(trx, mock.id), breadcrumbs }
    })
  }
  const judgementPage = async (
    asked: OfKey,
    sent: FormValues | null,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { mock, framework, judged, breadcrumbs } = await held(asked)
    const judgement = framework.judgements.find(({ key }) => key === asked.params.key)
    if (judgement === undefined) throw notFound()
    const last = judged.get(judgement.key)
    const values = sent ?? { grade: last?.grade ?? '', words: last?.words ?? '' }
    // What was sent stays below; the version is the newest, so that it can be put together and saved.
    const fields = html`${select({ id: 'grade', name: 'grade', label: { text: 'Grade' }, items: [{ value: '', text: 'No grade' }, ...framework.grades.map(({ key, words }) => ({ value: key, text: words[0], selected: typed(values, 'grade') === key }))], errorMessage: errorOf(errors, 'grade') })}
${wordsField({ values, errors }, 'words', 'Why', { rows: 10, hint: 'What was seen that leads to it, without a name or an identifier. Where there is no grade, say why.' })}
<input type="hidden" name="seen" value="${last?.version ?? 0}">
${namesField(errors)}`
    const at = mockPath(mock.id)
    const body = html`${heading({ title: judgement.name, caption: mockName(mock) })}
${formView(`${at}/judgements/${judgement.key}`, asked.csrf(), fields, 'Save', at)}`
    return show({ title: judgement.name, current: CURRENT, breadcrumbs, body })
  }
  const foundPage = async (
    asked: OfOne,
    values: FormValues,
    errors: Refused['errors'] = [],
  ): Promise<Answer> => {
    const { mock, framework, breadcrumbs } = await held(asked)
    const title = 'What the mock inspection found'
    const items = framework.judgements.map(({ key, name }) => ({
      value: key,
      text: name,
      selected: typed(values, 'judgement') === key,
    }))
    const fields = html`${wordsField({ values, errors }, 'words', 'What was found', { rows: 4, hint: 'What is to be different in practice, without a name or an identifier' })}
${themeField(values, errors)}
${select({ id: 'judgement', name: 'judgement', label: { text: 'Judgement' }, items: [{ value: '', text: 'The whole service' }, ...items] })}
${namesField(errors)}`
    const at = mockPath(mock.id)
    const body = html`${heading({ title, caption: mockName(mock), lead: 'It goes to the inbox of findings.' })}
${formView(`${at}/found`, asked.csrf(), fields, 'Bring it to the inbox', at)}`
    return show({ title, current: CURRENT, breadcrumbs, body })
  }
  const judgementUrl = `${MOCKS}/:id/judgements/:key`
  return [
    route({
      method: 'GET',
      url: judgementUrl,
      params: OfJudgement,
      handler: asked => judgementPage(asked, null),
    }),
    route({
      method: 'POST',
      url: judgementUrl,
      params: OfJudgement,
      body: Judged,
      handler: async ({ request, params, body }) => {
        const { names, ...given } = body
        refusePrivate({ words: given.words }, names === 'none')
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx =>
          judge(trx, by, params.id, { ...given, judgement: params.key }),
        )
        return seeOther(mockPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => judgementPage(asked, values, errors),
    }),
    route({
      method: 'GET',
      url: `${MOCKS}/:id/found`,
      params: Id,
      handler: asked => foundPage(asked, {}),
    }),
    route({
      method: 'POST',
      url: `${MOCKS}/:id/found`,
      params: Id,
      body: Found,
      handler: async ({ request, params, body }) => {
        const { names, ...found } = body
        refusePrivate({ words: found.words }, names === 'none')
        const by = await changingOf(rooms, request)
        await rooms.db.as(by.authority, trx => foundByMock(trx, by, params.id, found))
        return seeOther(mockPath(params.id))
      },
      refused: ({ values, errors, ...asked }) => foundPage(asked, values, errors),
    }),
  ]
}
