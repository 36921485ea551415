import { administrationPages, brandFiles } from '#administration'
import {
  auditsBehind,
  auditsPages,
  bringingPages,
  learningPages,
  loopPages,
  mockPages,
  triangulationPages,
} from '#audits'
import { bodiesPages } from '#bodies'
import { childPages } from '#children'
import { commitmentsPages } from '#commitments'
import { besideOthers, comparatorsPages } from '#comparators'
import { qualityPages } from '#data-quality'
import { decisionsPages } from '#decisions'
import { declarationsPages } from '#declarations'
import {
  dataPages,
  extractPage,
  loadData,
  loadingPage,
  refusalsDownload,
  seeData,
  seeRefusedRows,
} from '#extracts'
import { findingsPages } from '#findings'
import { library } from '#indicators'
import { inspectionsPages } from '#inspections'
import { keyQuestionsPages } from '#key-questions'
import { html } from '#kit/html/html.ts'
import type { Route } from '#kit/http/index.ts'
import type { Jobs } from '#kit/jobs/index.ts'
import { lookingPages } from '#looking'
import { meetingsPages } from '#meetings'
import { minutesPages } from '#minutes'
import { frontPage, openFirst } from '#overview'
import { allow, behind, type People, peoplePages, permits, viewerOf } from '#people'
import {
  childrenDownload,
  childrenPage,
  comparePages,
  indicatorPage,
  indicatorsPage,
  marksPages,
  seeChildren,
  seeFigures,
} from '#performance'
import { planPages } from '#plan'
import { importPages, publishedPages } from '#published'
import { questionsPages } from '#questions'
import { reconciliationPages } from '#reconciliation'
import { seriesPages } from '#series'
import { ownTokens, supplyPages, tokensPath } from '#supply'
import { seesFigureByWorker, teamsPages } from '#teams'
import { threadPages } from '#thread'
import { type App, incomingOf, isThisMachine } from '../app.ts'
import { pagesAbout, tryOutPage } from './about.ts'
import { administrationOf } from './administration.ts'
import { needsOf } from './needs.ts'
import { readAbout } from './policies.ts'
import type { SiteRooms } from './rooms.ts'
import { askedOf, waysFromBody, waysFromData, waysFromIndicators } from './ways.ts'

/** The pages and files of every room, each behind its policy. */
export function routesOf(app: App, rooms: SiteRooms, jobs: Jobs, people: People): readonly Route[] {
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
