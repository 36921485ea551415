export * from './day.ts'
export * from './bank-holidays.ts'
export * from './working-days.ts'
