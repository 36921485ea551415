export * from './answer.ts'
export { keyQuestionsPages, type KeyQuestionsRooms, type QuestionPart } from './pages/questions.ts'
export * from './policy.ts'
export * from './question.ts'
