import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFiles } from './open.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-open-'))
  await mkdir(join(folder, '2024', 'more'), { recursive: true })
  await mkdir(join(folder, '2024', '.hidden'))
  await mkdir(join(folder, 'empty'))
  await writeFile(join(folder, '2024', 'header.csv'), 'CHILD')
  await writeFile(join(folder, '2024', 'more', 'episodes.csv'), 'CHILD,DECOM')
  await writeFile(join(folder, '2024', '.DS_Store'), 'x')
  await writeFile(join(folder, '2024', '.hidden', 'secret.csv'), 'x')
  await symlink(folder, join(folder, '2024', 'more', 'round'))
  // Two gigabytes that take no room on the disk, as nothing was written to them.
  await writeFile(join(folder, 'huge.csv'), '')
  await truncate(join(folder, 'huge.csv'), 2 * 1024 ** 3)
})
afterAll(() => rm(folder, { recursive: true }))

describe('opening files', () => {
  it('reads a file by its name, and a folder with the folders in it', async () => {
    const one = await openFiles([join(folder, '2024', 'header.csv')])
    expect(one.files.map(file => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ['header.csv', 'CHILD'],
    ])
    const all = await openFiles([join(folder, '2024')])
    expect(all.files.map(file => file.name)).toEqual(['header.csv', 'more/episodes.csv'])
  })

  it('says one sentence about each path that it cannot read', async () => {
    const { files, refusals } = await openFiles([
      join(folder, 'nowhere.csv'),
      join(folder, 'empty'),
      '/dev/zero',
      join(folder, 'huge.csv'),
    ])
    expect(files).toEqual([])
    expect(refusals.map(({ file, message }) => [file, message])).toEqual([
      ['nowhere.csv', 'There is no file or folder of this name.'],
      ['empty', 'There is no file in this folder.'],
      ['zero', 'This is not an ordinary file, so it was not read.'],
      ['huge.csv', 'This file is larger than 512 MB, so it was not read.'],
    ])
  })
})
