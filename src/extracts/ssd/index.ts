export { ssd } from './reader.ts'
