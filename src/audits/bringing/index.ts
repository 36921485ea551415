export { bringAudits } from './change.ts'
export { BROUGHT } from './purpose.ts'
export { bringingPages } from './pages/pages.ts'
