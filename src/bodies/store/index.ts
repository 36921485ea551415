export * from './bodies.ts'
export * from './constitutions.ts'
export * from './people.ts'
