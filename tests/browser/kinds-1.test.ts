import { askKindsOfPage } from './kinds.ts'

await askKindsOfPage(0, 3)
