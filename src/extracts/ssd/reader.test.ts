import { isoDay } from '#calendar'
import { type ListName, type Table, valueAt } from '#records'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadExtract, SourceFile } from '../extract.ts'
import { ssd } from './index.ts'

const fileOf = (name: string, text: string): SourceFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

const versions = fileOf(
  'ssd_version_log.csv',
  `version_number,release_date,description,is_current,created_at,created_by,impact_description
1.0.0,2024-01-01,First,0,2024-04-02,x,
1.1.0,2024-01-01,Extract of 2024-01-01 to 2024-03-31,1,2024-04-02,x,
`,
)
const people = fileOf(
  'ssd_person.csv',
  `pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_surname,pers_death_date,pers_is_mother
1,M,WBRI,2010-05-06,,,N
2,F,BCRB,2014-07-08,,,
`,
)

async function load(...files: readonly SourceFile[]): Promise<ReadExtract> {
  const { extract } = await ssd.read(files)
  if (extract === null) throw new Error('nothing was read')
  return extract
}

function rowsOf(extract: ReadExtract, list: ListName): Record<string, unknown>[] {
  const table = extract.tables.get(list)
  if (table === undefined) throw new Error(`no ${list}`)
  return Array.from({ length: table.length }, (_, row) => rowOf(table, row))
}

function rowOf(table: Table, row: number): Record<string, unknown> {
  const values = Object.entries(table.columns).flatMap(([name, column]) => {
    const value = valueAt(column, row)
    if (value === null || value === '') return []
    return [[name, column.kind === 'day' ? isoDay(Number(value)) : value]]
  })
  return { child: valueAt(table.child, row), ...Object.fromEntries(values) }
}

const said = (extract: ReadExtract): string[] =>
  extract.refusals.map(
    each => `${each.sourceList} ${each.row} ${each.column} ${each.effect} ${each.code}`,
  )

