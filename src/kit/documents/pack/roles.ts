import { PDFDict, PDFName } from 'pdf-lib'

// ISO 32000-1, 14.8.4, the roles that every reader knows (names unverified against the paid text).
const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
    .split(' ')
    .map(each => `/${each}`),
)

/**
 * The role of an element by a name that every reader knows. A document may call roles as it likes
 * and say what they stand for; two documents may call different roles the same.
 */
export function standardRole(element: PDFDict, map: PDFDict | undefined): string {
  let role = element.lookup(PDFName.of('S'))
  for (let steps = 0; steps < 10; steps++) {
    if (!(role instanceof PDFName)) break
    if (standard.has(role.toString())) return role.decodeText()
    role = map?.lookup(role)
  }
  // Its words are read as if it were not there.
  return 'NonStruct'
}
