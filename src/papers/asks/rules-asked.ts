import type { Actor } from './actors.ts'
import {
  type Heard,
  type Rule,
  type Said,
  isSelf,
  kindOfTask,
  kindOfWish,
  nounsOfNews,
  nounsOfReports,
  pastOrNot,
  subjectOf,
  work,
} from './rules.ts'

const saying = String.raw`\b(?:agreed|resolved|decided|wished|wanted|proposed|voted)(?: unanimously)? (?:to |that (?:they|it) (?:should|would) )(?:also |further |formally |strongly )?recommend\b|\b(?:members|committee|panel|board|commission|cabinet|councillors|group|it (?:was|is)|chair|chairman) (?:also |therefore |further |formally |strongly |unanimously )?recommend(?:ed|s)?\b(?: to\b| that\b)|\bbe recommended to\b|^\W{0,6}(?:resolved to )?recommend(?:ed|s)?\b(?! by\b)`
const recommending = new RegExp(saying, 'i')

export const askedRules: readonly Rule[] = [
  {
    id: 'recommend',
    kind: 'recommendation to a body',
    looksFor: 'members agreed to recommend, recommended to … that, RECOMMENDED that',
    example: 'Members agreed to recommend that the Health and Wellbeing Board receive this report.',
    not: 'The inspectors had recommended that supervision improve.',
    hear: said => {
      const match = recommending.exec(said.text)
      if (match === null || pastOrNot.test(said.text)) return null
      const after = said.text.slice(match.index + match[0].length)
      const from = match.index + match[0].length
      if (/^be /i.test(match[0])) {
        const who = subjectOf(said, match.index)
        const kind = who?.kind === 'post' ? 'recommendation to posts' : 'recommendation to a body'
        return { kind, to: list(who) }
      }
      const pointed = /\bthat (committee|board|panel|group|council|partnership|commission)\b/i.exec(
        after,
      )
      const named = said.actors.filter(
        actor => actor.start >= from - 1 && actor.kind !== 'group' && actor.kind !== 'person',
      )
      const known = [...said.before, ...said.actors.filter(actor => actor.end <= match.index)]
      const meant =
        pointed === null
          ? undefined
          : known.findLast(
              actor =>
                actor.kind === 'body' &&
                actor.name.toLowerCase().endsWith((pointed[1] ?? '').toLowerCase()),
            )
      const [first] = named
      if (meant !== undefined) return { kind: 'recommendation to a body', to: [meant] }
      if (first === undefined) return { kind: 'recommendation to a body', to: [] }
      if (first.kind === 'body') return { kind: 'recommendation to a body', to: [first] }
      return { kind: 'recommendation to posts', to: named.filter(actor => actor.kind === 'post') }
    },
  },
  {
    id: 'written-answer',
    kind: 'question to be answered',
    looksFor:
      'a written answer would be provided, would respond in writing, took the question away',
    example:
      'The Head of Admissions did not have the figure to hand and a written response would be sent to Cllr Lowe.',
    not: 'Written responses had been published before the meeting.',
    hear: said => {
      const match =
        /\b(?:written (?:response|answer|reply|update)s? (?:would|will|to|could|should|be|from)\b|(?:provide|send|give|supply|request(?:ed)?|asked for|receive) (?:him |her |them |members |a |with |the (?:member|committee|councillor|questioner)s? |Cll?r \w{2,20} ){0,4}written (?:response|answer|reply)|(?:respond|reply|answer(?:ed)?|responded to) (?:to \w{2,20} ?\w{0,20} )?in writing|(?:answer|response|reply)(?: to (?:this|the|that) question)? (?:would|will) be (?:provided|sent|given|circulated|supplied)|(?:take|took|taking) (?:the|that|this) (?:question|query|point) away|(?:come|get) back to (?:members?|the member|cll?r|councillor|the questioner)\b|find out and (?:report|let)|(?:not (?:to hand|available)|did not have)\b[^.;]{0,60}\b(?:could|would|will) be (?:provided|supplied|shared|circulated|sent))/i.exec(
          said.text,
        )
      if (match === null || pastOrNot.test(said.text)) return null
      return { to: list(provider(said, match.index)) }
    },
  },
  {
    id: 'assurance-sought',
    kind: 'question to be answered',
    looksFor: 'sought assurance, asked for an assurance',
    example: 'The Panel sought assurance that visits to children placed far away were made.',
    not: 'The quality assurance team visited twice.',
    hear: said => {
      const match =
        /(?<!\b(?:not|has|have|had|should|appropriately|to) )\b(?:sought|asked for|requested)(?: an| further| some)? assurances?\b/i.exec(
          said.text,
        )
      return match === null ? null : { to: [] }
    },
  },
  {
    id: 'asked-to',
    kind: 'action',
    looksFor: 'the director be requested to, officers were asked to, asked the officer to',
    example:
      'RESOLVED that the Director of Children’s Services be requested to submit a report on placements in six months.',
    not: 'The Independent Chair was asked whether progress was fast enough.',
    hear: askedTo,
  },
  {
    id: 'asked-for',
    kind: 'update requested',
    looksFor:
      'asked for, requested, would like to see, would welcome: a report, an update, figures',
    example: 'Cllr Lowe requested a breakdown of caseloads by team.',
    not: 'Cllr Lowe asked for how long the post had been vacant.',
    hear: said => {
      const match = wishing.exec(said.text)
      if (match === null || pastOrNot.test(said.text)) return null
      const subject = said.actors.findLast(actor => actor.end <= match.index + 1)
      if (subject?.kind === 'body' && /^(?:Ofsted|Department)/.test(subject.name)) return null
      const wish = said.text.slice(match.index)
      const from = /\b(?:from|by) (?:the )?$/i
      const giver = said.actors.find(
        actor =>
          actor.start > match.index && !isSelf(actor) && from.test(said.text.slice(0, actor.start)),
      )
      return {
        kind: kindOfWish(wish) === 'action' ? 'update requested' : kindOfWish(wish),
        to: list(giver ?? null),
      }
    },
  },
  {
    id: 'helpful',
    kind: 'update requested',
    looksFor: 'it would be helpful to receive, would find it useful to have',
    example: 'Members agreed that it would be helpful to receive an update later this year.',
    not: 'The guidance had been helpful to receive.',
    hear: said => {
      const match =
        /\b(?:would be (?:helpful|useful|beneficial|good|interesting)|(?:would )?f[io]u?nd it (?:helpful|useful)) (?:to|if|for (?:the )?\w{3,15} to) (?:\w{2,15} ){0,4}?(?:receive|have|see|be (?:given|provided|kept|updated|informed|shared|circulated|brought|included)|know|get|hear|included?|provided?|shared?)\b/i.exec(
          said.text,
        )
      if (match === null) return null
      const kind = kindOfWish(said.text.slice(match.index))
      return { kind: kind === 'action' ? 'update requested' : kind, to: [] }
    },
  },
  {
    id: 'kept-informed',
    kind: 'update requested',
    looksFor: 'asked to be kept informed, be kept up to date',
    example: 'The committee asked to be kept informed of the outcome of the tender.',
    not: 'Families are kept informed by their social worker.',
    hear: said => {
      const match =
        /\b(?:(?:asked|wished|wanted|requested|agreed|like|resolved|that (?:the )?(?:members|committee|panel|board|commission)) (?:to |should |would |will )?be (?:kept )?(?:fully |regularly )?(?:informed|updated|kept up[- ]to[- ]date|advised of|apprised|notified))\b/i.exec(
          said.text,
        )
      return match === null || pastOrNot.test(said.text) ? null : { to: [] }
    },
  },
  {
    id: 'report-to-come',
    kind: 'report expected',
    looksFor:
      'the committee would receive, would be brought to the meeting in, come back to the panel',
    example:
      'It was agreed that the committee would receive the inspection report at its meeting on 5 March 2030.',
    not: 'The committee received the report.',
    hear: reportToCome,
  },
  {
    id: 'agreed-that-somebody',
    kind: 'action',
    looksFor: 'agreed that the officer would, should',
    example:
      'It was agreed that the Head of Service would meet the head teachers of the three schools.',
    not: 'Members agreed that this was an important matter.',
    hear: said => {
      for (const match of said.text.matchAll(
        /\b(?:agreed|resolved|decided|proposed|suggested and agreed)\b[,:-]{0,2} that /gi,
      )) {
        const from = match.index + match[0].length
        const who = said.actors.find(actor => actor.start >= from - 1 && actor.start <= from + 5)
        if (who === undefined || isSelf(who)) continue
        const verb = new RegExp(
          String.raw`^(?:,? [^,;.]{0,60},)? (?:and [^,;.]{3,60} )?(?:would|should|will|be asked to|to|consider|be requested to)\s(?:also )?(?!be\b(?! (?:asked|requested)))`,
          'i',
        ).exec(said.text.slice(who.end))
        if (verb === null) continue
        const more = said.actors.filter(
          actor =>
            actor.start > who.start && actor.start < who.end + verb[0].length && !isSelf(actor),
        )
        const kind = kindOfWish(said.text.slice(from, from + 140))
        return { kind: kind === 'action' ? 'action' : kind, to: [who, ...more] }
      }
      return null
    },
  },
  {
    id: 'resolved-that-somebody',
    kind: 'action',
    looksFor: 'under RESOLVED: that the director report, requests the officer to',
    example: 'RESOLVED: (b) that the Director of Education report back on absence in the autumn.',
    not: 'RESOLVED: that the report be noted.',
    hear: said => {
      if (!said.resolved && !/^[\W\d]{0,8}(?:[a-z][.)]\s{1,6})?That /.test(said.text)) return null
      const who = said.actors[0]
      if (who === undefined || isSelf(who) || who.kind === 'person') return null
      const lead = said.text.slice(0, who.start)
      const rest = said.text.slice(who.end)
      if (
        !/^.{0,40}\b(?:that|requests?|asks?|invites?)\b(?: the)? ?$/i.test(lead) &&
        !/^\W{0,6}(?:\w{1,3}[.)] )?(?:the )?$/i.test(lead)
      )
        return null
      const doing = new RegExp(String.raw`^(?:,[^,;]{0,80},)? (?:to )?${work}s?\b`, 'i').test(rest)
      return doing ? { kind: kindOfTask(rest.slice(0, 120)), to: [who] } : null
    },
  },
  {
    id: 'resolved-that-something',
    kind: 'action',
    looksFor:
      'agreed or resolved that a visit be arranged, a letter be sent, a working group be established',
    example: 'RESOLVED: (c) that a visit to the Family Hub be arranged for members.',
    not: 'RESOLVED: that the report be noted and approved.',
    hear: said => {
      const agreed = /\b(?:agreed|resolved|asked|requested|proposed|suggested) that\b/i.exec(
        said.text,
      )
      if ((agreed === null && !said.resolved) || pastOrNot.test(said.text)) return null
      const rest = said.text.slice(agreed?.index ?? 0)
      const match =
        /\b(?:a|an|the|all|any|further|this|these|those|members?|officers|representatives?)\b [^.;]{2,120}? be (?:arranged|sent|invited|organised|set up|established|added|included|circulated|provided|prepared|produced|submitted|brought|drafted|written|undertaken|carried out|convened|scheduled|published|updated|developed|reviewed|investigated|forwarded|shared|reported)\b/i.exec(
          rest,
        )
      if (match === null) return null
      const kind = kindOfTask(match[0].replace(/^\S+/, 'provide'))
      const task =
        /\b(?:brought|submitted|reported|provided|circulated|shared|produced|prepared)$/i.test(
          match[0],
        )
      return { kind: task ? kind : 'action', to: [] }
    },
  },
  {
    id: 'committee-will',
    kind: 'action',
    looksFor: 'members agreed to write, visit, set up, invite, look into',
    example: 'The Panel agreed to write to the Secretary of State about unregistered homes.',
    not: 'Members agreed to note the report.',
    hear: said => {
      const match =
        /\b(?:members|committee|panel|board|commission|cabinet|councillors|group|chair(?:man)?)(?: also| therefore| further| unanimously)? (?:agreed|resolved|undertook) to (?:also )?(write|visit|invite|establish|set up|hold|arrange|add|carry out|undertake|conduct|look (?:at|into)|return to|revisit|monitor|raise|seek|review|create|form|commission|continue to monitor)\b/i.exec(
          said.text,
        )
      if (match === null || pastOrNot.test(said.text)) return null
      return {
        to: list(
          said.actors.findLast(
            actor => actor.start <= match.index + 2 && actor.end > match.index,
          ) ?? null,
        ),
      }
    },
  },
]

