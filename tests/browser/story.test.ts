import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bankHolidays, isWorkingDay, longDay } from '#calendar'
import { buildServer, type Server } from '../../src/app/site.ts'
import { emptyApp } from '../county.ts'
import {
  at,
  bringTable,
  type Fields,
  fill,
  makePlan,
  pathOf,
  press,
  said,
  send,
} from './entering.ts'
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
  for (const site of sites) await site.close()
})

/** The fields of recommendations that are known by their number. */
const recommendations = (count: number): Fields =>
  Object.fromEntries(
    Array.from({ length: count }, (_, nth) => [
      [`point-${nth}-words`, `Recommendation ${nth + 1} of this report.`],
      [`point-${nth}-number`, String(nth + 1)],
    ]).flat(),
  )

async function record(
  kind: string,
  framework: string,
  fields: Fields,
  on: Page = page,
): Promise<string> {
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

const addLine = (plan: string, fields: Fields): Promise<string> =>
  send(`${plan}/lines/new`, fields, 'Add it', page)

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
  const recorded = await said(page)
  for (const words of ['27 February 2017 to 23 March 2017', '12 June 2017', '13 June 2017'])
    expect(recorded).toContain(words)
  expect(recorded).toContain('1 judgement, 19 recommendations')
  expect(await axe(page)).toEqual([])

  await page.goto(at(`${inspection2017}/deadlines`, page))
  const dates = await said(page)
  expect(dates).toContain('Statement of action: 19 September 2017')
  expect(dates).toMatch(/70 working days/)
  expect(dates).toMatch(/28 August 2017/)
  // Cabinet met on 18 September 2017: five clear days before it the agenda was to be open.
  await page.goto(at(`${inspection2017}/deadlines?cabinet=18+September+2017`, page))
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
    page,
  )
  const notice = await said(page)
  expect(notice).toContain('Improvement notice: this stands today')
  expect(notice).toContain('10 August 2017')
  expect(notice).toContain('Appoint an improvement adviser')
})

test('2017: a plan of three themes, £9m that adds up to £8.588m, and its key dates', async () => {
  plan2017 = await makePlan('Improvement plan 2017', '9 October 2017', page)
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
    await page.goto(at(`${plan2017}/funding`, page))
    await fill({ title, amount }, page)
    await press('Add this line', page)
  }
  await fill({ headline: '£9m' }, page)
  await press('Save the headline', page)
  expect(await said(page)).toContain(
    'The 9 funding lines add up to £8.588m. The plan speaks of £9m, which is £412,000 more than its lines.',
  )
  await screenshot(page, 'story-funding')

  await page.goto(at(plan2017, page))
  const whole = await said(page)
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
    page,
  )
  expect(await said(page)).toContain('Version 1, approved')
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
  expect(await said(page)).toContain('4 judgements, 5 recommendations')
  await page.goto(at(`${inspection}/deadlines`, page))
  const dates = await said(page)
  expect(dates).toContain('Statement of action: 15 July 2022')
  for (const leftOut of ['15 April 2022', '18 April 2022', '2 May 2022', '2 June', '3 June 2022'])
    expect(dates).toContain(leftOut)
  await page.goto(at(`${inspection}/deadlines?cabinet=22+June+2022`, page))
  expect(await steps()).toMatchObject({
    'Publish notice of the key decision, at the latest': '24 May 2022',
    'Publish the agenda and reports': '14 June 2022',
    'Cabinet decides': '22 June 2022',
    'Publish and submit the document': '15 July 2022',
  })
  await screenshot(page, 'story-deadline-2022')

  const plan = await makePlan('Improvement plan 2022', '5 September 2022', page)
  const theme = await addLine(plan, {
    kind: 'theme',
    title: 'Practice',
    difference: 'Children have help that is right for them.',
  })
  await page.goto(at('/findings', page))
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
        page,
      ),
    )
  await page.goto(at(`${plan}/coverage?document=Inspection%2C+ILACS+2018`, page))
  expect(await said(page)).toContain('5 of 5 are answered by this plan; none is left')
  const words =
    'The director may make final changes to the plan, in consultation with the cabinet member.'
  const version = { decidedBy: 'Cabinet', meeting: 'Cabinet' }
  await send(
    `${plan}/versions/new`,
    { kind: 'approved', decidedOn: '22 June 2022', ...version },
    'Record a version',
    page,
  )
  await send(`${lines[0]}/change`, { title: 'Answer 1, sooner' }, 'Save the change', page)
  const change = {
    kind: 'delegated change',
    decidedOn: '11 July 2022',
    decidedBy: 'Director of Children’s Services',
  }
  await send(`${plan}/versions/new`, change, 'Record a version', page)
  expect(await said(page)).toContain('Enter the words of the delegation')
  await fill(
    { consulted: 'Cabinet member', delegation: words, reason: 'A partner asked for it.' },
    page,
  )
  await press('Record a version', page)
  await page.goto(at(`${plan}/versions/2`, page))
  const changed = await said(page)
  for (const shown of ['11 July 2022', 'Cabinet member', words, 'A partner asked for it.'])
    expect(changed).toContain(shown)
  await page.goto(at(`${plan}/versions/difference?from=1&to=2`, page))
  expect(await said(page)).toContain('0 added, 0 taken away, 1 changed')
  expect(await said(page)).toContain('Answer 1, sooner')
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
  await page.goto(at('/inspections', page))
  const history = await said(page)
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
    page,
  )
  expect(await said(page)).toContain(`${longDay(holiday.day)} is no working day`)
  await fill({ firstOn: first }, page)
  await press('Save', page)
  const board = await said(page)
  expect(board).toContain(`Every 6 weeks from ${first}, never on a weekend or a bank holiday`)
  expect(board).toContain('Independent chair, independent of those who sit here')
  expect(board).toContain('Designated nurse')
  // A day of the plan that passed without a word is late, for milestones as for work.
  expect(board).toContain('The improvement partner visits')
  expect(board).toContain('The usual day is a holiday')
  expect(board).not.toContain(longDay(holiday.day))
  expect(board).toContain(longDay(holiday.day + 42))
  await screenshot(page, 'story-board')
})
