// Commits rows one by one and says on standard output which are committed, until it is killed.
import { sql } from 'kysely'
import { openDatabase } from '#kit/db/index.ts'
import { openLog } from '#kit/log.ts'

const [folder = '', from = '1'] = process.argv.slice(2)
const db = await openDatabase({ folder }, openLog('silent'))
await sql`create table if not exists acknowledged (n int primary key)`.execute(db.owner)
for (let n = Number(from); ; n++) {
  await db.owner
    .transaction()
    .execute(trx => sql`insert into acknowledged values (${n})`.execute(trx))
  process.stdout.write(`${n}\n`)
}
