export * from './council.ts'
export * from './store.ts'
