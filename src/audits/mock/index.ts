export { planMock } from './change.ts'
export { mockKind } from './in-thread.ts'
export { mockPages } from './pages/pages.ts'
