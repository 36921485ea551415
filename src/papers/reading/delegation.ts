import type { Delegation } from './paper-read.ts'

/** Verbs of decision, by the form they begin with. The imperative stands for all: "approves", "approved". */
const VERBS: Readonly<Record<string, RegExp>> = {
  approve: /approv(?:e|es|ed|al)/u,
  note: /not(?:e|es|ed|ing)/u,
  delegate: /delegat(?:e|es|ed|ion)/u,
  authorise: /authori[sz](?:e|es|ed|ation)/u,
  agree: /agree(?:s|d|ment)?/u,
  recommend: /recommend(?:s|ed)?/u,
  refer: /refer(?:s|red)?/u,
  defer: /defer(?:s|red)?/u,
  endorse: /endors(?:e|es|ed)/u,
  adopt: /adopt(?:s|ed)?/u,
  receive: /receiv(?:e|es|ed)/u,
  request: /request(?:s|ed)?|ask(?:s|ed)/u,
  confirm: /confirm(?:s|ed)?/u,
  support: /support(?:s|ed)?/u,
  consider: /consider(?:s|ed)?/u,
  appoint: /appoint(?:s|ed)?/u,
  elect: /elect(?:s|ed)?/u,
  reject: /reject(?:s|ed)?/u,
  exclude: /exclud(?:e|es|ed)/u,
  accept: /accept(?:s|ed)?/u,
  thank: /thank(?:s|ed)?/u,
  instruct: /instruct(?:s|ed)?/u,
  award: /award(?:s|ed)?/u,
  welcome: /welcom(?:e|es|ed)/u,
  invite: /invit(?:e|es|ed)/u,
  establish: /establish(?:es|ed)?/u,
  commend: /commend(?:s|ed)?/u,
  sign: /sign(?:s|ed)?/u,
  publish: /publish(?:es|ed)?/u,
  provide: /provid(?:e|es|ed)/u,
  circulate: /circulat(?:e|es|ed)/u,
  submit: /submit(?:s|ted)?/u,
}
const AT_START = Object.entries(VERBS).map(
  ([verb, forms]) => [verb, new RegExp(String.raw`^(?:${forms.source})\b`, 'iu')] as const,
)
// "That the report be noted": the verb comes after its object.
const PASSIVE = Object.entries(VERBS).map(
  ([verb, forms]) =>
    [
      verb,
      new RegExp(
        String.raw`\b(?:be|is|are|was|were|been)\s+(?:hereby\s+|formally\s+|unanimously\s+|duly\s+)?(?:${forms.source})\b`,
        'iu',
      ),
    ] as const,
)

/** The verb that a part of a resolution turns on; null where none that is known stands in its place. */
export function decisionVerb(text: string): string | null {
  const words = text
    .slice(0, 400)
    .replace(
      /^(?:(?:that|to|the|it|cabinet|committee|panel|board|council|executive|scrutiny|sub-committee|members?|and|was|were|hereby|formally|unanimously|also|be|of)\s+)*/iu,
      '',
    )
  const starting = AT_START.find(([, shape]) => shape.test(words))?.[0]
  if (starting !== undefined) return starting
  let first: { readonly verb: string; readonly at: number } | null = null
  for (const [verb, shape] of PASSIVE) {
    const at = text.slice(0, 2000).search(shape)
    if (at >= 0 && (first === null || at < first.at)) first = { verb, at }
  }
  if (first !== null) return first.verb
  return /\bdelegated (?:authority|powers?)\b|\bauthority (?:is |be )?delegated\b/iu.test(text)
    ? 'delegate'
    : null
}

// "Delegates authority to the Director of …", "Authorise the Interim Director …", "authority be delegated to …"
const TO =
  /\b(?:delegat\w*(?:\s+(?:authority|powers?|responsibility|decisions?))*(?:\s+(?:be|is|was))*(?:\s+(?:given|granted))?\s+to|(?:gives?|grants?|given)\s+delegated\s+(?:authority|powers?)\s+to|delegated\s+to|authority\s+(?:be\s+|is\s+)?(?:given|granted|delegated)\s+to|authori[sz]e[sd]?|instruct(?:s|ed)?)\s+(?:the\s+)?(?<to>(?-i:\p{Lu}).{3,200})/iu
const BE_AUTHORISED =
  /^(?:that\s+)?(?:the\s+)?(?<to>\p{Lu}.{3,160}?)(?:,.{0,200}?,)?\s+(?:be|is|was|were)\s+(?:hereby\s+)?(?:authori[sz]ed|given delegated|granted delegated|delegated)\b/u
const CONSULTING =
  /\b(?:in|after|following|subject to)\s+consultation\s+with\s+(?:the\s+)?(?<who>(?-i:\p{Lu}).{3,200})/iu
// A post ends where what it may do begins.
const POST_END =
  /(?:,\s*(?:in consultation|following consultation|after consultation|prior to|to\b|and to\b|who\b)|\s+(?:to|in consultation|following consultation|after consultation|prior to|be(?:fore)?|for (?:the )?(?:purpose|approval)|and (?:the Committee|that))\s|[.;:\n]|,?\s+(?:be|is|was)\s+(?:authori|given|grant)).*$/isu

/** Whom a decision empowers, and whom they must consult. */
export function delegationIn(text: string): Delegation {
  const short = text.slice(0, 3000)
  const to = TO.exec(short)?.groups?.['to'] ?? BE_AUTHORISED.exec(short)?.groups?.['to']
  const who = CONSULTING.exec(short)?.groups?.['who']
  return { to: postIn(to), inConsultationWith: postIn(who) }
}

function postIn(words: string | undefined): string | null {
  if (words === undefined) return null
  const post = words.replace(POST_END, '').replace(/,\s*$/u, '').trim()
  return post === '' || post.split(' ').length > 24 ? null : post
}
