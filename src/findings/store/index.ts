export * from './findings.ts'
export * from './sheets.ts'
export { countOldSheets, forgetOldSheets } from './old-sheets.ts'
