export * from './figures.ts'
export * from './recount.ts'
export * from './store.ts'
export * from './verify.ts'
