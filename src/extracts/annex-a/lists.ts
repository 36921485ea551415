import type { ListName } from '#records'

// The columns of the eleven lists of Annex A, the child-level data that Ofsted asks for before an
// inspection of local authority children's services (ILACS). Columns that are not named here are
// read past.

export interface AnnexColumn {
  readonly key: string
  /** As the template has it; shown in refusals where the workbook's own heading is not at hand. */
  readonly heading: string
  /** What other headings for it look like, in the form that `plain` gives. */
  readonly like?: RegExp
  /** Its days say what has happened by the day the workbook describes. */
  readonly happened?: true
  /** It is known so that no other column takes its heading, and read past. */
  readonly past?: true
}

export interface AnnexList {
  readonly number: number
  /** As refusals name it: 'List 4'. */
  readonly name: string
  /** What the list holds, completing "so … could not be read". */
  readonly holds: string
  /** How a sheet may be called beside 'List 4', in the form that `plain` gives. */
  readonly called: RegExp
  readonly columns: readonly AnnexColumn[]
  /** The columns that tell this list from the others. */
  readonly marks: readonly string[]
  /** Without these a row says nothing, so a sheet without them is not this list. */
  readonly needs: readonly string[]
  readonly lists: readonly ListName[]
  /** What is read past, and why, in a sentence each. */
  readonly notKept: readonly string[]
}

const column = (key: string, heading: string, like?: RegExp, happened?: true): AnnexColumn => ({
  key,
  heading,
  ...(like === undefined ? {} : { like }),
  ...(happened === undefined ? {} : { happened }),
})

const past = (key: string, heading: string, like?: RegExp): AnnexColumn => ({
  ...column(key, heading, like),
  past: true,
})

const child: readonly AnnexColumn[] = [
  column(
    'child',
    'Child Unique ID',
    /\b(child|person|client|young person|unique)\b.*\b(id|identifier|number|ref)\b|\b(id|identifier)\b.*\bchild\b|^(id|child|pid|mosaic id|ics id|liquidlogic id|la child id)$/,
  ),
  column('sex', 'Gender', /^(gender|sex)\b|\b(gender|sex)$/),
  column('ethnicity', 'Ethnicity', /ethnic/),
  column('bornOn', 'Date of Birth', /(date|day).*birth|^dob$|\bdob\b|birth ?date|due date/),
  past('age', 'Age of Child (Years)', /^age\b/),
]
const disabled = column('disabled', 'Does the Child have a Disability', /disab/)
const allocated: readonly AnnexColumn[] = [
  column('team', 'Allocated Team', /\bteam\b/),
  column('worker', 'Allocated Worker', /(allocated|social|key|case) ?worker|^worker/),
]
const asylum = column(
  'uasc',
  'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
  /unaccompanied|\buasc\b/,
)

const age = 'The age is not kept: it follows from the date of birth.'
const named = (number: number, more: Omit<AnnexList, 'number' | 'name'>): AnnexList => ({
  number,
  name: `List ${number}`,
  ...more,
})

