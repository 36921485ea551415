export { ssda903 } from './reader.ts'
