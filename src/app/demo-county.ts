import { countFromAudits, fillDemoAudits } from '#audits'
import { allBodies, fillDemoBodies } from '#bodies'
import { fillDemoCommitments } from '#commitments'
import { fillDemoComparators } from '#comparators'
import { saveChildPopulation, saveCouncil } from '#council'
import { demoAuthority, demoExtracts, type DemoOptions, demoSecondSource } from '#demo'
import { fillDemoDecisions } from '#decisions'
import { fillDemoDeclarations } from '#declarations'
import { load, readers } from '#extracts'
import { fillDemoFindings } from '#findings'
import { library, notRecorded } from '#indicators'
import { fillDemoInspections } from '#inspections'
import { seedLooking } from '#looking'
import { fillDemoMarks } from '#marks'
import { fillDemoMeetings } from '#meetings'
import { fillDemoMinutes } from '#minutes'
import { latestCount, openShelf, recount, recountEntered, sliceNames } from '#performance'
import { allLines, fillDemoPlan, lineThing } from '#plan'
import { fillDemoQuestions } from '#questions'
import { fillDemoSeries } from '#series'
import { fillDemoFigures } from '#supply'
import { fillDemoTeamNames } from '#teams'
import type { App } from '../app.ts'

/** Seven years, an extract a quarter. */
const quarters = 28
/** The year to 31 March of the returns that its extracts are held against. */
const lastYear = 2026

/** Builds the demonstration county: its extracts come in through the ordinary door, one after another. */
export async function buildDemo(
  app: Pick<App, 'db' | 'storeOf' | 'config'>,
  progress: (share: number, words: string) => void,
  options: DemoOptions = {},
): Promise<void> {
  const { code, name, childPopulation } = demoAuthority
  const population = [...childPopulation].map(([year, children]) => ({
    year,
    children,
    source: 'Invented, as a mid-year estimate',
  }))
  const store = app.storeOf(code)
  const actor = 'demonstration'
  progress(0, 'Reading the county’s returns')
  // Before its extracts: of two that describe one day, the one that was loaded later is believed.
  const { ssda903, census } = demoSecondSource(lastYear, options)
  await load(store, ssda903, readers, { actor, at: new Date() })
  await load(store, [census], readers, { actor, at: new Date() })
  let done = 0
  for (const { asOf, files } of demoExtracts(options)) {
    progress(done++ / (quarters + 1), `Reading the county’s extracts, ${done} of ${quarters}`)
    await load(store, files, readers, { actor, at: new Date(), asOf })
  }
  progress(quarters / (quarters + 1), 'Counting every indicator')
  await app.db.as(code, async trx => {
    await saveChildPopulation(trx, code, population)
    await fillDemoTeamNames(trx, code, new Date())
  })
  // It is read once: the figures are counted from it, and audits are about its children.
  const shelf = openShelf(app.storeOf)
  await recount(store, library, { actor, at: new Date() }, () => shelf.history(code))
  const records = { history: await shelf.history(code), secret: app.config.secret }
  const today = Math.floor(Date.now() / 86_400_000)
  await seedLooking(app.db, code, library, { seed: 1, today })
  await app.db.as(code, async trx => {
    // All of it or nothing: a county that was stopped after this is not told its story twice.
    if ((await allBodies(trx)).length > 0) return
    const asOf = (await latestCount(trx))?.asOf ?? today
    const teams = (await sliceNames(trx, 'team')).filter(name => name !== notRecorded)
    await fillDemoSeries(trx, code, library, { asOf, teams }, (own, authority, codes, at) =>
      recountEntered(own, authority, library, codes, at),
    )
    await fillDemoComparators(trx, code, library, new Date())
    await fillDemoBodies(trx, code, new Date())
    await fillDemoMeetings(trx, code, new Date())
    const findings = await fillDemoFindings(trx, code)
    await fillDemoInspections(trx, code, findings)
    await fillDemoPlan(trx, code, findings, today)
    const lines = (await allLines(trx)).map(line => [line.title, lineThing(line.id)] as const)
    await fillDemoMarks(trx, code, new Map(lines))
    await fillDemoCommitments(trx, code, findings)
    await fillDemoMinutes(trx, code, new Date())
    const by = { authority: code, actor, actorName: 'Demonstration', at: new Date(), today }
    await fillDemoQuestions(trx, by)
    await fillDemoDeclarations(trx, by)
    await fillDemoDecisions(trx, by)
    await fillDemoAudits(trx, by, teams, records)
    await countFromAudits(trx, by, library, (own, authority, codes, at) =>
      recountEntered(own, authority, library, codes, at),
    )
    await fillDemoFigures(trx, code, name, library)
  })
  // The county is there once it is whole: stopped before, it is built again from the start.
  await saveCouncil(app.db, { code, name, brandColour: null, demonstration: true }, new Date())
}
