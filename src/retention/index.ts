export * from './extract-holding.ts'
export * from './retain.ts'
export * from './rules.ts'
export { type DestroyedThing, destroyedThings, retentionRules } from './store.ts'
