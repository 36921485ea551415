import type { FastifyInstance } from 'fastify'
import {
  auditGaps,
  auditKind,
  auditsBehind,
  auditsPages,
  auditsPolicies,
  bringingPages,
  learningPages,
  mockKind,
  mockPages,
  type AuditsRooms,
  remindersJob,
  triangulationPages,
  auditsOfQuestion,
  auditsOfTeam,
  foundBeside,
  loopAbove,
  loopPages,
} from '#audits'
import { bodiesPages, bodiesPolicies, bodyKind } from '#bodies'
import { isTryOut } from '#council'
import {
  dataPages,
  extractPage,
  extractPolicies,
  loadData,
  loadingPage,
  refusalsDownload,
  seeData,
  seeRefusedRows,
} from '#extracts'
import { childPages, childPath, childRef, childrenPolicies, type ChildrenRooms } from '#children'
import { besideOthers, comparatorsPages, comparatorsPolicies } from '#comparators'
import { openPutRight, qualityPages, qualityPolicies, type QualityRooms } from '#data-quality'
import { declarationsPages, declarationsPolicies, type DeclarationsRooms } from '#declarations'
import {
  commitmentGaps,
  commitmentKind,
  commitmentsPages,
  commitmentsPolicies,
  type CommitmentsRooms,
} from '#commitments'
import { decisionKind, decisionsPages, decisionsPolicies, type DecisionsRooms } from '#decisions'
import { findingGaps, findingKind, findingsPages, findingsPolicies } from '#findings'
import { library } from '#indicators'
import {
  inspectionGaps,
  inspectionKindsOfThing,
  inspectionPolicies,
  inspectionsPages,
  type InspectionsRooms,
} from '#inspections'
import { html } from '#kit/html/html.ts'
import { marksPolicies, rebasingKind } from '#marks'
import {
  type Colleague,
  demoColleaguesOf,
  lookingPages,
  lookingPolicies,
  type LookingRooms,
  nudgeFor,
  openDoor,
  openRecorder,
  recordLooking,
} from '#looking'
import { fetchPublic } from '#kit/http/fetch-public.ts'
import { createServer, type Route } from '#kit/http/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { frontPage, openFirst, overviewPolicies } from '#overview'
import {
  itemKind,
  itemThing,
  meetingKind,
  meetingsPages,
  meetingsPolicies,
  type MeetingsRooms,
  paperKind,
} from '#meetings'
import {
  minutesGaps,
  minutesKindsOfThing,
  minutesPages,
  minutesPolicies,
  type MinutesRooms,
} from '#minutes'
import {
  importPages,
  newsJob,
  publishedPages,
  readServiceFor,
  readServiceJob,
  publishedPolicies,
  type PublishedRooms,
} from '#published'
import {
  allow,
  allUsers,
  behind,
  dayIn,
  everyone,
  openPeople,
  permits,
  type People,
  peoplePages,
  peoplePolicies,
  policy,
  prepareViewers,
  seesChildrenOf,
  viewerOn,
  viewerOf,
} from '#people'
import {
  childrenDownload,
  childrenPage,
  indicatorPage,
  indicatorsPage,
  comparePages,
  type CompareRooms,
  type MarkingRooms,
  marksPages,
  openShelf,
  performancePolicies,
  recountEntered,
  seeChildren,
  seeFigures,
  sliceNames,
} from '#performance'
import { administrationPages, administrationPolicies, brandFiles, themeOf } from '#administration'
import { indicatorKind, lineKind, planGaps, planPages, planPolicies, type PlanRooms } from '#plan'
import {
  questionGaps,
  questionKind,
  questionsPages,
  questionsPolicies,
  type QuestionsRooms,
} from '#questions'
import { seriesPages, seriesPolicies, type SeriesRooms } from '#series'
import { seesFigureByWorker, teamsPages, teamsPolicies, type TeamsRooms } from '#teams'
import { ownTokens, supplyPages, supplyPolicies, tokensPath } from '#supply'
import {
  openReconciler,
  reconciliationPages,
  reconciliationPolicies,
  type ReconciliationRooms,
} from '#reconciliation'
import { keyQuestionsPages, keyQuestionsPolicies, type KeyQuestionsRooms } from '#key-questions'
import { openThread, threadPages, threadPolicies, type ThreadRooms } from '#thread'
import { type App, countJob, incomingOf, isThisMachine, openWork } from '../app.ts'
import { administrationOf } from './administration.ts'
import { remindAuditors } from './audit-reminders.ts'
import { explainers } from './explainers.ts'
import { knownDates } from './known-dates.ts'
import { knownMeetings } from './known-meetings.ts'
import { mailOf, outboxOf } from './mail.ts'
import { pagesAbout, tryOutPage } from './about.ts'
import { moments } from './moments.ts'
import { navigationOf } from './navigation.ts'
import { needsOf } from './needs.ts'
import { tellFollowers } from './news.ts'
import {
  askedOf,
  waysFromBody,
  waysFromData,
  waysFromIndicators,
  waysFromMeeting,
  waysFromMeetings,
} from './ways.ts'
import { noticesOf, placeOf } from './place.ts'

