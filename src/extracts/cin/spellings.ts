// The elements of the census by the names of the schema of 2026, and the names by which earlier
// schemas and programs that write the census call them.

const names = [
  'Message',
  'Header',
  'CollectionDetails',
  'Collection',
  'Year',
  'ReferenceDate',
  'Source',
  'SourceLevel',
  'LEA',
  'SoftwareCode',
  'Release',
  'SerialNo',
  'DateTime',
  'Children',
  'Child',
  'ChildIdentifiers',
  'LAchildID',
  'UPN',
  'FormerUPN',
  'UPNunknown',
  'PersonBirthDate',
  'ExpectedPersonBirthDate',
  'Sex',
  'PersonDeathDate',
  'ChildCharacteristics',
  'Ethnicity',
  'Disabilities',
  'Disability',
  'CINdetails',
  'CINreferralDate',
  'ReferralSource',
  'PrimaryNeedCode',
  'CINclosureDate',
  'ReasonForClosure',
  'DateOfInitialCPC',
  'ReferralNFA',
  'Assessments',
  'AssessmentActualStartDate',
  'AssessmentInternalReviewDate',
  'AssessmentAuthorisationDate',
  'FactorsIdentifiedAtAssessment',
  'AssessmentFactors',
  'CINPlanDates',
  'CINPlanStartDate',
  'CINPlanEndDate',
  'Section47',
  'S47ActualStartDate',
  'InitialCPCtarget',
  'ICPCnotRequired',
  'ICPCRequired',
  'ChildProtectionPlans',
  'CPPstartDate',
  'CPPendDate',
  'InitialCategoryOfAbuse',
  'LatestCategoryOfAbuse',
  'NumberOfPreviousCPP',
  'Reviews',
  'CPPreviewDate',
  'PreProceedingsandFGDM',
] as const

/** The 2026/27 fields within PreProceedingsandFGDM, which is read past as a whole. */
const preProceedings = [
  'PPStartDate',
  'LBPSentDate',
  'FGDMMeetingOffer',
  'FGDMMeetingFac',
  'InitialPPMeetingDate',
  'ReviewMeetingsCount',
  'StepDecisionDate',
  'PPOutcome',
  'CourtAppDate',
  'LetterInitCPDate',
]

export type ElementName = (typeof names)[number]

const spellings = new Map<string, string>([
  ...names.map(name => [name.toLowerCase(), name] as const),
  ...preProceedings.map(name => [name.toLowerCase(), name] as const),
  ['gendercurrent', 'Sex'],
  ['gender', 'Sex'],
  ['upnunknowntype', 'UPNunknown'],
  ['dateofinitialicpc', 'DateOfInitialCPC'],
  ['dateofinitialcpconference', 'DateOfInitialCPC'],
  ['icpctarget', 'InitialCPCtarget'],
  ['icpcnotrequiredflag', 'ICPCnotRequired'],
  ['cinplan', 'CINPlanDates'],
  ['assessmentfactor', 'AssessmentFactors'],
  ['cpreviewdate', 'CPPreviewDate'],
])

/** An element's name in the spelling of the schema of 2026; as it stands where it is not known. */
export function spellingOf(name: string): string {
  return spellings.get(name) ?? spellings.get(name.toLowerCase()) ?? name
}

export function isKnown(name: string): boolean {
  return spellings.has(name.toLowerCase())
}
