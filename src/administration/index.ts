export { brandFiles, themeOf } from './pages/brand-files.ts'
export * from './pages.ts'
export * from './policy.ts'
export * from './rooms.ts'
