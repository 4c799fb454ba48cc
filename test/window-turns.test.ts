import { afterEach, expect, test, vi } from 'vitest'
import { windowTurns } from './support/needs-display'

afterEach(() => {
  vi.unstubAllEnvs()
})

// With the workers of the rest in the same turn, Vitest refuses all tests.
test.runIf(process.platform === 'linux').each([
  [':0', '', { fileParallelism: false, sequence: { groupOrder: 1 } }],
  ['', 'wayland-0', { fileParallelism: false, sequence: { groupOrder: 1 } }],
  ['', '', {}],
])('on display "%s%s" the tests of the window run as %j', (x11, wayland, turns) => {
  vi.stubEnv('DISPLAY', x11)
  vi.stubEnv('WAYLAND_DISPLAY', wayland)
  expect(windowTurns()).toEqual(turns)
})
