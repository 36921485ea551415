export * from './boards.ts'
export * from './documents.ts'
export * from './inspections.ts'
export * from './interventions.ts'
