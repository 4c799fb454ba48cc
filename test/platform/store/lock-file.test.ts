import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { faultCode } from '@core/fault'
import { lockFile } from '@platform/store/lock-file'
import {
  isSameStart,
  ownStart,
  runsStill,
  ticksFromStat,
  timeFromPs,
  timeFromWmi,
} from '@platform/store/process-start'

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
  ['Sat Jan 31 09:05:07 2026\n', Date.UTC(2026, 0, 31, 9, 5, 7)],
  ['Sun Feb  1 09:05:07 2026    \n', Date.UTC(2026, 1, 1, 9, 5, 7)],
  // An hour that came twice in New York.
  ['Sun Nov  1 05:30:00 2026', Date.UTC(2026, 10, 1, 5, 30)],
  ['Sun Nov  1 06:30:00 2026', Date.UTC(2026, 10, 1, 6, 30)],
  ['Mon Feb 29 09:05:07 2028', Date.UTC(2028, 1, 29, 9, 5, 7)],
])('reads the start of a process as ps of macOS tells it: %j', (text, ms) => {
  expect(timeFromPs(text)).toBe(ms)
})

test.each(['', 'STARTED\n', 'ps: illegal process id: x', '日  2/ 1 09:05:07 2026', '09:05:07'])(
  'what else a ps may say is no time: %j',
  (text) => {
    expect(timeFromPs(text)).toBeUndefined()
  },
)

/** As on a Mac whose clock shows New York: `ps` prints the second by the zone and language that it is given. */
async function onMac(beganMs: number | undefined, look: () => Promise<unknown>) {
  const says =
    beganMs === undefined ? 'exit 1' : `exec date -d @${beganMs / 1000} '+%a %b %e %T %Y'`
  await writeFile(join(folder, 'ps'), `#!/bin/sh\n${says}\n`, { mode: 0o700 })
  const { platform } = process
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
  vi.stubEnv('TZ', 'America/New_York')
  vi.stubEnv('LC_ALL', 'ja_JP.UTF-8')
  Object.defineProperty(process, 'platform', { value: 'darwin' })
  try {
    return await look()
  } finally {
    Object.defineProperty(process, 'platform', { value: platform })
    vi.unstubAllEnvs()
  }
}

test.runIf(process.platform === 'linux')(
  'a living process keeps its lock on macOS through the hour that comes twice, and a pid given out again does not',
  async () => {
    const secondHalfPast1 = Date.UTC(2026, 10, 1, 6, 30)
    const { ppid } = process
    const runs = (start: string, began: number | undefined) =>
      onMac(began, () => runsStill(ppid, start))
    expect(await runs(String(secondHalfPast1 + 300), secondHalfPast1)).toBe('yes')
    expect(await runs(String(secondHalfPast1 - 3_600_000), secondHalfPast1)).toBe('no')
    // Nobody says since when, or the lock does not.
    expect(await runs(String(secondHalfPast1), undefined)).toBe('unknown')
    expect(await runs('', secondHalfPast1)).toBe('unknown')
    expect(await runs('a-boot-id:4711', secondHalfPast1)).toBe('unknown')
    expect(await onMac(secondHalfPast1, () => runsStill(999_999_999, '1'))).toBe('no')
  },
)

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
