import type { App } from '#app'
import { demoBodiesId } from '#bodies'
import {
  allDecisions,
  allNotices,
  delegate,
  draftDecision,
  draftNotice,
  publishDecision,
  receiveCallIn,
} from '#decisions'
import { declare } from '#declarations'
import { itemsOf, meetingsOfBody } from '#meetings'
import { acceptQuestion, addSupplementary, draftAnswer, receiveQuestion } from '#questions'
import { county } from './county.ts'

/** Addresses in the small county for questions, declarations and decisions, by their routes. */
export async function hearingAddresses(
  app: App,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const at = new Date()
  const by = {
    authority: county,
    actor: 'test',
    actorName: 'Test',
    at,
    today: Math.floor(at.getTime() / 86_400_000),
  }
  return app.db.as(county, async trx => {
    const meetings = await meetingsOfBody(trx, demoBodiesId('body', 'cabinet'))
    const meeting = meetings.find(each => each.state === 'held')
    const meetingId = meeting?.id ?? ''
    const item = (await itemsOf(trx, meetingId))[0]
    const question = await receiveQuestion(trx, by, {
      meetingId,
      category: 'member',
      asker: 'Test',
      words: 'What is drafted?',
      how: 'letter',
      receivedAt: new Date(((meeting?.heldOn ?? 0) - 20) * 86_400_000),
      itemId: null,
    })
    const { version } = await acceptQuestion(trx, by, question.id, 'It came in time.')
    const answer = { answer: 'This.', answeredBy: 'Test', onBehalfOf: '' }
    await draftAnswer(trx, by, question.id, answer, version)
    const supplementary = await addSupplementary(trx, by, {
      meetingId,
      asker: 'Test',
      follows: [],
      itemId: null,
      packPage: '',
      parts: [
        {
          words: 'And?',
          respondent: 'Test',
          onBehalfOf: '',
          answer: '',
          owner: 'Test',
          dueOn: null,
        },
      ],
    })
    const declared = await declare(trx, by, {
      meetingId,
      itemId: null,
      personId: null,
      name: 'Test',
      capacity: '',
      kind: 'other interest',
      whose: 'own',
      words: 'something',
      sensitive: false,
      how: 'said at the meeting',
      thenDid: 'took part',
      dispensation: '',
      registered: null,
    })
    const written = {
      title: 'To be decided',
      makerKind: 'member' as const,
      bodyId: null,
      maker: 'Test',
      meetingId: null,
      itemId: null,
      takenOn: by.today,
      outcome: 'agreed' as const,
      recommended: [],
      resolved: ['This'],
      reasons: 'A reason.',
      alternatives: 'None.',
      interests: 'None.',
      documents: '',
      isKey: false,
      keyWords: '',
      noticeId: null,
      executive: true,
      urgentWords: '',
      officerGround: null,
      exemptWords: '',
    }
    const draft = await draftDecision(trx, by, written)
    const done = await publishDecision(trx, by, (await draftDecision(trx, by, written)).id, '')
    const delegation = await delegate(trx, by, {
      decisionId: done.id,
      toPost: 'Test',
      consulting: '',
      scope: 'This',
      expiresOn: null,
      expiresWords: '',
    })
    const callIn = await receiveCallIn(trx, by, done.id, {
      by: 'Three members',
      members: 3,
      byChair: false,
      reasons: 'A reason.',
      receivedAt: at,
    })
    const [told] = (await allDecisions(trx)).filter(each => each.recommended.length > 0)
    const [notice] = (await allNotices(trx)).filter(each => each.publishedAt !== null)
    const draftedNotice = await draftNotice(trx, by, {
      kind: 'key',
      matter: 'Drafted',
      maker: '',
      members: '',
      bodyId: null,
      fromOn: by.today + 60,
      toOn: by.today + 60,
      documents: '',
      address: '',
      otherDocuments: '',
      howToRequest: '',
      reason: '',
      agreedBy: '',
      agreedOn: null,
      replaces: null,
    })
    const decision = `/decisions/${done.id}`
    const questions = `/meetings/${meetingId}/questions`
    const declarations = `/meetings/${meetingId}/declarations`
    return {
      '/questions/asked/:id': [`/questions/asked/${question.id}`],
      '/questions/:id': [`/questions/${question.id}`],
      '/questions/:id/answer': [`/questions/${question.id}/answer`],
      '/questions/:id/approve': [`/questions/${question.id}/approve`],
      '/questions/:id/decide': [`/questions/${question.id}/decide`],
      '/meetings/:id/questions': [questions],
      '/meetings/:id/questions/new': [`${questions}/new`],
      '/meetings/:id/questions/supplementary': [`${questions}/supplementary`],
      '/meetings/:id/questions/later/:part': [
        `${questions}/later/${supplementary.parts[0]?.id ?? ''}`,
      ],
      '/meetings/:id/declarations': [declarations],
      '/meetings/:id/declarations/new': [`${declarations}/new`],
      '/meetings/:id/declarations/declare': [`${declarations}/declare`],
      '/meetings/:id/declarations/:declaration': [`${declarations}/${declared.id}`],
      '/decisions/new': ['/decisions/new', `/decisions/new?item=${item?.id ?? ''}`],
      '/decisions/:id': [`/decisions/${draft.id}`, decision, `/decisions/${told?.id ?? ''}`],
      '/decisions/:id/change': [`/decisions/${draft.id}/change`],
      '/decisions/:id/publish': [`/decisions/${draft.id}/publish`],
      '/decisions/:id/call-in': [`${decision}/call-in`],
      '/decisions/:id/call-ins/:of': [`${decision}/call-ins/${callIn.id}`],
      '/decisions/:id/delegate': [`${decision}/delegate`],
      '/decisions/:id/delegations/:of/use': [`${decision}/delegations/${delegation.id}/use`],
      '/decisions/:id/delegations/:of/end': [`${decision}/delegations/${delegation.id}/end`],
      '/decisions/notices/:id': [
        `/decisions/notices/${draftedNotice.id}`,
        `/decisions/notices/${notice?.id ?? ''}`,
      ],
      '/decisions/notices/:id/change': [`/decisions/notices/${draftedNotice.id}/change`],
    }
  })
}