describe('an extract of the dataset', () => {
  it('is of the days that its log of versions states', async () => {
    const extract = await load(people, versions)
    expect(extract.title).toBe('Standard Safeguarding Dataset from 1 January 2024 to 31 March 2024')
    expect(isoDay(extract.asOf)).toBe('2024-03-31')
    expect(extract.coverage).toEqual([
      { list: 'children', from: extract.asOf - 90, to: extract.asOf },
    ])
  })

  it('is as of its latest event where nothing is stated, but not after the day it was made', async () => {
    const visits = fileOf(
      'v.csv',
      'cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen_alone\na,1,2024-02-05,Y\nb,1,2024-03-07,N\nc,1,2024-12-07,N\n',
    )
    const made = fileOf(
      'l.csv',
      'version_number,release_date,description,is_current,created_at\n1,2024-01-01,x,1,2024-03-20 10:00:00\n',
    )
    const extract = await load(people, visits, made)
    expect(isoDay(extract.asOf)).toBe('2024-03-07')
    expect(extract.coverage[0]).toMatchObject({ from: extract.asOf - 35 })
    expect(said(extract)).toEqual(['ssd_cin_visits 4 cinv_cin_visit_date doubtful after-extract'])
  })

  it('gives a referral and the episode of need that it opened', async () => {
    const referrals = fileOf(
      'ssd_cin_episodes.csv',
      `cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id
R1,1,2024-01-05,N1,6,N,RC8,2024-02-07,T1,W1
R2,2,2024-01-06,N11,1A,Y,,,T1,W1
R3,2,2024-02-06,N5,2A,N,RC7,2024-01-06,T1,W1
R4,2,,N5,2A,N,,,T1,W1
R1,1,2024-01-05,N1,6,N,RC8,2024-02-07,T1,W1
`,
    )
    const extract = await load(people, versions, referrals)
    expect(rowsOf(extract, 'referrals')).toEqual([
      {
        child: '1',
        referredOn: '2024-01-05',
        source: '6',
        noFurtherAction: false,
        notInNeed: true,
        team: 'T1',
        worker: 'W1',
      },
      {
        child: '2',
        referredOn: '2024-01-06',
        source: '1A',
        noFurtherAction: true,
        team: 'T1',
        worker: 'W1',
      },
      {
        child: '2',
        referredOn: '2024-02-06',
        source: '2A',
        noFurtherAction: false,
        notInNeed: false,
        team: 'T1',
        worker: 'W1',
      },
    ])
    expect(rowsOf(extract, 'needEpisodes')).toEqual([
      {
        child: '1',
        startedOn: '2024-01-05',
        endedOn: '2024-02-07',
        endReason: 'RC8',
        primaryNeed: 'N1',
        status: 'closed',
        team: 'T1',
      },
    ])
    // The worker of a referral is not the one whom the child has while in need.
    const involvements = fileOf(
      'ssd_involvements.csv',
      'invo_involvements_id,invo_person_id,invo_professional_id,invo_involvement_start_date\ni,1,W2,2024-01-09\n',
    )
    const allocated = await load(versions, people, referrals, involvements)
    expect(rowsOf(allocated, 'needEpisodes')[0]).not.toHaveProperty('team')
    expect(said(extract)).toEqual([
      'ssd_cin_episodes 3 cine_cin_primary_need_code value-refused code-unknown',
      'ssd_cin_episodes 5 cine_referral_date row-refused value-missing',
      'ssd_cin_episodes 6 null row-refused row-twice',
      'ssd_cin_episodes 4 cine_close_date value-refused end-before-start',
    ])
  })

  it('joins factors to assessments, and conferences to the enquiries they came from', async () => {
    const extract = await load(
      people,
      versions,
      fileOf(
        'a.csv',
        'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id\nA1,1,R1,2024-01-05,Y,2024-02-06,N,T1,W1\n',
      ),
      fileOf(
        'f.csv',
        'cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json\n1,A1,"[""3B"",""4B""]"\n2,A9,"[""3B""]"\n',
      ),
      fileOf(
        's.csv',
        's47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,s47e_s47_completed_by_worker_id,s47e_s47_completed_by_team\nS1,R1,1,2024-02-07,2024-02-14,N,W1,T1\n',
      ),
      fileOf(
        'c.csv',
        'icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_icpc_target_date,icpc_icpc_date,icpc_icpc_outcome_cp_flag,icpc_icpc_team,icpc_icpc_worker_id\nC1,S1,1,2024-02-28,2024-02-26,Y,T1,W1\n',
      ),
    )
    expect(rowsOf(extract, 'assessments')).toMatchObject([
      { child: '1', childSeen: true, supportNeeded: true, factors: '3B 4B' },
    ])
    expect(rowsOf(extract, 'enquiries')).toMatchObject([
      { child: '1', conferenceNotNeeded: false, conferenceOn: '2024-02-26' },
    ])
    expect(rowsOf(extract, 'conferences')).toMatchObject([
      { child: '1', strategyOn: '2024-02-07', heldOn: '2024-02-26', ledToPlan: true },
    ])
    expect(said(extract)).toContain(
      'ssd_assessment_factors 3 cinf_assessment_id row-refused no-such-assessment',
    )
  })

  it('gives an episode its placement and the legal status of its first day', async () => {
    const extract = await load(
      people,
      versions,
      fileOf(
        'e.csv',
        'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_cla_placement_id,clae_entered_care_date\nE1,1,2024-01-05,P,N1,,,L1,P1,2023-04-05\nE2,2,2024-01-05,S,N1,,,L2,P9,2024-01-05\n',
      ),
      fileOf(
        'p.csv',
        'clap_cla_placement_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,clap_cla_placement_urn,clap_cla_placement_provider,clap_cla_placement_change_reason\nP1,1,2024-01-05,U4,123,PR1,CARPL\n',
      ),
      fileOf(
        'l.csv',
        'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date\n1,1,C1,2023-04-05,2023-12-31\n2,1,C2,2024-01-01,\n',
      ),
      fileOf(
        'r.csv',
        'clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation\n1,L1,2024-02-02,2024-02-01,N,PN1\n2,L1,2024-03-02,,N,\n3,L9,2024-02-02,2024-02-01,N,PN1\n',
      ),
    )
    expect(rowsOf(extract, 'careEpisodes')).toMatchObject([
      {
        child: '1',
        legalStatus: 'C2',
        placementType: 'U4',
        provider: 'PR1',
        urn: '123',
        changeReason: 'CARPL',
        careStartedOn: '2023-04-05',
      },
      { child: '2', startReason: 'S' },
    ])
    expect(rowsOf(extract, 'careReviews')).toEqual([
      { child: '1', heldOn: '2024-02-01', participation: 'PN1' },
    ])
    expect(said(extract)).toEqual([
      'ssd_cla_episodes null clae_cla_last_iro_contact_date doubtful column-missing',
      'ssd_cla_episodes 3 clae_cla_placement_id doubtful no-such-placement',
      'ssd_cla_reviews 4 clar_cla_id row-refused no-such-period-of-care',
    ])
    expect(extract.reports.find(each => each.sourceList === 'ssd_cla_reviews')).toMatchObject({
      rowsFound: 3,
      rowsTaken: 1,
      rowsRefused: 1,
    })
  })

  it('counts a health check that took place, and reads past one that did not', async () => {
    const extract = await load(
      people,
      versions,
      fileOf(
        'h.csv',
        'clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status\n1,1,Health Assessment,2024-02-03,Completed\n2,1,Dental Check,2024-02-03,Refused\n',
      ),
      fileOf(
        'q.csv',
        'csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_reason,csdq_sdq_score\n1,1,2024-02-04,,17\n2,2,2024-02-04,SDQ2,\n3,2,2024-02-04,,77\n',
      ),
    )
    expect(rowsOf(extract, 'healthChecks')).toEqual([
      { child: '1', checkedOn: '2024-02-03', kind: 'assessment' },
      { child: '1', checkedOn: '2024-02-04', kind: 'sdq', score: 17 },
    ])
    const went = extract.reports.map(({ rowsFound, rowsTaken, rowsRefused, readPast = [] }) => [
      rowsFound,
      rowsTaken,
      rowsRefused,
      ...readPast.map(each => each.rows),
    ])
    expect(went).toEqual(
      expect.arrayContaining([
        [2, 1, 0, 1],
        [3, 1, 0, 2],
      ]),
    )
    for (const [found, ...parts] of went)
      expect(parts.reduce((sum, rows) => (sum ?? 0) + (rows ?? 0), 0)).toBe(found)
  })

  it('reads past tables that no indicator needs, and refuses what is not of the dataset', async () => {
    const { extract, refusals } = await ssd.read([
      people,
      versions,
      fileOf('voice.csv', 'voch_table_id,voch_person_id,voch_plan_safe\n1,1,Y\n'),
      fileOf('phones.csv', 'name,phone\nx,1\n'),
      { name: 'photo.jpg', bytes: Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]) },
    ])
    expect(extract?.reports.at(-1)?.notKept).toHaveLength(1)
    expect(refusals.map(each => [each.file, each.code])).toEqual([
      ['phones.csv', 'file-not-of-dataset'],
      ['photo.jpg', 'file-not-a-table'],
    ])
  })
})

