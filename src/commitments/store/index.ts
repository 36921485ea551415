export * from './commitments.ts'
export * from './workplan.ts'
