import { earlyCommitments } from './demo-early.ts'
import { lateCommitments } from './demo-late.ts'
import type { DemoCommitment } from './demo-story.ts'

/** What the meetings of the demonstration asked for, in the order in which it was said. */
export const demoCommitments: readonly DemoCommitment[] = [...earlyCommitments, ...lateCommitments]
