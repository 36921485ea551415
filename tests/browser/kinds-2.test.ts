import { askKindsOfPage } from './kinds.ts'

await askKindsOfPage(1, 3)
