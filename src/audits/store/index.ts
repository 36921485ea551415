export * from './alerts.ts'
export * from './audits.ts'
export * from './sides.ts'
export * from './tools.ts'
