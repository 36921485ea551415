import type { ItemKind } from '#meetings'
import type { ParagraphKind } from './minutes.ts'

// How the minutes of a county that does not exist are told.

export interface DemoParagraph {
  readonly words: string
  readonly kind?: ParagraphKind
  /** The demonstration's commitment that was raised from it. */
  readonly commitment?: string
  /** Where a figure in it comes from. */
  readonly figure?: {
    readonly figure: string
    readonly indicator?: string
    readonly source: string
    readonly period: string
  }
  /** What it said when the draft was published, and why that was corrected. */
  readonly was?: { readonly words: string; readonly reason: string }
  readonly vote?: {
    readonly motion: string
    readonly votesFor: number
    readonly votesAgainst: number
    readonly abstained: number
  }
}

export interface DemoItem {
  readonly title: string
  readonly kind: ItemKind
  readonly presenter?: string
  readonly exempt?: { readonly paragraph: number; readonly words: string }
  readonly said: readonly DemoParagraph[]
}

export interface DemoMinutes {
  /** The body by the key that it has in the demonstration's bodies. */
  readonly body: 'cabinet' | 'scrutiny' | 'board' | 'board-2019' | 'parenting'
  readonly on: string
  readonly began: string
  readonly concluded: string
  readonly state: 'being written' | 'draft' | 'agreed'
  readonly amendments?: string
  readonly signedBy?: string
  readonly items: readonly DemoItem[]
}

export const said = (words: string): DemoParagraph => ({ words })
export const resolved = (words: string): DemoParagraph => ({ words, kind: 'resolution' })
/** A paragraph that says what a commitment of the demonstration says. */
export const raised = (commitment: string, words: string): DemoParagraph => ({ words, commitment })

/** What stands on each agenda; what is said under it is made of who was there and what came before. */
export const opening: readonly DemoItem[] = [
  { title: 'Apologies for absence', kind: 'apologies', said: [] },
  { title: 'Minutes of the previous meeting', kind: 'minutes', said: [] },
  { title: 'Declarations of interest', kind: 'declarations', said: [] },
]
