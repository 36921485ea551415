export * from './council.ts'
export * from './here.ts'
export * from './settings.ts'
export * from './store.ts'
