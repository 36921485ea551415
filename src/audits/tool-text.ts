import type { FieldError } from '#kit/html/page.ts'
import { type Check, type Grade, grades, gradeWords, type Standard, type Tool } from '#practice'

/** A tool as the fields of its form have it: by name, each one text. */
export type ToolText = Readonly<Record<string, string>>

/** The name of a field of a standard: 's_voice_title', 's_voice_anchor_good'. */
export const standardField = (key: string, part: string): string => `s_${key}_${part}`
export const NEW = 'new'

export const anchorPart = (grade: Grade): string => `anchor_${grade.replaceAll(' ', '-')}`

export function toolText(tool: Tool): ToolText {
  const text: Record<string, string> = { title: tool.title, about: tool.about }
  for (const standard of tool.standards) {
    const put = (part: string, value: string) => {
      text[standardField(standard.key, part)] = value
    }
    put('title', standard.title)
    put('asks', standard.asks)
    put('evidence', standard.evidence)
    put('limiting', standard.limiting ? 'yes' : '')
    put('checks', standard.compliance.map(lineOf).join('\n'))
    for (const grade of grades) put(anchorPart(grade), standard.anchors[grade])
  }
  return text
}

const lineOf = ({ asks, rests }: Check): string =>
  rests === undefined ? asks : `${asks} | ${rests}`

/** What a person calls a field, for differences and faults. */
export function fieldName(tool: Tool, name: string): string {
  if (name === 'title') return 'Title'
  if (name === 'about') return 'What it looks at'
  const [, key = '', ...rest] = name.split('_')
  const standard = tool.standards.find(each => each.key === key)?.title ?? 'New standard'
  const part = rest.join('_')
  const grade = grades.find(each => anchorPart(each) === part)
  const words: Readonly<Record<string, string>> = {
    title: 'title',
    asks: 'question',
    evidence: 'evidence',
    limiting: 'limits the whole',
    checks: 'what has to be there',
  }
  return `${standard}: ${grade === undefined ? (words[part] ?? part) : gradeWords[grade].toLowerCase()}`
}

/** The next version of a tool from the fields of its form, or what is wrong with them. */
export function toolFrom(
  before: Tool,
  text: ToolText,
):
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'refused'; readonly issues: readonly FieldError[] } {
  const issues: FieldError[] = []
  const need = (name: string, missing: string): string => {
    const value = (text[name] ?? '').trim()
    if (value === '') issues.push({ field: name, message: missing })
    if (value.length > 2000) issues.push({ field: name, message: 'Use 2,000 characters or fewer.' })
    return value
  }
  const title = need('title', 'Enter what the tool is called.')
  const about = need('about', 'Enter what it looks at.')
  const kept = before.standards.filter(({ key }) => text[standardField(key, 'remove')] !== 'yes')
  const isNew = (text[standardField(NEW, 'title')] ?? '').trim() !== ''
  const keys = new Set(before.standards.map(({ key }) => key))
  const taken = new Set(before.standards.flatMap(each => each.compliance.map(({ key }) => key)))
  const standards = [
    ...kept.map(({ key }) => [key, key] as const),
    ...(isNew ? [[NEW, freshKey(text[standardField(NEW, 'title')] ?? '', keys)] as const] : []),
  ].map(([name, key]): Standard => {
    const at = (part: string) => standardField(name, part)
    const was = before.standards.find(each => each.key === name)
    return {
      key,
      title: need(at('title'), 'Enter what the standard is called.'),
      asks: need(at('asks'), 'Enter the judgement that the auditor makes, as a question.'),
      // as: every grade has its key.
      anchors: Object.fromEntries(
        grades.map(grade => [
          grade,
          need(at(anchorPart(grade)), `Enter what ${grade} looks like here.`),
        ]),
      ) as Record<Grade, string>,
      limiting: text[at('limiting')] === 'yes',
      evidence: need(at('evidence'), 'Enter what has to be written down with the grade.'),
      compliance: checksFrom(text[at('checks')] ?? '', was?.compliance ?? [], key, taken),
    }
  })
  if (standards.length === 0)
    issues.push({ field: 'title', message: 'A tool needs at least one standard.' })
  if (issues.length > 0) return { kind: 'refused', issues }
  return { kind: 'tool', tool: { ...before, version: before.version + 1, title, about, standards } }
}

/** One check a line, with what it rests on after a bar. A question that stays keeps its key. */
function checksFrom(
  text: string,
  before: readonly Check[],
  standard: string,
  taken: Set<string>,
): readonly Check[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [asks = '', ...rests] = line.split('|').map(part => part.trim())
      const known = before.find(each => each.asks === asks)
      const key = known?.key ?? freshKey(`${standard} ${asks}`, taken)
      taken.add(key)
      return { key, asks, ...(rests.length > 0 && { rests: rests.join(' | ') }) }
    })
}

/** 'A plan that works' is 'a-plan-that-works', or with a number after it where that is taken. */
function freshKey(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  // A key of the language itself is no key of a standard.
  const base = plain === '' || plain in {} ? 'standard' : plain
  let key = base
  for (let nth = 2; taken.has(key); nth++) key = `${base}-${nth}`
  return key
}

/** One part of a tool that differs between two versions. */
export interface ToolChange {
  readonly where: string
  readonly before: string
  readonly after: string
}

/** What changed from one version to the next, in the order of the form. */
export function toolChanges(before: Tool, after: Tool): readonly ToolChange[] {
  const [was, is] = [toolText(before), toolText(after)]
  return [...new Set([...Object.keys(is), ...Object.keys(was)])].flatMap(name =>
    (was[name] ?? '') === (is[name] ?? '')
      ? []
      : [
          {
            where: fieldName(is[name] === undefined ? before : after, name),
            before: was[name] ?? '',
            after: is[name] ?? '',
          },
        ],
  )
}
