/**
 * Where in the source something was read: lines counted from 1, both ends included, and characters
 * counted from 0, the end excluded. A page shows it beside the original by either.
 */
export type Place = {
  readonly firstLine: number
  readonly lastLine: number
  readonly start: number
  readonly end: number
}

/** Something read. `inferred` is null where the paper says it, and otherwise says how it was worked out. */
export type Read<T> = {
  readonly value: T
  readonly place: Place
  readonly inferred: string | null
}

export type PaperKind = 'minutes' | 'agenda' | 'report'

/** Somebody named, or only a post: minutes often say who attended by post alone. */
export type Person = {
  readonly name: string | null
  /** Post, portfolio, organisation or reason given beside the name, as the paper has it. */
  readonly capacity: string | null
  readonly chairs: 'chair' | 'vice-chair' | null
  /** The member for whom a substitute came. */
  readonly substituteFor: string | null
  readonly place: Place
}

/** 'nil': the paper says there were none. null: it does not say. */
export type OrNil<T> = T | 'nil' | null

export type PageRange = { readonly from: number; readonly to: number; readonly place: Place }

/** A block of the paper's own words; `text` is without running heads and marks, `place` has them all. */
export type Passage = { readonly text: string; readonly place: Place }

export type Paragraph = Passage & {
  /** The number printed before it, as '3.5'. */
  readonly number: string | null
  /** The item it stands under; null in a report. */
  readonly item: string | null
}

export type Item = {
  readonly number: string | null
  /** False where the number follows from the item's order alone. */
  readonly numberIsInText: boolean
  readonly title: string
  readonly presenter: Read<string> | null
  readonly pages: readonly PageRange[]
  /** A report was given by word of mouth. */
  readonly verbal: boolean
  /** The heading. */
  readonly place: Place
  /** All that stands under the heading: no line of the paper is in none. */
  readonly body: Passage
  readonly paragraphs: readonly Paragraph[]
}

export type PreviousMinutes = {
  /** ISO date of the earlier meeting. */
  readonly date: string | null
  /** null where they were only put forward, as on an agenda. */
  readonly agreed: boolean | null
  readonly amended: boolean
  readonly place: Place
}

export type Declaration = {
  readonly by: string
  readonly nature: string
  readonly kind: 'disclosable pecuniary' | 'pecuniary' | 'personal' | 'other' | null
  /** Items it was declared in, by their numbers. */
  readonly items: readonly string[]
  readonly place: Place
}

export type Respondent = {
  readonly name: string
  readonly capacity: string | null
  /** Who answered in the place of another: "with the agreement of the Leader". */
  readonly onBehalfOf: string | null
  readonly place: Place
}

export type Question = {
  readonly number: number | null
  readonly kind: 'public' | 'member' | null
  readonly asker: string | null
  readonly subject: string | null
  readonly text: string
  readonly respondents: readonly Respondent[]
  readonly place: Place
}

export type Supplementary = {
  readonly question: number | null
  readonly asker: string
  readonly item: string | null
  readonly packPage: number | null
  readonly respondents: readonly Respondent[]
  /** How many parts the asker split it in; 1 unless the paper says otherwise. */
  readonly parts: number
  /** How many questions asked in writing it follows on from. */
  readonly coversOriginals: number
  /** A further answer was promised for after the meeting, or has been given since. */
  readonly answeredLater: boolean
  readonly place: Place
}

/** Authority given: to whom, and whom they must consult. */
export type Delegation = {
  readonly to: string | null
  readonly inConsultationWith: string | null
}

export type ResolutionPart = Delegation & {
  /** The sign before it: '1', 'a', 'ii'; null where it is the only one. */
  readonly mark: string | null
  /** As in the imperative: approve, note, delegate; null where no known verb of decision stands in it. */
  readonly verb: string | null
  readonly text: string
  readonly place: Place
}

export type Resolution = Delegation & {
  readonly item: string | null
  readonly force: 'resolved' | 'recommended' | 'agreed'
  /** RESOLVED unanimously, 7 votes for … as the paper says it. */
  readonly vote: string | null
  readonly parts: readonly ResolutionPart[]
  readonly verbs: readonly string[]
  readonly text: string
  readonly place: Place
}

export type FundingLine = {
  readonly label: string
  readonly gbp: number
  /** As printed: '£1.175m', '800k', '2.033m'. */
  readonly words: string
  /** No pound sign, or no unit: the reader took it from the lines around it. */
  readonly unitAssumed: boolean
  readonly place: Place
}

export type Funding = {
  readonly item: string | null
  readonly headline: Read<number> | null
  readonly lines: readonly FundingLine[]
  readonly sumGbp: number
  readonly place: Place
}

