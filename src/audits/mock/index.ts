export { planMock } from './change.ts'
export { mockPages } from './pages/pages.ts'
