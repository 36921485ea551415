export { demoAuthority } from './authority.ts'
export { type DemoExtract, type DemoOptions, demoExtracts } from './extracts.ts'
export { type DemoReturns, demoReturns } from './returns.ts'
