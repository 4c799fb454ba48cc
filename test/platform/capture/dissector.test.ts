import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dissectorText, installDissector, removeDissector } from '@platform/capture/dissector'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-dissector-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was done to the dissector is told, also where it was nothing', async () => {
  const run = async () => `Personal Lua Plugins:\t${folder}\n`
  const path = join(folder, 'modem-bench-at.lua')
  expect(await removeDissector(run)).toEqual({ path, what: 'missing' })
  expect(await installDissector(run)).toEqual({ path, what: 'installed' })
  expect(await installDissector(run)).toEqual({ path, what: 'current' })
  writeFileSync(path, '-- of an older version')
  expect(await installDissector(run)).toEqual({ path, what: 'updated' })
  expect(readFileSync(path, 'utf8')).toBe(dissectorText)
  expect(await removeDissector(run)).toEqual({ path, what: 'removed' })
})
