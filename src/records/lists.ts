import { code, count, day, flag, list } from './list.ts'

// The lists of a child's record. They follow the events of the Standard Safeguarding Dataset, of
// which Annex A, the SSDA903 return and the children in need census each hold a part. Postcodes,
// names and pupil numbers are read past and not kept: no indicator needs them.

const team = code('Team the child is allocated to')
const worker = code('Worker the child is allocated to')

export const children = list(
  'children',
  'children',
  {
    bornOn: day('Date of birth'),
    sex: code('Sex: M, F or U for unknown'),
    ethnicity: code('Ethnicity: the four-letter codes of the Department for Education'),
    disabled: flag('Has a disability'),
    diedOn: day('Date of death'),
    mother: flag('Is a mother (SSDA903)'),
  },
  { key: [] },
)

export const teams = list(
  'teams',
  'teams',
  { team, name: code("The team's name"), locality: code('The locality the team works in') },
  { key: ['team'], about: 'team' },
)

export const contacts = list(
  'contacts',
  'contacts',
  {
    receivedOn: day('Date of contact'),
    source: code('Who made contact: 1A to 10, as in the children in need census'),
    outcome: code('What was decided'),
    decidedOn: day('Date of the manager’s decision'),
    team,
  },
  { key: ['receivedOn', 'source'] },
)

export const earlyHelp = list(
  'earlyHelp',
  'early help assessments',
  {
    startedOn: day('Assessment start date'),
    completedOn: day('Assessment completion date'),
    organisation: code('Organisation completing the assessment'),
  },
  { key: ['startedOn'] },
)

export const referrals = list(
  'referrals',
  'referrals',
  {
    referredOn: day('Date of referral'),
    source: code('Referral source: 1A to 10, as in the children in need census'),
    noFurtherAction: flag('No further action was taken'),
    notInNeed: flag('Assessed and found not to be in need'),
    earlierReferrals: count('Referrals in the last 12 months, as the case system counted them'),
    team,
    worker,
  },
  { key: ['referredOn'] },
)

export const needEpisodes = list(
  'needEpisodes',
  'children in need episodes',
  {
    startedOn: day('Start of the episode of need'),
    endedOn: day('Date closed'),
    endReason: code('Reason for closure: RC1 to RC9'),
    primaryNeed: code('Primary need: N0 to N9'),
    status: code('Status: care, protection, need, assessment or closed'),
    lastSeenOn: day('Date the child was last seen'),
    team,
    worker,
  },
  { key: ['startedOn'], spell: ['startedOn', 'endedOn'] },
)

export const assessments = list(
  'assessments',
  'assessments',
  {
    startedOn: day('Assessment start date'),
    authorisedOn: day('Date the assessment was authorised'),
    childSeen: flag('The child was seen during the assessment'),
    supportNeeded: flag('Assessed as needing social care support'),
    factors: code('Factors found, as codes 1A to 24A with a space between'),
    team,
    worker,
  },
  { key: ['startedOn'], spell: ['startedOn', 'authorisedOn'] },
)

export const enquiries = list(
  'enquiries',
  'section 47 enquiries',
  {
    startedOn: day('Start of the section 47 enquiry'),
    strategyOn: day('Date of the strategy discussion that began it'),
    endedOn: day('End of the enquiry'),
    conferenceNotNeeded: flag('An initial child protection conference was not needed'),
    conferenceOn: day('Date of the initial child protection conference it led to'),
    team,
    worker,
  },
  { key: ['startedOn'] },
)

export const conferences = list(
  'conferences',
  'initial child protection conferences',
  {
    heldOn: day('Date of the conference'),
    strategyOn: day('Date of the strategy discussion or start of the enquiry that led to it'),
    targetOn: day('Date by which it was due, where the source says so'),
    ledToPlan: flag('A child protection plan was made'),
    team,
    worker,
  },
  { key: ['heldOn'] },
)

export const needPlans = list(
  'needPlans',
  'child in need plans',
  { startedOn: day('Plan start date'), endedOn: day('Plan end date'), team, worker },
  { key: ['startedOn'], spell: ['startedOn', 'endedOn'] },
)

