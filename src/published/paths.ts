// The addresses of the public pages, as they stand in pages, feeds and letters.

export const publicPath = '/public'
export const publicMeetingPath = (id: string): string => `/public/meetings/${id}`
export const publicPaperPath = (meetingId: string, id: string): string =>
  `${publicMeetingPath(meetingId)}/papers/${id}`
export const publicPackPath = (meetingId: string, nth: number): string =>
  `${publicMeetingPath(meetingId)}/packs/${nth}/pack.pdf`
export const publicMinutesPath = (meetingId: string): string =>
  `${publicMeetingPath(meetingId)}#minutes`
export const publicMinutesFile = (meetingId: string): string =>
  `${publicMeetingPath(meetingId)}/minutes.pdf`
export const publicDecisionPath = (id: string): string => `/public/decisions#decision-${id}`
export const publicNoticePath = (id: string): string => `/public/decisions#notice-${id}`
export const publicActionPath = (id: string): string => `/public/actions#action-${id}`
export const publicBodyPath = (id: string): string => `/public/bodies/${id}`
export const publicPersonPath = (id: string): string => `/public/people#person-${id}`
/** Where a question stands on the page of its meeting. */
export const publicQuestionPath = (meetingId: string, id: string): string =>
  `${publicMeetingPath(meetingId)}#question-${id}`
