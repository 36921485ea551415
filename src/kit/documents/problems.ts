// What can be wrong with a document that somebody brings, each in one sentence. Those of `bars` keep
// the file itself from being published; its words may be.
const sentences = {
  empty: 'This file is empty.',
  'too-large': 'This file is too large to be read.',
  damaged: 'This document is damaged or was cut short. Save it again and bring that copy.',
  locked: 'This document asks for a password. Save a copy without one and bring that.',
  'unpacks-too-large':
    'This document unpacks to far more than its words could fill, so it was not read.',
  'not-word': 'This file is packed like a Word document and has no words where Word keeps them.',
  'old-word':
    'This is a document of Word 97 to 2003 (DOC). Open it in Word, save it as DOCX or PDF and bring that.',
  rtf: 'This is a Rich Text document (RTF). Open it in Word, save it as DOCX or PDF and bring that.',
  odt: 'This is an OpenDocument text (ODT). Save it as DOCX or PDF and bring that.',
  mail: 'This is a saved e-mail or web archive. Save what it says as DOCX or PDF and bring that.',
  'other-kind': 'This kind of file holds no document. Bring a DOCX, PDF, HTML or text file.',
  'no-words': 'There are no words in this document.',
  encoding: 'The file does not say which letters it is written in, so they were guessed.',
  macros: 'This document has macros. Its words were read and nothing was run.',
  external:
    'This document fetches a template, picture or object from somewhere else when it is opened.',
  embedded: 'This document has other files or objects embedded in it.',
  dde: 'This document has a field that starts another program (DDE).',
  tracked: 'This document has tracked changes: what was struck out is still in it.',
  comments: 'This document has comments in its margin.',
  scripts: 'This page has scripts. Its words were read and nothing was run.',
  'pdf-script': 'This PDF has JavaScript in it. Its words were read and nothing was run.',
  'pdf-launch': 'This PDF starts a program or sends data when it is opened or clicked.',
  'pdf-embedded': 'This PDF has other files or media embedded in it.',
  'pdf-unproved': 'This PDF could be read, but not looked through for scripts.',
} as const

export type Problem = { readonly code: keyof typeof sentences; readonly message: string }

export const problem = (code: Problem['code'], message: string = sentences[code]): Problem => ({
  code,
  message,
})

const bars: Partial<Record<Problem['code'], string>> = {
  macros: 'it has macros',
  external: 'it fetches something from elsewhere when it is opened',
  embedded: 'it has other files embedded in it',
  dde: 'it has a field that starts another program',
  scripts: 'it has scripts',
  'pdf-script': 'it has JavaScript in it',
  'pdf-launch': 'it starts a program or sends data',
  'pdf-embedded': 'it has other files embedded in it',
  'pdf-unproved': 'it could not be looked through for scripts',
}

/** Whether a file may be published as it is, and if not, the one sentence that says why and what to do. */
export type Publication =
  | { readonly mayPublish: true }
  | { readonly mayPublish: false; readonly because: string }

export function publicationOf(problems: readonly Problem[], refused: boolean): Publication {
  const reasons = problems.flatMap(({ code }) => bars[code] ?? [])
  if (reasons.length > 0)
    return {
      mayPublish: false,
      because: `This file may not be published, because ${listed(reasons)}. Bring a copy without that: save it as DOCX, or print it to PDF.`,
    }
  const first = problems[0]
  if (refused && first) return { mayPublish: false, because: first.message }
  return { mayPublish: true }
}

const listed = (reasons: readonly string[]): string =>
  reasons.length < 2
    ? reasons.join('')
    : `${reasons.slice(0, -1).join(', ')} and ${reasons.at(-1) ?? ''}`
