export * from './questions.ts'
export * from './supplementaries.ts'
