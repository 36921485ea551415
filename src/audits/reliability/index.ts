export * from './change.ts'
export * from './gather.ts'
export * from './reliability.ts'
export * from './vignette.ts'
export {
  insertDraw,
  insertOutsideGrade,
  insertVignette,
  insertVignetteGrading,
  outsideGrades,
  reliabilityRules,
  secondDraws,
  vignetteGradings,
  vignettes,
} from './store.ts'
export { reliabilityPages } from './pages/pages.ts'