export const annexLists: readonly AnnexList[] = [
  named(1, {
    holds: 'contacts',
    called: /contact/,
    columns: [
      ...child,
      column('receivedOn', 'Date of Contact', /date.*contact|contact.*(date|received)/, true),
      column('source', 'Contact Source', /contact.*source|source.*contact|^source$/),
    ],
    marks: ['receivedOn', 'source'],
    needs: ['child', 'receivedOn'],
    lists: ['contacts'],
    notKept: [age],
  }),
  named(2, {
    holds: 'early help assessments',
    called: /early help|common assess|\bcaf\b|\beh[am]?\b/,
    columns: [
      ...child,
      column(
        'startedOn',
        'Assessment start date',
        /^(?!.*(continuous|c and f)).*assess.*start/,
        true,
      ),
      column(
        'completedOn',
        'Assessment completion date',
        /assess.*complet|complet.*date|end date/,
        true,
      ),
      column(
        'organisation',
        'Organisation completing assessment',
        /organisation|agency|completed by/,
      ),
    ],
    marks: ['startedOn', 'completedOn', 'organisation'],
    needs: ['child', 'startedOn'],
    lists: ['earlyHelp'],
    notKept: [age],
  }),
  named(3, {
    holds: 'referrals',
    called: /referral/,
    columns: [
      ...child,
      column('earlier', 'Number of Referrals in Last 12 Months', /(number|no|count).*referral/),
      column('referredOn', 'Date of referral', /date.*referral|referral.*(date|received)/, true),
      column('source', 'Referral Source', /referral.*source|source.*referral|^source$/),
      column('nfa', 'Referral NFA?', /\bnfa\b|no further action/),
      ...allocated,
    ],
    marks: ['referredOn', 'source', 'nfa', 'earlier'],
    needs: ['child', 'referredOn'],
    lists: ['referrals'],
    notKept: [age],
  }),
  named(4, {
    holds: 'assessments',
    called: /^(?!.*early help).*assessment/,
    columns: [
      ...child,
      disabled,
      column(
        'authorisedOn',
        'Continuous Assessment Date of Authorisation',
        /authoris|assess.*(end|complet)/,
        true,
      ),
      column(
        'supportNeeded',
        'Was the child assessed as requiring LA children’s social care support?',
        /assessed as requiring|requir.*support|support.*(requir|need)/,
      ),
      column('childSeen', 'Child Seen During Continuous Assessment', /child seen|seen during/),
      column('startedOn', 'Continuous Assessment Start Date', /assess.*(start|date)/, true),
      ...allocated,
    ],
    marks: ['startedOn', 'authorisedOn', 'childSeen', 'supportNeeded'],
    needs: ['child', 'startedOn'],
    lists: ['assessments'],
    notKept: [age],
  }),
  named(5, {
    holds: 'section 47 enquiries and initial conferences',
    called: /s ?47|section 47|enquir|icpc/,
    columns: [
      ...child,
      disabled,
      past(
        'count47',
        'Number of Section 47 Enquiries in the last 12 months',
        /(number|no|count).*(47|enquir)/,
      ),
      past(
        'countIcpc',
        'Number of ICPCs in the last 12 months',
        /(number|no|count).*(icpc|conference)/,
      ),
      column(
        'notNeeded',
        'Was an Initial Child Protection Conference deemed unnecessary?',
        /unnecessary|not (needed|required|necessary)/,
      ),
      column(
        'ledToPlan',
        'Did the Initial Child Protection Conference Result in a Child Protection Plan',
        /result.*plan|plan.*result|led to.*plan/,
      ),
      column(
        'conferenceOn',
        'Date of Initial Child Protection Conference',
        /date.*(initial|icpc)|icpc.*date|conference.*date/,
      ),
      column(
        'strategyOn',
        'Strategy discussion initiating Section 47 Enquiry Start Date',
        /strategy|(47|enquiry).*(start|date)/,
        true,
      ),
      ...allocated,
    ],
    marks: ['strategyOn', 'notNeeded', 'conferenceOn', 'ledToPlan'],
    needs: ['child', 'strategyOn'],
    lists: ['enquiries', 'conferences'],
    notKept: [
      age,
      'The numbers of enquiries and conferences in 12 months are not kept: a number gives no dates.',
    ],
  }),
  named(6, {
    holds: 'children in need',
    called: /\bcin\b|in need/,
    columns: [
      ...child,
      disabled,
      column(
        'startedOn',
        'CIN Start Date',
        /(cin|need|episode|plan).*start|start.*(cin|need)/,
        true,
      ),
      column('primaryNeed', 'Primary Need Code', /need code|primary need|category of need/),
      column('lastSeenOn', 'Date Child Was Last Seen', /last seen/, true),
      column('endReason', 'Reason for Closure', /reason.*clos|clos.*reason/),
      column('endedOn', 'CIN Closure Date', /clos.*date|date.*clos|(cin|need).*end/, true),
      column('status', 'Case Status', /status/),
      ...allocated,
    ],
    marks: ['startedOn', 'primaryNeed', 'lastSeenOn', 'endedOn', 'endReason', 'status'],
    needs: ['child', 'startedOn'],
    lists: ['needEpisodes'],
    notKept: [age],
  }),
  named(7, {
    holds: 'child protection plans',
    called: /protection|\bcpp?\b/,
    columns: [
      ...child,
      disabled,
      past(
        'emergency',
        'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
        /emergency protection|police powers/,
      ),
      column(
        'earlierPlans',
        'Number of Previous Child Protection Plans',
        /previous|earlier|(number|no|count).*plans/,
      ),
      column('startedOn', 'Child Protection Plan Start Date', /plan.*start|cp.*start/, true),
      column('endedOn', 'Child Protection Plan End Date', /plan.*end|cp.*end/, true),
      column('firstCategory', 'Initial Category of Abuse', /(initial|first).*(category|abuse)/),
      column(
        'latestCategory',
        'Latest Category of Abuse',
        /(latest|current|last).*(category|abuse)/,
      ),
      column('visitedOn', 'Date of the Last Statutory Visit', /visit/, true),
      column('seenAlone', 'Was the Child Seen Alone?', /seen alone|alone/),
      column('reviewedOn', 'Date of latest review conference', /review/, true),
      ...allocated,
    ],
    marks: [
      'startedOn',
      'firstCategory',
      'latestCategory',
      'visitedOn',
      'reviewedOn',
      'earlierPlans',
    ],
    needs: ['child', 'startedOn'],
    lists: ['protectionPlans', 'visits', 'protectionReviews'],
    notKept: [age, 'Emergency protection in the last six months is not kept: it has no date.'],
  }),
  named(8, {
    holds: 'children in care',
    called: /looked after|in care|\bcla\b|\blac\b/,
    columns: [
      ...child,
      asylum,
      disabled,
      past(
        'again',
        'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
        /second or subsequent/,
      ),
      past('placements', 'Number of Placements in the Last 12 months', /number.*placements/),
      past(
        'missing',
        'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months',
        /(number|episodes).*missing/,
      ),
      past(
        'absent',
        'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months',
        /(number|episodes).*absent/,
      ),
      past(
        'offered',
        'Was the child offered a Return Interview after their last missing episode (Y/N)?',
        /offer.*return|return interview.*offer/,
      ),
      past(
        'accepted',
        'Did the child accept a Return Interview after their last missing episode (Y/N)?',
        /accept.*return|return interview.*accept/,
      ),
      column(
        'careStartedOn',
        'Date Started to be Looked After',
        /started to be|looked after.*start|(cla|lac|care).*start|start.*(cla|lac|care)\b/,
        true,
      ),
      column(
        'careEndedOn',
        'Date Ceased to be Looked After',
        /date.*ceased|ceased.*date|(cla|lac|care).*end date/,
        true,
      ),
      column('endReason', 'Reason Ceased to be Looked After', /reason.*(ceased|end)/),
      column('need', 'Child’s Category of Need', /category of need|need code|primary need/),
      past('statusOn', 'Start date of current legal status', /(start|date).*legal status/),
      column('legalStatus', 'Child’s Legal Status', /legal status/),
      column('reviewedOn', 'Date of Latest Statutory Review', /review/, true),
      column(
        'visitedOn',
        'Date of Last Social Work Visit',
        /(social work|last|statutory).*visit(?!.*iro)/,
        true,
      ),
      column('permanence', 'What is the permanence plan for this child?', /permanen/),
      past('iroOn', 'Date of Last IRO Visit / Contact to the Child', /\biro\b/),
      column('healthOn', 'Date of Last Health Assessment', /health/),
      column('dentalOn', 'Date of Last Dental Check', /dent/),
      column('placedOn', 'Start Date of Most Recent Placement', /(start|date).*placement/, true),
      column('placementType', 'Placement Type', /placement type|type of placement/),
      column('provider', 'Placement Provider', /provider/),
      past('postcode', 'Placement postcode', /post ?code/),
      column('urn', 'URN of Placement', /\burn\b/),
      column('outside', 'Placement Location', /placement location|location of placement/),
      past('authority', 'LA of Placement', /(la|authority) of placement|placement (la|authority)/),
      ...allocated,
    ],
    marks: [
      'careStartedOn',
      'legalStatus',
      'careEndedOn',
      'placedOn',
      'placementType',
      'provider',
      'permanence',
      'placements',
    ],
    needs: ['child', 'careStartedOn'],
    lists: ['careEpisodes', 'careReviews', 'visits', 'permanencePlans', 'healthChecks', 'uasc'],
    notKept: [
      age,
      'The numbers of placements and of missing and absent episodes in 12 months are not kept: a number gives no dates. The missing file of the SSDA903 return does.',
      'The offer and acceptance of a return interview are not kept: the episode that they belong to has no date.',
      'The placement’s postcode and authority are not kept: no indicator needs them.',
      'The last visit of the independent reviewing officer and the start of the legal status are not kept: no indicator needs them.',
    ],
  }),
  named(9, {
    holds: 'care leavers',
    called: /leav|\bcl\b/,
    columns: [
      ...child,
      { ...asylum, past: true },
      disabled,
      column('adviser', 'Allocated Personal Advisor', /personal ad|^pa$|adviser|advisor/),
      column('eligibility', 'Eligibility Category', /eligib/),
      column('pathwayPlanOn', 'Latest Pathway Plan Review Date', /pathway/),
      column('inTouch', 'LA in Touch', /in touch/),
      column('contactOn', 'Latest Date of Contact', /contact/, true),
      column('suitable', 'Suitability of Accommodation', /suitab/),
      column('accommodation', 'Type of Accommodation', /accom/),
      column('activity', 'Activity Status', /activity/),
      ...allocated,
    ],
    marks: ['eligibility', 'inTouch', 'suitable', 'accommodation', 'activity'],
    needs: ['child'],
    lists: ['careLeavers'],
    notKept: [
      age,
      'Whether a care leaver was an unaccompanied asylum-seeking child is not kept: it has no date.',
    ],
  }),
  named(10, {
    holds: 'plans for adoption',
    called: /^(?!.*adopters).*adopt/,
    columns: [
      ...child,
      past('family', 'Family identifier', /family id/),
      disabled,
      column('reversedReason', 'Reason Why Child No Longer Placed for Adoption', /reason/),
      column(
        'reversedOn',
        'Date of Decision that Child Should No Longer be Placed for Adoption',
        /no longer/,
        true,
      ),
      column(
        'decidedOn',
        'Date of Decision that Child Should be Placed for Adoption',
        /decision/,
        true,
      ),
      column('enteredCareOn', 'Date the Child Entered Care', /entered care/, true),
      column('placementOrderOn', 'Date of Placement Order', /placement order/, true),
      column('matchedOn', 'Date of Matching Child and Prospective Adopters', /match/),
      past(
        'fosteredOn',
        'Date the child was placed for fostering in FFA or concurrent planning placement',
        /\bffa\b|concurrent|fostering/,
      ),
      column('adoptedOn', 'Date of Adoption Order', /adoption order/, true),
      column('placedOn', 'Date Placed for Adoption', /placed/, true),
    ],
    marks: [
      'decidedOn',
      'enteredCareOn',
      'placementOrderOn',
      'matchedOn',
      'placedOn',
      'adoptedOn',
      'reversedOn',
    ],
    needs: ['child', 'decidedOn'],
    lists: ['adoptions'],
    notKept: [
      age,
      'The family identifier and the start of fostering for adoption are not kept: no indicator needs them.',
    ],
  }),
  named(11, {
    holds: 'adopters',
    called: /adopter/,
    columns: [
      column('adopter', 'Individual adopter identifier', /adopter.*(id|identifier|number)\b/),
      past('family', 'Family identifier', /family id/),
      past('sex', 'Gender', /^(gender|sex)$/),
      past('ethnicity', 'Ethnicity', /ethnic/),
      past('disabled', 'Disability', /disab/),
      past('fostering', 'Is the (prospective) adopter fostering for adoption?', /fostering/),
      column('enquiredOn', 'Date enquiry received', /enquir/, true),
      column('stage1StartedOn', 'Date Stage 1 started', /stage (1|one).*start/, true),
      column('stage1EndedOn', 'Date Stage 1 ended', /stage (1|one).*end/, true),
      column('stage2StartedOn', 'Date Stage 2 started', /stage (2|two).*start/, true),
      column('stage2EndedOn', 'Date Stage 2 ended', /stage (2|two).*end/, true),
      column('appliedOn', 'Date application submitted', /submitted/, true),
      column('approvedOn', 'Date application approved', /approved/, true),
      column('matchedOn', 'Date adopter matched with child(ren)', /match/),
      column('childrenPlaced', 'No. of children placed', /^(no|number)\b.*placed/),
      column('placedOn', 'Date child/children placed with adopter(s)', /placed/, true),
      column('adoptedOn', 'Date of Adoption Order', /adoption order/, true),
      column('leftReason', 'Reason for leaving adoption process', /reason/),
      column('leftOn', 'Date of leaving adoption process', /leaving|left/, true),
    ],
    marks: ['adopter', 'enquiredOn', 'stage1StartedOn', 'stage2StartedOn', 'approvedOn', 'leftOn'],
    needs: ['adopter', 'enquiredOn'],
    lists: ['adopters'],
    notKept: [
      'What the list says of the adopters themselves (gender, ethnicity, disability, family) is not kept: no indicator needs it.',
    ],
  }),
]
