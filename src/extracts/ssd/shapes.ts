import * as codes from './codes.ts'
import { code, count, day, flag, neededCode, neededDay, type RowOf, shape } from './shape.ts'

// The tables of the Standard Safeguarding Dataset and the columns of each that the record keeps, by
// the dataset's own object files (data-to-insight/ssd-data-model), read 21 November 2026.

export const shapes = {
  people: shape('ssd_person', 'pers_person_id', 'pers_person_id', {
    bornOn: day('pers_dob'),
    sex: code('pers_sex', codes.sex),
    ethnicity: code('pers_ethnicity', codes.ethnicity),
    diedOn: day('pers_death_date'),
    mother: flag('pers_is_mother'),
  }),
  disabilities: shape('ssd_disability', null, 'disa_person_id', {
    disability: code('disa_disability_code'),
  }),
  departments: shape('ssd_department', 'dept_team_id', null, {
    team: neededCode('dept_team_id'),
    name: code('dept_team_name'),
    locality: code('dept_team_parent_name'),
  }),
  contacts: shape('ssd_contacts', 'cont_contact_id', 'cont_person_id', {
    receivedOn: neededDay('cont_contact_date'),
    source: code('cont_contact_source_code', codes.source),
    outcome: code('cont_contact_outcome_json'),
  }),
  earlyHelp: shape('ssd_early_help_episodes', 'earl_episode_id', 'earl_person_id', {
    startedOn: neededDay('earl_episode_start_date'),
    endedOn: day('earl_episode_end_date'),
    organisation: code('earl_episode_organisation'),
  }),
  referrals: shape('ssd_cin_episodes', 'cine_referral_id', 'cine_person_id', {
    referredOn: neededDay('cine_referral_date'),
    primaryNeed: code('cine_cin_primary_need_code', codes.primaryNeed),
    source: code('cine_referral_source_code', codes.source),
    noFurtherAction: flag('cine_referral_nfa'),
    closeReason: code('cine_close_reason', codes.closure),
    closedOn: day('cine_close_date'),
    team: code('cine_referral_team'),
    worker: code('cine_referral_worker_id'),
  }),
  assessments: shape('ssd_cin_assessments', 'cina_assessment_id', 'cina_person_id', {
    id: code('cina_assessment_id'),
    startedOn: neededDay('cina_assessment_start_date'),
    childSeen: flag('cina_assessment_child_seen'),
    authorisedOn: day('cina_assessment_auth_date'),
    noFurtherAction: flag('cina_assessment_outcome_nfa'),
    team: code('cina_assessment_team'),
    worker: code('cina_assessment_worker_id'),
  }),
  factors: shape('ssd_assessment_factors', 'cinf_table_id', null, {
    assessment: neededCode('cinf_assessment_id'),
    factors: code('cinf_assessment_factors_json'),
  }),
  needPlans: shape('ssd_cin_plans', 'cinp_cin_plan_id', 'cinp_person_id', {
    startedOn: neededDay('cinp_cin_plan_start_date'),
    endedOn: day('cinp_cin_plan_end_date'),
    team: code('cinp_cin_plan_team'),
    worker: code('cinp_cin_plan_worker_id'),
  }),
  needVisits: shape('ssd_cin_visits', 'cinv_cin_visit_id', 'cinv_person_id', {
    visitedOn: neededDay('cinv_cin_visit_date'),
    seenAlone: flag('cinv_cin_visit_seen_alone'),
  }),
  enquiries: shape('ssd_s47_enquiry', 's47e_s47_enquiry_id', 's47e_person_id', {
    id: code('s47e_s47_enquiry_id'),
    startedOn: neededDay('s47e_s47_start_date'),
    endedOn: day('s47e_s47_end_date'),
    noFurtherAction: flag('s47e_s47_nfa'),
    worker: code('s47e_s47_completed_by_worker_id'),
    team: code('s47e_s47_completed_by_team'),
  }),
  conferences: shape('ssd_initial_cp_conference', 'icpc_icpc_id', 'icpc_person_id', {
    enquiry: code('icpc_s47_enquiry_id'),
    targetOn: day('icpc_icpc_target_date'),
    heldOn: neededDay('icpc_icpc_date'),
    ledToPlan: flag('icpc_icpc_outcome_cp_flag'),
    team: code('icpc_icpc_team'),
    worker: code('icpc_icpc_worker_id'),
  }),
  protectionPlans: shape('ssd_cp_plans', 'cppl_cp_plan_id', 'cppl_person_id', {
    startedOn: neededDay('cppl_cp_plan_start_date'),
    endedOn: day('cppl_cp_plan_end_date'),
    firstCategory: code('cppl_cp_plan_initial_category', codes.abuse),
    ofAnother: flag('cppl_cp_plan_ola'),
    latestCategory: code('cppl_cp_plan_latest_category', codes.abuse),
  }),
  protectionReviews: shape('ssd_cp_reviews', 'cppr_cp_review_id', 'cppr_person_id', {
    heldOn: neededDay('cppr_cp_review_date'),
    participation: code('cppr_cp_review_participation', codes.participation),
  }),
  protectionVisits: shape('ssd_cp_visits', 'cppv_cp_visit_id', 'cppv_person_id', {
    visitedOn: neededDay('cppv_cp_visit_date'),
    seenAlone: flag('cppv_cp_visit_seen_alone'),
  }),
  careEpisodes: shape('ssd_cla_episodes', 'clae_cla_episode_id', 'clae_person_id', {
    startedOn: neededDay('clae_cla_episode_start_date'),
    startReason: code('clae_cla_episode_start_reason', codes.episodeStart),
    need: code('clae_cla_primary_need_code', codes.careNeed),
    endedOn: day('clae_cla_episode_ceased_date'),
    endReason: code('clae_cla_episode_ceased_reason', codes.episodeEnd),
    care: code('clae_cla_id'),
    placement: code('clae_cla_placement_id'),
    careStartedOn: day('clae_entered_care_date'),
    reviewerOn: day('clae_cla_last_iro_contact_date'),
  }),
  placements: shape('ssd_cla_placement', 'clap_cla_placement_id', 'clap_person_id', {
    id: code('clap_cla_placement_id'),
    type: code('clap_cla_placement_type', codes.placement),
    urn: code('clap_cla_placement_urn'),
    provider: code('clap_cla_placement_provider', codes.provider),
    changeReason: code('clap_cla_placement_change_reason', codes.moveReason),
  }),
  legalStatuses: shape('ssd_legal_status', 'lega_legal_status_id', 'lega_person_id', {
    status: code('lega_legal_status', codes.legalStatus),
    startedOn: neededDay('lega_legal_status_start_date'),
    endedOn: day('lega_legal_status_end_date'),
  }),
  careReviews: shape('ssd_cla_reviews', 'clar_cla_review_id', null, {
    care: neededCode('clar_cla_id'),
    heldOn: day('clar_cla_review_date'),
    cancelled: flag('clar_cla_review_cancelled'),
    participation: code('clar_cla_review_participation', codes.participation),
  }),
  careVisits: shape('ssd_cla_visits', 'clav_cla_visit_id', 'clav_person_id', {
    visitedOn: neededDay('clav_cla_visit_date'),
    seenAlone: flag('clav_cla_visit_seen_alone'),
  }),
  carePlans: shape('ssd_cla_care_plan', 'lacp_table_id', 'lacp_person_id', {
    recordedOn: neededDay('lacp_cla_care_plan_start_date'),
    plan: code('lacp_cla_care_plan_json'),
  }),
  health: shape('ssd_cla_health', 'clah_health_check_id', 'clah_person_id', {
    kind: code('clah_health_check_type', codes.checkKind),
    checkedOn: neededDay('clah_health_check_date'),
    status: code('clah_health_check_status'),
  }),
  immunisations: shape('ssd_cla_immunisations', null, 'clai_person_id', {
    upToDate: flag('clai_immunisations_status'),
    checkedOn: neededDay('clai_immunisations_status_date'),
  }),
  scores: shape('ssd_sdq_scores', 'csdq_table_id', 'csdq_person_id', {
    checkedOn: neededDay('csdq_sdq_completed_date'),
    score: count('csdq_sdq_score', null, 40),
  }),
  convictions: shape('ssd_cla_convictions', 'clac_cla_conviction_id', 'clac_person_id', {
    checkedOn: neededDay('clac_cla_conviction_date'),
  }),
  substances: shape('ssd_cla_substance_misuse', 'clas_substance_misuse_id', 'clas_person_id', {
    checkedOn: neededDay('clas_substance_misuse_date'),
  }),
  missing: shape('ssd_missing', 'miss_table_id', 'miss_person_id', {
    startedOn: neededDay('miss_missing_episode_start_date'),
    kind: code('miss_missing_episode_type', codes.missingKind),
    endedOn: day('miss_missing_episode_end_date'),
    interviewOffered: flag('miss_missing_rhi_offered'),
    interviewAccepted: flag('miss_missing_rhi_accepted'),
  }),
  leavers: shape('ssd_care_leavers', 'clea_table_id', 'clea_person_id', {
    eligibility: code('clea_care_leaver_eligibility', codes.eligibility),
    inTouch: code('clea_care_leaver_in_touch', codes.inTouch),
    latestContactOn: day('clea_care_leaver_latest_contact'),
    accommodation: code('clea_care_leaver_accommodation', codes.accommodation),
    suitable: code('clea_care_leaver_accom_suitable', codes.suitable),
    activity: code('clea_care_leaver_activity', codes.activity),
    pathwayPlanOn: day('clea_pathway_plan_review_date'),
    adviser: code('clea_care_leaver_personal_advisor'),
    team: code('clea_care_leaver_allocated_team'),
    worker: code('clea_care_leaver_worker_id'),
  }),
  permanence: shape('ssd_permanence', 'perm_table_id', 'perm_person_id', {
    care: code('perm_cla_id'),
    decidedOn: day('perm_adm_decision_date'),
    placementOrderOn: day('perm_placement_order_date'),
    placedOn: day('perm_placed_for_adoption_date'),
    matchedOn: day('perm_matched_date'),
    byFosterCarer: flag('perm_adopted_by_carer_flag'),
    reversedOn: day('perm_decision_reversed_date'),
    reversedReason: code('perm_decision_reversed_reason', codes.reversed),
    orderedOn: day('perm_permanence_order_date'),
    order: code('perm_permanence_order_type'),
  }),
  earlierPermanence: shape('ssd_cla_previous_permanence', 'lapp_table_id', 'lapp_person_id', {
    kind: code('lapp_previous_permanence_option', codes.earlierPermanence),
    orderedOn: day('lapp_previous_permanence_order_date'),
  }),
  involvements: shape('ssd_involvements', 'invo_involvements_id', 'invo_person_id', {
    worker: code('invo_professional_id'),
    team: code('invo_professional_team'),
    startedOn: neededDay('invo_involvement_start_date'),
    endedOn: day('invo_involvement_end_date'),
    changeReason: code('invo_worker_change_reason', codes.workerChange),
  }),
  immigration: shape('ssd_immigration_status', 'immi_immigration_status_id', 'immi_person_id', {
    status: code('immi_immigration_status'),
    startedOn: day('immi_immigration_status_start_date'),
    endedOn: day('immi_immigration_status_end_date'),
  }),
} as const

