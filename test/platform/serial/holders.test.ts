import { expect, test } from 'vitest'
import { isSameDevice } from '@platform/serial/holders'

const terminal = { dev: 24, ino: 5, rdev: (136 << 8) | 2 }
const serial = { dev: 6, ino: 400, rdev: (188 << 8) | 2 }

test.each([
  ['the same node', terminal, terminal, true],
  [
    'a terminal of a container, with our name and number',
    terminal,
    { ...terminal, dev: 61 },
    false,
  ],
  [
    'the last block of terminals',
    { ...terminal, rdev: 143 << 8 },
    { dev: 61, ino: 5, rdev: 143 << 8 },
    false,
  ],
  ['a serial port that a container was given', serial, { ...serial, dev: 61, ino: 9 }, true],
  ['another serial port of that name', serial, { dev: 61, ino: 9, rdev: (188 << 8) | 3 }, false],
  ['one that cannot be looked at', serial, undefined, true],
])('%s: %o %o', (_what, one, other, same) => {
  expect(isSameDevice(one, other)).toBe(same)
})