const list = (actor: Actor | null): readonly Actor[] => (actor === null ? [] : [actor])

function provider(said: Said, place: number): Actor | null {
  const by = said.actors.find(
    actor => actor.start > place && /\bby (?:the )?$/i.test(said.text.slice(0, actor.start)),
  )
  const subject = by ?? subjectOf(said, place)
  return isSelf(subject ?? undefined) ? null : subject
}

const doing = new RegExp(String.raw`^(?:, [A-Z][^,;.]{2,60}?,?)? (?:should |would )?(?=${work}\b)`)
const passive =
  /\b(?:be|were|was|would be|should be|is|are) (?:also |further |therefore |formally )?(?:asked|requested|tasked|instructed|urged|invited|directed) (?:to|that)\b/i
const active =
  /\b(?:asked|asks?|requested|requests?|instructs?|instructed|tasked|urged|urges|invited|invites)(?: that)?(?: the)? $/i
const courtesy =
  /^\W{0,3}(?:to )?(?:note|declare|leave|withdraw|vote|speak|sign (?:in|the)|introduce|state|comment|approve|agree|consider|receive|scrutinise|endorse|switch|refer to|read|observe|stand|turn|outline|explain|expand|elaborate|clarify whether|describe|comment on|say)\b/i

function askedTo(said: Said): Heard | null {
  if (pastOrNot.test(said.text)) return null
  const match = passive.exec(said.text)
  if (match !== null) {
    const who = subjectOf(said, match.index)
    const rest = said.text.slice(match.index + match[0].length)
    const invited = /\binvited\b/.test(match[0]) && /^(?:was|were|is|are)/i.test(match[0])
    const gap = said.text.slice(who?.end ?? 0, match.index)
    const others =
      who !== null && !isSelf(who) && gap.length <= 60 && !/\b(?:that|and it|offered)\b/i.test(gap)
    if (others && !invited && !courtesy.test(rest))
      return { kind: kindOfTask(rest.slice(0, 90)), to: [who] }
  }
  for (const actor of said.actors) {
    const lead = said.text.slice(0, actor.start)
    if (isSelf(actor) || !active.test(lead)) continue
    const rest = said.text.slice(actor.end)
    const bidden = /\bthat(?: the)? $/i.test(lead) ? doing.exec(rest) : null
    const verb = /^(?:,[^,;]{0,80},)?(?: and [^,;.]{3,60})? to (?=[a-z])/i.exec(rest) ?? bidden
    if (verb === null || (bidden === null && courtesy.test(rest.slice(verb[0].length)))) continue
    const more = said.actors.filter(
      each => each.start > actor.start && each.end <= actor.end + verb[0].length,
    )
    return { kind: kindOfTask(rest.slice(0, 110)), to: [actor, ...more] }
  }
  return null
}

