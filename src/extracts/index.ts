export * from './extract.ts'
export * from './freeze.ts'
export * from './frozen.ts'
export * from './store.ts'
