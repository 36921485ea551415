export * from './numbers.ts'
export * from './search.ts'
