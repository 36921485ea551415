import { isoDay, parseIsoDay } from '#calendar'
import { record } from '#journal'
import type { Trx } from '#kit/db/index.ts'
import { insertTeamRename, teamRenames } from '#performance'

/** The localities of the demonstration in which two teams became one at its re-organisation. */
const localities = ['Copperholt', 'Dovemallow', 'Elderquay', 'Fernhallow']
const reason = 'The re-organisation of April 2022: one team for each family'

/** Says which teams of the demonstration became which; once, before its figures are counted. */
export async function fillDemoTeamNames(trx: Trx, authority: string, at: Date): Promise<void> {
  if ((await teamRenames(trx)).length > 0) return
  const from = parseIsoDay('2022-04-01') ?? 0
  for (const locality of localities) {
    for (const was of [`Children in need ${locality}`, `Child protection ${locality}`]) {
      const now = `Family safeguarding ${locality}`
      const said = { was, now, from, reason, saidBy: 'demonstration', saidAt: at }
      await insertTeamRename(trx, authority, said)
      await record(
        trx,
        {
          actor: 'demonstration',
          action: 'team.renamed',
          subject: { kind: 'team', id: was },
          detail: { now, from: isoDay(from), reason },
        },
        at,
      )
    }
  }
}
