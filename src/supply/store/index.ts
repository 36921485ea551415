export * from './issues.ts'
export * from './tokens.ts'
