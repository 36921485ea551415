import { randomUUID } from 'node:crypto'
import { addBody, addHolder, addPerson, addPost, addSeat, type Body } from '#bodies'
import { publishCommitments, raise, takeCommitmentStep } from '#commitments'
import {
  type Decision,
  draftDecision,
  draftNotice,
  publishDecision,
  publishNotice,
} from '#decisions'
import { declare, registerInterest } from '#declarations'
import type { Changing } from '#findings'
import type { Database, Trx } from '#kit/db/index.ts'
import {
  addItem,
  addPaper,
  arrangeMeeting,
  changeItem,
  changeMeeting,
  changePaper,
  type Meeting,
  noteAttendance,
  publish,
} from '#meetings'
import { addParagraph, agreeMinutes, publishMinutes } from '#minutes'
import {
  acceptQuestion,
  addSupplementary,
  approveAnswer,
  draftAnswer,
  publishAnswers,
  questionById,
  receiveQuestion,
} from '#questions'
import { today } from './signed-in.ts'

/** A word that stands for one thing that may be seen, or for one that may not. */
export interface Marks {
  readonly open: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

export interface PublishedCouncil extends Marks {
  readonly heldId: string
  readonly comingId: string
  readonly listedId: string
  readonly boardId: string
  /** Of things that nobody outside may open: addresses that must not answer. */
  readonly closedPaths: readonly string[]
  readonly paragraphId: string
}

const exempt = (words: string) => ({
  paragraph: 3,
  confidential: false,
  words,
  publicInterest: 'Hiddenpublicinterest',
})

/**
 * A council that has published something of every kind and kept something of every kind back, each
 * with a word of its own.
 */
export function fillPublishedCouncil(db: Database, authority: string): Promise<PublishedCouncil> {
  const by: Changing = {
    authority,
    actor: 'id-of-the-clerk-hiddenactor',
    actorName: 'Hiddenactorname',
    at: new Date('2026-11-20T09:00:00Z'),
    today,
  }
  return db.as(authority, trx => fill(trx, by))
}

async function fill(trx: Trx, by: Changing): Promise<PublishedCouncil> {
  const marks = { open: new Set<string>(), hidden: new Set<string>() }
  const mark = (kind: 'open' | 'hidden') => (name: string) => {
    const word = `${kind === 'open' ? 'Opensaid' : 'Hiddensaid'}${name}`
    marks[kind].add(word)
    return word
  }
  const open = mark('open')
  const hidden = mark('hidden')
  for (const word of ['Hiddenpublicinterest', 'hiddenactor', 'Hiddenactorname'])
    marks.hidden.add(word)
  const body = (name: string, more: Partial<Body> = {}): Body => ({
    id: randomUUID(),
    name,
    kind: 'scrutiny',
    access: 'council',
    about: '',
    quorum: null,
    numbering: 'each meeting',
    venue: '',
    clerk: {
      post: open('clerkpost'),
      name: open('clerkname'),
      phone: '01632 960 001',
      // The contact that is printed on each agenda.
      email: 'clerk@example.gov.uk',
    },
    startedOn: null,
    endedOn: null,
    succeeds: null,
    listed: true,
    ...more,
  })
  const listed = body(open('body'), { about: open('about') })
  const board = body(open('board'), { kind: 'improvement board', access: 'none' })
  const secret = body(hidden('body'), { listed: false, about: hidden('about') })
  for (const each of [listed, board, secret]) await addBody(trx, by, each)

  // People and their seats.
  const person = async (name: string, more: { unnamed?: boolean; userId?: string } = {}) => {
    const id = randomUUID()
    const unnamed = more.unnamed ?? false
    await addPerson(trx, by, {
      id,
      name,
      title: unnamed ? null : 'Councillor',
      userId: more.userId ?? null,
      unnamed,
      contactEmail: unnamed ? null : `${hidden('mail')}@example.org`,
    })
    return id
  }
  const seat = (bodyId: string, personId: string | null, more: object = {}) =>
    addSeat(trx, by, {
      id: randomUUID(),
      bodyId,
      personId,
      post: null,
      kind: 'member',
      votes: 'all',
      organisation: '',
      party: '',
      ward: '',
      fromOn: today - 900,
      untilOn: null,
      ...more,
    })
  const member = await person(open('member'), { userId: 'hiddensaiduserid' })
  marks.hidden.add('hiddensaiduserid')
  await seat(listed.id, member, { kind: 'chair', party: open('party'), ward: open('ward') })
  await seat(board.id, member)
  const young = await person(open('rolenotname'), { unnamed: true })
  await seat(listed.id, young, { kind: 'co-optee', votes: 'none' })
  await seat(secret.id, await person(hidden('person')))
  const post = { id: randomUUID(), title: open('post'), statutory: null }
  await addPost(trx, by, post)
  const officer = await person('Officer', { userId: 'u-officer' })
  await addHolder(trx, by, {
    postId: post.id,
    personId: officer,
    fromOn: today - 400,
    untilOn: null,
    interim: false,
  })
  await seat(board.id, null, { post: post.title })

  // The register of interests.
  const interest = {
    personId: member,
    category: 'land' as const,
    whose: 'own' as const,
    notifiedOn: today - 30,
  }
  await registerInterest(trx, by, { ...interest, words: open('interest'), sensitive: false })
  await registerInterest(trx, by, { ...interest, words: hidden('interest'), sensitive: true })

  // A meeting that was held, with its papers and minutes.
  const held = await arrangeMeeting(trx, by, {
    bodyId: listed.id,
    heldOn: today - 20,
    startsAt: '10:00',
    state: 'held',
    venue: open('venue'),
    agendaPublishedAt: by.at,
  })
  const item = (meeting: Meeting, number: string, title: string, words = '') =>
    addItem(trx, by, { meetingId: meeting.id, number, title, kind: 'report', words })
  const seen = async (meeting: Meeting, number: string, title: string, words = '') => {
    const added = await item(meeting, number, title, words)
    return changeItem(trx, by, added.id, { publishedAt: by.at })
  }
  const opened = await seen(held, '1', open('item'), open('itemwords'))
  await item(held, '2', hidden('draftitem'), hidden('draftitemwords'))
  const closed = await item(held, '3', open('exempttitle'), hidden('exemptitemwords'))
  await changeItem(trx, by, closed.id, { exempt: exempt(open('exemptwords')) })
  await changeItem(trx, by, closed.id, { publishedAt: by.at })
  const paper = async (
    itemId: string | null,
    title: string,
    words: string,
    more: object = { publishedAt: by.at },
  ) => {
    const made = await addPaper(trx, by, {
      meetingId: held.id,
      itemId,
      kind: 'report',
      title,
      words,
    })
    await changePaper(trx, by, made.id, more)
    return `/public/meetings/${held.id}/papers/${made.id}`
  }
  await paper(opened.id, open('paper'), `${open('paperwords')}\n\n${open('secondparagraph')}`)
  const at = { publishedAt: by.at }
  const closedPapers = [
    await paper(opened.id, hidden('draftpaper'), hidden('draftpaperwords'), {}),
    await paper(opened.id, hidden('exemptpaper'), hidden('exemptpaperwords'), {
      ...at,
      exempt: exempt(open('exemptpaperwhy')),
    }),
    await paper(closed.id, hidden('paperofexempt'), hidden('paperofexemptwords')),
    await paper(opened.id, hidden('withdrawn'), hidden('withdrawnwords'), {
      ...at,
      withdrawnWords: open('withdrawnwhy'),
    }),
  ]
  await declare(trx, by, declared(held.id, opened.id, open('declared'), false))
  await declare(trx, by, declared(held.id, opened.id, hidden('declaredsensitive'), true))
  await noteAttendance(trx, by, {
    meetingId: held.id,
    personId: young,
    name: hidden('youngname'),
    capacity: '',
    organisation: '',
    seat: 'co-optee',
    votes: 'none',
    how: 'present',
    standsInFor: '',
  })
  const say = (itemId: string | null, words: string) =>
    addParagraph(trx, by, held.id, { itemId, kind: 'text', words })
  const paragraph = await say(opened.id, open('paragraph'))
  const inPrivate = await say(closed.id, hidden('paragraph'))
  await raiseFrom(paragraph.id, open('action'), held.heldOn, {
    ownerId: 'u-officer',
    owner: hidden('staffname'),
  })
  const late = await raiseFrom(inPrivate.id, hidden('actionofexempt'), held.heldOn, {})
  await publishMinutes(trx, by, held.id)
  // Somebody publishes it by hand all the same.
  await publishCommitments(trx, by, [late])
  await agreeMinutes(trx, by, held.id, {
    atMeeting: null,
    on: today - 5,
    words: '',
    signedBy: '',
  })

  async function raiseFrom(id: string, words: string, on: number, more: object) {
    const raised = await raise(trx, by, {
      kind: 'action',
      words,
      title: words,
      origin: {
        kind: 'minute paragraph',
        id,
        label: 'Scrutiny',
        href: null,
        bodyId: listed.id,
        bodyName: listed.name,
        on,
      },
      ...more,
    })
    return raised.id
  }
  // Asked for elsewhere.
  const elsewhere = {
    kind: 'other' as const,
    id: '',
    label: 'Elsewhere',
    href: null,
    on: today - 9,
  }
  const asked = (words: string, of: Body, published: boolean) =>
    raise(trx, by, {
      kind: 'action',
      words,
      title: words,
      published,
      origin: { ...elsewhere, bodyId: of.id, bodyName: of.name },
    })
  const done = await asked(open('doneaction'), listed, true)
  await takeCommitmentStep(trx, by, done.id, 'done', {
    words: hidden('donewords'),
  })
  await asked(hidden('unpublishedaction'), listed, false)
  await asked(hidden('actionofsecretbody'), secret, true)

  // Questions: published, answered but not published, refused.
  const question = (words: string, asker: string) =>
    receiveQuestion(trx, by, {
      meetingId: held.id,
      category: 'public',
      asker,
      words,
      email: `${hidden('askermail')}@example.org`,
      how: 'form',
      receivedAt: new Date('2026-01-02T09:00:00Z'),
      itemId: null,
    })
  const first = await question(open('question'), open('asker'))
  await acceptQuestion(trx, by, first.id, '')
  await answer(first.id, open('answer'))
  await approveAnswer(trx, by, first.id)
  await addSupplementary(trx, by, {
    meetingId: held.id,
    asker: open('supplementaryasker'),
    itemId: null,
    packPage: '',
    follows: [first.id],
    parts: [part(open('supplementary'), open('supplementaryanswer'))],
  })
  await publishAnswers(trx, by, held.id)
  const second = await question(hidden('draftquestion'), hidden('draftasker'))
  await acceptQuestion(trx, by, second.id, '')
  await answer(second.id, hidden('draftanswer'))
  await question(hidden('receivedquestion'), hidden('receivedasker'))
  async function answer(id: string, words: string) {
    const { version } = (await questionById(trx, id)) ?? { version: 1 }
    await draftAnswer(trx, by, id, { answer: words, answeredBy: 'Leader', onBehalfOf: '' }, version)
  }

  // Decisions and notices.
  const decide = (title: string, resolved: string, more: Partial<Decision> = {}) =>
    draftDecision(trx, by, {
      title,
      makerKind: 'body',
      bodyId: listed.id,
      maker: listed.name,
      meetingId: held.id,
      itemId: opened.id,
      takenOn: held.heldOn,
      outcome: 'approved',
      recommended: [resolved],
      resolved: [resolved],
      reasons: 'Because.',
      alternatives: 'None.',
      interests: 'None.',
      documents: '',
      isKey: false,
      keyWords: '',
      noticeId: null,
      executive: false,
      urgentWords: '',
      officerGround: null,
      exemptWords: '',
      ...more,
    })
  const publishIt = async ({ id }: { readonly id: string }) => publishDecision(trx, by, id, '')
  await publishIt(await decide(open('decision'), open('resolved')))
  await decide(hidden('draftdecision'), hidden('draftresolved'))
  await publishIt(
    await decide(hidden('exemptdecision'), hidden('exemptresolved'), {
      exemptWords: hidden('exemptdecisionwhy'),
    }),
  )
  await publishIt(
    await decide(hidden('decisionofexempt'), hidden('resolvedofexempt'), { itemId: closed.id }),
  )
  await publishIt(
    await decide(hidden('decisionofsecret'), hidden('resolvedofsecret'), {
      bodyId: secret.id,
      meetingId: null,
      itemId: null,
    }),
  )
  const notice = {
    kind: 'key' as const,
    maker: listed.name,
    members: 'All',
    bodyId: listed.id,
    fromOn: today + 40,
    toOn: today + 40,
    documents: 'A report',
    address: 'County hall',
    otherDocuments: 'Others may come',
    howToRequest: 'Write to us',
    reason: '',
    agreedBy: '',
    agreedOn: null,
    replaces: null,
  }
  const announced = await draftNotice(trx, by, { ...notice, matter: open('notice') })
  await publishNotice(trx, by, announced.id)
  await draftNotice(trx, by, { ...notice, matter: hidden('draftnotice') })

  // A meeting to come, published as a clerk does it: with a pack, and one kept back.
  const coming = await arrangeMeeting(trx, by, {
    bodyId: listed.id,
    heldOn: today + 30,
    startsAt: '14:00',
    title: open('cominglabel'),
  })
  const report = await item(coming, '1', open('comingitem'))
  await addItem(trx, by, {
    meetingId: coming.id,
    number: '',
    title: 'Leaving the public out',
    kind: 'exclusion',
  })
  const contract = await item(coming, '2', open('comingexempttitle'))
  await changeItem(trx, by, contract.id, { exempt: exempt(open('comingexemptwhy')) })
  const own = { meetingId: coming.id, kind: 'report' as const }
  await addPaper(trx, by, {
    ...own,
    itemId: report.id,
    title: open('comingpaper'),
    words: `1 ${open('packwords')} is what this says.`,
  })
  await addPaper(trx, by, {
    ...own,
    itemId: contract.id,
    title: hidden('comingexemptpaper'),
    words: `1 ${hidden('restrictedpack')} is what this says.`,
  })
  await publish(trx, by, coming.id, { ground: '', reason: '', answers: {} })
  const draft = await addPaper(trx, by, {
    ...own,
    itemId: report.id,
    title: hidden('supplement'),
    words: hidden('supplementwords'),
  })

  // Meetings that nobody may know of, and minutes that are being written.
  const provisional = await arrangeMeeting(trx, by, {
    bodyId: listed.id,
    heldOn: today + 60,
    startsAt: '10:00',
    state: 'provisional',
    title: hidden('provisional'),
  })
  const unheard = await arrangeMeeting(trx, by, {
    bodyId: board.id,
    heldOn: today - 3,
    startsAt: '10:00',
    state: 'held',
    title: hidden('boardmeeting'),
  })
  const ofSecret = await arrangeMeeting(trx, by, {
    bodyId: secret.id,
    heldOn: today - 3,
    startsAt: '10:00',
    state: 'held',
    title: hidden('secretmeeting'),
    agendaPublishedAt: by.at,
  })
  await seen(ofSecret, '1', hidden('secretitem'))
  const boardOpen = await arrangeMeeting(trx, by, {
    bodyId: board.id,
    heldOn: today - 40,
    startsAt: '10:00',
    state: 'held',
    title: open('boardmeeting'),
    joiningLink: `https://example.org/${hidden('joining')}`,
  })
  await changeMeeting(trx, by, boardOpen.id, { agendaPublishedAt: by.at })
  const writing = await arrangeMeeting(trx, by, {
    bodyId: listed.id,
    heldOn: today - 2,
    startsAt: '10:00',
    state: 'held',
    title: open('unwrittenmeeting'),
  })
  const unwritten = await seen(writing, '1', open('unwrittenitem'))
  await addParagraph(trx, by, writing.id, {
    itemId: unwritten.id,
    kind: 'resolution',
    words: hidden('unwritten'),
  })
  await noteAttendance(trx, by, {
    meetingId: writing.id,
    personId: null,
    name: hidden('attendance'),
    capacity: '',
    organisation: '',
    seat: 'member',
    votes: 'all',
    how: 'present',
    standsInFor: '',
  })
  await declare(trx, by, declared(writing.id, unwritten.id, hidden('declaredearly'), false))

  return {
    ...marks,
    heldId: held.id,
    comingId: coming.id,
    listedId: listed.id,
    boardId: board.id,
    paragraphId: paragraph.id,
    closedPaths: [
      ...closedPapers.flatMap(path => [path, `${path}/file`]),
      `/public/meetings/${coming.id}/papers/${draft.id}`,
      `/public/meetings/${coming.id}/packs/1/pack.pdf`,
      `/public/meetings/${provisional.id}`,
      `/public/meetings/${unheard.id}`,
      `/public/meetings/${ofSecret.id}`,
      `/public/meetings/${writing.id}/minutes.pdf`,
      `/public/bodies/${secret.id}`,
      `/public/oparl/things/Organization/${secret.id}`,
      `/public/oparl/things/Meeting/${provisional.id}`,
      `/public/feeds/meetings.ics?body=${secret.id}`,
    ],
  }
}

const part = (words: string, answer: string) => ({
  words,
  respondent: 'Leader',
  onBehalfOf: '',
  answer,
  owner: '',
  dueOn: null,
})

const declared = (meetingId: string, itemId: string, words: string, sensitive: boolean) => ({
  meetingId,
  itemId,
  personId: null,
  name: 'Councillor',
  capacity: '',
  kind: 'other interest' as const,
  whose: 'own' as const,
  words,
  sensitive,
  how: 'said at the meeting' as const,
  thenDid: 'left the room' as const,
  dispensation: '',
  registered: null,
})