/** The colour of the bar above each page until a council chooses its own. */
const BRAND = '#1f4e5f'

const readAbout = policy('about.read', 'Read about the service', everyone)

/** Every policy of the house, for the table of who may do what. */
export const policies = [
  readAbout,
  ...overviewPolicies,
  ...performancePolicies,
  ...supplyPolicies,
  ...marksPolicies,
  ...teamsPolicies,
  ...qualityPolicies,
  ...keyQuestionsPolicies,
  ...reconciliationPolicies,
  ...seriesPolicies,
  ...extractPolicies,
  ...childrenPolicies,
  ...lookingPolicies,
  ...peoplePolicies,
  ...administrationPolicies,
  ...threadPolicies,
  ...findingsPolicies,
  ...auditsPolicies,
  ...planPolicies,
  ...inspectionPolicies,
  ...bodiesPolicies,
  ...meetingsPolicies,
  ...minutesPolicies,
  ...questionsPolicies,
  ...declarationsPolicies,
  ...decisionsPolicies,
  ...commitmentsPolicies,
  ...comparatorsPolicies,
  ...publishedPolicies,
]

/** What the pages of every room are given. */
type SiteRooms = ChildrenRooms &
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

export interface Server {
  readonly http: FastifyInstance
  readonly jobs: Jobs
  /** Reads the records that pages of children are made from, before anybody asks for one. */
  warm(): Promise<void>
  close(): Promise<void>
}

