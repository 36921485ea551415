export * from './issues.ts'
export * from './tokens.ts'
export { countOldTokens, forgetOldTokens } from './old-tokens.ts'
