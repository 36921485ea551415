// What a check of compliance rests on. A paragraph that was not read says so.

export const unread = (document: string, paragraph: string): string =>
  `${document}, ${paragraph} (unverified: not read for this tool)`

export const read = (document: string, paragraph: string): string =>
  `${document}, ${paragraph} (read 21 November 2026)`