/** The site on an open installation, with the work it queues. It does not listen yet. */
export async function buildServer(app: App): Promise<Server> {
  const { db, log, config } = app
  const jobs = await openWork(app)
  const now = () => new Date()
  const shelf = openShelf(app.storeOf)
  const mail = mailOf(app)
  const rooms: SiteRooms = {
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
  await jobs.work(remindersJob, (_, { authority }) => remindAuditors(app, authority, now()))
  await jobs.work(newsJob, async (_, { authority }) => {
    const council = (await app.councils()).find(each => each.code === authority)
    return council === undefined ? null : tellFollowers(app, council, now())
  })
  await jobs.work(readServiceJob, (asked, context) =>
    readServiceFor(db, fetchPublic, asked, context, now()),
  )
  const recorder = openRecorder(db, log)
  const people = openPeople({
    ...rooms,
    councils: app.councils,
    settings: config.people,
    secret: config.secret,
    policies,
  })
  const http = await createServer({
    site: {
      product: 'Sightline',
      council: 'Not set up yet',
      navigation: [],
      footer: [
        { text: 'Meetings and decisions', href: '/public' },
        { text: 'About', href: '/about' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'Cookies', href: '/cookies' },
      ],
    },
    siteOf: async request => {
      const council = (await rooms.here(request))?.council
      const nudge = await nudgeFor(rooms, request)
      return {
        ...(council && { council: council.name, ...(await themeOf(db, council)) }),
        notices: [...noticesOf(council), ...(nudge === null ? [] : [nudge])],
        navigation: navigationOf(request),
      }
    },
    brand: { colour: BRAND },
    secret: config.secret,
    https: config.people.https,
    trustProxy: config.people.trustProxy,
    log,
    health: {
      checks: { database: () => db.owner.selectNoFrom(one => one.lit(1).as('one')).execute() },
      info: { name: 'sightline', startedAt: new Date().toISOString() },
    },
    prepare: pages => {
      prepareViewers(people)(pages)
      recordLooking(recorder, viewerOf, now)(pages)
    },
    routes: routesOf(app, rooms, jobs, people),
  })
  return {
    http,
    jobs,
    warm: async () => {
      const all = await app.councils()
      // One council's records are held at a time, and its own are what a council comes for.
      const first = all.find(each => !each.demonstration) ?? all[0]
      if (first !== undefined) await shelf.warm(first.code)
    },
    close: async () => {
      await http.close()
      await jobs.close()
      mail?.close()
    },
  }
}

function routesOf(app: App, rooms: SiteRooms, jobs: Jobs, people: People): readonly Route[] {
  const { shelf, recordOf } = rooms
  const data = dataPages({
    ...rooms,
    jobs,
    incoming: incomingOf(app.config),
    waysFromData,
  })
  return [
    behind(
      allow(openFirst),
      frontPage({ ...rooms, needs: needsOf(rooms), elsewhere: '/audits/language' }, library),
    ),
    behind(
      allow(seeFigures),
      indicatorsPage({ ...rooms, askedOf, waysFromIndicators }, library),
      indicatorPage(
        { ...rooms, beside: besideOthers, behind: auditsBehind, seesByWorker: seesFigureByWorker },
        library,
      ),
      ...comparePages(rooms),
    ),
    behind(
      allow(seeChildren),
      childrenPage(rooms, library, shelf, recordOf),
      childrenDownload(rooms, library, shelf),
    ),
    behind(allow(seeData), data.see, loadingPage(rooms), extractPage(rooms, app.storeOf)),
    behind(allow(seeRefusedRows), refusalsDownload(rooms, app.storeOf)),
    behind(allow(loadData), data.load, tryOutPage(people, app.ownCouncil, isReachable(app))),
    behind(allow(readAbout), ...brandFiles(rooms), ...pagesAbout(rooms, app.councils)),
    ...seriesPages(rooms),
    ...qualityPages(rooms),
    ...keyQuestionsPages(rooms),
    ...reconciliationPages(rooms),
    ...teamsPages(rooms),
    ...marksPages(rooms),
    ...supplyPages({ ...rooms, people, beside: besideOthers }),
    ...childPages(rooms),
    ...lookingPages(rooms),
    ...inspectionsPages(rooms),
    ...bodiesPages({ ...rooms, waysFromBody }),
    ...meetingsPages(rooms),
    ...minutesPages(rooms),
    ...findingsPages(rooms),
    ...auditsPages(rooms),
    ...bringingPages(rooms),
    ...learningPages(rooms),
    ...mockPages(rooms),
    ...triangulationPages(rooms),
    ...loopPages(rooms),
    ...commitmentsPages(rooms),
    ...planPages(rooms),
    ...questionsPages(rooms),
    ...publishedPages(rooms),
    ...importPages({ ...rooms, jobs }),
    ...declarationsPages(rooms),
    ...decisionsPages(rooms),
    ...comparatorsPages(rooms),
    ...threadPages(rooms),
    ...administrationPages(administrationOf(app, rooms, jobs)),
    ...peoplePages(people, request =>
      Promise.resolve(
        html`${recordedAbout}${permits(ownTokens, viewerOf(request)) && tokensOfOwn}`,
      ),
    ),
  ]
}

function isReachable({ config }: App): boolean {
  return !isThisMachine(config.host) || config.people.publicUrl !== ''
}

const tokensOfOwn = html`<h2 class="govuk-heading-m">Programs that read in your name</h2>
<p class="govuk-body"><a class="govuk-link" href="${tokensPath}">Personal access tokens for Excel, Power BI and other programs</a></p>`

const recordedAbout = html`<p class="govuk-body">Sightline records which pages you open, and which child’s record and why. <a class="govuk-link" href="/me/looking">See what is recorded about you</a>.</p>`

/** Everybody who works for a council and may sign in, as they are on a day. */
async function colleaguesOf(app: App, authority: string, at: Date): Promise<readonly Colleague[]> {
  const users = await app.db.as(authority, allUsers)
  const own = users.map(user => viewerOn(user, authority, dayIn(at)))
  const council = (await app.councils()).find(each => each.code === authority)
  if (!council?.demonstration || isTryOut(council)) return own
  return [...own, ...(await demoColleaguesOf(app.db, authority))]
}
