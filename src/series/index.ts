export * from './enter.ts'
export * from './store.ts'
export * from './value.ts'
