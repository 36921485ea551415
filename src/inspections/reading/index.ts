export * from './reading.ts'
export { pagesOf } from './lines.ts'
export { authorityName } from './front.ts'
export { readReport } from './read-report.ts'
