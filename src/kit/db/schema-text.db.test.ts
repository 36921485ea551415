import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { schemaText } from './schema-text.ts'

const db = await testDatabase()
const file = fileURLToPath(new URL('../../../docs/schema.txt', import.meta.url))

// After a new migration: npm test -- --only db schema-text --update
test('docs/schema.txt says what the migrations make', async () => {
  await expect(await schemaText(db)).toMatchFileSnapshot(file)
})
