export { countAgain } from './again.ts'
export { auditsBehind } from './behind.ts'
export { countFromAudits } from './count.ts'