export const protectionPlans = list(
  'protectionPlans',
  'child protection plans',
  {
    startedOn: day('Plan start date'),
    endedOn: day('Plan end date'),
    firstCategory: code('First category of abuse: NEG, PHY, SAB, EMO or MUL'),
    latestCategory: code('Latest category of abuse'),
    earlierPlans: count('Earlier plans the child has had, as the source counts them'),
    team,
    worker,
  },
  { key: ['startedOn'], spell: ['startedOn', 'endedOn'] },
)

export const protectionReviews = list(
  'protectionReviews',
  'child protection reviews',
  {
    heldOn: day('Date of the review conference'),
    participation: code('How the child took part: PN0 to PN7'),
  },
  { key: ['heldOn'] },
)

export const visits = list(
  'visits',
  'visits',
  {
    visitedOn: day('Date of the visit'),
    kind: code('Under which plan: need, protection or care'),
    seenAlone: flag('The child was seen alone'),
  },
  { key: ['visitedOn', 'kind'] },
)

export const careEpisodes = list(
  'careEpisodes',
  'episodes of care',
  {
    startedOn: day('Start of the episode (DECOM)'),
    startReason: code('Reason for the new episode (RNE): S, L, P, T, B or U'),
    legalStatus: code('Legal status (LS)'),
    need: code('Category of need: N1 to N8'),
    placementType: code('Placement type (PLACE): U1, K2, P1 and so on'),
    provider: code('Placement provider: PR0 to PR5'),
    outsideArea: flag('Placed outside the council’s area'),
    urn: code('Ofsted registration number of the placement'),
    endedOn: day('End of the episode (DEC)'),
    endReason: code('Reason the episode ended (REC); X1 where care went on'),
    changeReason: code('Reason the placement changed'),
    careStartedOn: day(
      'Start of the period of care, where the source gives only the latest episode',
    ),
    team,
    worker,
  },
  { key: ['startedOn'], spell: ['startedOn', 'endedOn'] },
)

export const careReviews = list(
  'careReviews',
  'reviews of children in care',
  {
    heldOn: day('Date of the review'),
    participation: code('How the child took part: PN0 to PN7'),
  },
  { key: ['heldOn'] },
)

/** Contacts of the independent reviewing officer with a child in care, between reviews. */
export const reviewerContacts = list(
  'reviewerContacts',
  'contacts of the independent reviewing officer',
  { contactOn: day('Date of the contact or visit') },
  { key: ['contactOn'] },
)

export const permanencePlans = list(
  'permanencePlans',
  'plans for permanence',
  { recordedOn: day('Date the plan was known'), plan: code('The plan for permanence') },
  { key: ['recordedOn'] },
)

export const missingEpisodes = list(
  'missingEpisodes',
  'missing and absent episodes',
  {
    startedOn: day('Date the child went missing'),
    endedOn: day('Date the child was found'),
    kind: code('M missing, A away without authorisation'),
    interviewOffered: flag('A return interview was offered'),
    interviewAccepted: flag('A return interview was accepted'),
  },
  { key: ['startedOn', 'kind'], spell: ['startedOn', 'endedOn'] },
)

export const healthChecks = list(
  'healthChecks',
  'health checks',
  {
    checkedOn: day('Date of the check'),
    kind: code('assessment, dental, immunisations, sdq, conviction or substance'),
    score: count('Strengths and difficulties score, 0 to 40'),
  },
  { key: ['checkedOn', 'kind'] },
)

/** The yearly answers of the SSDA903's OC2 file for children in care for 12 months or more. */
export const healthReturns = list(
  'healthReturns',
  'yearly health answers (OC2)',
  {
    asOn: day('Last day of the year that the answers are about'),
    sdqScore: count('Strengths and difficulties score, 0 to 40'),
    sdqReason: code('Why there is no score: SDQ1 to SDQ5'),
    convicted: flag('Convicted or cautioned in the year'),
    healthCheck: flag('Health surveillance checks up to date (under 5)'),
    immunisations: flag('Immunisations up to date'),
    teethCheck: flag('Teeth checked by a dentist in the year'),
    healthAssessment: flag('Annual health assessment in the year'),
    substanceMisuse: flag('Found to have a substance misuse problem'),
    interventionReceived: flag('Received help for it'),
    interventionOffered: flag('Was offered help for it but refused'),
  },
  { key: ['asOn'] },
)

