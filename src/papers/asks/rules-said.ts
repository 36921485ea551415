import { matchesIn } from '../checks/text.ts'
import { type Actor } from './actors.ts'
import { type Rule, type Said, isSelf, pastOrNot, subjectOf, work } from './rules.ts'

const one = (actor: Actor | null): readonly Actor[] => (actor === null ? [] : [actor])

const agreedTo = new RegExp(
  String.raw`\b(?:agreed|undertook|offered|promised|pledged|volunteered|committed)(?: to| that (?:he|she|they) would) (?:also )?(?:${work}|continue|do|help|support)\b|\b(?:gave|made) (?:a|an) (?:commitment|undertaking) (?:to|that)\b|(?<!\b(?:is|are|was|were|be|being|remains?|remained|fully|strongly|firmly) )\b(?:committed|pledged) to \w{3,20}ing\b`,
  'i',
)
const would = new RegExp(
  String.raw`\b(?:would|will) (?:also |therefore |then |now |further )?(?:circulate|chase|e-?mail|share (?!the \w{1,20}'s)|send|forward|distribute|look into|investigate|follow (?:this |that |it )?up|check|find out|write to|arrange|raise (?:this|that|it|the)|take (?:this|that|it) (?:up|away|back|forward)|feed (?:this|that|it|back)|liaise with|speak (?:to|with)|contact|ensure|report back|provide (?:members|the (?:committee|panel|board)|a|an|further|this|that|the|more|details|figures|data|information)|clarify|confirm (?:this|that|the)|discuss (?:this|that|it) with|pick (?:this|that|it) up|be (?:responsible for|writing to))\b`,
  'i',
)
const everyWould = new RegExp(would, 'gi')
const passed =
  /\b(?:reports?|papers?|data|figures?|details?|information|presentation|slides|link|copy|copies|list|note|notes|briefing|breakdown|response|answer|this|it|guidance|summary|letter|dates?|update)\b (?:[\w'-]{1,20} ){0,8}?(?:would|will|to|should|could) be (?:re-?)?(?:circulated|shared|provided|sent|forwarded|distributed|e-?mailed|supplied|made available)\b/i
const ready =
  /\b(?:would|will) (?:then |now |all |also )?be (?:fully )?(?:ready|complete|completed|finalised|in place|published|launched|available|implemented|rolled out|recruited|appointed|established|reviewed|operational|delivered|concluded|submitted|resolved|introduced)\b/i
const told =
  /\b(?:informed|advised|told|confirmed|explained|stated|said|reported|noted|heard|assured|responded|replied|clarified|would)\b/i

export const promiseRules: readonly Rule[] = [
  {
    id: 'agreed-to',
    kind: 'promise',
    looksFor: 'an officer agreed to, undertook to, offered to, promised to',
    example: 'The Head of Fostering undertook to share the recruitment figures after the meeting.',
    not: 'Members agreed to note the report.',
    hear: said => {
      const match = agreedTo.exec(said.text)
      if (match === null || pastOrNot.test(said.text)) return null
      const who = doer(said, match.index)
      return who === null || isSelf(who) ? null : { to: [who] }
    },
  },
  {
    id: 'would-do',
    kind: 'promise',
    looksFor: 'an officer would circulate, would look into, would ensure, would be responsible for',
    example: 'The Director of Education said that she would circulate the link to the survey.',
    not: 'The new process would ensure that children are seen.',
    hear: said => {
      if (pastOrNot.test(said.text)) return null
      for (const match of matchesIn(said.text, everyWould, 10)) {
        const who = doer(said, match.index)
        if (who !== null && !isSelf(who)) return { to: [who] }
      }
      return null
    },
  },
  {
    id: 'would-be-sent',
    kind: 'promise',
    looksFor: 'the figures would be circulated, details to be provided',
    example: 'The presentation would be circulated to members.',
    not: 'The agenda had been circulated.',
    hear: said => {
      const match = passed.exec(said.text)
      if (match === null || pastOrNot.test(said.text)) return null
      if (
        /\bwritten (?:response|answer|reply)|\bif\b|\bshould be (?:made available|provided) (?:to|for) (?:all |every )?(?:children|families|young)/i.test(
          said.text,
        )
      )
        return null
      // Services are provided too; only words and figures are what this rule is about.
      const reader =
        /\b(?:members?|committee|panel|board|councillors?|cll?r|cabinet|after|following|outside|by|with the minutes|attendees|via|in due course)\b/i
      const readers = /\bto be /i.test(match[0])
        ? /\b(?:members?|committee|panel|board|councillors?)\b/i
        : reader
      if (
        !readers.test(said.text.slice(match.index + match[0].length)) &&
        !/\b(?:would|will) be (?:re-?)?(?:circulated|e-?mailed)\b/i.test(match[0])
      )
        return null
      const by = said.actors.find(
        actor =>
          /\bby (?:the )?$/i.test(said.text.slice(0, actor.start)) && actor.start > match.index,
      )
      return { to: one(by ?? null) }
    },
  },
  {
    id: 'would-be-ready',
    kind: 'promise',
    looksFor: 'would be ready, complete, in place, published, with a time',
    example: 'The new duty team would be in place by September.',
    not: 'It would be complete nonsense to wait.',
    hear: said => {
      const match = ready.exec(said.text)
      if (
        match === null ||
        !told.test(said.text) ||
        /\b(?:if|not (?:yet )?be|asked|questioned|queried|whether)\b/i.test(said.text)
      )
        return null
      const rest = said.text.slice(match.index)
      if (
        !/^.{0,160}\b(?:by|in|from|when|before|on|ahead of|within|next|later|this|during|until|soon|shortly)\b/i.test(
          rest,
        )
      )
        return null
      return { to: [], needsTime: true }
    },
  },
  {
    id: 'there-would-be',
    kind: 'promise',
    looksFor: 'members were informed that there would be, with a time',
    example: 'Members were informed that there would be a second audit next month.',
    not: 'Members asked whether there would be a second audit.',
    hear: said =>
      /\b(?:informed|advised|told|confirmed|assured|explained|stated|said)\b(?: \w{1,15}){0,3}? that there (?:would|will) be\b(?! no\b)/i.test(
        said.text,
      )
        ? { to: [], needsTime: true }
        : null,
  },
]

/** Who says or does it: the first named before, past what stands in brackets between commas. */
function speaker(said: Said, place: number): Actor | null {
  const named = said.actors.filter(actor => actor.end <= place + 1 && !isSelf(actor))
  const nearest = subjectOf(said, place)
  if (nearest === null) return said.before.at(-1) ?? null
  // “With the agreement of the Leader, Pat Lowe (Chief Executive of the Council) agreed to”: the person
  // who has the post after the name.
  const person = named.findLast(actor => actor.kind === 'person')
  if (
    person !== undefined &&
    /^[,\s]{0,3}\(/.test(said.text.slice(person.end, person.end + 4)) &&
    place - person.end < 90
  )
    return person
  if (!isSelf(nearest)) return nearest
  // “The director acknowledged members’ concern and assured them”: the subject is the first named.
  const first = said.actors[0]
  return first !== undefined && !isSelf(first) && first.kind !== 'body' && first.end <= place
    ? first
    : nearest
}

/** The subject of “would”: an actor right before it, or the one a pronoun stands for. */
function doer(said: Said, place: number): Actor | null {
  const lead = said.text.slice(0, place)
  if (/\b(?:he|she|they) $/i.test(lead)) {
    const who = said.actors.findLast(actor => actor.end <= place) ?? said.before.at(-1) ?? null
    return isSelf(who ?? undefined) ? null : who
  }
  const near = said.actors.filter(actor => actor.end <= place).slice(-6)
  return near.findLast(actor => isSubject(said, actor, place)) ?? null
}

/** Nothing but an apposition or “from the council” stands between the actor and the verb. */
function isSubject(said: Said, actor: Actor, place: number): boolean {
  const gap = said.text.slice(actor.end, place)
  const lead = said.text.slice(0, actor.start)
  if (/\b(?:of|from|for|in|to|with|by|at|within) (?:the |our |its )?$/i.test(lead)) return false
  return (
    /^\s?$/.test(gap) ||
    /^,? ?\([^()]{2,100}\),? $/.test(gap) ||
    /^, [^,]{3,80}, $/.test(gap) ||
    // “The National Director, Social Care agreed”
    /^, [A-Z][^,.;]{2,60} $/.test(gap) ||
    /^ (?:from|of|in|at|for) [^,.]{3,60} $/.test(gap) ||
    // “The director welcomed this and agreed to …”
    /^ [a-z][^.;]{2,160}\band (?:also |then |has |had )?$/.test(gap) ||
    /^ (?:also|has|have|then|and [^,.]{3,60})\s?$/.test(gap)
  )
}

const noAssurance =
  /\b(?:not (?:been )?assured|no assurance|difficult to (?:give|provide) (?:an )?assurances?|could not (?:give|provide|be)|unable to (?:give|provide|assure)|quality assurance (?:framework|process|report|team|activity)|assurance (?:board|framework|visit|report|statement|map|group|process))\b/i

export const saidRules: readonly Rule[] = [
  {
    id: 'assured',
    kind: 'assurance',
    looksFor: 'assured members that, gave an assurance, was certain that … would',
    example:
      'The Director of Children’s Services assured the committee that every child had been seen.',
    not: 'The Quality Assurance Framework was presented.',
    hear: said => {
      const match =
        /\b(?:assured|reassured|assures|reassures)\b(?! themselves)|\b(?:wanted|wished|able) to (?:re)?assure\b|\b(?:gave|give|gives|provided|offered|with|received|was given|were given) (?:an? |the |their |his |her |further |some |members |the (?:committee|panel|board) )*(?:re)?assurances?\b|\b(?:was|were) (?:certain|confident) (?:that )?(?:the |they |it |he |she |we )?[^.;]{0,60}\bwould\b/i.exec(
          said.text,
        )
      if (match === null) return null
      const rest = said.text.slice(0, match.index + match[0].length + 30)
      if (
        noAssurance.test(rest) ||
        /\b(?:asked|whether|sought|seek|if)\b/i.test(
          said.text.slice(Math.max(0, match.index - 40), match.index),
        )
      )
        return null
      if (
        /\b(?:can|could|may|must|should|cannot|need(?:s|ed)? to|to) be (?:re)?assured/i.test(
          said.text,
        )
      )
        return null
      const passive = /\b(?:were|was|are|been|be) (?:re)?assured\b/i.test(rest)
      const who = passive
        ? (said.actors.find(actor => /\bby (?:the )?$/i.test(said.text.slice(0, actor.start))) ??
          null)
        : speaker(said, match.index)
      if (isSelf(who ?? undefined) && !passive && /certain|confident/.test(match[0])) return null
      return { to: isSelf(who ?? undefined) ? [] : one(who) }
    },
  },
  {
    id: 'concern',
    kind: 'concern',
    looksFor: 'expressed, raised, reiterated concern, were concerned about, it was of concern that',
    example: 'Members reiterated their concerns about delay in assessments.',
    not: 'No concerns were raised. Concerns about a child are referred to the front door.',
    hear: said => {
      const match =
        /\b(?:express|rais|reiterat|repeat|voic|shar|record|highlight|not|register)(?:ed|es|ing|e|s) (?:(?:their|his|her|its|a|the|some|previous|serious|grave|deep|great|significant|strong|ongoing|continued|continuing|further|similar|members'?|again|number|of|and|particular|considerable) ){0,5}(?:concerns?|disappointment|frustration|alarm|worry|worries|dismay)\b|\b(?:was|were|remained|is|are|remain) (?:also |very |deeply |extremely |particularly |still |again |seriously |increasingly |rather |most |increasing )?(?:concerned|worried|disappointed|alarmed|dismayed)\b(?! with the (?:care|welfare))|\b(?:was|is|remained|were) (?:a matter )?of (?:great |serious |some |particular |grave )?concern\b|\bconcerns? (?:(?:was|were|had been) )?(?:also |again )?(?:expressed|raised|voiced) (?:by|about|that|regarding|over|in|at|with|on|as)\b/i.exec(
          said.text,
        )
      if (
        match === null ||
        /\b(?:no|any) (?:further )?concerns?\b|\bnot concerned\b/i.test(said.text)
      )
        return null
      if (
        /\b(?:concerns|allegations) (?:about|for|regarding) (?:a|the|their) (?:child|young person|parent)/i.test(
          said.text,
        )
      )
        return null
      const who = said.actors.findLast(actor => actor.end <= match.index + 1)
      const worried =
        isSelf(who) ||
        who?.kind === 'person' ||
        /\b(?:members?|member's question|committee|councillors?|cll?r|panel|board|question|it) (?:\w{1,15} ){0,4}$/i.test(
          said.text.slice(0, match.index),
        )
      const impersonal = /^(?:was|is|remained|were) (?:a matter )?of|^concerns?/i.test(match[0])
      // “• Were concerned at …”, in a list of what members said.
      const listed =
        said.first && /^\W{0,12}(?:\w{1,3}[.)]\s{1,6})?$/.test(said.text.slice(0, match.index))
      if (!worried && !impersonal && !listed) return null
      return {
        to: isSelf(who) ? [] : one(who ?? null),
        again:
          /\b(?:reiterat|repeat|previous|again|continu|ongoing|remain|still|once more|as before)/i.test(
            said.text.slice(Math.max(0, match.index - 20), match.index + match[0].length + 60),
          ),
      }
    },
  },
  {
    id: 'recognition',
    kind: 'recognition',
    looksFor: 'congratulated, commended, paid tribute, should be celebrated, thanked for work done',
    example: 'The committee congratulated the fostering team on its award.',
    not: 'The Chair thanked the officer for the presentation.',
    hear: said => {
      const match =
        /\b(?:congratulat(?:ed|es|ing)|commend(?:ed|s|ing)|(?:paid|pays?|paying) tribute|praised|should be celebrated|place(?:d)? on record|recorded (?:its|their) (?:thanks|appreciation|gratitude)|complimented|applauded|thank(?:ed|s)|expressed (?:its|their|his|her) (?:thanks|gratitude|appreciation))\b/i.exec(
          said.text,
        )
      if (match === null) return null
      if (/thank/i.test(match[0]) && courteous.test(said.text)) return null
      if (
        /thank/i.test(match[0]) &&
        !/\b(?:work|efforts?|dedication|contribution|service|support|commitment|achiev|hard|professionalism|resilience)\b/i.test(
          said.text,
        )
      )
        return null
      const after = match.index + match[0].length
      const who = said.actors.find(actor => actor.start >= after && actor.start <= after + 6)
      return { to: isSelf(who) ? [] : one(who ?? null) }
    },
  },
]

// Thanks for coming and for speaking are good manners, not a word about the work.
const courteous =
  /\bthank(?:ed|s)\b[^.;]{0,140}\bfor (?:(?:his|her|their|the|a|an|this|that|such|its|very|helpful|comprehensive|detailed|informative|interesting|excellent|useful|clear|thorough) ){0,4}(?:present|report|attend|respon|answer|updat|question|introduc|com(?:ing|ments?)|time\b|invit|paper|overview|input|inform|participat|briefing|coming|being)/i
