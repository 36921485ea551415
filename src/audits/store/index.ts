export * from './audits.ts'