export type Shapes = typeof shapes
export type TableName = keyof Shapes
export type Row<T extends TableName> = RowOf<Shapes[T]['columns']>

export const tableNames = Object.keys(shapes) as readonly TableName[]

/** Tables of the dataset that are recognised and read past, by the letters their columns begin with. */
export const readPast: Readonly<Record<string, string>> = {
  addr: 'Addresses are read past and not kept: no indicator needs them.',
  fami: 'Who belongs to a family is read past and not kept: no indicator needs it.',
  link: 'Other systems’ identifiers are read past and not kept.',
  moth: 'Birthdays of a mother’s children are read past: no indicator needs them.',
  prof: 'Names of staff are read past and not kept.',
  prep: 'Pre-proceedings are read past: no indicator uses them yet.',
  voch: 'Answers of children to the voice of the child questions are read past: no indicator uses them yet.',
  send: 'Special educational needs are read past: no indicator uses them yet.',
  senn: 'Special educational needs are read past: no indicator uses them yet.',
  ehcr: 'Education, health and care plans are read past: no indicator uses them yet.',
  ehca: 'Education, health and care plans are read past: no indicator uses them yet.',
  ehcn: 'Education, health and care plans are read past: no indicator uses them yet.',
  ehcp: 'Education, health and care plans are read past: no indicator uses them yet.',
  s251: 'Finance returns are read past: no indicator uses them yet.',
}
