export { cin } from './reader.ts'
