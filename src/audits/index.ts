export * from './audit.ts'
export * from './policy.ts'
export * from './store/index.ts'
