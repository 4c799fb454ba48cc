import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder } from '@platform/store/make-folder'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-folder-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('makes what is missing above it, and leaves what is there', async () => {
  const deep = join(folder, 'a', 'b', 'c')
  await makeFolder(deep, 0o700)
  await makeFolder(deep, 0o700)
  if (process.platform !== 'win32') expect(statSync(deep).mode & 0o777).toBe(0o700)
})

test('is made by several at once, whoever is first at which folder above', async () => {
  for (let round = 0; round < 60; round++) {
    const deep = join(folder, `x${round}`, 'y', 'z')
    await Promise.all(
      [deep, join(deep, 'a'), dirname(deep), deep, join(deep, 'b')].map((path) => makeFolder(path)),
    )
    expect(existsSync(join(deep, 'a'))).toBe(true)
    expect(existsSync(join(deep, 'b'))).toBe(true)
  }
})

test('ends where nothing can be made', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeFolder(join(file, 'in', 'it'))).rejects.toMatchObject({ code: 'ENOTDIR' })
})

test.skipIf(process.platform !== 'linux')('ends where a folder takes no folders', async () => {
  await expect(makeFolder('/proc/modem-bench/deep')).rejects.toMatchObject({ code: 'ENOENT' })
})
