export * from './column.ts'
export * from './list.ts'
export * from './lists.ts'
export * from './table.ts'
