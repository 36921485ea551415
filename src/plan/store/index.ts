export * from './plans.ts'
export * from './said.ts'
