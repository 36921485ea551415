export * from './front.ts'
export * from './pages/front.ts'