it('splits files into extracts by their folders or the rest of their names, oldest first', () => {
  const log = (day: string, name: string) =>
    fileOf(
      name,
      `version_number,release_date,description,is_current,created_at\n1,x,Extract of 2024-01-01 to ${day},1,${day}\n`,
    )
  const files = [
    { ...people, name: 'late/ssd_person.csv' },
    { ...people, name: 'early/ssd_person.csv' },
    log('2024-06-30', 'late/ssd_version_log.csv'),
    log('2024-03-31', 'early/ssd_version_log.csv'),
  ]
  const names = (groups: readonly (readonly SourceFile[])[]) =>
    groups.map(group => group.map(file => file.name))
  expect(names(ssd.group(files))).toEqual([
    ['early/ssd_person.csv', 'early/ssd_version_log.csv'],
    ['late/ssd_person.csv', 'late/ssd_version_log.csv'],
  ])
  const flat = files.map(file => ({ ...file, name: file.name.replace('/', '_') }))
  expect(names(ssd.group(flat))).toEqual([
    ['early_ssd_person.csv', 'early_ssd_version_log.csv'],
    ['late_ssd_person.csv', 'late_ssd_version_log.csv'],
  ])
})

it('never throws, and accounts for every row, whatever the cells hold', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', '1', 'N1', '2024-02-01', '2024-02-31', '"', 'PLACEHOLDER_DATA', 'Y'),
    fc.string({ maxLength: 8 }),
  )
  const rows = fc.array(fc.array(cell, { minLength: 7, maxLength: 8 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(rows, async cells => {
      const text = cells.map(row => row.join(',')).join('\n')
      const extract = await load(
        versions,
        fileOf(
          'p.csv',
          `cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_initial_category,cppl_cp_plan_ola,cppl_cp_plan_latest_category\n${text}\n`,
        ),
      )
      for (const { rowsFound, rowsTaken, rowsRefused } of extract.reports) {
        const refused = extract.refusals.filter(each => each.effect === 'row-refused')
        expect(rowsTaken + rowsRefused).toBe(rowsFound)
        expect(refused).toHaveLength(rowsRefused)
      }
    }),
  )
})
