import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brandStyles, contrastWithWhite, loadAssets } from './assets.ts'

test('contrast with white, as the guidelines work it out', () => {
  expect(contrastWithWhite('#000000')).toBe(21)
  expect(contrastWithWhite('#ffffff')).toBe(1)
  // The lightest grey that passes, well known from WebAIM's contrast checker.
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
})

test('a brand colour on which white text could not be read is refused', () => {
  expect(() => brandStyles('#777777')).toThrow('too light: its contrast with white is 4.5')
  expect(() => brandStyles('orange')).toThrow('is not written as #rrggbb')
  expect(brandStyles('#5a2d82')).toContain('--app-brand:#5a2d82')
})

test('the address changes with the content', () => {
  const first = loadAssets({ colour: '#14505c' })
  expect(loadAssets({ colour: '#14505c' }).path).toBe(first.path)
  expect(loadAssets({ colour: '#5a2d82' }).path).not.toBe(first.path)
})

test("a council's logo is served beside the rest, and only a picture is", () => {
  const logoFile = join(mkdtempSync(join(tmpdir(), 'logo-')), 'Our Logo.SVG')
  writeFileSync(logoFile, '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const assets = loadAssets({ colour: '#14505c', logoFile })
  expect(assets.logo).toBe('logo.svg')
  expect(assets.files.get('logo.svg')?.toString()).toContain('<svg')
  expect(() => loadAssets({ colour: '#14505c', logoFile: '/tmp/logo.exe' })).toThrow(
    'not SVG, PNG or JPEG',
  )
})
