import { monthOf } from '#calendar'
import type { Changing } from '#findings'
import type { Trx } from '#kit/db/index.ts'
import { seeded, type Tool } from '#practice'
import type { Audit } from '../audit.ts'
import { pinTool } from '../toolbox.ts'
import { shippedTools } from '../tools/index.ts'
import { tellLoop, tellSecond } from './again.ts'
import { openAlerts } from './alerts.ts'
import { tellBrought } from './brought.ts'
import { childrenIn, type DemoRecords } from './children.ts'
import { tellDispute, tellOutside } from './judged.ts'
import { tellLanguage, tellLearned } from './learned.ts'
import { tellMock } from './mock.ts'
import { plannedIn } from './month.ts'
import { peopleOf } from './people.ts'
import { tellProgramme } from './programme.ts'
import { tellSample } from './sample.ts'
import { beginsBefore, momentOf, MONTHS, type Telling } from './story.ts'
import { tellAll } from './tell.ts'
import { tellVignette } from './vignette.ts'
import { youngTexts } from './words.ts'

/**
 * Three years of audits in a county that does not exist: inadequate falls and then stays where it
 * is, one is outstanding, exemptions are withdrawn, and agreement rises once vignettes begin.
 * @param records the county's invented children, whom most audits are about; null for none
 */
export async function fillDemoAudits(
  trx: Trx,
  by: Changing,
  teams: readonly string[],
  records: DemoRecords | null = null,
): Promise<void> {
  if (teams.length === 0) return
  const begins = beginsBefore(by.today)
  for (const tool of shippedTools) await pinTool(trx, { ...by, at: momentOf(begins) }, tool)
  const telling: Telling = {
    trx,
    by,
    random: seeded(2017),
    begins,
    teams: teams.toSorted((a, b) => a.localeCompare(b)),
    children: childrenIn(records, by.authority),
    people: peopleOf(teams),
    youngLeft: [...youngTexts, ...youngTexts],
    toolOf,
  }
  await tellProgramme(telling)
  await tellBrought(telling)
  await tellVignette(telling)
  const audits: Audit[] = []
  for (let month = 0; month <= MONTHS; month++) audits.push(...(await tellMonth(telling, month)))
  await tellOutside(telling, audits)
  await tellSample(telling)
  await tellMock(telling)
  await tellLearned(telling, audits)
  await tellLanguage(telling, audits)
  await tellDispute(telling, audits)
  await openAlerts(telling, toolOf('whole-case-file'), monthOf(by.today) - monthOf(begins))
}

async function tellMonth(telling: Telling, month: number): Promise<readonly Audit[]> {
  const audits = await tellAll(telling, plannedIn(telling, month))
  for (const audit of audits) {
    if (audit.toolKey === 'whole-case-file') await tellSecond(telling, audit, month)
    await tellLoop(telling, audit, month)
  }
  return audits
}

function toolOf(key: string): Tool {
  const tool = shippedTools.find(each => each.key === key)
  if (tool === undefined) throw new Error(`There is no tool ${key}.`)
  return tool
}
