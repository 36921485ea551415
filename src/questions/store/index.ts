export * from './questions.ts'
export * from './supplementaries.ts'
export { countOldAskers, forgetOldAskers } from './old.ts'
