import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bankHolidays, isWorkingDay, longDay } from '#calendar'
import { buildServer, type Server } from '../../src/app/site.ts'
import { emptyApp } from '../county.ts'
import { axe, type Harness, screenshot, startBrowser } from './harness.ts'

// What the minutes of two county councils tell, entered through the ordinary pages: an inspection of
// 2017 and what followed until that of 2022, and a plan of eight areas over fourteen recommendations.
// Dates and sums are those of the published papers, but for the days of the monitoring visits and of
// the delegated change, which they do not tell; recommendations stand here as numbers.

const county = await emptyApp()
const neighbour = await emptyApp()
let sites: readonly Server[]
let browser: Harness
let page: Page
let other: Page

beforeAll(async () => {
  browser = await startBrowser()
  const opened = await Promise.all(
    [county, neighbour].map(async app => {
      const site = await buildServer(app)
      const address = await site.http.listen({ port: 0, host: '127.0.0.1' })
      const as = await browser.signedIn(address, 'quality-lead')
      return { site, page: await browser.open(address, { as }) }
    }),
  )
  sites = opened.map(({ site }) => site)
  const [first, second] = opened
  if (first === undefined || second === undefined) throw new Error('Two councils were asked for.')
  page = first.page
  other = second.page
})
afterAll(async () => {
  await browser.close()
  for (const site of sites) await site.http.close()
})

type Fields = Readonly<Record<string, string>>

const at = (path: string, on = page): string => new URL(path, on.url()).href
const pathOf = (on = page): string => new URL(on.url()).pathname

/** All that a page says, with what is folded away, in one line. */
async function said(on = page): Promise<string> {
  return ((await on.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
}

async function fill(fields: Fields, on = page): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const named = `main form[method="post"] [name="${name}"]`
    if ((await on.locator(`${named}[type="radio"]`).count()) > 0)
      await on.locator(`${named}[value="${value}"]`).check()
    else if ((await on.locator(`main select[name="${name}"]`).count()) > 0)
      await on.locator(named).selectOption(value)
    else await on.locator(named).fill(value)
  }
}

async function press(name: string, on = page): Promise<void> {
  const button = on.locator('main').getByRole('button', { name, exact: true })
  await Promise.all([on.waitForEvent('load'), button.click()])
}

/** Fills in a form of a page, sends it, and gives the path of where that leads. */
async function send(path: string, fields: Fields, button: string, on = page): Promise<string> {
  await on.goto(at(path, on))
  await fill(fields, on)
  await press(button, on)
  return pathOf(on)
}

/** The fields of recommendations that are known by their number. */
const recommendations = (count: number): Fields =>
  Object.fromEntries(
    Array.from({ length: count }, (_, nth) => [
      [`point-${nth}-words`, `Recommendation ${nth + 1} of this report.`],
      [`point-${nth}-number`, String(nth + 1)],
    ]).flat(),
  )

async function record(kind: string, framework: string, fields: Fields, on = page): Promise<string> {
  await on.goto(at(`/inspections/new?kind=${kind}&framework=${framework}`, on))
  await on.locator('summary', { hasText: 'Show more rows' }).click()
  await fill(fields, on)
  await press('Record it', on)
  return pathOf(on)
}

/** The last day of each step on the way to a statutory date. */
async function steps(): Promise<Readonly<Record<string, string>>> {
  const rows = await page.locator('main table').first().locator('tbody tr').all()
  const cells = await Promise.all(rows.map(row => row.locator('th, td').allTextContents()))
  return Object.fromEntries(cells.map(([day = '', what = '']) => [what.trim(), day.trim()]))
}

const makePlan = (title: string, firstUpdateOn: string, on = page): Promise<string> =>
  send('/plans/new', { title, firstUpdateOn }, 'Make a plan', on)

const addLine = (plan: string, fields: Fields): Promise<string> =>
  send(`${plan}/lines/new`, fields, 'Add it')

/** Sends a table to a plan, and looks at what would become of it. */
async function bringTable(plan: string, name: string, text: string, on = page): Promise<void> {
  await on.goto(at(`${plan}/import`, on))
  await on
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press('Read this table', on)
  await press('Show what becomes of each row', on)
}

