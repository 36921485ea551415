export * from './conversations.ts'
export * from './openings.ts'
export * from './views.ts'
