import { expect, test } from 'vitest'
import { comesBack } from '@hosts/cli/comes-back'

test.each([
  ['/dev/ttyUSB2', true],
  ['COM7', true],
  ['tcp:192.168.1.5:2000', false],
  ['rfc2217://192.168.1.5:2217', false],
  ['sim:sim7672', false],
])('whether --hold awaits %s', (port, awaited) => {
  expect(comesBack(port)).toBe(awaited)
})
