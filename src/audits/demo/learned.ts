import { randomUUID } from 'node:crypto'
import type { Day } from '#calendar'
import type { Audit } from '../audit.ts'
import { approve, publish, writeBriefing, writeExemplar } from '../learning/change.ts'
import { outstandingIn } from '../learning/learned.ts'
import { insertReading } from '../learning/store.ts'
import { insertNote, saveJargon } from '../store/index.ts'
import {
  asPost,
  momentOf,
  MONTHS,
  firstDayIn,
  principal,
  quality,
  type Telling,
  workingDay,
  young,
} from './story.ts'

/** What staff read: strong work in words from which nobody can be known, and two briefings. */
export async function tellLearned(telling: Telling, audits: readonly Audit[]): Promise<void> {
  await exemplar(telling, audits)
  const month = (ago: number): number => workingDay(firstDayIn(telling, MONTHS - ago) + 9)
  await briefing(telling, month(9), 0.62, {
    title: 'Plans that a family could say by heart',
    themes: ['plans', 'voice'],
    words: [
      'What was found. In the last year one audit in three found plans that list services and do not say what will be different for the child. Where the child’s own words were on record, half of the plans did not answer them.',
      'What good looks like. Five steps at most. Each has a day and a person. The first line says what the child will notice.',
      'On Monday. Take one plan. Read its aim to the child or a parent and ask what it means. Change the words until they would say it the same way.',
    ].join('\n'),
  })
  await briefing(telling, month(2), 0.27, {
    title: 'Small worries, side by side',
    themes: ['strategy-and-protection', 'management-oversight'],
    words: [
      'What was found. In most audits that were inadequate each report had been answered, one at a time. Nobody had put them in one list.',
      'What good looks like. A list of what happened, a page long, kept up as things come in. Supervision begins with it and asks: what do these mean together?',
      'On Monday. Bring one such list to supervision. Ask who else should see it, and whether health was asked.',
    ].join('\n'),
  })
}

async function exemplar(telling: Telling, audits: readonly Audit[]): Promise<void> {
  const { trx } = telling
  const audit = audits.find(each => each.grade === 'outstanding')
  const standard = audit === undefined ? undefined : outstandingIn(audit)[0]
  if (audit === undefined || standard === undefined) return
  const on = workingDay(audit.auditedOn + 10)
  const id = await writeExemplar(
    trx,
    asPost(telling, principal, on),
    { audit, tool: telling.toolOf(audit.toolKey) },
    {
      standard,
      title: 'The child asked for Saturdays, and got them',
      words:
        'A child who lives with relatives drew what a good week would be. The worker brought the drawing to the review instead of a report. Family time moved to Saturdays, because that was where the child had put it. Two months later the worker asked whether the week now looked like the drawing, and wrote down the answer in the child’s words.',
    },
  )
  await approve(trx, asPost(telling, quality, workingDay(on + 5)), id)
}

async function briefing(
  telling: Telling,
  on: Day,
  share: number,
  written: Parameters<typeof writeBriefing>[2],
): Promise<void> {
  const { trx, by, random, people } = telling
  const id = await writeBriefing(trx, asPost(telling, principal, on), written)
  await publish(trx, asPost(telling, quality, workingDay(on + 3)), id)
  for (const { id: personId, teams } of people.everybody) {
    if (random() >= share) continue
    const { at } = asPost(telling, principal, workingDay(on + 4 + Math.floor(random() * 30)))
    await insertReading(trx, by.authority, id, { personId, teams, at })
  }
}

/** What young reviewers say of the words of audits, and the words that they took off our lists. */
export async function tellLanguage(telling: Telling, audits: readonly Audit[]): Promise<void> {
  const { trx, by } = telling
  const own = [
    { words: 'chronology', instead: 'a list of what happened' },
    { words: 'step down', instead: 'less help, because things are better' },
    { words: 'thresholds', instead: 'when we help, and how much' },
  ]
  const lead = { ...by, actor: quality.id, actorName: quality.name }
  for (const each of own)
    await saveJargon(trx, by.authority, each, {
      ...lead,
      at: momentOf(firstDayIn(telling, MONTHS - 10)),
    })
  const said: readonly (readonly [pattern: RegExp, words: string])[] = [
    [/LAC/, 'Do not say LAC. It sounds like something is missing. Say the child.'],
    [/siblings/, 'Brothers and sisters. And it is not contact, it is seeing my family.'],
    [/placement/, 'I live in a home. You place a bin.'],
    [/hard to reach/, 'This one is right. Ask where we like to talk. I liked that you said it.'],
    [/That was good work/, 'Easy to read. Say what people did, so that I know it is true.'],
  ]
  const before = audits.filter(each => each.auditedOn < by.today - 25)
  for (const [pattern, words] of said) {
    const audit = before.findLast(each => pattern.test(each.youngWords))
    if (audit === undefined) continue
    const at = asPost(telling, young, workingDay(audit.auditedOn + 20)).at
    const note = { auditId: audit.id, at, byId: young.id, byName: young.name, words }
    await insertNote(trx, by.authority, { id: randomUUID(), ...note })
  }
}
