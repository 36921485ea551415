export * from './components.ts'
export { dataTable } from './data-table.ts'
export type { Column, DataTable } from './data-table.ts'
