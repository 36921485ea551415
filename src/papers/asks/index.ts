export { type Ask, type AskKind, type AskRule, isForFollowingUp } from './ask.ts'
export { ASK_RULES } from './all-rules.ts'
export { type Minutes, findAsks } from './find-asks.ts'
