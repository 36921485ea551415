import { test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { openSite, visitor } from '../../tests/people.ts'
const db = await testDatabase()
test('time', async () => {
  const at = await openSite(db, { council: { demonstration: true } })
  const b = visitor(at.app)
  await b.get('/personas'); await b.post('/personas', { persona: 'director' })
  const run = async (url: string, who: typeof b) => { for (let i = 0; i < 100; i++) await who.get(url); const t = performance.now(); for (let i = 0; i < 300; i++) await who.get(url); return (performance.now() - t) / 300 }
  console.log('signed in', await run('/figures', b), 'anybody', await run('/', visitor(at.app)))
  await at.app.close()
})
