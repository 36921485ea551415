import { policy } from '#people'

// Who may do what in this room.

export const seeSeries = policy(
  'series.see',
  'See figures that were entered, and who entered them',
  [
    'administrator',
    'director',
    'leadership',
    'quality-lead',
    'auditor',
    'team-manager',
    'practitioner',
    'analyst',
    'plan-owner',
    'adviser',
  ],
)

export const enterSeries = policy(
  'series.enter',
  'Enter figures that no statutory file holds, and correct them',
  ['analyst', 'quality-lead', 'administrator', 'director'],
)

export const seriesPolicies = [seeSeries, enterSeries]