let inspection2017: string
let plan2017: string

test('2017: the inspection, its notice, and a deadline that shows its working', async () => {
  inspection2017 = await record('full', 'sif-2013', {
    beganOn: '27 February 2017',
    endedOn: '23 March 2017',
    receivedOn: '12 June 2017',
    publishedOn: '13 June 2017',
    'grade-overall': 'inadequate',
    statement: 'full',
    ...recommendations(19),
  })
  const recorded = await said()
  for (const words of ['27 February 2017 to 23 March 2017', '12 June 2017', '13 June 2017'])
    expect(recorded).toContain(words)
  expect(recorded).toContain('1 judgement, 19 recommendations')
  expect(await axe(page)).toEqual([])

  await page.goto(at(`${inspection2017}/deadlines`))
  const dates = await said()
  expect(dates).toContain('Statement of action: 19 September 2017')
  expect(dates).toMatch(/70 working days/)
  expect(dates).toMatch(/28 August 2017/)
  // Cabinet met on 18 September 2017: five clear days before it the agenda was to be open.
  await page.goto(at(`${inspection2017}/deadlines?cabinet=18+September+2017`))
  expect(await steps()).toMatchObject({
    'Publish the agenda and reports': '8 September 2017',
    'Cabinet decides': '18 September 2017',
  })
  await screenshot(page, 'story-deadline-2017')

  await send(
    '/interventions/new',
    {
      kind: 'notice',
      issuedOn: '10 August 2017',
      inspectionId: inspection2017.split('/')[2] ?? '',
      requirements: 'Answer the recommendations\nAppoint an improvement adviser',
    },
    'Record it',
  )
  const notice = await said()
  expect(notice).toContain('Improvement notice: this stands today')
  expect(notice).toContain('10 August 2017')
  expect(notice).toContain('Appoint an improvement adviser')
})

test('2017: a plan of three themes, £9m that adds up to £8.588m, and its key dates', async () => {
  plan2017 = await makePlan('Improvement plan 2017', '9 October 2017')
  const difference = 'Children are safe, and know who is there for them.'
  const themes = ['Leadership and management', 'Help and protection', 'Children in care']
  const made: string[] = []
  for (const title of themes)
    made.push(await addLine(plan2017, { kind: 'theme', title, difference }))
  const parentId = made[0]?.split('/')[2] ?? ''
  await addLine(plan2017, {
    kind: 'milestone',
    parentId,
    title: 'The plan is sent',
    dueOn: '19 September 2017',
  })
  await addLine(plan2017, {
    kind: 'milestone',
    parentId,
    title: 'The improvement partner visits',
    dueOn: '31 October 2017',
  })

  for (const [title, amount] of [
    ['Adoption, fostering, independent reviewing', '£1.175m'],
    ['Additional social workers', '£2.460m'],
    ['Recovery and intervention', '£1.4m'],
    ['Domestic abuse', '800k'],
    ['Breaking the cycle', '320k'],
    ['Exclusions', '270k'],
    ['Communities', '30k'],
    ['Foster carers', '100k'],
    ['Children in care', '2.033m'],
  ] as const) {
    await page.goto(at(`${plan2017}/funding`))
    await fill({ title, amount })
    await press('Add this line')
  }
  await fill({ headline: '£9m' })
  await press('Save the headline')
  expect(await said()).toContain(
    'The 9 funding lines add up to £8.588m. The plan speaks of £9m, which is £412,000 more than its lines.',
  )
  await screenshot(page, 'story-funding')

  await page.goto(at(plan2017))
  const whole = await said()
  for (const words of [...themes, '£8.588m', 'The plan is sent', '19 September 2017'])
    expect(whole).toContain(words)
  expect(await axe(page)).toEqual([])

  await send(
    `${plan2017}/versions/new`,
    {
      kind: 'approved',
      decidedOn: '18 September 2017',
      decidedBy: 'Cabinet',
      meeting: 'Cabinet, 18 September 2017',
    },
    'Record a version',
  )
  expect(await said()).toContain('Version 1, approved')
})

