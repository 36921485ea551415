export * from './body.ts'
export * from './constitution.ts'
export * from './policy.ts'
export * from './store/index.ts'
