export { bringAudits, BROUGHT } from './change.ts'
export { bringingPages } from './pages/pages.ts'
