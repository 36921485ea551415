export * from './board.ts'
export { daysOfBoard } from './days-of-board.ts'
export * from './change.ts'
export * from './demo.ts'
export * from './frameworks/index.ts'
export { type History, historyOf } from './history.ts'
export * from './in-thread.ts'
export * from './inspection.ts'
export * from './intervention.ts'
export { inspectionsPages } from './pages/pages.ts'
export { type InspectionsRooms } from './pages/rooms.ts'
export * from './policy.ts'
export * from './reading/index.ts'
export * from './statement.ts'
export {
  allInspections,
  allInterventions,
  challengesOf,
  currentBoard,
  inspectionById,
  keepDocument,
  questionsOf,
} from './store/index.ts'
export * from './themes.ts'
