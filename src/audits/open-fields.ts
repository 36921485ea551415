import type { FieldError } from '#kit/html/page.ts'
import { openQuestions, type Tool } from '#practice'
import type { Audit } from './audit.ts'
import { field, voicesAsked } from './form-text.ts'

/** What stands between an audit and its being handed in: each with the field that answers it. */
export function openFields(tool: Tool, audit: Audit): readonly FieldError[] {
  return [
    ...openQuestions(tool, audit.answers).map(({ of, key, words }) => ({
      field: fieldOf(of, key),
      message: `Still open: ${words}`,
    })),
    ...(audit.answers.safe === 'no' && audit.answers.safeWords === ''
      ? [
          {
            field: 'safeWords',
            message: 'Still open: what makes you say that the child is not safe',
          },
        ]
      : []),
    ...(audit.childRef === null ? [] : openVoices(audit)),
    ...(audit.grade !== null && audit.overrideWords === ''
      ? [
          {
            field: 'overrideWords',
            message: 'Still open: why the grade is not the one by the rule',
          },
        ]
      : []),
  ]
}

function openVoices({ voices }: Pick<Audit, 'voices'>): readonly FieldError[] {
  return voicesAsked.flatMap(who => {
    const voice = voices.find(each => each.who === who)
    if (voice === undefined)
      return [
        {
          field: field.said(who),
          message: `Still open: what the ${who} said, or why the ${who} was not asked`,
        },
      ]
    if (voice.words !== '' && !voice.agreed && voice.because === '')
      return [
        {
          field: field.agreed(who),
          message: `Still open: whether the ${who} agreed that these words are kept`,
        },
      ]
    return []
  })
}

function fieldOf(of: string, key: string): string {
  if (of === 'safe') return 'safe'
  if (of === 'grade') return field.grade(key)
  return of === 'tick' ? field.tick(key) : field.evidence(key)
}
