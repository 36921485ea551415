/** What a person is to the council, which decides what they may see and do. */
export const roles = [
  'administrator',
  'director',
  'leadership',
  'quality-lead',
  'auditor',
  'team-manager',
  'practitioner',
  'analyst',
  'plan-owner',
  'clerk',
  'member',
  'co-optee',
  'board-partner',
  'adviser',
  'young-reviewer',
  'public',
] as const
export type Role = (typeof roles)[number]

export const roleWords: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  director: 'Director',
  leadership: 'Leadership team',
  'quality-lead': 'Quality lead',
  auditor: 'Auditor',
  'team-manager': 'Team manager',
  practitioner: 'Practitioner',
  analyst: 'Performance analyst',
  'plan-owner': 'Plan owner',
  clerk: 'Clerk',
  member: 'Committee member',
  'co-optee': 'Co-opted member',
  'board-partner': 'Board partner',
  adviser: 'Department or inspectorate adviser',
  'young-reviewer': 'Young reviewer',
  public: 'Public',
}
