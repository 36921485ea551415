import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expand } from './archive.ts'
import { zipFiles } from './zip-write.ts'

test('what was put into a zip comes out of it, under its name', async () => {
  const files = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-zäß][a-zäß0-9 -]{0,20}\.csv$/),
      bytes: fc.uint8Array({ maxLength: 5000 }),
    }),
    { minLength: 1, maxLength: 6, selector: file => file.name },
  )
  await fc.assert(
    fc.asyncProperty(files, async given => {
      const zip = { name: 'all.zip', bytes: zipFiles(given) }
      const { files: found, refusals } = await expand(zip)
      expect(refusals).toEqual([])
      expect(found.map(file => file.name)).toEqual(given.map(file => `all.zip/${file.name}`))
      for (const [place, { bytes }] of given.entries()) {
        expect(Buffer.compare(found[place]?.bytes ?? new Uint8Array(), bytes)).toBe(0)
      }
      expect(zipFiles(given).equals(zip.bytes)).toBe(true)
    }),
    { numRuns: 30 },
  )
})
