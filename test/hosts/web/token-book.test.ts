import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TokenBook } from '@hosts/web/token-book'
import { noTokens, ownToken, tokenLine } from '@hosts/web/token-words'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-tokens-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const text = () => readFileSync(join(folder, 'tokens.json'), 'utf8')

test('a token is known by its hash alone, in a file of its owner', async () => {
  const book = await TokenBook.open(folder)
  const token = await book.make('grafana', 'read', null)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(text()).not.toContain(token)
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'tokens.json')).mode & 0o777).toBe(0o600)
  expect(book.holderOf(token)).toMatchObject({ name: 'grafana', role: 'read' })
  expect(book.holderOf(`${token}x`)).toBeUndefined()
  expect(book.holderOf('')).toBeUndefined()
  expect(JSON.stringify(book.list())).not.toContain('sha256')
})

test('what another program makes and withdraws holds at the next look', async () => {
  const here = await TokenBook.open(folder)
  const there = await TokenBook.open(folder)
  const token = await there.make('rig', 'use', null)
  await here.refresh()
  const holder = here.holderOf(token)
  expect(holder).toMatchObject({ role: 'use' })
  await there.withdraw('rig')
  await there.make('rig', 'use', null)
  await here.refresh()
  expect(here.holderOf(token)).toBeUndefined()
  expect(holder && here.stillHolds(holder)).toBe(false)
})

test('a token ends when its time is over', async () => {
  let now = 1_000
  const book = await TokenBook.open(folder, () => now)
  const token = await book.make('night', 'use', 60_000)
  const holder = book.holderOf(token)
  now += 59_999
  expect(book.holderOf(token)).toBeDefined()
  now += 1
  expect(book.holderOf(token)).toBeUndefined()
  expect(holder && book.stillHolds(holder)).toBe(false)
})

test('a name is there once, and says what it may be', async () => {
  const book = await TokenBook.open(folder)
  await book.make('rig 1', 'read', null)
  await expect(book.make('rig 1', 'use', null)).rejects.toThrow(/token named rig 1 already/)
  await expect(book.make('../x', 'use', null)).rejects.toThrow(/1 to 40 letters/)
  await expect(book.withdraw('rig 2')).rejects.toThrow(/There are: rig 1/)
})

test('of tokens that are made at once none is lost', async () => {
  const books = await Promise.all(Array.from({ length: 6 }, () => TokenBook.open(folder)))
  await Promise.all(books.map((book, at) => book.make(`rig ${at}`, 'read', null)))
  const after = await TokenBook.open(folder)
  expect(after.list()).toHaveLength(6)
})

test('a file that is no list of tokens lets nobody in and is not written over', async () => {
  writeFileSync(join(folder, 'tokens.json'), '{"broken"')
  await expect(TokenBook.open(folder)).rejects.toThrow(/not a list of tokens/)
  expect(text()).toBe('{"broken"')
})

test('a place that takes no file is told as a fault of the disk, at once', async () => {
  const lost = join(folder, 'file')
  writeFileSync(lost, '')
  await expect(TokenBook.open(lost)).rejects.toMatchObject({ code: 'store-failed' })
  const book = await TokenBook.open(folder)
  rmSync(folder, { recursive: true })
  writeFileSync(folder, '')
  await expect(book.make('grafana', 'read', null)).rejects.toMatchObject({
    code: 'store-failed',
    detail: expect.stringContaining(folder),
  })
})

test('a command that is proposed names the folder again', () => {
  expect(noTokens('/srv/bench').en).toContain('--role read --data /srv/bench')
  expect(noTokens('/srv/my bench').ja).toContain('--data "/srv/my bench"')
  expect(noTokens().en).not.toContain('--data')
  expect(ownToken('/srv/bench/token', '/srv/bench').en).toContain('--renew --data /srv/bench')
  const kept = { name: 'rig', role: 'use', madeMs: 0, expiresMs: null } as const
  expect(tokenLine(kept, 0).en).toBe('rig\tuse\t1970-01-01 00:00 UTC\tuntil it is withdrawn')
})
