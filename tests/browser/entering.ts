import type { Page } from 'playwright-core'

// What people do on our pages, in the steps that a test tells a story in: open, fill in, send, read.

export type Fields = Readonly<Record<string, string>>

export const at = (path: string, on: Page): string => new URL(path, on.url()).href
export const pathOf = (on: Page): string => new URL(on.url()).pathname

/** All that a page says, with what is folded away, in one line. */
export async function said(on: Page): Promise<string> {
  return ((await on.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
}

export async function fill(fields: Fields, on: Page): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const named = `main form[method="post"] [name="${name}"]`
    if ((await on.locator(`${named}[type="radio"]`).count()) > 0)
      await on.locator(`${named}[value="${value}"]`).check()
    else if ((await on.locator(`main select[name="${name}"]`).count()) > 0)
      await on.locator(named).selectOption(value)
    else await on.locator(named).fill(value)
  }
}

export async function press(name: string, on: Page): Promise<void> {
  const button = on.locator('main').getByRole('button', { name, exact: true })
  await Promise.all([on.waitForEvent('load'), button.click()])
}

/** Fills in a form of a page, sends it, and gives the path of where that leads. */
export async function send(
  path: string,
  fields: Fields,
  button: string,
  on: Page,
): Promise<string> {
  await on.goto(at(path, on))
  await fill(fields, on)
  await press(button, on)
  return pathOf(on)
}

export const makePlan = (title: string, firstUpdateOn: string, on: Page): Promise<string> =>
  send('/plans/new', { title, firstUpdateOn }, 'Make a plan', on)

/** Sends a table to a plan, and looks at what would become of it. */
export async function bringTable(
  plan: string,
  name: string,
  text: string,
  on: Page,
): Promise<void> {
  await on.goto(at(`${plan}/import`, on))
  await on
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press('Read this table', on)
  await press('Show what becomes of each row', on)
}
