import type { ShownAgenda } from './shown-agenda.ts'

/**
 * What a pack says less well than its papers, for those who listen to it: said where a pack is
 * offered. Null where every paper of the packs was written here, with all of its structure.
 */
export function packNote({ entries, loose, packs }: ShownAgenda): string | null {
  const papers = [...entries.flatMap(entry => entry.papers), ...loose]
  const inPacks = new Set(packs.map(({ id }) => id))
  const brought = papers.filter(
    ({ paper, isOpen, file }) =>
      isOpen &&
      paper.packId !== null &&
      inPacks.has(paper.packId) &&
      file?.mediaType === 'application/pdf',
  ).length
  if (brought === 0) return null
  const which =
    brought === 1 ? 'One paper came as a PDF' : `${brought} papers came as PDFs of their own`
  return `Every paper can be read as a web page: choose it on the agenda. ${which}, so in the pack a screen reader has the headings and tables that came with it, or where none did, its words page by page.`
}
