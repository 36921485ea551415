import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { invite } from '#people'
import type { App } from '#app'
import { childPerson } from '../src/app/holders.ts'

type Row = Readonly<Record<string, unknown>>

async function put(db: App['db'], authority: string, table: string, row: Row): Promise<void> {
  const all: Row = { authority, ...row }
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(all).map(key => sql.ref(key)))})
    values (${sql.join(Object.values(all))})`.execute(db.owner)
}

export interface Filled {
  readonly user: string
  readonly other: string
  readonly child: string
  readonly audit: string
}

/** One of everything that the newer rooms hold of people, from a day; every word of it says `word`. */
export async function fillRooms(
  app: App,
  authority: string,
  day: string,
  word: string,
  number: number,
): Promise<Filled> {
  const { db } = app
  const by = { actor: 'test', at: new Date('2026-11-21T10:00:00Z') }
  const when = `${day}T09:00:00Z`
  const named = (name: string) => ({ name: `${word} ${name}`, email: `${name}@${word}.example` })
  const guest = { roles: ['auditor'] as const }
  const user = (await invite(db, authority, { ...named('Ana'), ...guest }, by)).userId
  const other = (await invite(db, authority, { ...named('Ben'), ...guest }, by)).userId
  const child = childPerson(app, authority, `${word}-7001`).ref
  const [audit, sample, meeting, person, briefing, mock] = Array.from({ length: 6 }, randomUUID)
  const ofAudit = (row: Row) => ({ id: randomUUID(), audit_id: audit, ...row })
  const mine = `${word} Ana`
  const theirs = `${word} Ben`
  await put(db, authority, 'audits.samples', {
    id: sample,
    title: 'Sample',
    tool_key: 'whole',
    method: '{}',
    size: 1,
    seed: 1,
    as_of: day,
    extract_id: 'x',
    population_sha256: 'x',
    population_size: 9,
    drawn_at: when,
    drawn_by: mine,
  })
  await put(db, authority, 'audits.sampled', {
    sample_id: sample,
    place: 1,
    child_ref: child,
    team: 'North',
    worker: theirs,
    plan: 'CIN',
    replaced_words: word,
    replaced_by_name: mine,
  })
  await put(db, authority, 'audits.audits', {
    id: audit,
    number,
    tool_key: 'whole',
    tool_version: 1,
    child_ref: child,
    team: 'North',
    worker: theirs,
    foreign_key: word,
    auditor_id: user,
    auditor_name: mine,
    reason: 'programme',
    begun_at: when,
    submitted_at: when,
    audited_on: day,
    state: 'closed',
    safe: 'yes',
    answers: JSON.stringify({
      grades: { plan: 'good' },
      evidence: { plan: word },
      notApplicable: { court: word },
      ticks: { seen: 'yes' },
      safe: 'yes',
      safeWords: word,
    }),
    derived_grade: 'good',
    grade: 'good',
    override_words: word,
    own_grade: 'inadequate',
    own_words: word,
    learning: word,
    young_words: word,
    sample_id: sample,
    voices: JSON.stringify([
      { who: 'child', words: word, agreed: true, because: '' },
      { who: 'parent', words: '', agreed: false, because: word },
    ]),
  })
  await put(db, authority, 'audits.saves', {
    audit_id: audit,
    version: 1,
    at: when,
    actor: user,
    actor_name: mine,
    answers: JSON.stringify({ evidence_plan: word }),
  })
  await put(
    db,
    authority,
    'audits.alerts',
    ofAudit({
      because: 'not safe',
      team: 'North',
      raised_at: when,
      raised_by: user,
      raised_name: mine,
      acknowledge_by: when,
      act_by: when,
      confirm_by: when,
      acknowledged_at: when,
      acknowledged_by: other,
      acknowledged_name: theirs,
      acted_words: word,
      confirmed_words: word,
    }),
  )
  await put(db, authority, 'audits.invited', {
    audit_id: audit,
    user_id: other,
    name: theirs,
    invited_at: when,
  })
  await put(
    db,
    authority,
    'audits.moderations',
    ofAudit({
      at: when,
      by_id: other,
      by_name: theirs,
      grades: '{}',
      was_grade: 'good',
      grade: 'good',
      direction: 'same',
      reason: word,
    }),
  )
  await put(
    db,
    authority,
    'audits.disputes',
    ofAudit({
      raised_at: when,
      raised_by: other,
      raised_name: theirs,
      raised_as: 'practitioner',
      words: word,
      was_grade: 'good',
      decided_words: word,
    }),
  )
  await put(
    db,
    authority,
    'audits.language_notes',
    ofAudit({
      at: when,
      by_id: other,
      by_name: theirs,
      words: word,
    }),
  )
  await put(
    db,
    authority,
    'audits.outside_grades',
    ofAudit({
      grade: 'good',
      by_words: word,
      on_day: day,
      noted_at: when,
      noted_by: mine,
    }),
  )
  await put(db, authority, 'audits.second_draws', {
    audit_id: audit,
    drawn_at: when,
    drawn: 1,
    below: 2,
    chosen: true,
    grader_id: other,
    grader_name: 'Second grader',
  })
  await put(db, authority, 'audits.exemptions', {
    id: randomUUID(),
    person_id: user,
    person_name: mine,
    kind: 'leave',
    reason: word,
    from_on: day,
    until_on: day,
    approved_by_id: other,
    approved_by: theirs,
    made_at: when,
  })
  await put(db, authority, 'audits.briefings', {
    id: briefing,
    title: 'Briefing',
    themes: ['voice'],
    words: 'Listen',
    written_at: when,
    written_by_id: other,
    written_by: 'Author',
  })
  await put(db, authority, 'audits.briefing_readings', {
    briefing_id: briefing,
    person_id: user,
    teams: ['North'],
    at: when,
  })
  await put(db, authority, 'audits.mocks', {
    id: mock,
    number,
    service: 'Fostering',
    framework: 'ilacs',
    from_day: day,
    until_day: day,
    reviewers: ['Reviewer'],
    made_at: when,
    made_by: `${word} Ana`,
  })
  for (const state of ['accepted', 'refused'])
    await put(db, authority, 'questions.questions', {
      id: randomUUID(),
      meeting_id: meeting,
      category: 'public',
      asker: `${word} asker`,
      email: `${word}@example.org`,
      words: state === 'refused' ? word : 'Why?',
      how: 'form',
      received_at: when,
      late: false,
      state,
    })
  await put(db, authority, 'bodies.people', { id: person, name: mine, user_id: user })
  await put(db, authority, 'declarations.interests', {
    id: randomUUID(),
    person_id: person,
    category: 'employment',
    whose: 'own',
    words: word,
    notified_on: day,
    ended_on: day,
  })
  await put(db, authority, 'supply.tokens', {
    id: randomUUID(),
    user_id: user,
    name: word,
    token_hash: `${word}${number}`,
    of_persona: false,
    made_at: when,
    expires_on: day,
  })
  await put(db, authority, 'findings.sheets', {
    id: randomUUID(),
    purpose: 'audits',
    name: 'audits.csv',
    brought_at: when,
    brought_by: user,
    headings: ['Child'],
    lines: JSON.stringify([{ line: 2, cells: [word] }]),
    notes: [],
    refused: JSON.stringify([{ line: 2, cells: [word], message: 'No' }]),
    taken: 0,
  })
  await put(db, authority, 'findings.findings', {
    id: randomUUID(),
    number,
    source_kind: 'audit',
    source: 'Audit',
    words: 'A plan was late',
    theme: 'voice',
    found_on: day,
    severity: 'low',
    state: 'new',
    owner_id: user,
    owner: mine,
    received_at: when,
  })
  await put(db, authority, 'commitments.commitments', {
    id: randomUUID(),
    number,
    kind: 'action',
    title: 'To look again',
    words: 'Look again',
    origin_kind: 'other',
    origin_id: 'x',
    origin_label: 'x',
    origin_body_name: 'Board',
    origin_on: day,
    owner_id: user,
    owner: mine,
    state: 'open',
    made_at: when,
    made_by: 'Clerk',
  })
  return { user, other, child, audit: audit ?? '' }
}
