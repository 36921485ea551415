export { annexA } from './reader.ts'
