/**
 * What inspectors ask for, as a fixed list, so that recommendations, audit findings and plan lines
 * can be counted together. Seeded from what the reports of 2018 to 2025 ask for most. A theme is
 * told by phrases; a text may have several, and a person may change them.
 */
export type ThemeKey =
  | 'plans'
  | 'management-oversight'
  | 'supervision'
  | 'care-leavers'
  | 'placements'
  | 'assessments'
  | 'child-protection'
  | 'front-door'
  | 'early-help'
  | 'voice'
  | 'data'
  | 'recording'
  | 'missing-and-exploitation'
  | 'audit'
  | 'private-fostering'
  | 'pre-proceedings'
  | 'permanence'
  | 'adoption'
  | 'life-story'
  | 'health'
  | 'education'
  | 'workforce'
  | 'leadership'
  | 'partnership'
  | 'independent-review'
  | 'homeless-16-17'
  | 'disabled-children'
  | 'neglect-and-domestic-abuse'
  | 'allegations'
  | 'learning'
  | 'identity'
  | 'practice'

export type Theme = {
  readonly key: ThemeKey
  readonly name: string
  /** Phrases, any of which tells the theme. `*` stands for the rest of a word; ` .. ` for up to five words between. */
  readonly told: readonly string[]
}

export const themes: readonly Theme[] = [
  {
    key: 'plans',
    name: 'Plans and planning',
    told: ['plan', 'plans', 'planning', 'core group*', 'contingency'],
  },
  {
    key: 'management-oversight',
    name: 'Management oversight',
    told: [
      'management oversight',
      'manager* oversight',
      'oversight by manager*',
      'oversight of .. practice',
      'oversight of .. decision*',
      'management direction',
      'management decision*',
      'managers oversee',
      'oversight and challenge',
      'management grip',
      'oversight',
    ],
  },
  { key: 'supervision', name: 'Supervision', told: ['supervision', 'supervisory'] },
  {
    key: 'care-leavers',
    name: 'Care leavers',
    told: [
      'leave care',
      'care leaving',
      'adult services',
      'care leaver*',
      'leaving care',
      'care experienced',
      'pathway plan*',
      'personal adviser*',
      'personal advisor*',
      'staying put',
      'transition* to adult*',
      'transition* into adult*',
    ],
  },
  {
    key: 'placements',
    name: 'Placements and sufficiency',
    told: [
      'matching',
      'family and friends',
      'wider family',
      'family time',
      'placement*',
      'sufficiency',
      'foster carer*',
      'fostering service',
      'unregistered',
      'unregulated',
      'children homes',
      "children's home*",
      'accommodation',
      'suitable homes',
      'homes for children',
      'availability of .. homes',
      'placed with parents',
      'connected person*',
      'kinship',
    ],
  },
  {
    key: 'assessments',
    name: 'Assessments',
    told: [
      'assessment*',
      'assess',
      'assessed',
      'chronolog*',
      'analysis of risk',
      'risk is recognised',
    ],
  },
  {
    key: 'child-protection',
    name: 'Strategy meetings and child protection',
    told: [
      'strategy meeting*',
      'strategy discussion*',
      'child protection',
      'section 47',
      's47',
      'protection conference*',
      'core group*',
    ],
  },
  {
    key: 'front-door',
    name: 'Front door and thresholds',
    told: [
      'out of office hours',
      'first point of contact',
      'concerns received',
      'front door',
      'threshold*',
      'contact and referral*',
      'contacts and referral*',
      'referral*',
      'mash',
      'safeguarding hub',
      'management of contacts',
      'contacts',
      'emergency duty',
      'out of hours',
      'consent',
    ],
  },
  {
    key: 'early-help',
    name: 'Early help',
    told: [
      'edge of care',
      'preventative',
      'young carer*',
      'early help',
      'early support',
      'early intervention',
      'family hub*',
      'step down',
      'stepped down',
      'step up',
    ],
  },
  {
    key: 'voice',
    name: 'Children’s voice and participation',
    told: [
      'voice*',
      'views',
      'wishes and feelings',
      'participat*',
      'advoca*',
      'independent visitor*',
      'seen alone',
      'direct work',
      'engagement of children',
      'feedback',
      'listen*',
      'ascertain',
      'children in care council',
    ],
  },
  {
    key: 'data',
    name: 'Data and performance information',
    told: [
      'data',
      'performance information',
      'performance management',
      'performance monitoring',
      'management information',
      'it system*',
      'ict',
      'electronic .. system*',
      'case management system',
      'recording system*',
    ],
  },
  {
    key: 'recording',
    name: 'Case recording',
    told: ['recording', 'records', 'recorded', 'case record*', 'case file*', 'record'],
  },
  {
    key: 'missing-and-exploitation',
    name: 'Missing and exploitation',
    told: [
      'contextual safeguarding',
      'missing',
      'exploit*',
      'return home interview*',
      'return interview*',
      'gang*',
      'county lines',
      'extra familial',
      'trafficked',
    ],
  },
  {
    key: 'audit',
    name: 'Audit and quality assurance',
    told: ['audit*', 'quality assurance', 'moderation'],
  },
  {
    key: 'private-fostering',
    name: 'Private fostering',
    told: ['private fostering', 'privately fostered', 'privately arranged'],
  },
  {
    key: 'pre-proceedings',
    name: 'Pre-proceedings and court work',
    told: [
      'pre proceedings',
      'public law outline',
      'plo',
      'care proceedings',
      'court*',
      'letters before proceedings',
      'legal planning',
    ],
  },
  {
    key: 'permanence',
    name: 'Permanence',
    told: [
      'care order*',
      'permanen*',
      'special guardian*',
      'reunification',
      'returning home from care',
      'return home from care',
      'drift',
    ],
  },
  { key: 'adoption', name: 'Adoption', told: ['adopt*', 'family finding'] },
  {
    key: 'life-story',
    name: 'Life-story work',
    told: ['life story', 'life journey', 'later life letter*'],
  },
  {
    key: 'health',
    name: 'Health and emotional wellbeing',
    told: [
      'health',
      'camhs',
      'dental',
      'dentist*',
      'immunisation*',
      'emotional wellbeing',
      'strengths and difficulties',
    ],
  },
  {
    key: 'education',
    name: 'Education, employment and training',
    told: [
      'education*',
      'virtual school',
      'pep',
      'peps',
      'school*',
      'attainment',
      'employment',
      'apprentice*',
      'neet',
      'pupil premium',
      'exclusion*',
    ],
  },
  {
    key: 'workforce',
    name: 'Workforce and caseloads',
    told: [
      'changes of worker*',
      'consistent social worker*',
      'allocation',
      'consistency of .. social workers',
      'workforce',
      'caseload*',
      'workload*',
      'recruit*',
      'retention',
      'turnover',
      'social work capacity',
      'sufficient .. social workers',
      'changes of social worker*',
      'training',
      'agency staff',
      'stability of .. staff',
    ],
  },
  {
    key: 'leadership',
    name: 'Leadership and governance',
    told: [
      'senior leader*',
      'senior manager*',
      'leadership',
      'governance',
      'elected member*',
      'scrutiny',
      'chief executive',
      'corporate parent*',
      'political',
      'strategic',
      'strategies',
      'strategy for',
      'strategy to',
      'workforce strategy',
      'sufficiency strategy',
      'pace of change',
      'pace of improvement*',
    ],
  },
  {
    key: 'partnership',
    name: 'Work with partners',
    told: [
      'partner*',
      'multi agency',
      'multi professional',
      'information sharing',
      'police',
      'joint working',
      'other agencies',
    ],
  },
  {
    key: 'independent-review',
    name: 'Independent reviewing officers and conference chairs',
    told: [
      'independent review*',
      'iro',
      'iros',
      'conference chair*',
      'protection chair*',
      'reviewing officer*',
      'children looked after review*',
      'children in care review*',
      'looked after review*',
    ],
  },
  {
    key: 'homeless-16-17',
    name: 'Homeless 16- and 17-year-olds',
    told: ['homeless*', 'bed and breakfast'],
  },
  {
    key: 'disabled-children',
    name: 'Disabled children',
    told: ['disabled', 'disabilit*', 'short break*', 'special educational need*', 'send'],
  },
  {
    key: 'neglect-and-domestic-abuse',
    name: 'Neglect and domestic abuse',
    told: ['neglect*', 'domestic abuse', 'domestic violence', 'substance misuse'],
  },
  {
    key: 'allegations',
    name: 'Allegations against professionals',
    told: ['designated officer*', 'lado', 'allegation*'],
  },
  {
    key: 'learning',
    name: 'Learning from findings',
    told: [
      'learning from',
      'serious case review*',
      'practice review*',
      'complaints',
      'lessons',
      'findings from',
      'evaluat*',
    ],
  },
  {
    key: 'identity',
    name: 'Identity and diversity',
    told: ['identity', 'diversity', 'ethnic*', 'cultur*', 'religio*', 'equalit*'],
  },
  {
    key: 'practice',
    name: 'Quality of practice and decisions',
    told: [
      'social work practice',
      'quality of .. practice',
      'quality of .. support',
      'decision making',
      'statutory guidance',
      'quality of intervention*',
    ],
  },
]
