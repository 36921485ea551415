import { audits } from './audits.ts'
import { change } from './change.ts'
import { figures } from './figures.ts'
import { house } from './house.ts'
import { meetings } from './meetings.ts'
import type { Register } from './table.ts'

export * from './table.ts'

/** Every table of the house, with what it holds of people and how long that is kept. */
export const register: Register = { ...house, ...change, ...meetings, ...figures, ...audits }
