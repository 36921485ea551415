export { publish, writeBriefing } from './change.ts'
export { learningPages } from './pages/pages.ts'
export { approveExemplar, insertExemplar } from './store.ts'