export const careLeavers = list(
  'careLeavers',
  'care leavers',
  {
    asOn: day('The day this describes the young person on'),
    eligibility: code('relevant, former or qualifying'),
    inTouch: code('YES, NO, DIED, REFU, NREQ or RHOM'),
    latestContactOn: day('Latest contact with the young person'),
    pathwayPlanOn: day('Latest review of the pathway plan'),
    adviser: code('Personal adviser'),
    activity: code('Activity: F1 to G6, or 0'),
    accommodation: code('Accommodation: a letter B to Z, or 0'),
    suitable: flag('The accommodation is suitable'),
    team,
    worker,
  },
  { key: ['asOn'] },
)

export const adoptions = list(
  'adoptions',
  'adoption plans',
  {
    decidedOn: day('Date of the decision that the child should be placed for adoption'),
    enteredCareOn: day('Date the child entered care'),
    placementOrderOn: day('Date of the placement order'),
    matchedOn: day('Date matched with adopters'),
    placedOn: day('Date placed for adoption'),
    adoptedOn: day('Date of the adoption order'),
    reversedOn: day('Date it was decided that the child should no longer be placed'),
    reversedReason: code('Why: RD1 to RD4'),
    byFosterCarer: flag('Adopted by the foster carer'),
  },
  { key: ['decidedOn'] },
)

export const adopters = list(
  'adopters',
  'adopters',
  {
    adopter: code('Identifier of the adopter'),
    enquiredOn: day('Date the enquiry was received'),
    stage1StartedOn: day('Stage 1 start'),
    stage1EndedOn: day('Stage 1 end'),
    stage2StartedOn: day('Stage 2 start'),
    stage2EndedOn: day('Stage 2 end'),
    appliedOn: day('Application submitted'),
    approvedOn: day('Application approved'),
    matchedOn: day('Matched with a child'),
    placedOn: day('Child placed'),
    adoptedOn: day('Adoption order'),
    leftOn: day('Left the process'),
    leftReason: code('Why they left'),
    childrenPlaced: count('Children placed'),
  },
  { key: ['adopter', 'enquiredOn'], about: 'adopter' },
)

export const involvements = list(
  'involvements',
  'allocations to a worker',
  {
    startedOn: day('Start of the allocation'),
    endedOn: day('End of the allocation'),
    changeReason: code('Why the worker changed'),
    team,
    worker,
  },
  { key: ['startedOn', 'worker'], spell: ['startedOn', 'endedOn'] },
)

export const uasc = list(
  'uasc',
  'unaccompanied asylum-seeking children',
  { startedOn: day('Start of the status'), endedOn: day('Date the status ended (DUC)') },
  { key: ['startedOn'] },
)

export const previousPermanence = list(
  'previousPermanence',
  'earlier permanence arrangements',
  {
    kind: code('Earlier arrangement: P1 to P4, or Z1 for none'),
    orderedOn: day('Date of the order'),
  },
  { key: ['kind', 'orderedOn'] },
)

export const deprivations = list(
  'deprivations',
  'deprivation of liberty orders',
  { startedOn: day('Start'), endedOn: day('End') },
  { key: ['startedOn'], spell: ['startedOn', 'endedOn'] },
)

export const allLists = [
  children,
  teams,
  contacts,
  earlyHelp,
  referrals,
  needEpisodes,
  assessments,
  enquiries,
  conferences,
  needPlans,
  protectionPlans,
  protectionReviews,
  visits,
  careEpisodes,
  careReviews,
  reviewerContacts,
  permanencePlans,
  missingEpisodes,
  healthChecks,
  healthReturns,
  careLeavers,
  adoptions,
  adopters,
  involvements,
  uasc,
  previousPermanence,
  deprivations,
] as const

export type AnyList = (typeof allLists)[number]
export type ListName = AnyList['name']

export function listNamed(name: string): AnyList | undefined {
  return allLists.find(each => each.name === name)
}
