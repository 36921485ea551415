import { allBodies } from '#bodies'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { itemsOf, meetingsOfBody } from '#meetings'
import {
  delegate,
  draftDecision,
  draftNotice,
  exercise,
  publishDecision,
  publishNotice,
} from './change.ts'
import { type Notice, noticeDeadline } from './notice.ts'

const morning = (day: number): Date => new Date(day * 86_400_000 + 32_400_000)

/** What the cabinet of the demonstration decided, on what notice, and what is coming. */
export async function fillDemoDecisions(trx: Trx, by: Changing): Promise<void> {
  const cabinet = (await allBodies(trx)).find(body => body.kind === 'cabinet')
  if (cabinet === undefined) return
  const meetings = await meetingsOfBody(trx, cabinet.id)
  const held = meetings.filter(each => each.state === 'held')
  const next = meetings.findLast(each => each.state === 'confirmed' && each.heldOn > by.today)
  const noticeFor = async (matter: string, on: number): Promise<Notice> => {
    const last = noticeDeadline('key', on)?.due ?? on - 29
    const at = { ...by, at: morning(Math.min(last - 3, by.today)) }
    const { id } = await draftNotice(trx, at, {
      kind: 'key',
      matter,
      maker: cabinet.name,
      members: 'The leader and the members of the cabinet, as listed on the page of the cabinet.',
      bodyId: cabinet.id,
      fromOn: on,
      toOn: on,
      documents: 'The report of the director of children’s services.',
      address: 'Democratic services, county hall',
      otherDocuments: 'Other documents may be submitted to the cabinet.',
      howToRequest: 'Write to democratic services and name the matter.',
      reason: '',
      agreedBy: '',
      agreedOn: null,
      replaces: null,
    })
    return publishNotice(trx, at, id)
  }
  const [latest, before] = held
  if (latest !== undefined) {
    const item = (await itemsOf(trx, latest.id)).find(each => each.kind === 'report') ?? null
    const notice = await noticeFor('Investment in permanent social workers', latest.heldOn)
    const after = { ...by, at: morning(latest.heldOn + 2) }
    const decision = await draftDecision(trx, after, {
      title: 'Investment in permanent social workers',
      makerKind: 'body',
      bodyId: cabinet.id,
      maker: cabinet.name,
      meetingId: latest.id,
      itemId: item?.id ?? null,
      takenOn: latest.heldOn,
      outcome: 'approved',
      recommended: [
        'Note the report',
        'Approve £1.2m a year for 21 permanent social workers',
        'Delegate to the Director of Children’s Services the choice of teams',
      ],
      resolved: [
        'Note the report',
        'Approve £1.2m a year for 21 permanent social workers, with a report on caseloads after six months',
        'Delegate to the Director of Children’s Services, in consultation with the Cabinet Member for Children and Young People, the choice of teams',
      ],
      reasons:
        'Children change social worker too often, and caseloads in two teams are above what the council has set.',
      alternatives:
        'More agency workers were considered and rejected: they cost more and stay for a shorter time.',
      interests: 'None.',
      documents: 'Report of the Director of Children’s Services.',
      isKey: true,
      keyWords: 'It spends £1.2m a year, and it affects every division.',
      noticeId: notice.id,
      executive: true,
      urgentWords: '',
      officerGround: null,
      exemptWords: '',
    })
    await publishDecision(trx, after, decision.id, '')
    const delegation = await delegate(trx, after, {
      decisionId: decision.id,
      toPost: 'Director of Children’s Services',
      consulting: 'Cabinet Member for Children and Young People',
      scope: 'Choose the teams that the new social workers join.',
      expiresOn: null,
      expiresWords: 'the last of the 21 has started',
    })
    await exercise(trx, after, decision.id, delegation.id, {
      doneOn: Math.min(latest.heldOn + 20, by.today),
      doneBy: 'Director of Children’s Services',
      consulted: 'The Cabinet Member, by e-mail the day before',
      words: 'Eight start in the two teams with the highest caseloads.',
      before: 'Four in each of two teams.',
      after: 'Eight in the two teams with the highest caseloads.',
    })
  }
  if (before !== undefined) {
    const after = { ...by, at: morning(before.heldOn + 1) }
    const noted = await draftDecision(trx, after, {
      title: 'Progress of the improvement plan',
      makerKind: 'body',
      bodyId: cabinet.id,
      maker: cabinet.name,
      meetingId: before.id,
      itemId: null,
      takenOn: before.heldOn,
      outcome: 'noted',
      recommended: ['Note the report'],
      resolved: ['Note the report'],
      reasons: 'So that members know where the plan stands and which measures have not moved.',
      alternatives: '',
      interests: 'None.',
      documents: '',
      isKey: false,
      keyWords: '',
      noticeId: null,
      executive: true,
      urgentWords: '',
      officerGround: null,
      exemptWords: '',
    })
    await publishDecision(trx, after, noted.id, '')
  }
  if (next !== undefined) await noticeFor('A children’s home of the council’s own', next.heldOn)
}
