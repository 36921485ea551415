import {
  type Answers,
  type Grade,
  gradeFrom,
  type Safety,
  safeties,
  type Ticked,
  type Tool,
} from '#practice'
import type { Audit, Voice } from './audit.ts'

/** An audit's answers as the fields of its form have them: by name, each one text. */
export type FormText = Readonly<Record<string, string>>

const ticks: readonly Ticked[] = ['yes', 'no', 'not applicable']
export const voicesAsked = ['child', 'parent', 'carer'] as const

/** How the fields are called: 'grade_<standard>', 'tick_<check>', 'said_child'. */
export const field = {
  grade: (standard: string) => `grade_${standard}`,
  evidence: (standard: string) => `evidence_${standard}`,
  tick: (check: string) => `tick_${check}`,
  said: (who: Voice['who']) => `said_${who}`,
  agreed: (who: Voice['who']) => `agreed_${who}`,
  notAsked: (who: Voice['who']) => `not-asked_${who}`,
} as const

/** A standard that does not apply is chosen among the grades. */
export const NOT_APPLICABLE = 'not applicable'

/** The fields as they stand; the same audit always gives the same text. */
export function textOf(
  audit: Pick<
    Audit,
    'answers' | 'voices' | 'learning' | 'youngWords' | 'overrideWords' | 'grade' | 'derivedGrade'
  >,
): FormText {
  const { answers } = audit
  const text: Record<string, string> = { safe: answers.safe ?? '', safeWords: answers.safeWords }
  for (const [key, grade] of Object.entries(answers.grades)) text[field.grade(key)] = grade
  for (const [key, why] of Object.entries(answers.notApplicable)) {
    text[field.grade(key)] = NOT_APPLICABLE
    text[field.evidence(key)] = why
  }
  for (const [key, words] of Object.entries(answers.evidence)) text[field.evidence(key)] = words
  for (const [key, tick] of Object.entries(answers.ticks)) text[field.tick(key)] = tick
  for (const { who, words, agreed, because } of audit.voices) {
    text[field.said(who)] = words
    text[field.agreed(who)] = agreed ? 'yes' : ''
    text[field.notAsked(who)] = because
  }
  text['learning'] = audit.learning
  text['youngWords'] = audit.youngWords
  text['override'] = audit.grade === audit.derivedGrade ? '' : (audit.grade ?? '')
  text['overrideWords'] = audit.overrideWords
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== ''))
}

/** The names of every field that the form of a tool has, in its order, with what a person calls it. */
export function fieldsOf(tool: Tool): ReadonlyMap<string, string> {
  const fields = new Map<string, string>([
    ['safe', 'Is this child safe now?'],
    ['safeWords', 'What makes you say so'],
  ])
  for (const { key, title, compliance } of tool.standards) {
    fields.set(field.grade(key), `${title}: the grade`)
    fields.set(field.evidence(key), `${title}: the evidence`)
    for (const check of compliance) fields.set(field.tick(check.key), `${title}: ${check.asks}`)
  }
  for (const who of voicesAsked) {
    fields.set(field.said(who), `What the ${who} said`)
    fields.set(field.agreed(who), `Whether the ${who} agreed to its being kept`)
    fields.set(field.notAsked(who), `Why the ${who} was not asked`)
  }
  fields.set('learning', 'What others can learn from it')
  fields.set('youngWords', 'What you found, in words for a young person')
  fields.set('override', 'Another grade')
  fields.set('overrideWords', 'Why another grade')
  return fields
}

/** A field that holds something that its question does not know. */
export interface Unknown {
  readonly field: string
  readonly message: string
}

export interface TextRead {
  readonly answers: Answers
  readonly voices: readonly Voice[]
  readonly learning: string
  readonly youngWords: string
  /** A grade against the rule; '' for none. */
  readonly override: Grade | ''
  readonly overrideWords: string
}

/** Reads the fields of a form. What a question does not know is told and left out; all else is read. */
export function readText(
  tool: Tool,
  text: FormText,
): { readonly read: TextRead; readonly unknown: readonly Unknown[] } {
  const unknown: Unknown[] = []
  const said = (name: string): string => (text[name] ?? '').trim()
  const grades: Record<string, Answers['grades'][string]> = {}
  const evidence: Record<string, string> = {}
  const notApplicable: Record<string, string> = {}
  const ticked: Record<string, Ticked> = {}
  for (const { key, compliance } of tool.standards) {
    const written = said(field.grade(key))
    const grade = gradeFrom(written)
    // Where a standard does not apply, the words beside it say why.
    if (written === NOT_APPLICABLE) notApplicable[key] = said(field.evidence(key))
    else if (grade !== null) grades[key] = grade
    else if (written !== '') unknown.push(notAGrade(field.grade(key), written))
    if (said(field.evidence(key)) !== '' && written !== NOT_APPLICABLE)
      evidence[key] = said(field.evidence(key))
    for (const check of compliance) {
      const name = field.tick(check.key)
      const tick = ticks.find(each => each === said(name))
      if (tick !== undefined) ticked[check.key] = tick
      else if (said(name) !== '')
        unknown.push({ field: name, message: `Choose yes, no or does not apply: ${check.asks}` })
    }
  }
  const safe = safeties.find((each): each is Safety => each === said('safe')) ?? null
  if (safe === null && said('safe') !== '')
    unknown.push({ field: 'safe', message: 'Choose yes, no or not known: is this child safe now?' })
  const override = gradeFrom(said('override'))
  if (override === null && said('override') !== '')
    unknown.push(notAGrade('override', said('override')))
  return {
    read: {
      answers: {
        grades,
        evidence,
        notApplicable,
        ticks: ticked,
        safe,
        safeWords: said('safeWords'),
      },
      voices: voicesAsked.flatMap(who => {
        const voice: Voice = {
          who,
          words: said(field.said(who)),
          agreed: said(field.agreed(who)) === 'yes',
          because: said(field.notAsked(who)),
        }
        return voice.words === '' && voice.because === '' ? [] : [voice]
      }),
      learning: said('learning'),
      youngWords: said('youngWords'),
      override: override ?? '',
      overrideWords: said('overrideWords'),
    },
    unknown,
  }
}

const notAGrade = (name: string, written: string): Unknown => ({
  field: name,
  message: `“${written.slice(0, 40)}” is not a grade. Choose outstanding, good, requires improvement or inadequate; the rest of what you wrote is kept.`,
})
