import type { Trx } from '#kit/db/index.ts'
import { exemptLine } from './exemptions.ts'
import type { Item, Meeting, Pack, Paper } from './meeting.ts'
import { mayRead, type Sight } from './sight.ts'
import { type FileFacts, filesFacts, itemsOf, packsOf, papersOf } from './store/index.ts'

/** A paper as somebody may see it in a list. */
export interface ShownPaper {
  readonly paper: Paper
  /** Its title, or of what is kept from the reader the words that may be said of it. */
  readonly title: string
  /** Whether its words may be read. */
  readonly isOpen: boolean
  readonly replacedBy: Paper | null
  readonly replaces: Paper | null
  /** The report that an additional document adds to, where the reader may read that. */
  readonly addsTo: Paper | null
  readonly file: FileFacts | null
}

export interface AgendaEntry {
  readonly item: Item
  readonly papers: readonly ShownPaper[]
}

/** What somebody may see of the agenda of a meeting. */
export interface ShownAgenda {
  readonly entries: readonly AgendaEntry[]
  /** Papers of no item. */
  readonly loose: readonly ShownPaper[]
  readonly packs: readonly Pack[]
}

/** The agenda of a meeting with its papers, as far as somebody with that sight may see it. */
export async function agendaFor(trx: Trx, meeting: Meeting, sight: Sight): Promise<ShownAgenda> {
  const items = await itemsOf(trx, meeting.id)
  const papers = await papersOf(trx, meeting.id)
  const files = await filesFacts(
    trx,
    papers.flatMap(({ fileSha }) => fileSha ?? []),
  )
  return shownAgenda({ items, papers, packs: await packsOf(trx, meeting.id), files }, sight)
}

export function shownAgenda(
  all: {
    readonly items: readonly Item[]
    readonly papers: readonly Paper[]
    readonly packs: readonly Pack[]
    readonly files: ReadonlyMap<string, FileFacts>
  },
  sight: Sight,
): ShownAgenda {
  const items = all.items.filter(item => sight.drafts || item.publishedAt !== null)
  const papers = all.papers
    .filter(paper => sight.drafts || paper.publishedAt !== null)
    .map(paper => shownPaper(paper, all, sight))
  const known = new Set(items.map(({ id }) => id))
  return {
    entries: items.map(item => ({
      item: hidden(item, sight),
      papers: papers.filter(({ paper }) => paper.itemId === item.id),
    })),
    loose: papers.filter(({ paper }) => paper.itemId === null || !known.has(paper.itemId)),
    packs: all.packs.filter(({ restricted }) => !restricted || sight.restricted),
  }
}

/** Why the public interest speaks against telling is for those who may read what is kept back. */
function hidden(item: Item, sight: Sight): Item {
  if (item.exempt === null || sight.restricted) return item
  return { ...item, words: '', exempt: { ...item.exempt, publicInterest: '' } }
}

function shownPaper(
  paper: Paper,
  all: {
    readonly items: readonly Item[]
    readonly papers: readonly Paper[]
    readonly files: ReadonlyMap<string, FileFacts>
  },
  sight: Sight,
): ShownPaper {
  const exempt = exemptionOfPaper(paper, all.items)
  const isOpen =
    mayRead({ ...paper, exempt }, sight) && (paper.withdrawnWords === null || sight.drafts)
  const isVisible = (other: Paper): boolean => sight.drafts || other.publishedAt !== null
  const original = addedTo(paper, all.papers)
  return {
    paper,
    title: isOpen || exempt === null ? paper.title : exemptLine(exempt),
    isOpen,
    replacedBy: all.papers.find(each => each.replaces === paper.id && isVisible(each)) ?? null,
    replaces: all.papers.find(({ id }) => id === paper.replaces) ?? null,
    addsTo: original !== null && isVisible(original) && isOpen ? original : null,
    file: paper.fileSha === null ? null : (all.files.get(paper.fileSha) ?? null),
  }
}

/** What an additional document of an item adds to: the last report of that item before it. */
export function addedTo(
  paper: Pick<Paper, 'id' | 'kind' | 'itemId'>,
  papers: readonly Paper[],
): Paper | null {
  if (paper.kind !== 'additional' || paper.itemId === null) return null
  const before = papers.slice(
    0,
    papers.findIndex(({ id }) => id === paper.id),
  )
  return (
    before.findLast(
      each =>
        each.itemId === paper.itemId &&
        each.kind === 'report' &&
        each.withdrawnWords === null &&
        each.exempt === null,
    ) ?? null
  )
}

/** A paper of an item that is taken without the public is kept from it, whatever it says itself. */
export function exemptionOfPaper(
  { exempt, itemId }: Pick<Paper, 'exempt' | 'itemId'>,
  items: readonly Pick<Item, 'id' | 'exempt'>[],
): Paper['exempt'] {
  return exempt ?? items.find(({ id }) => id === itemId)?.exempt ?? null
}
