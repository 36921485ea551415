import { expect, test } from 'vitest'
import { openLog } from './log.ts'

function kept(level: Parameters<typeof openLog>[0] = 'info') {
  const lines: string[] = []
  return { lines, log: openLog(level, line => lines.push(line)) }
}

const only = (lines: readonly string[]): unknown => JSON.parse(lines[0] ?? '')

test('a line is one object of JSON with its level, facts and words', () => {
  const { lines, log } = kept()
  log.child({ module: 'extracts' }).info({ rows: 12 }, 'Read the list.')
  expect(lines[0]).toMatch(/^\{.*\}\n$/)
  expect(only(lines)).toMatchObject({
    level: 'info',
    module: 'extracts',
    rows: 12,
    words: 'Read the list.',
  })
})

test('what is below the level is not written', () => {
  const { lines, log } = kept('warn')
  log.info('quiet')
  log.error('loud')
  expect(lines).toHaveLength(1)
})

test.for(['name', 'firstName', 'dob', 'dateOfBirth', 'upn', 'childId', 'child_id', 'postcode'])(
  '%s is never written, at any depth',
  key => {
    const { lines, log } = kept()
    log.info({ [key]: 'Very Private', within: { list: [{ [key]: 'Very Private' }] } }, 'Done.')
    expect(lines.join()).not.toContain('Very Private')
  },
)

test('what opens a door is never written', () => {
  const { lines, log } = kept()
  log.info({ password: 's3cret', authorization: 's3cret', cookie: 's3cret', csrfToken: 's3cret' })
  expect(lines.join()).not.toContain('s3cret')
})

test('of a request only its method, its path and its id are written', () => {
  const { lines, log } = kept()
  const req = {
    id: 'r1',
    method: 'GET',
    url: '/children?name=Ann',
    headers: { cookie: 'x' },
    body: 'x',
  }
  log.info({ req, res: { statusCode: 200, body: 'x' } })
  expect(only(lines)).toMatchObject({
    req: { id: 'r1', method: 'GET', url: '/children?…' },
    res: { statusCode: 200 },
  })
  expect(lines.join()).not.toContain('Ann')
})

test('of an error of the database nothing is written that could hold a value', () => {
  const { lines, log } = kept()
  const error = Object.assign(new Error('invalid input syntax: "Ann"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (child)=(Ann)',
    table: 'lines',
  })
  log.error({ err: error }, 'It failed.')
  expect(lines.join()).not.toContain('Ann')
  expect(only(lines)).toMatchObject({ err: { code: '22P02', table: 'lines' } })
})

test('of any other error the message and the place are written', () => {
  const { lines, log } = kept()
  log.error(new TypeError('no such port'))
  expect(only(lines)).toMatchObject({ err: { type: 'TypeError', message: 'no such port' } })
  expect(lines.join()).toContain('log.test.ts')
})
