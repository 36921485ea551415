export * from './published.ts'
export * from './local-time.ts'
export * from './words.ts'
export * from './moderngov/index.ts'
