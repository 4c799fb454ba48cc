import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTokenFile, mustDiffer, tokenOf } from '@hosts/web/token'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-token-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('of many that start at once on a fresh folder all have the same token, and none meets an empty file', async () => {
  for (let race = 0; race < 100; race++) {
    const path = join(folder, `token-${race}`)
    const tokens = await Promise.all(Array.from({ length: 8 }, () => tokenOf(path)))
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).toMatch(/^[\w-]{32}$/)
  }
  expect(readdirSync(folder)).toHaveLength(100)
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'token-0')).mode & 0o777).toBe(0o600)
})

test('whoever starts while another one is still writing meets no empty file', async () => {
  const path = join(folder, 'token')
  let second = ''
  await makeTokenFile(path, async (file) => {
    const opened = await open(file, 'wx', 0o600)
    second = await tokenOf(path)
    await opened.writeFile(`${'a'.repeat(32)}\n`)
    await opened.close()
  })
  expect(second).toMatch(/^[\w-]{32}$/)
  expect(await tokenOf(path)).toBe(second)
  expect(readdirSync(folder)).toEqual(['token'])
})

test('a file that is there is kept as it is, also when it holds no token', async () => {
  const path = join(folder, 'token')
  writeFileSync(path, '', { mode: 0o600 })
  await expect(tokenOf(path)).rejects.toMatchObject({ code: 'bad-input' })
  expect(statSync(path).size).toBe(0)
})

test('the token that may do everything is not given to those who may look', () => {
  expect(() => mustDiffer('one-token-of-many', 'one-token-of-many')).toThrow(/--read-token-file/)
  expect(() => mustDiffer('one-token-of-many', undefined)).not.toThrow()
  expect(() => mustDiffer('one-token-of-many', 'another-token-of-many')).not.toThrow()
})

test('a folder that is missing is said, and nothing is left', async () => {
  await expect(tokenOf(join(folder, 'none', 'token'))).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('folder is missing'),
  })
  expect(readdirSync(folder)).toEqual([])
})
