export * from './imports.ts'
export * from './neighbours.ts'
export * from './published.ts'
