import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { collectHeld, type Held, register } from '#held'
import { invite } from '#people'
import { type Outcome, retain } from '#retention'
import { bareApp } from '../../tests/county.ts'
import { fillRooms, type Filled } from '../../tests/filled-rooms.ts'
import { childPerson, holdersOf, namedPerson, userPerson } from './holders.ts'
import { holdingsOf } from './holdings.ts'

const app = await bareApp()
const { db } = app
const at = new Date('2026-11-21T10:00:00Z')
const today = Math.floor(at.getTime() / 86_400_000)
const by = { actor: 'test', at }

/** Every row of every table of one authority, as text, by table. */
async function rowsOf(authority: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const table of Object.keys(register)) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row
      from ${sql.table(table)} t where to_jsonb(t) ->> 'authority' = ${authority} order by 1`.execute(
      db.owner,
    )
    found.set(
      table,
      rows.map(({ row }) => row),
    )
  }
  return found
}

const tablesWith = (rows: ReadonlyMap<string, readonly string[]>, text: string) =>
  [...rows].filter(([, those]) => those.some(row => row.includes(text))).map(([name]) => name)

const partsOf = (held: Held) => held.parts.map(({ name, rows }) => [name, rows.length])

let old: Filled
let young: Filled

beforeAll(async () => {
  for (const authority of ['A', 'B']) {
    old = await fillRooms(app, authority, '2010-03-01', 'QQOLD', 1)
    young = await fillRooms(app, authority, '2026-11-01', 'QQYOUNG', 2)
  }
})

describe('what is held', () => {
  test('a user gets what the newer rooms hold of them, with where they stand in it', async () => {
    const held = await collectHeld(db, 'B', userPerson(young.user), holdersOf(app), by)
    expect(partsOf(held)).toEqual([
      ['account', 1],
      ['roles', 1],
      ['tokens', 1],
      ['person', 1],
      ['findings-findings', 1],
      ['findings-sheets', 1],
      ['commitments-commitments', 1],
      ['declarations-interests', 1],
      ['audits-audits', 1],
      ['audits-saves', 1],
      ['audits-alerts', 1],
      ['audits-outside_grades', 1],
      ['audits-samples', 1],
      ['audits-sampled', 1],
      ['audits-exemptions', 1],
      ['audits-briefing_readings', 1],
      ['audits-mocks', 1],
      ['journal', 1],
    ])
    const alerts = held.parts.find(part => part.name === 'audits-alerts')
    expect(alerts?.rows[0]?.[0]).toBe('raised by')
    expect(JSON.stringify(alerts)).toContain('2026-11-01')
    // Neither whom else it is about, nor what was written about a child, nor who the child is.
    expect(JSON.stringify(held)).not.toMatch(/QQYOUNG Ben|QQOLD/)
    expect(JSON.stringify(alerts)).not.toContain('QQYOUNG')
    expect(JSON.stringify(held)).not.toContain(young.child)
  })

  test('whose work was audited gets that they were asked, that they disputed, and who decided is left out', async () => {
    const held = await collectHeld(db, 'B', userPerson(young.other), holdersOf(app), by)
    expect(partsOf(held).map(([name]) => name)).toEqual([
      'account',
      'roles',
      'audits-alerts',
      'audits-invited',
      'audits-moderations',
      'audits-disputes',
      'audits-language_notes',
      'audits-second_draws',
      'audits-exemptions',
      'audits-briefings',
      'journal',
    ])
    expect(JSON.stringify(held)).not.toMatch(/QQYOUNG Ana/)
  })

  test('a child gets every audit of the work with them, whole, and the samples they were in', async () => {
    const person = childPerson(app, 'B', 'QQYOUNG-7001')
    const held = await collectHeld(db, 'B', person, holdersOf(app), by)
    expect(partsOf(held)).toEqual([
      ['audits-audits', 1],
      ['audits-saves', 1],
      ['audits-alerts', 1],
      ['audits-invited', 1],
      ['audits-moderations', 1],
      ['audits-disputes', 1],
      ['audits-language_notes', 1],
      ['audits-second_draws', 1],
      ['audits-outside_grades', 1],
      ['audits-sampled', 1],
    ])
    expect(JSON.stringify(held)).not.toContain('QQOLD')
    expect(JSON.stringify(held.parts[0])).toMatch(/evidence.*QQYOUNG/)
  })

  test('whoever asked a meeting a question is found by their name or address, in any letters', async () => {
    for (const name of ['qqyoung Asker', 'QQYOUNG@example.org']) {
      const held = await collectHeld(db, 'B', namedPerson(name), holdersOf(app), by)
      expect(partsOf(held)).toEqual([['questions-questions', 2]])
      const text = JSON.stringify(held)
      expect(text).toContain('Why?')
      expect(text).not.toContain('QQOLD')
    }
    // What stands for any letter in a search stands for itself here.
    const none = await collectHeld(db, 'B', namedPerson('QQ%asker'), holdersOf(app), by)
    expect(none.parts).toEqual([])
    const staff = await collectHeld(db, 'B', namedPerson('QQYOUNG Ben'), holdersOf(app), by)
    const audits = staff.parts.find(({ name }) => name === 'audits-audits')
    expect(audits?.rows[0]?.[0]).toBe('worker')
    expect(JSON.stringify(audits)).not.toMatch(/QQYOUNG|evidence/)
  })

  test('two who are called the same get nothing by their name alone', async () => {
    const twin = { name: 'QQOLD Ana', email: 'twin@example.org', roles: ['auditor'] as const }
    const { userId } = await invite(db, 'B', twin, by)
    for (const user of [userId, old.user]) {
      const held = await collectHeld(db, 'B', userPerson(user), holdersOf(app), by)
      expect(partsOf(held).map(([name]) => name)).not.toContain('audits-mocks')
    }
  })
})

describe('when its time is over', () => {
  let foretold: readonly Outcome[]
  let outcomes: readonly Outcome[]
  let before: ReadonlyMap<string, readonly string[]>
  let others: ReadonlyMap<string, readonly string[]>

  beforeAll(async () => {
    before = await rowsOf('A')
    others = await rowsOf('B')
    const options = { today, at, actor: 'retention' }
    foretold = await retain(db, 'A', holdingsOf(app), { ...options, dryRun: true })
    outcomes = await retain(db, 'A', holdingsOf(app), options)
  })

  test('each rule takes what is due, with a line each, and a second run finds nothing', async () => {
    expect(outcomes).toEqual(foretold)
    expect(outcomes.map(({ kind, things }) => [kind, things])).toEqual([
      ['audits', 2],
      ['auditors', 2],
      ['askers', 2],
      ['interests', 1],
      ['tokens', 1],
      ['sheets', 1],
    ])
    const options = { today, at, actor: 'retention' }
    expect(await retain(db, 'A', holdingsOf(app), options)).toEqual([])
  })

  test('no old word is left but in the record that is kept for good, and no old child', async () => {
    const after = await rowsOf('A')
    const left = tablesWith(after, 'QQOLD')
    const forGood = left.filter(table => typeof register[table]?.kept !== 'string')
    // The auditor stands at the grade; who asked an accepted question stands in the minutes; and the
    // account is theirs.
    expect(left.filter(table => !forGood.includes(table))).toEqual([
      'questions.questions',
      'audits.audits',
    ])
    expect(forGood).toEqual([
      'people.users',
      'findings.findings',
      'commitments.commitments',
      'bodies.people',
      'audits.samples',
      'audits.mocks',
    ])
    const ref = childPerson(app, 'A', 'QQOLD-7001').ref
    expect(tablesWith(before, ref)).toEqual(['audits.audits', 'audits.sampled'])
    expect(tablesWith(after, ref)).toEqual([])
    const questions = after.get('questions.questions')?.filter(row => row.includes('QQOLD'))
    expect(questions).toHaveLength(1)
    expect(questions?.[0]).not.toContain('QQOLD@')
  })

  test('grades stay as they were, and that somebody was heard', async () => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select answers, grade, own_grade, team, safe,
        voices, worker, child_ref from audits.audits where authority = 'A' and number = 1`.execute(
      db.owner,
    )
    expect(rows).toEqual([
      {
        answers: {
          grades: { plan: 'good' },
          evidence: { plan: 'No longer kept' },
          notApplicable: { court: 'No longer kept' },
          ticks: { seen: 'yes' },
          safe: 'yes',
          safeWords: '',
        },
        grade: 'good',
        own_grade: 'inadequate',
        team: 'North',
        safe: 'yes',
        voices: [
          { who: 'child', words: 'No longer kept', agreed: true, because: '' },
          { who: 'parent', words: '', agreed: false, because: 'No longer kept' },
        ],
        worker: '',
        child_ref: null,
      },
    ])
    const { rows: read } = await sql<{ many: number }>`select count(*) as many
      from audits.briefing_readings where authority = 'A'`.execute(db.owner)
    expect(Number(read[0]?.many)).toBe(2)
  })

  test('nothing that is not due has changed, and nothing of another council', async () => {
    const after = await rowsOf('A')
    for (const [table, rows] of before) {
      const kept = rows.filter(row => row.includes('QQYOUNG'))
      expect(after.get(table), table).toEqual(expect.arrayContaining(kept))
    }
    expect(await rowsOf('B')).toEqual(others)
  })
})

test('every rule of a table is one that something carries out', () => {
  const kinds = holdingsOf(app).map(({ kind }): string => kind)
  const rules = Object.values(register).flatMap(({ kept }) =>
    typeof kept === 'string' && kept !== 'journal' ? [kept] : [],
  )
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.filter(rule => !kinds.includes(rule))).toEqual([])
})
