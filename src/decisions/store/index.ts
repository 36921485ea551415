export * from './after.ts'
export * from './decisions.ts'
export * from './notices.ts'
