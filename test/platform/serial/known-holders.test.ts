import { expect, test } from 'vitest'
import { KnownHolders } from '@platform/serial/known-holders'

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
  const pidOf = async (paths: readonly string[], lately: boolean) =>
    (await known.of(paths, lately)).get('/dev/ttyUSB2')?.[0]?.pid
  return { looks, clock, pidOf }
}

test('who has a port open is not looked at for each list of the ports', async () => {
  const { looks, clock, pidOf } = looked()
  for (const ms of [0, 2_000, 4_000, 9_999]) {
    clock.ms = ms
    expect(await pidOf(['/dev/ttyUSB2'], true)).toBe(1)
  }
  clock.ms = 10_000
  expect(await pidOf(['/dev/ttyUSB2'], true)).toBe(2)
  expect(looks).toHaveLength(2)
})

test('a person who asks, and a port that was plugged in, are worth a look', async () => {
  const { looks, pidOf } = looked()
  await pidOf(['/dev/ttyUSB2'], true)
  expect(await pidOf(['/dev/ttyUSB2'], false)).toBe(2)
  expect(await pidOf(['/dev/ttyUSB2', '/dev/ttyUSB3'], true)).toBe(3)
  expect(looks).toEqual(['/dev/ttyUSB2', '/dev/ttyUSB2', '/dev/ttyUSB2 /dev/ttyUSB3'])
})
