import { finished } from 'node:stream/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heading, progress } from '#kit/html/blocks.ts'
import { button, fileUpload } from '#kit/html/components/index.ts'
import { type Html, html } from '#kit/html/html.ts'
import type { Page } from '#kit/html/page.ts'
import { createServer, route, seeOther, show, uploadRoute } from '#kit/http/index.ts'
import { openLog } from '#kit/log.ts'
import {
  type Harness,
  axe,
  markupFaults,
  overflow,
  screenshot,
  startBrowser,
  walk,
} from './harness.ts'
import { frontPage, gallery } from './kit-gallery.ts'

let asked = 0
/** Work that gets on each time somebody asks, and is done at the third. */
const work = (): Page => {
  asked += 1
  if (asked > 3) return { title: 'Loaded', body: html`<h1 class="govuk-heading-l">Loaded</h1>` }
  const words = `${asked} of 4 files read`
  return {
    title: 'Loading',
    body: html`${heading({ title: 'Loading files' })}${progress({ title: 'Reading', words, done: asked, total: 4, running: true })}`,
  }
}

const filesForm = (csrf: Html): Page => ({
  title: 'Send a file',
  body: html`${heading({ title: 'Send a file' })}<form method="post" action="/files" enctype="multipart/form-data">${csrf}${fileUpload({ id: 'file', name: 'file', label: { text: 'File' } })}${button({ text: 'Send' })}</form>`,
})

let app: FastifyInstance
let browser: Harness
let address: string

beforeAll(async () => {
  app = await createServer({
    site: {
      product: 'Sightline',
      council: 'Exampleshire County Council',
      navigation: [
        { text: 'Overview', href: '/' },
        { text: 'Indicators', href: '/indicators' },
        { text: 'Teams', href: '/teams' },
        { text: 'Data', href: '/data' },
        { text: 'About', href: '/about' },
      ],
      footer: [
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'Privacy', href: '/privacy' },
        { text: 'Cookies', href: '/cookies' },
        { text: 'About', href: '/about' },
      ],
      notices: [
        {
          tag: 'Demonstration',
          text: 'This is a demonstration. The county and the children in it do not exist.',
        },
      ],
    },
    brand: { colour: '#14505c' },
    secret: 'a secret of at least thirty-two characters',
    log: openLog('silent'),
    health: { checks: {}, info: {} },
    routes: [
      route({ method: 'GET', url: '/', handler: () => show(frontPage) }),
      route({ method: 'GET', url: '/gallery', handler: () => show(gallery) }),
      route({ method: 'GET', url: '/work', handler: () => show(work()) }),
      route({ method: 'GET', url: '/files', handler: asked => show(filesForm(asked.csrf())) }),
      uploadRoute({
        url: '/files',
        fileBytes: 1_000_000,
        files: 1,
        handler: async ({ files }) => {
          for await (const file of files) await finished(file.content.resume())
          return seeOther('/')
        },
      }),
    ],
  })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

describe('the gallery of the kit', () => {
  test.each([1280, 360, 320])(
    'at %i pixels axe finds nothing and nothing sticks out',
    async width => {
      for (const [name, path] of [
        ['front', '/'],
        ['gallery', '/gallery'],
      ] as const) {
        const page = await browser.open(address + path, { width })
        expect(await axe(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        await screenshot(page, `kit-${name}-${width}`)
        await page.context().close()
      }
    },
  )

  test('is whole without JavaScript', async () => {
    const page = await browser.open(`${address}/gallery`, { javaScript: false })
    expect(await page.locator('#quarter').isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Indicators' }).first().isVisible()).toBe(true)
    expect(await page.locator('noscript').count()).toBe(1)
    await page.context().close()
  })

  test('has behaviour with JavaScript, and breaks no policy', async () => {
    const complaints: string[] = []
    const page = await browser.open('about:blank')
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    await page.goto(`${address}/gallery`)
    await page.waitForSelector('body.js-enabled')
    expect(await page.locator('#quarter').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('can be walked through by keyboard, from the skip link to the footer', async () => {
    const page = await browser.open(address)
    const reached = await walk(page)
    expect(reached.slice(0, 3)).toEqual(['Skip to main content', 'Sightline', 'Overview'])
    expect(reached).toContain('Assessments completed within 45 working days')
    expect(reached).toContain('Show the numbers in a table')
    expect(reached.at(-1)).toBe('About')
    await page.context().close()
  })

  test('shows the table of a chart by keyboard', async () => {
    const page = await browser.open(address)
    await page.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('rowheader', { name: 'May 2026' }).isVisible()).toBe(true)
    await page.context().close()
  })

  test('the error summary takes the reader to the field', async () => {
    const page = await browser.open(`${address}/gallery`)
    await page.getByRole('alert').getByRole('link', { name: 'Enter the name of the plan' }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('name')
    await page.context().close()
  })

  test('work that goes on is followed until it is done', async () => {
    asked = 0
    const page = await browser.open(`${address}/work`)
    // The part that announces itself is the same one all along.
    await page.evaluate('document.querySelector("[role=status]").dataset.first = "yes"')
    await page.waitForSelector('[data-first]:has-text("2 of 4 files read")')
    expect(await page.locator('progress').getAttribute('value')).toBe('2')
    await page.waitForSelector('h1:has-text("Loaded")')
    await page.context().close()
  })

  test('without JavaScript work that goes on can be asked after', async () => {
    asked = 0
    const page = await browser.open(`${address}/work`, { javaScript: false })
    await page.getByRole('link', { name: 'Show how far it has come' }).click()
    expect(await page.getByRole('status').textContent()).toBe('2 of 4 files read')
    await page.context().close()
  })

  test('a file goes through, and one that is too large is refused in words', async () => {
    const page = await browser.open(`${address}/files`)
    const send = async (bytes: number): Promise<string | null> => {
      await page.goto(`${address}/files`)
      const buffer = Buffer.alloc(bytes, 65)
      await page.getByLabel('File').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Send' }).click()
      return page.locator('h1').textContent()
    }
    expect(await send(1000)).toBe('What is changing')
    expect(await send(8_000_000)).toBe('The file is too large')
    await page.context().close()
  })

  test('keeps its marks in high contrast and in print', async () => {
    const contrast = await browser.open(address, { forcedColors: 'active' })
    expect(await axe(contrast)).toEqual([])
    await screenshot(contrast, 'kit-front-contrast')
    await contrast.context().close()
    const paper = await browser.open(address, { width: 720 })
    await paper.emulateMedia({ media: 'print' })
    expect(await paper.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await paper.getByRole('img').first().isVisible()).toBe(true)
    await screenshot(paper, 'kit-front-print')
    await paper.context().close()
  })

  test('is valid HTML', async () => {
    for (const path of ['/', '/gallery', '/nowhere']) {
      expect(await markupFaults((await app.inject(path)).body)).toEqual([])
    }
  })
})
