import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Spool } from '@platform/mqtt/spool'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-spool-'))
  path = join(folder, 'queue')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const roomy = {
  mostBytes: 1e6,
  onDisk: (failed: Error | undefined) => {
    if (failed) throw failed
  },
  onSpoilt: (count: number) => {
    throw new Error(`${count} spoilt`)
  },
}
const message = (text: string) => ({ topic: 'a/event', text })

/** What waits in a file, in its order. */
async function waitingIn(): Promise<string[]> {
  const spool = await Spool.open(path, roomy)
  const texts: string[] = []
  for (let next = spool.first; next; next = spool.first) {
    texts.push(next.text)
    spool.delivered()
  }
  await spool.close()
  return texts
}

test('messages wait on the disk in their order, without those that were delivered', async () => {
  const spool = await Spool.open(path, roomy)
  for (const text of ['one', 'two\nlines', '三']) spool.add(message(text))
  spool.delivered()
  await spool.settled()
  // Not closed: as after a kill.
  expect(await waitingIn()).toEqual(['two\nlines', '三'])
  expect(readFileSync(path, 'utf8')).toBe('')
  await spool.close()
})

test('the file is empty once everything was delivered, and is written anew after many', async () => {
  const spool = await Spool.open(path, roomy)
  for (let count = 0; count < 10_501; count++) spool.add(message(`${count}`))
  for (let count = 0; count < 10_400; count++) spool.delivered()
  await spool.settled()
  const lines = readFileSync(path, 'utf8').split('\n')
  expect(lines.length).toBeLessThan(10_000)
  const left = await waitingIn()
  expect(left).toHaveLength(101)
  expect(left[0]).toBe('10400')
  await spool.close()
})

test('a line cut short anywhere costs no other', async () => {
  const whole = '+["t","first"]\n+["t","second"]\n=1\n+["t","third"]\n'
  for (let length = whole.indexOf('=1'); length <= whole.length; length++) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    const expected = length < whole.indexOf('=1') + 3 ? ['first', 'second'] : ['second']
    if (length === whole.length) expected.push('third')
    expect(await waitingIn(), `${length} octets`).toEqual(expected)
  }
})

test('a spoilt line costs no other, is counted, and the file is kept beside as it was', async () => {
  const spoilt =
    '+{"topic":1}\n+["t","first"]\n\u0000\u0000\n+["t","last"]\n=x\n=1\n+["t",\n+["t","new"]\n'
  writeFileSync(path, spoilt)
  const told: [count: number, beside: string][] = []
  const spool = await Spool.open(path, { ...roomy, onSpoilt: (...all) => told.push(all) })
  await spool.close()
  // The first one had arrived.
  expect(await waitingIn()).toEqual(['first', 'last', 'new'])
  expect(told).toEqual([[2, expect.stringMatching(/^queue\.unreadable-/)]])
  expect(readFileSync(join(folder, told[0]?.[1] ?? ''), 'utf8')).toBe(spoilt)
})

test('what is added behind a torn line is a line of its own', async () => {
  writeFileSync(path, '+["t","first"]\n+["t","to')
  const spool = await Spool.open(path, roomy)
  spool.add(message('next'))
  await spool.close()
  expect(await waitingIn()).toEqual(['first', 'next'])
})

test('what finds no room is counted once, and room comes back', async () => {
  const spool = await Spool.open(path, { ...roomy, mostBytes: 100 })
  for (let count = 0; count < 10; count++) spool.add(message('0123456789'))
  const kept = spool.waiting
  expect(kept).toBe(3)
  expect(spool.takeLost()).toBe(7)
  expect(spool.takeLost()).toBe(0)
  spool.delivered()
  spool.add(message('again'))
  expect(spool.waiting).toBe(3)
  await spool.close()
})

test('a count of delivered ones that is too high takes none that is added later', async () => {
  writeFileSync(path, '+["t","only"]\n')
  appendFileSync(path, '=5\n')
  expect(await waitingIn()).toEqual([])
  const spool = await Spool.open(path, roomy)
  spool.add(message('new'))
  await spool.close()
  expect(await waitingIn()).toEqual(['new'])
})

test('what a disk did not take is written when it takes it again', async () => {
  const told: (string | undefined)[] = []
  const spool = await Spool.open(path, {
    ...roomy,
    onDisk: (failed) => told.push(failed && /^[A-Z]+/.exec(failed.message)?.[0]),
  })
  const handle = await open(path)
  const taking = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'appendFile')
  await handle.close()
  taking.mockRejectedValueOnce(new Error('EFBIG: file too large'))
  spool.add(message('a'))
  await spool.settled()
  expect(told).toEqual(['EFBIG'])
  for (const text of ['b', 'c', 'd']) spool.add(message(text))
  await spool.settled()
  taking.mockRestore()
  expect(told).toEqual(['EFBIG', undefined])
  expect(await waitingIn()).toEqual(['a', 'b', 'c', 'd'])
  await spool.close()
})
