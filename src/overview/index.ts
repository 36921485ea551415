export * from './front.ts'
export * from './need.ts'
export * from './pages/front.ts'
export * from './policy.ts'
