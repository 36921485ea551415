export * from './framework.ts'
export * from './frameworks.ts'
