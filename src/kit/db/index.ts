export {
  connect,
  type Database,
  type DatabasePlace,
  databaseVersion,
  enter,
  openDatabase,
  type Trx,
} from './database.ts'
export { DatabaseRefused } from './embedded.ts'
export { type Deed, historyIn } from './history.ts'
export { findMigrations, type Migration, migrate } from './migrate.ts'
export * from './take-away.ts'
