import {
  auditGaps,
  auditKind,
  auditsOfQuestion,
  auditsOfTeam,
  type AuditsRooms,
  foundBeside,
  loopAbove,
  mockKind,
} from '#audits'
import { bodyKind } from '#bodies'
import { childPath, childRef, type ChildrenRooms } from '#children'
import { commitmentGaps, commitmentKind, type CommitmentsRooms } from '#commitments'
import { isTryOut } from '#council'
import { openPutRight, type QualityRooms } from '#data-quality'
import { decisionKind, type DecisionsRooms } from '#decisions'
import type { DeclarationsRooms } from '#declarations'
import { findingGaps, findingKind } from '#findings'
import { library } from '#indicators'
import { inspectionGaps, inspectionKindsOfThing, type InspectionsRooms } from '#inspections'
import type { KeyQuestionsRooms } from '#key-questions'
import type { Jobs } from '#kit/jobs/index.ts'
import { type Colleague, demoColleaguesOf, type LookingRooms, openDoor } from '#looking'
import { rebasingKind } from '#marks'
import { itemKind, itemThing, meetingKind, type MeetingsRooms, paperKind } from '#meetings'
import { minutesGaps, minutesKindsOfThing, type MinutesRooms } from '#minutes'
import { allow, allUsers, dayIn, seesChildrenOf, viewerOf, viewerOn } from '#people'
import {
  type CompareRooms,
  type MarkingRooms,
  openShelf,
  recountEntered,
  sliceNames,
} from '#performance'
import { indicatorKind, lineKind, planGaps, type PlanRooms } from '#plan'
import type { PublishedRooms } from '#published'
import { questionGaps, questionKind, type QuestionsRooms } from '#questions'
import { openReconciler, type ReconciliationRooms } from '#reconciliation'
import type { SeriesRooms } from '#series'
import type { TeamsRooms } from '#teams'
import { openThread, type ThreadRooms } from '#thread'
import { type App, countJob } from '../app.ts'
import { explainers } from './explainers.ts'
import { knownDates } from './known-dates.ts'
import { knownMeetings } from './known-meetings.ts'
import { mailOf, outboxOf } from './mail.ts'
import { moments } from './moments.ts'
import { placeOf } from './place.ts'
import { waysFromMeeting, waysFromMeetings } from './ways.ts'

/** What the pages of every room are given. */
export type SiteRooms = ChildrenRooms &
  AuditsRooms &
  TeamsRooms &
  QualityRooms &
  KeyQuestionsRooms &
  ReconciliationRooms &
  SeriesRooms &
  LookingRooms &
  PlanRooms &
  ThreadRooms &
  MarkingRooms &
  CompareRooms &
  InspectionsRooms &
  MeetingsRooms &
  MinutesRooms &
  QuestionsRooms &
  DeclarationsRooms &
  DecisionsRooms &
  CommitmentsRooms &
  PublishedRooms

/** What every room is given on an open installation. */
export function roomsOf(
  app: App,
  jobs: Jobs,
  mail: ReturnType<typeof mailOf>,
  now: () => Date,
): SiteRooms {
  const { db, config } = app
  const shelf = openShelf(app.storeOf)
  return {
    db,
    mail,
    here: placeOf(app),
    now,
    guardOf: allow,
    viewerOf,
    sightOf: seesChildrenOf,
    shelf,
    door: openDoor(db),
    secret: config.secret,
    recordOf: (authority, child) => childPath(childRef(config.secret, authority, child)),
    storeOf: app.storeOf,
    putRight: openPutRight(shelf, app.storeOf),
    teamParts: [auditsOfTeam],
    questionParts: [auditsOfQuestion],
    reconciler: openReconciler(app.storeOf),
    countAgain: (authority, actor) => jobs.send(countJob, authority, { actor }),
    outbox: outboxOf(app, mail),
    publicUrl: config.people.publicUrl,
    colleagues: authority => colleaguesOf(app, authority, now()),
    teamNames: authority => db.as(authority, trx => sliceNames(trx, 'team')),
    definitions: library,
    besideAudits: { above: loopAbove, onAudit: foundBeside },
    explainers,
    momentsOf: moments,
    partNames: (authority, dimension) => db.as(authority, trx => sliceNames(trx, dimension)),
    countSeries: (trx, authority, codes, at) => recountEntered(trx, authority, library, codes, at),
    meetingsOf: knownMeetings,
    agendaItem: itemThing,
    datesOf: knownDates,
    waysFromMeetings,
    waysFromMeeting,
    thread: openThread(
      [
        findingKind,
        auditKind,
        mockKind,
        lineKind,
        indicatorKind,
        rebasingKind,
        bodyKind,
        meetingKind,
        itemKind,
        paperKind,
        questionKind,
        decisionKind,
        commitmentKind,
        ...minutesKindsOfThing(now),
        ...inspectionKindsOfThing(now),
      ],
      [
        findingGaps,
        auditGaps(now),
        planGaps,
        inspectionGaps,
        questionGaps,
        minutesGaps,
        commitmentGaps,
      ],
    ),
  }
}

/** Everybody who works for a council and may sign in, as they are on a day. */
async function colleaguesOf(app: App, authority: string, at: Date): Promise<readonly Colleague[]> {
  const users = await app.db.as(authority, allUsers)
  const own = users.map(user => viewerOn(user, authority, dayIn(at)))
  const council = (await app.councils()).find(each => each.code === authority)
  if (!council?.demonstration || isTryOut(council)) return own
  return [...own, ...(await demoColleaguesOf(app.db, authority))]
}