test('eight areas of 10 to 13 projects over 14 recommendations come in from a spreadsheet', async () => {
  await record(
    'full',
    'sif-2013',
    {
      beganOn: '24 October 2016',
      endedOn: '17 November 2016',
      publishedOn: '24 January 2017',
      'grade-overall': 'inadequate',
      ...recommendations(14),
    },
    other,
  )
  const plan = await makePlan('Service improvement plan', '9 October 2017', other)
  const counts = [10, 11, 12, 13, 10, 11, 12, 13]
  const projects = counts.reduce((sum, count) => sum + count)
  // The thirteenth is what nobody thought of; what it would have answered stays a gap.
  const answered = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]
  const rows = counts.flatMap((count, area) =>
    Array.from({ length: count }, (_, nth) => {
      const answers = nth < 2 ? answered[(area * 2 + nth) % answered.length] : ''
      const theme = nth === 0 ? `Area ${area + 1}` : ''
      return `${theme},Project ${area + 1}.${nth + 1},Head of service,Children are seen in time.,31/03/2018,${answers}`
    }),
  )
  const table = ['Theme,Project,Lead,Impact,By when,Recommendations', ...rows].join('\n')
  await bringTable(plan, 'plan.csv', table, other)
  expect(await said(other)).toContain(`${projects + 8} lines would be made, and 0 rows given back`)
  await press('Bring it in', other)
  expect(await said(other)).toContain(`${projects + 8} lines were taken in from ${projects} rows.`)

  await other.goto(at(plan, other))
  expect(await said(other)).toContain(`${projects + 8} lines of Service improvement plan`)
  await screenshot(other, 'story-eight-areas')
  await other.goto(at(`${plan}/coverage`, other))
  const matrix = await said(other)
  expect(matrix).toContain('13 of 14 are answered by this plan')
  for (let nth = 1; nth <= 14; nth++) expect(matrix).toContain(`Recommendation ${nth} of this`)
  expect(await other.locator('tbody tr').count()).toBe(14)
  const gaps = other.locator('main h2:has-text("Without an action") + ul li')
  expect(await gaps.allTextContents()).toEqual([
    expect.stringContaining('Recommendation 13 of this report.'),
  ])
  // Most of its projects answer nothing that was found, and are named too.
  const unasked = other.locator('main h2:has-text("answer nothing that was found") + ul li')
  expect(await unasked.count()).toBe(projects - 16)
  expect(await axe(other)).toEqual([])
  await screenshot(other, 'story-matrix')
})

