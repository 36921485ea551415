export * from './keep-back.ts'
export * from './published.ts'
export * from './table.ts'
export { isWorkedOut } from './working-out.ts'
