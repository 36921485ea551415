import * as fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { docOf, headed, headingsInOrder, listOf, para, tableOf } from './doc.ts'
import { exampleDoc } from './example.ts'
import { htmlOf } from './html-of.ts'

const markup = (...blocks: Parameters<typeof docOf>[1]): string =>
  htmlOf(docOf('Title', blocks)).toString()

describe('a document as HTML', () => {
  it('gives a numbered paragraph its number, a place to link to and a link that says where it leads', () => {
    expect(markup(para('Noted.', { number: '3.1', anchor: 'p-3-1' }))).toContain(
      '<p class="govuk-body app-document__numbered" id="p-3-1"><span class="app-document__number">3.1</span> Noted. <a class="app-document__anchor" href="#p-3-1"><span aria-hidden="true">¶</span><span class="govuk-visually-hidden">Link to paragraph 3.1</span></a></p>',
    )
  })

  it('follows only links that lead to pages, and escapes everything', () => {
    const made = markup(
      para([
        { text: 'a <b>', href: 'https://x.example/?a=1&b=2' },
        { text: 'bad', href: 'javascript:alert(1)' },
        { text: 'worse', href: '//evil.example' },
      ]),
    )
    expect(made).toContain(
      '<a class="govuk-link" href="https://x.example/?a=1&amp;b=2">a &lt;b&gt;</a>badworse',
    )
  })

  it('starts and letters lists as they are', () => {
    expect(markup(listOf('letters', ['one'], 3))).toContain(
      '<ol class="govuk-list govuk-list--number app-document__letters" start="3" type="a"><li>one</li>',
    )
  })

  it('makes tables with scopes and a region that scrolls, and no empty heading', () => {
    const made = markup(
      tableOf({
        caption: 'Cost',
        header: ['', '£'],
        columns: ['text', 'number'],
        rows: [['A', '1']],
        rowHeaders: true,
      }),
    )
    expect(made).toContain('role="region" aria-label="Cost" tabindex="0"')
    expect(made).toContain(
      '<td class="govuk-table__header"></td><th scope="col" class="govuk-table__header govuk-table__header--numeric">£</th>',
    )
    expect(made).toContain(
      '<th scope="row" class="govuk-table__header">A</th><td class="govuk-table__cell govuk-table__cell--numeric">1</td>',
    )
  })

  it('is valid HTML', async () => {
    const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Example document</title></head><body><main>${htmlOf(exampleDoc, { withTitle: true })}</main></body></html>`
    const report = await new HtmlValidate({
      extends: ['html-validate:standard'],
      // Templates break lines where they like, and buttons and the like are not in it.
      rules: { 'no-trailing-whitespace': 'off' },
    }).validateString(page)
    expect(report.results.flatMap(each => each.messages.map(message => message.message))).toEqual(
      [],
    )
  })

  it('never leaves out a level of headings on the way down', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 9 })), levels => {
        const given = levels.map(level => headed(level, 'x'))
        const made = headingsInOrder(given).flatMap(each =>
          each.kind === 'heading' ? each.level : [],
        )
        for (const [index, level] of made.entries())
          expect(level >= 1 && level <= (made[index - 1] ?? 0) + 1).toBe(true)
      }),
    )
  })
})