test('2022: four grades, five recommendations, 15 July, and delegated authority on its version', async () => {
  const inspection = await record('full', 'ilacs-2018', {
    beganOn: '7 February 2022',
    endedOn: '18 February 2022',
    receivedOn: '1 April 2022',
    publishedOn: '1 April 2022',
    'grade-leadership': 'requires-improvement',
    'grade-help-and-protection': 'requires-improvement',
    'grade-children-in-care': 'requires-improvement',
    'grade-overall': 'requires-improvement',
    statement: 'full',
    ...recommendations(5),
  })
  expect(await said()).toContain('4 judgements, 5 recommendations')
  await page.goto(at(`${inspection}/deadlines`))
  const dates = await said()
  expect(dates).toContain('Statement of action: 15 July 2022')
  for (const leftOut of ['15 April 2022', '18 April 2022', '2 May 2022', '2 June', '3 June 2022'])
    expect(dates).toContain(leftOut)
  await page.goto(at(`${inspection}/deadlines?cabinet=22+June+2022`))
  expect(await steps()).toMatchObject({
    'Publish notice of the key decision, at the latest': '24 May 2022',
    'Publish the agenda and reports': '14 June 2022',
    'Cabinet decides': '22 June 2022',
    'Publish and submit the document': '15 July 2022',
  })
  await screenshot(page, 'story-deadline-2022')

  const plan = await makePlan('Improvement plan 2022', '5 September 2022')
  const theme = await addLine(plan, {
    kind: 'theme',
    title: 'Practice',
    difference: 'Children have help that is right for them.',
  })
  await page.goto(at('/findings'))
  const links = await page
    .locator('main a[href^="/findings/"]', { hasText: 'Recommendation' })
    .all()
  const findings = await Promise.all(links.map(link => link.getAttribute('href')))
  expect(findings.length).toBeGreaterThanOrEqual(5)
  const lines: string[] = []
  for (const [nth, finding] of findings.slice(0, 5).entries())
    lines.push(
      await send(
        `${plan}/lines/new?answers=${finding?.split('/')[2]}&parent=${theme.split('/')[2]}`,
        {
          title: `Answer ${nth + 1}`,
          difference: 'Children are heard.',
          owner: 'Head of safeguarding',
          dueOn: '31 March 2023',
        },
        'Add it',
      ),
    )
  await page.goto(at(`${plan}/coverage?document=Inspection%2C+ILACS+2018`))
  expect(await said()).toContain('5 of 5 are answered by this plan; none is left')
  const words =
    'The director may make final changes to the plan, in consultation with the cabinet member.'
  const version = { decidedBy: 'Cabinet', meeting: 'Cabinet' }
  await send(
    `${plan}/versions/new`,
    { kind: 'approved', decidedOn: '22 June 2022', ...version },
    'Record a version',
  )
  await send(`${lines[0]}/change`, { title: 'Answer 1, sooner' }, 'Save the change')
  const change = {
    kind: 'delegated change',
    decidedOn: '11 July 2022',
    decidedBy: 'Director of Children’s Services',
  }
  await send(`${plan}/versions/new`, change, 'Record a version')
  expect(await said()).toContain('Enter the words of the delegation')
  await fill({ consulted: 'Cabinet member', delegation: words, reason: 'A partner asked for it.' })
  await press('Record a version')
  await page.goto(at(`${plan}/versions/2`))
  const changed = await said()
  for (const shown of ['11 July 2022', 'Cabinet member', words, 'A partner asked for it.'])
    expect(changed).toContain(shown)
  await page.goto(at(`${plan}/versions/difference?from=1&to=2`))
  expect(await said()).toContain('0 added, 0 taken away, 1 changed')
  expect(await said()).toContain('Answer 1, sooner')
  await screenshot(page, 'story-delegated')
})

test('seven monitoring visits from January 2018 to February 2020, and a board every six weeks', async () => {
  const visits = [
    ['January 2018', '23', '24'],
    ['May 2018', '1', '2'],
    ['August 2018', '21', '22'],
    ['January 2019', '15', '16'],
    ['May 2019', '14', '15'],
    ['October 2019', '8', '9'],
    ['February 2020', '4', '5'],
  ] as const
  for (const [nth, [month, began, ended]] of visits.entries())
    await record('monitoring', 'sif-2013', {
      visitNumber: String(nth + 1),
      theme: nth % 2 === 0 ? 'The front door' : 'Children in need of protection',
      beganOn: `${began} ${month}`,
      endedOn: `${ended} ${month}`,
      teamSize: '2',
      summary: 'Two inspectors looked at one part of practice.',
    })
  await page.goto(at('/inspections'))
  const history = await said()
  for (const [month, , ended] of visits) expect(history).toContain(`${ended} ${month}`)
  expect(history).toContain('requires improvement, with 5 recommendations')
  expect(await axe(page)).toEqual([])
  await screenshot(page, 'story-history')

  // The first meeting is so set that the second would fall on the next bank holiday that it can.
  const today = Math.floor(Date.now() / 86_400_000)
  const year = new Date().getFullYear()
  const holiday = bankHolidays(year, year + 1).find(
    ({ day }) => day > today + 42 && isWorkingDay(day - 42) && isWorkingDay(day + 42),
  )
  if (holiday === undefined) throw new Error('A year has bank holidays.')
  const first = longDay(holiday.day - 42)
  await send(
    '/board/change',
    {
      firstOn: longDay(holiday.day),
      weeks: '6',
      members: 'Director of Children’s Services, The council\nDesignated nurse, Health',
    },
    'Save',
  )
  expect(await said()).toContain(`${longDay(holiday.day)} is no working day`)
  await fill({ firstOn: first })
  await press('Save')
  const board = await said()
  expect(board).toContain(`Every 6 weeks from ${first}, never on a weekend or a bank holiday`)
  expect(board).toContain('Independent chair, independent of those who sit here')
  expect(board).toContain('Designated nurse')
  expect(board).toContain('The usual day is a holiday')
  expect(board).not.toContain(longDay(holiday.day))
  expect(board).toContain(longDay(holiday.day + 42))
  await screenshot(page, 'story-board')
})

