// What browser tests share: a browser found or unpacked, pages opened as people have them, and the
// questions that every page is asked.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate, formatterFactory } from 'html-validate'
import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core'
import { findBrowser } from './chromium.ts'

const require = createRequire(import.meta.url)
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const pictures = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'screenshots')

export type SignedIn = Exclude<BrowserContextOptions['storageState'], string | undefined>

export type Opened = {
  readonly as?: SignedIn
  readonly width?: number
  readonly height?: number
  readonly javaScript?: boolean
  readonly forcedColors?: 'active'
}

export type Harness = {
  /** Opens an address; each page has cookies of its own, or those of somebody who has signed in. */
  readonly open: (url: string, how?: Opened) => Promise<Page>
  /** The cookies of somebody who has come in as a persona of the site at an address. */
  readonly signedIn: (address: string, persona: string) => Promise<SignedIn>
  readonly close: () => Promise<void>
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One browser for a file of tests. Close it when they are done. */
export async function startBrowser(): Promise<Harness> {
  const found = await findBrowser()
  const home = mkdtempSync(join(tmpdir(), 'sightline-browser-'))
  const browser = await chromium.launch({
    executablePath: found.executable,
    args: [...quiet, ...found.arguments],
    env: { ...definedOnly(process.env), ...found.environment, HOME: home },
  })
  const open: Harness['open'] = async (url, how = {}) => {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: how.width ?? 1280, height: how.height ?? 900 },
      javaScriptEnabled: how.javaScript ?? true,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      ...(how.forcedColors && { forcedColors: how.forcedColors }),
      ...(how.as && { storageState: how.as }),
    })
    const page = await context.newPage()
    await page.goto(url)
    return page
  }
  return {
    open,
    signedIn: async (address, persona) => {
      const page = await open(address)
      await signInAs(page, persona)
      const state = await page.context().storageState()
      await page.context().close()
      return state
    },
    close: async () => {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Comes in as a persona of the demonstration, by the page on which one chooses. */
export async function signInAs(page: Page, persona: string): Promise<void> {
  await page.goto(new URL('/personas', page.url()).href)
  await page.locator(`form:has(input[value="${persona}"]) button`).click()
  await page.waitForURL(url => url.pathname !== '/personas')
}

const definedOnly = (values: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

// The levels of the Web Content Accessibility Guidelines that public bodies must meet.
const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, one line each; an empty list is what every page must give. */
export async function axe(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await putInAxe(page)
  // as: what the expression makes.
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(guidelines)}, resultTypes: ['violations'] }).then(result => result.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ' – ' + (node.failureSummary ?? '').replace(/\\s+/g, ' '))))`,
  )) as readonly string[]
  return found
}

/** The policy of our pages refuses scripts of others, so axe is put in through the debugger. */
async function putInAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axeSource })
  await session.detach()
}

/** Saves a picture for people to look at; nothing compares it. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(pictures, { recursive: true })
  const path = join(pictures, `${name}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}

/** The names of what the Tab key reaches, in order, until it comes round or `most` are found. */
export async function walk(page: Page, most = 200): Promise<readonly string[]> {
  const reached: string[] = []
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    // as: what the expression makes.
    const name = (await page.evaluate(
      `(() => { const e = document.activeElement; if (!e || e === document.body) return ''; if (e.dataset.walked) return ''; e.dataset.walked = '1'; return (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || e.getAttribute('href') || e.tagName).trim().replace(/\\s+/g, ' ') })()`,
    )) as string
    if (name === '') break
    reached.push(name)
  }
  return reached
}

/** How far the page is wider than its window, in pixels: more than none means scrolling sideways. */
export async function overflow(page: Page): Promise<number> {
  // as: what the expression makes.
  return (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of taste, or what govuk-frontend writes on purpose.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    'long-title': 'off',
    'no-inline-style': 'error',
    'no-raw-characters': 'off',
    'no-redundant-role': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'require-sri': 'off',
    'svg-focusable': 'off',
    'void-style': 'off',
    'wcag/h32': 'off',
  },
})

/** What is wrong with a page's markup, one line each. */
export async function markupFaults(markup: string): Promise<readonly string[]> {
  const report = await validator.validateString(markup)
  const text = formatterFactory('text')(report.results)
  return text.split('\n').filter(line => line.includes(': '))
}

/** The stops of the Tab key at which nothing shows where the keyboard is. */
export async function focusFaults(page: Page, most = 60): Promise<readonly string[]> {
  const unseen: string[] = []
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    // A date has several stops, and the browser itself marks those within it.
    // as: what the expression makes.
    const stop = (await page.evaluate(
      `(() => { const e = document.activeElement; if (!e || e === document.body) return null; const s = getComputedStyle(e); const b = e.getBoundingClientRect(); const label = e.labels?.[0]; const l = label && getComputedStyle(label, '::before'); const marked = style => style && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor)) || style.boxShadow !== 'none'); const again = e.type === 'date' && e.dataset.stopped === '1'; e.dataset.stopped = '1'; return { name: (e.textContent || e.tagName).trim().slice(0, 60), seen: again || Boolean(marked(s) || marked(l)) && b.width > 0 && b.height > 0 } })()`,
    )) as { readonly name: string; readonly seen: boolean } | null
    if (stop === null) break
    if (!stop.seen) unseen.push(stop.name)
  }
  return unseen
}
