export * from './components.ts'
export { dataTable } from './data-table.ts'
export { pageOf, pager } from './pager.ts'
export type { Column, DataTable } from './data-table.ts'
