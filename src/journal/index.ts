export type { Json } from './canonical.ts'
export type { JournalFault } from './faults.ts'
export type { Change, Line } from './line.ts'
export { type JournalQuery, journalHead, readJournal, record, verifyJournal } from './store.ts'
