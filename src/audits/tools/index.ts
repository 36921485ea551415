import type { Tool } from '#practice'
import { careLeavers } from './care-leavers.ts'
import { childProtectionPlan } from './child-protection-plan.ts'
import { childrenInCare } from './children-in-care.ts'
import { dipSample } from './dip-sample.ts'
import { earlyHelp } from './early-help.ts'
import { observation } from './observation.ts'
import { strategyDiscussion } from './strategy-discussion.ts'
import { supervision } from './supervision.ts'
import { wholeCaseFile } from './whole-case-file.ts'

/** The tools that come with Sightline. A council changes its own copy. */
export const shippedTools: readonly Tool[] = [
  wholeCaseFile,
  supervision,
  strategyDiscussion,
  childProtectionPlan,
  childrenInCare,
  careLeavers,
  earlyHelp,
  observation,
  dipSample,
]