export type ActionRead = {
  readonly item: string | null
  /** Number of the paragraph it stands after. */
  readonly after: string | null
  readonly text: string | null
  readonly owner: string | null
  /** ISO where it can be told, and as printed. */
  readonly due: string | null
  readonly dueWords: string | null
  readonly state: 'completed' | 'ongoing' | 'open' | null
  readonly place: Place
}

export type Figure = {
  readonly value: number
  readonly unit: '%' | 'GBP' | null
  /** The words next to it that say what it counts. */
  readonly of: string
  readonly sentence: string
  readonly item: string | null
  readonly place: Place
}

export type DateRead = {
  /** '2017-09-18', or '2017-02' for a month. */
  readonly date: string
  readonly words: string
  /** The year is not printed and is the nearest to the paper's own date. */
  readonly yearInferred: boolean
  readonly place: Place
}

export type HeaderField = { readonly label: string; readonly text: string; readonly place: Place }

export type Section = { readonly title: string; readonly place: Place; readonly body: Passage }

export type ReportRecommendation = Delegation & {
  readonly verb: string | null
  readonly text: string
  readonly place: Place
}

export type GridRow = {
  readonly judgement: string
  readonly grade: string
  readonly place: Place
}

export type InspectionRead = {
  readonly from: string | null
  readonly to: string | null
  readonly published: string | null
  readonly grid: readonly GridRow[]
  /** The grade of the row for overall effectiveness, or as judged in the text. */
  readonly grade: string | null
  readonly recommendations: readonly Passage[]
}

export type Risk = {
  readonly risk: string
  readonly mitigation: string | null
  readonly place: Place
}

export type Membership = {
  readonly members: readonly Person[]
  readonly added: readonly Person[]
  readonly coOpted: readonly Person[]
  readonly substitutes: readonly Person[]
}

export type LinkRead = { readonly url: string; readonly place: Place }

/** Slides and other papers bound in behind an agenda: headings with their points and table rows. */
export type Slide = {
  readonly heading: string
  readonly level: number
  readonly points: readonly string[]
  readonly subheadings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly place: Place
}

export type PublicParticipation = {
  readonly outcome: 'nil' | string | null
  /** Local time, ISO to the minute. */
  readonly deadline: Read<string> | null
}

export type PaperRead = {
  readonly kind: Read<PaperKind> | null
  readonly title: Read<string> | null
  readonly authority: Read<string> | null
  readonly body: Read<string> | null
  readonly date: Read<string> | null
  readonly startsAt: Read<string> | null
  readonly concludedAt: Read<string> | null
  readonly venue: Read<string> | null
  readonly contacts: readonly Person[]
  readonly status: Read<string> | null

  readonly chair: Person | null
  readonly present: readonly Person[] | null
  readonly apologies: OrNil<readonly Person[]>
  readonly substitutes: OrNil<readonly Person[]>
  readonly inAttendance: readonly Person[] | null
  readonly membership: Membership | null

  /** What stands before the first item, or before the first section of a report. */
  readonly front: Passage
  readonly items: readonly Item[]
  /** Numbered paragraphs of the whole paper in order. */
  readonly paragraphs: readonly Paragraph[]
  readonly paragraphRange: Read<{ readonly from: string; readonly to: string }> | null

  readonly previousMinutes: PreviousMinutes | null
  readonly declarations: OrNil<readonly Declaration[]>
  readonly partyWhip: OrNil<readonly Declaration[]>
  readonly publicParticipation: PublicParticipation
  readonly publicQuestions: Read<number> | null
  readonly memberQuestions: Read<number> | null
  readonly questions: readonly Question[]
  readonly supplementaries: readonly Supplementary[]

  readonly resolutions: readonly Resolution[]
  readonly funding: Funding | null
  readonly actions: readonly ActionRead[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateRead[]

  readonly keyDecision: Read<boolean> | null
  readonly headerFields: readonly HeaderField[]
  readonly sections: readonly Section[]
  readonly recommendations: readonly ReportRecommendation[]
  readonly inspection: InspectionRead | null
  readonly risks: readonly Risk[]
  /** The last day by which something must be handed in, ISO. */
  readonly deadline: Read<string> | null

  readonly pages: readonly PageRange[]
  readonly links: readonly LinkRead[]
  readonly slides: readonly Slide[]
  /** Where the paper says or shows that it stops before its end. */
  readonly cuts: readonly Place[]
  readonly truncated: boolean
  /** Running heads and feet that were left out of the texts above. */
  readonly repeated: readonly Passage[]
  /** One sentence each: what a person should look at before confirming. */
  readonly doubts: readonly string[]
}
