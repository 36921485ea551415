import type { Constitution, LocalPeriod, LocalStep } from '#calendar'
import { type FormValues, typed, typedAll } from '#kit/http/form.ts'
import type { FieldError } from '#kit/html/page.ts'
import { bodyKinds } from '../body.ts'
import { localStepKeys, localUnits } from '../local-rules.ts'

// The form of a constitution: each rule has fields of its own, `callIn-length`, `callIn-paragraph`.

type Rules = Omit<Constitution, 'document' | 'readOn' | 'isExample'>

/** What the form says of a constitution, to be typed over. */
export function ruleValues(constitution: Constitution): FormValues {
  const values: Record<string, string | readonly string[]> = {}
  const put = (
    rule: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): void => {
    for (const [field, value] of Object.entries(fields)) values[`${rule}-${field}`] = value
  }
  for (const step of localStepKeys) {
    const own = constitution[step]
    if (own === null) continue
    const { period, at, paragraph } = own
    put(step, { length: String(period.length), unit: period.unit, at: at ?? '', paragraph })
  }
  const {
    questionTime,
    supplementaries,
    callInBy,
    quorum,
    substitutes,
    numbering,
    specialUrgency,
  } = constitution
  if (questionTime !== null)
    put('questionTime', {
      minutes: questionTime.minutes === null ? '' : String(questionTime.minutes),
      at: questionTime.at,
      paragraph: questionTime.paragraph,
    })
  if (supplementaries !== null)
    put('supplementaries', {
      each: String(supplementaries.each),
      consent: supplementaries.withConsentOfChair ? 'yes' : '',
      paragraph: supplementaries.paragraph,
    })
  if (callInBy !== null)
    put('callInBy', {
      members: String(callInBy.members),
      chair: callInBy.chairAlone ? 'yes' : '',
      others: callInBy.others,
      paragraph: callInBy.paragraph,
    })
  if (quorum !== null)
    put('quorum', {
      oneIn: String(quorum.oneIn),
      least: String(quorum.least),
      paragraph: quorum.paragraph,
    })
  if (substitutes !== null)
    put('substitutes', {
      allowed: substitutes.sameParty ? 'same' : 'any',
      hours: substitutes.hours === null ? '' : String(substitutes.hours),
      paragraph: substitutes.paragraph,
    })
  if (numbering !== null)
    put('numbering', { minutes: numbering.minutes, paragraph: numbering.paragraph })
  if (specialUrgency !== null)
    put('specialUrgency', { who: specialUrgency.who, paragraph: specialUrgency.paragraph })
  return values
}

/** The rules as they were typed, or what is wrong with them. A rule with nothing in it is none. */
export function rulesFrom(
  values: FormValues,
):
  | { readonly kind: 'rules'; readonly rules: Rules }
  | { readonly kind: 'wrong'; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const said = (rule: string, field: string): string => typed(values, `${rule}-${field}`).trim()
  const number = (rule: string, field: string, words: string, least = 1): number => {
    const text = said(rule, field)
    const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least))
      errors.push({
        field: `${rule}-${field}`,
        message: `Enter ${words} as a whole number${least > 0 ? ` from ${least}` : ''}.`,
      })
    return value
  }
  const paragraph = (rule: string): string => {
    const text = said(rule, 'paragraph')
    if (text === '' || text.length > 200)
      errors.push({
        field: `${rule}-paragraph`,
        message: 'Enter the paragraph of the constitution where this stands.',
      })
    return text
  }
  const step = (key: LocalStep): LocalPeriod | null => {
    if (said(key, 'length') === '') return null
    const length = number(key, 'length', 'how many days')
    const unit = localUnits.find(([each]) => each === said(key, 'unit'))?.[0]
    if (unit === undefined)
      errors.push({ field: `${key}-unit`, message: 'Choose how the days are counted.' })
    const at = said(key, 'at')
    if (at !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
      errors.push({ field: `${key}-at`, message: 'Enter a time of day, such as 10:00.' })
    return {
      period: { unit: unit ?? 'clear-working-day', length },
      paragraph: paragraph(key),
      ...(at !== '' && { at }),
    }
  }
  const hours = said('substitutes', 'hours')
  const minutes = said('questionTime', 'minutes')
  const at = bodyKinds.filter(kind => typedAll(values, 'questionTime-at').includes(kind))
  const numbering = said('numbering', 'minutes')
  const rules: Rules = {
    memberQuestion: step('memberQuestion'),
    publicQuestion: step('publicQuestion'),
    publicQuestionNotOnAgenda: step('publicQuestionNotOnAgenda'),
    decisionNotice: step('decisionNotice'),
    callIn: step('callIn'),
    callInHearing: step('callInHearing'),
    questionTime:
      minutes === '' && at.length === 0
        ? null
        : {
            minutes: minutes === '' ? null : number('questionTime', 'minutes', 'the minutes'),
            at,
            paragraph: paragraph('questionTime'),
          },
    supplementaries:
      said('supplementaries', 'each') === ''
        ? null
        : {
            each: number('supplementaries', 'each', 'how many', 0),
            withConsentOfChair: said('supplementaries', 'consent') === 'yes',
            paragraph: paragraph('supplementaries'),
          },
    callInBy:
      said('callInBy', 'members') === ''
        ? null
        : {
            members: number('callInBy', 'members', 'how many members'),
            chairAlone: said('callInBy', 'chair') === 'yes',
            others: said('callInBy', 'others').slice(0, 300),
            paragraph: paragraph('callInBy'),
          },
    quorum:
      said('quorum', 'oneIn') === ''
        ? null
        : {
            oneIn: number('quorum', 'oneIn', 'one in how many'),
            least: number('quorum', 'least', 'the fewest'),
            paragraph: paragraph('quorum'),
          },
    substitutes:
      said('substitutes', 'allowed') === ''
        ? null
        : {
            sameParty: said('substitutes', 'allowed') === 'same',
            hours: hours === '' ? null : number('substitutes', 'hours', 'the hours'),
            paragraph: paragraph('substitutes'),
          },
    numbering:
      numbering === ''
        ? null
        : {
            minutes: numbering === 'running' ? 'running' : 'each meeting',
            paragraph: paragraph('numbering'),
          },
    specialUrgency:
      said('specialUrgency', 'who') === ''
        ? null
        : {
            who: said('specialUrgency', 'who').slice(0, 300),
            paragraph: paragraph('specialUrgency'),
          },
  }
  return errors.length > 0 ? { kind: 'wrong', errors } : { kind: 'rules', rules }
}
