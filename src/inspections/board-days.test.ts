import { describe, expect, test } from 'vitest'
import type { Body } from '#bodies'
import { parseIsoDay } from '#calendar'
import type { Meeting } from '#meetings'
import { bodyOfBoard, boardDays } from './board-days.ts'
import type { Board } from './board.ts'

const day = (iso: string) => parseIsoDay(iso) ?? 0
const today = day('2026-11-22')
const board: Board = {
  id: 'b',
  name: 'Improvement board',
  chair: 'Independent chair',
  chairOrganisation: '',
  firstOn: day('2026-10-05'),
  weeks: 6,
  endedOn: null,
  members: [],
  moved: [],
}
const body = (id: string, fields: Partial<Body> = {}): Body => ({
  id,
  name: id,
  kind: 'improvement board',
  access: 'none',
  about: '',
  quorum: null,
  numbering: 'each meeting',
  venue: '',
  clerk: { post: '', name: '', phone: '', email: '' },
  startedOn: day('2024-01-01'),
  endedOn: null,
  succeeds: null,
  listed: true,
  ...fields,
})
const meeting = (id: string, on: string, fields: Partial<Meeting> = {}): Meeting => ({
  id,
  bodyId: 'ours',
  title: '',
  heldOn: day(on),
  startsAt: '14:00',
  endsAt: null,
  beganAt: null,
  concludedAt: null,
  mode: 'hybrid',
  venue: '',
  mapLink: '',
  joiningLink: '',
  state: 'confirmed',
  stateWords: '',
  movedTo: null,
  noticePublishedAt: null,
  agendaPublishedAt: null,
  sequence: 0,
  importedFrom: null,
  ...fields,
})

describe('the body that is the board', () => {
  test('has its name, or else began last; one that ended or is of another kind is none', () => {
    const bodies = [
      body('older', { startedOn: day('2019-06-12') }),
      body('newer'),
      body('ended', { startedOn: day('2025-01-01'), endedOn: day('2026-01-01') }),
      body('scrutiny', { kind: 'scrutiny', startedOn: day('2026-01-01') }),
    ]
    expect(bodyOfBoard(board, bodies, today)?.id).toBe('newer')
    const named = [
      ...bodies,
      body('named', { name: 'IMPROVEMENT BOARD', startedOn: day('2020-01-01') }),
    ]
    expect(bodyOfBoard(board, named, today)?.id).toBe('named')
    expect(bodyOfBoard(board, [], today)).toBeNull()
  })

  test('of a board that has ended is the one that was there when it ended', () => {
    const was = body('was', { endedOn: day('2022-09-14') })
    const ended = { ...board, endedOn: day('2022-09-14') }
    expect(
      bodyOfBoard(ended, [{ ...was, startedOn: day('2019-06-12') }, body('now')], today)?.id,
    ).toBe('was')
  })
})

describe('the days of the board', () => {
  test('count a meeting of today as the next, and have none after the last of a board that ended', () => {
    const on = day('2026-11-16')
    expect(boardDays(board, null, [], on).next?.on).toBe(on)
    expect(boardDays(board, null, [], on).last?.on).toBe(day('2026-10-05'))
    const ended = { ...board, endedOn: day('2026-11-01') }
    expect(boardDays(ended, null, [], today).next).toBeNull()
  })

  test('are those that are arranged, as soon as any is', () => {
    const held = [
      meeting('m3', '2026-12-03'),
      meeting('m1', '2026-11-12'),
      meeting('off', '2026-11-26', { state: 'cancelled' }),
      meeting('other', '2026-11-24', { bodyId: 'scrutiny' }),
    ]
    const days = boardDays(board, body('ours'), held, today)
    expect([days.source, days.last?.on, days.next?.on]).toEqual([
      'calendar',
      day('2026-11-12'),
      day('2026-12-03'),
    ])
    expect(days.next?.href).toBe('/meetings/m3')
    expect(days.between(today, today + 366)).toHaveLength(1)
  })

  test('are worked out from the rhythm while none is arranged', () => {
    for (const days of [
      boardDays(board, null, [meeting('m1', '2026-11-12')], today),
      boardDays(board, body('ours'), [], today),
    ]) {
      expect([days.source, days.last?.on, days.next?.on]).toEqual([
        'rhythm',
        day('2026-11-16'),
        day('2026-12-29'),
      ])
      expect(days.next?.href).toBeNull()
    }
  })
})
