export { teamsPages } from './pages/pages.ts'
export * from './due/due-book.ts'
export * from './policy.ts'
export { type TeamPart, type TeamsRooms } from './rooms.ts'
