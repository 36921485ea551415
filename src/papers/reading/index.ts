export type * from './paper-read.ts'
export { readPaper } from './read-paper.ts'
