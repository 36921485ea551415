export { demoAuthority } from './authority.ts'
export { type DemoExtract, type DemoOptions, demoExtracts } from './extracts.ts'
