import { missingEpisodes } from '#records'
import { indicator } from '../definition.ts'

export const missingEpisodesStarted = indicator('MI04', {
  name: 'Times that children went missing',
  family: 'Missing and exploitation',
  words: {
    everyone: 'times that a child went missing in the month',
    caution: 'The SSDA903 return holds only children who were in care at the time.',
  },
  of: missingEpisodes,
  when: m => m.startedOn,
  where: m => m.kind !== 'A',
  alsoBy: ['placement'],
  good: 'low',
  source: ['ssda903:missing', 'ssd:ssd_missing'],
})