const wish = `(?:${nounsOfNews}|${nounsOfReports})`
const filler = String.raw`(?:(?!to\b|whether\b|if\b|how\b|why\b|what\b|when\b|where\b|who\b|to be\b)[\w'-]{1,20},? ){0,10}?`
// “requests” is a verb after a committee's name or at the head of a resolution; elsewhere a noun.
const requests = String.raw`(?<=(?:committee|panel|board|commission|cabinet|council|group) |^.{0,12})requests`
const wishing = new RegExp(
  String.raw`\b(?:asked|requested|asks|${requests})(?: for| to see| to receive| to have| to be (?:provided|sent|given|supplied)(?: with)?|(?<=requested|requests)) (?:sight of )?${filler}${wish}\b|\b(?:asked that|requested(?: that)?|${requests}(?: that)?|resolved that|agreed that) ${filler}${wish} (?:[\w'-]{1,20} ){0,8}?(?:should |would |could |to )?be (?:provided|circulated|brought|shared|presented|included|sent|submitted|made available|supplied|produced|prepared|given)\b|\b(?:asked|requested|${requests}) that [^.;]{3,100}? be (?:provided|circulated|brought|shared|presented|included|added|sent|submitted|made available|supplied|given|arranged|looked into|invited)\b|\bwould (?:like|welcome|appreciate|wish)(?: to (?:see|receive|have|know more about))? ${filler}${wish}\b|\b(?:looks?|looked|looking) forward to (?:receiving|seeing|hearing) ${filler}${wish}\b`,
  'i',
)

