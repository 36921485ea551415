import { askKindsOfPage } from './kinds.ts'

await askKindsOfPage(2, 3)
