export * from './checks/index.ts'
export * from './reading/index.ts'
export * from './asks/index.ts'
