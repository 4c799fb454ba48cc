import { expect, test } from 'vitest'
import { KnownHolders, type HowOften } from '@platform/serial/known-holders'

function looked() {
  const looks: string[] = []
  const clock = { ms: 0 }
  const known = new KnownHolders(
    async (paths) => {
      looks.push(paths.join(' '))
      return new Map(paths.map((path) => [path, [{ pid: looks.length, program: 'pppd' }]]))
    },
    () => clock.ms,
  )
  const pidOf = async (paths: readonly string[], often?: HowOften) =>
    (await known.of(paths, often)).get('/dev/ttyUSB2')?.[0]?.pid
  return { looks, clock, pidOf }
}

test('who has a port open is not looked at for each list of the ports', async () => {
  const { looks, clock, pidOf } = looked()
  for (const ms of [0, 2_000, 4_000, 9_999]) {
    clock.ms = ms
    expect(await pidOf(['/dev/ttyUSB2'], 'lately')).toBe(1)
  }
  clock.ms = 10_000
  expect(await pidOf(['/dev/ttyUSB2'], 'lately')).toBe(2)
  expect(looks).toHaveLength(2)
})

test('while nobody chooses a port, a minute is soon enough', async () => {
  const { clock, pidOf } = looked()
  await pidOf(['/dev/ttyUSB2'], 'seldom')
  clock.ms = 59_999
  expect(await pidOf(['/dev/ttyUSB2'], 'seldom')).toBe(1)
  expect(await pidOf(['/dev/ttyUSB2'], 'lately')).toBe(2)
})

test('a person who asks, and a port that was plugged in, are worth a look', async () => {
  const { looks, pidOf } = looked()
  await pidOf(['/dev/ttyUSB2'], 'lately')
  expect(await pidOf(['/dev/ttyUSB2'])).toBe(2)
  expect(await pidOf(['/dev/ttyUSB2', '/dev/ttyUSB3'], 'lately')).toBe(3)
  expect(looks).toEqual(['/dev/ttyUSB2', '/dev/ttyUSB2', '/dev/ttyUSB2 /dev/ttyUSB3'])
})