/** A PDF of one page with nothing on it that can be read, as a scanner makes it. */
const pictureOnly = Buffer.from(
  [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj',
    'trailer << /Root 1 0 R >>',
    '%%EOF',
  ].join('\n'),
)

test('what cannot be read or cannot be so is said in a sentence, and nothing is lost', async () => {
  await page.goto(at('/inspections/bring'))
  const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])
  for (const [name, buffer, sentence] of [
    ['report.pdf', zip, '“report.pdf” is a Word, Excel or zip file, not a PDF.'],
    ['scan.pdf', pictureOnly, 'This PDF holds pictures of pages and no text.'],
    ['letter.pdf', Buffer.from([1, 0, 2]), '“letter.pdf” is not a PDF and not text'],
  ] as const) {
    await page
      .locator('main input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await press('Read this report')
    expect(await said()).toContain(sentence)
  }

  // Of another inspectorate: nothing is taken from it, and it waits until it is set aside.
  const health = 'Care Quality Commission. What was found in the clinics of this area. '.repeat(30)
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: 'health.txt', mimeType: 'text/plain', buffer: Buffer.from(health) })
  await press('Read this report')
  expect(await said()).toContain(
    'This looks like a report of the Care Quality Commission, not an inspection of a council’s children’s services. Nothing was taken from it.',
  )
  await page.goto(at('/inspections/bring'))
  expect(await said()).toContain('health.txt')

  await page.goto(at('/inspections/new?kind=focused&framework=ilacs-2018'))
  await fill({
    theme: 'The front door',
    beganOn: '8 October 2024',
    endedOn: '9 October 2024',
    receivedOn: '1 October 2024',
    'point-0-words': 'What was asked is long, and was typed with care.',
  })
  await press('Record it')
  expect(await said()).toContain(
    'The report cannot have come before the inspection began on 8 October 2024.',
  )
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.locator('[name="point-0-words"]').inputValue()).toBe(
    'What was asked is long, and was typed with care.',
  )
  expect(await page.locator('[name="theme"]').inputValue()).toBe('The front door')
  expect(await page.locator('[name="point-20-words"]').isVisible()).toBe(false)

  const loose = await makePlan('A plan without owners', '1 December 2026')
  await bringTable(
    loose,
    'plan.csv',
    'Theme,Project,Impact,By when\nHealth,Checks in time,Children are well,Ongoing\n,,,31/03/2027\n,Dentists,Children are without pain,\n',
  )
  const looked = await said()
  expect(looked).toContain('3 lines would be made, and 1 row given back')
  expect(looked).toContain('It has no owner.')
  expect(looked).toContain('“Ongoing” is no date. It was kept in the comment.')
  await press('Bring it in')
  expect(await said()).toContain('1 row was not taken in')
  expect(await page.getByRole('link', { name: /Download these rows/ }).count()).toBe(1)

  const carry = `${loose}/carry`
  await page.goto(at(carry))
  const boxes = page.locator('main input[name="lines"]')
  await boxes.last().check()
  await fill({ reason: 'It is not done.', title: 'The next plan' })
  await press('Carry open lines forward')
  const next = pathOf()
  expect(next).not.toBe(carry)
  await page.goto(at(`${next}/carry`))
  await page.locator('main input[name="lines"]').last().check()
  await fill({ reason: 'Back to where it was.', into: loose.split('/')[2] ?? '' })
  await press('Carry open lines forward')
  expect(await said()).toContain('came from that plan, so it would go round in a circle')
  expect(await page.locator('[name="reason"]').inputValue()).toBe('Back to where it was.')
  expect(await axe(page)).toEqual([])
})
