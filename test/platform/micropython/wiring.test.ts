import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { bridgeConfig, micropythonName } from '@platform/micropython/wiring'

test('takes a MicroCat.1 unless pins are named', () => {
  const { port, wiring } = micropythonName('micropython:/dev/ttyACM0')
  expect(port).toBe('/dev/ttyACM0')
  expect(wiring).toMatchObject({ uart: 1, tx: 36, rx: 37, cts: 38, rts: 39, interrupt: false })
  expect(wiring.lines).toEqual({
    power: { pin: 30, activeLow: false, openDrain: false },
    reset: { pin: 31, activeLow: false, openDrain: false },
    status: { pin: 32, activeLow: false, openDrain: false },
  })
})

test('touches no pin of another board that was not named', () => {
  const { wiring } = micropythonName('micropython:COM7?uart=0&tx=0&rx=1&power=17,low,od')
  expect(wiring).toMatchObject({ uart: 0, tx: 0, rx: 1, cts: undefined, rts: undefined })
  expect(wiring.lines).toEqual({ power: { pin: 17, activeLow: true, openDrain: true } })
  expect(bridgeConfig(wiring, { baudRate: 9600, rtscts: false, window: 100 })).toBe(
    '{"uart": 0, "tx": 0, "rx": 1, "cts": None, "rts": None, "baud": 9600, "flow": False, "window": 100, "lines": {"power": (17, True, True, True)}}',
  )
})

test.each([
  ['micropython:', 'expected micropython:PORT'],
  ['micropython:/dev/ttyACM0?pwr=3', '"pwr" is none of'],
  ['micropython:/dev/ttyACM0?tx=x&rx=1', 'expected a number'],
  ['micropython:/dev/ttyACM0?tx=1&rx=1', 'pin 1 is used twice'],
  ['micropython:/dev/ttyACM0?tx=1', 'tx and rx are both needed'],
  ['micropython:/dev/ttyACM0?power=17,od', 'can only pull low'],
  ['micropython:/dev/ttyACM0?power=17,high', 'low (active low)'],
  ['micropython:/dev/ttyACM0?interrupt=maybe', 'expected no or yes'],
  ['micropython:/dev/ttyACM0?uart=1&uart=0', 'there twice'],
])('refuses %s and says what was expected', (name, words) => {
  expect(() => micropythonName(name)).toThrow(Fault)
  expect(() => micropythonName(name)).toThrow(words)
})
