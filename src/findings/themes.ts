/**
 * What findings are about. The first thirteen are what inspection reports of 2018 to 2025 asked for
 * most often, in that order; the rest are what complaints, surveys and reviews add.
 */
export const themes = {
  plans: 'Plans for children',
  'management-oversight': 'Management oversight and supervision',
  'care-leavers': 'Care leavers',
  placements: 'Placements and sufficiency',
  assessments: 'Assessments',
  'strategy-and-protection': 'Strategy meetings and child protection',
  voice: 'Children’s voice',
  'data-and-recording': 'Data and recording',
  'missing-and-exploitation': 'Missing children and exploitation',
  'audit-and-quality': 'Audit and quality assurance',
  'private-fostering': 'Private fostering',
  'pre-proceedings': 'Pre-proceedings and court',
  'front-door': 'Front door and thresholds',
  'early-help': 'Early help',
  visits: 'Visits to children',
  permanence: 'Permanence and adoption',
  health: 'Health of children in care',
  education: 'Education',
  'disabled-children': 'Disabled children and SEND',
  workforce: 'Workforce and caseloads',
  leadership: 'Leadership and governance',
  partnership: 'Partnership working',
  'family-feedback': 'Working with parents and carers',
  other: 'Something else',
} as const
export type Theme = keyof typeof themes

// as: the keys of a constant are its themes.
export const themeKeys = Object.keys(themes) as [Theme, ...Theme[]]

export const isTheme = (text: string): text is Theme => Object.hasOwn(themes, text)

/** The theme that words name, by its key or its title; null for none. */
export function themeNamed(text: string): Theme | null {
  const plain = text.trim().toLowerCase()
  if (isTheme(plain)) return plain
  return themeKeys.find(key => themes[key].toLowerCase() === plain) ?? null
}