const receiving =
  /\b(?:committee|members|panel|board|cabinet|council|commission|they|group)\b (?:would|will|should|to) (?:also |now |then |next |again )?(?:receive|consider|review|revisit|scrutinise|look at|return to|be updated|be given|discuss)\b/i
const brought = new RegExp(
  String.raw`\b(?:${nounsOfReports}|${nounsOfNews}|this|it|matter|proposals?|response|outcomes?|issue|topic|draft|document|consultation)\b[^.;]{0,120}?\b(?:would|will|to|should|shall|could|that|report|update|paper|plan|it|this|results|findings)? ?be (?:brought|presented|reported|submitted|considered|taken|scheduled|returned|added|discussed|included|tabled|reviewed)\b(?: \w{1,12}){0,3}? (?:to|at|in|on|as|before|by|for|within)\b`,
  'i',
)
const comeBack =
  /\b(?:(?:would|will|should|could) (?:then |also )?(?:come|report|return|feed|be reported|be brought|be referred|be fed)|to (?:come|report|be (?:reported|brought))) back\b/i
const where =
  /\b(?:committee|panel|board|cabinet|council|commission|members|meeting|work ?(?:plan|programme)|forward plan|agenda|programme)\b/i

function reportToCome(said: Said): Heard | null {
  if (pastOrNot.test(said.text) || /\b(?:not|never) be\b/i.test(said.text)) return null
  const received = receiving.exec(said.text)
  if (received !== null && kindOfWish(said.text.slice(received.index)) !== 'action') {
    const kind = kindOfWish(said.text.slice(received.index))
    return { kind: kind === 'update requested' ? kind : 'report expected', to: [], needsTime: true }
  }
  const back = comeBack.exec(said.text)
  if (back !== null && where.test(said.text.slice(back.index))) {
    const who = subjectOf(said, back.index)
    return { to: isSelf(who ?? undefined) || who === null ? [] : [who] }
  }
  const bring = brought.exec(said.text)
  if (bring !== null && where.test(said.text.slice(bring.index + bring[0].length - 4)))
    return { to: [] }
  return null
}
