export * from './day.ts'
export * from './working-days.ts'
