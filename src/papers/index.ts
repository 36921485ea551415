export * from './checks/index.ts'
