import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { lockFile } from '@platform/store/lock-file'
import { isSameStart, ownStart, ticksFromStat, timeFromWmi } from '@platform/store/process-start'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-lock-'))
  path = join(folder, 'one.journal')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const take = () => lockFile(path, 'journal-in-use')
const refusal = () => take().then(() => 'taken', faultCode)
const left = (text: string) => writeFile(`${path}.lock`, text)

test('keeps a second one out until the first lets go, and leaves nothing behind', async () => {
  const release = await take()
  expect(await refusal()).toBe('journal-in-use')
  await release()
  await (
    await take()
  )()
  expect(await readdir(folder)).toEqual([])
})

test('takes over from a process that is gone', async () => {
  await left(`999999999 ${await ownStart()} 0123456789ab`)
  await (
    await take()
  )()
  expect(await readdir(folder)).toEqual([])
})

test('takes over from a process whose pid another one has by now', async () => {
  const later = process.platform === 'linux' ? 'another-boot:4711' : String(Date.now() - 86_400_000)
  await left(`${process.pid} ${later} 0123456789ab`)
  await (
    await take()
  )()
})

test('leaves a lock alone that a living process holds', async () => {
  await left(`${process.pid} ${await ownStart()} 0123456789ab`)
  expect(await refusal()).toBe('journal-in-use')
  expect(await readFile(`${path}.lock`, 'utf8')).toContain('0123456789ab')
})

test.runIf(process.platform === 'linux')(
  'asks a person where the start of a living process is not known',
  async () => {
    await left(`${process.pid}  0123456789ab`)
    await expect(take()).rejects.toThrow(/does not say since when.*delete .*one\.journal\.lock/)
  },
)

test.each(['', 'rubbish', '\0\0\0\0\0\0\0\0'])(
  'takes over a lock that a power cut left as %j',
  async (text) => {
    await left(text)
    const before = new Date(Date.now() - 60_000)
    await utimes(`${path}.lock`, before, before)
    await (
      await take()
    )()
    expect(await readdir(folder)).toEqual([])
  },
)

test('does not take away the lock of somebody who came after', async () => {
  const release = await take()
  await left(`${process.pid} ${await ownStart()} 0123456789ab`)
  await release()
  expect(await readdir(folder)).toEqual(['one.journal.lock'])
})

test('reads the start of a process whose name holds brackets and spaces', () => {
  const fields = Array.from({ length: 19 }, (_, field) => `${field}`).join(' ')
  expect(ticksFromStat(`4711 (a) S b (c) ${fields} 88123 4096 1`)).toBe('88123')
  expect(ticksFromStat('')).toBeUndefined()
})

test('reads the time of Windows management, with its zone in minutes', () => {
  const text = '\r\r\nCreationDate=20260131090507.123456+540\r\r\n'
  expect(timeFromWmi(text)).toBe(Date.UTC(2026, 0, 31, 0, 5, 7, 123))
  expect(timeFromWmi('No Instance(s) Available.')).toBeUndefined()
})

test.each([
  [0, true, 'at the same time'],
  [-20_000, true, 'before, on a computer that was busy'],
  [900, true, 'after, as rounded'],
  [5_000, false, 'after it: another one'],
  [-3_600_000, false, 'an hour before: the clock was set, or another one'],
])('a process told to have begun %d ms from ours is it: %s (%s)', (offMs, same) => {
  expect(isSameStart(1_700_000_000_000, 1_700_000_000_000 + offMs)).toBe(same)
})

test('a place that takes no lock is told with its path and reason', async () => {
  await expect(lockFile(join(folder, 'none', 'x'), 'journal-in-use')).rejects.toMatchObject({
    code: 'store-failed',
    detail: `${join(folder, 'none', 'x')}.lock: there is no such file or folder`,
  })
})
