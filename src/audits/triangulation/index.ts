export { triangulationOf } from './gather.ts'
export { triangulationPages } from './pages/pages.ts'
