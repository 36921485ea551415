import { missingEpisodes } from '#records'
import { indicator } from '../definition.ts'

export const returnInterviewsOffered = indicator('MI02', {
  name: 'Return interviews offered',
  family: 'Missing and exploitation',
  words: {
    everyone: 'times that a missing child was found in the month',
    counted: 'were followed by the offer of a return interview',
  },
  of: missingEpisodes,
  when: m => m.endedOn,
  where: m => m.kind !== 'A',
  that: m => m.interviewOffered === true,
  needs: ['interviewOffered'],
  alsoBy: ['placement'],
  good: 'high',
  law: {
    says: 'An independent return interview is offered when a missing child is found',
    document: 'Children who run away or go missing from home or care (2014)',
    paragraph: 'unverified',
    read: 'unverified',
  },
  source: ['ssd:ssd_missing'],
})
