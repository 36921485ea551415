export type { DemoRecords } from './children.ts'
export { fillDemoAudits } from './demo.ts'
