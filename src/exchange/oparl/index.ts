export type * from './json.ts'
export * from './objects.ts'
export * from './list.ts'
