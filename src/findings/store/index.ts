export * from './findings.ts'
export * from './sheets.ts'
