export { type Correlation, rankCorrelation } from './correlation.ts'
export { type DemoLooking, demoColleagues, demoLooking, type DemoTeam } from './demo.ts'
export {
  type Caller,
  type ChildAtDoor,
  type Door,
  type Opened,
  openDoor,
} from './door.ts'
export * from './looking.ts'
export { type Nudge, nudgeInWords, nudgesOn } from './nudges.ts'
export * from './opening.ts'
export { conversationPages } from './pages/conversation.ts'
export { lookingPage } from './pages/county.ts'
export { ownLookingPage } from './pages/mine.ts'
export { nudgeFor, nudgesNow, quietPage } from './pages/quiet.ts'
export { teamLookingPage } from './pages/team.ts'
export { momentInWords } from '#calendar'
export { lookingPages } from './pages.ts'
export * from './policy.ts'
export { openRecorder, type Recorder, recordLooking } from './recorder.ts'
export { type LookingRooms } from './rooms.ts'
export { demoColleaguesOf, seedLooking } from './seed.ts'
export {
  type Conversation,
  conversations,
  countOld,
  deleteOld,
  type OldLooking,
  insertConversations,
  insertOpenings,
  insertViews,
  openingsBy,
  openingsOfChild,
  useByTeam,
  viewsOf,
} from './store/index.ts'
export { useAndPerformance } from './use.ts'
