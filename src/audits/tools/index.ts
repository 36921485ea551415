import type { Tool } from '#practice'
import { wholeCaseFile } from './whole-case-file.ts'

/** The tools that come with Sightline. A council changes its own copy. */
export const shippedTools: readonly Tool[] = [wholeCaseFile]
