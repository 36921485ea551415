export * from './numbers.ts'
export * from './search.ts'
export * from './subscriptions.ts'
export * from './imports.ts'
