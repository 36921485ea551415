export * from './fault.ts'
export { CHECKS } from './all.ts'
export { checkPaper } from './check-paper.ts'
export { isNhsNumber, isPupilNumber } from './numbers-of-people.ts'
