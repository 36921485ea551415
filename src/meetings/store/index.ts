export * from './attendance.ts'
export * from './items.ts'
export * from './meetings.ts'
export * from './papers.ts'
