import { expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import type { LineConfig } from '@core/ports/gpio-adapter'
import { Cp2112Driver } from '@platform/gpio/adapters/cp2112'
import { cp2112 } from '@platform/gpio/adapters/cp2112-codec'
import { openGpiod } from '@platform/gpio/adapters/gpiod'
import { chipFor, chipsIn, gpiodVersion, linesIn } from '@platform/gpio/adapters/gpiod-codec'
import { lcus } from '@platform/gpio/adapters/lcus-codec'
import { LineAdapter } from '@platform/gpio/line-adapter'
import { Mcp2221Driver } from '@platform/gpio/adapters/mcp2221'
import { mcp2221 } from '@platform/gpio/adapters/mcp2221-codec'
import { numato, numatoPin } from '@platform/gpio/adapters/numato-codec'
import { usbrelay } from '@platform/gpio/adapters/usbrelay-codec'
import { Cp2112Chip } from '../../support/chips/cp2112-chip'
import { GpiodRecorder } from '../../support/chips/gpiod-recorder'
import { factoryPins, Mcp2221Chip } from '../../support/chips/mcp2221-chip'
import { Wires } from '../../support/chips/wires'
import { ManualClock } from '../../support/manual-clock'

const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(00)+$/, '')
const clock = new ManualClock()
const key = (more: Partial<LineConfig> = {}): LineConfig => ({
  name: 'power',
  pin: 0,
  dir: 'out',
  activeLow: true,
  drive: 'open-drain',
  maxActiveMs: 13_000,
  onOpen: 'inactive',
  ...more,
})

test('an MCP2221 is spoken to octet by octet as its data sheet says', () => {
  expect(mcp2221.getSram()).toHaveLength(64)
  expect(hex(mcp2221.getSram())).toBe('61')
  expect(hex(mcp2221.getGpio())).toBe('51')
  expect(hex(mcp2221.setGpio([{ pin: 0, value: false, input: false }]))).toBe('5000010001')
  expect(hex(mcp2221.setGpio([{ pin: 0, input: true }]))).toBe('500000000101')
  expect(hex(mcp2221.setGpio([{ pin: 3, value: true, input: false }]))).toBe(
    '5000000000000000000000000000010101',
  )
  expect(hex(mcp2221.setSramInputs())).toBe('600000000000008008080808')
  expect(hex(mcp2221.setFlashInputs())).toBe('b10108080808')
})

test('an MCP2221 as delivered is recognised, left alone, and made ready only on request', async () => {
  const wires = new Wires(clock)
  const chip = new Mcp2221Chip(wires, factoryPins)
  const driver = new Mcp2221Driver('mcp2221:1', chip)
  const adapter = new LineAdapter(driver, clock)
  await expect(adapter.open([key()])).rejects.toMatchObject({ code: 'line-function' })
  expect(chip.exchanged).toEqual(['w 0061'])
  expect(chip.flash).toEqual(factoryPins)
  await driver.makeInputs()
  expect(chip.flash).toEqual([8, 8, 8, 8])
  await new LineAdapter(driver, clock).open([key()])
})

test('a chip that answers to another command is not believed', () => {
  expect(() => mcp2221.check(mcp2221.getGpio(), mcp2221.getSram())).toThrow('instead of 51')
  const refused = mcp2221.getGpio()
  refused[1] = 1
  expect(() => mcp2221.check(mcp2221.getGpio(), refused)).toThrow('refused 51')
})

test('a push-pull output of a CP2112 takes its level as an open drain first', async () => {
  const chip = new Cp2112Chip(new Wires(clock))
  const adapter = new LineAdapter(new Cp2112Driver('cp2112:1', chip), clock)
  await adapter.open([key({ activeLow: false, drive: 'push-pull', pin: 3 })])
  expect(chip.exchanged).toEqual(['f 040008', 'f 0208', 'f 040008', 'f 020808'])
})

test('what is not a CP2112 is refused', () => {
  expect(() => cp2112.readVersion(Uint8Array.of(5, 0x0d, 1))).toThrow('a CP2112 says 12')
  expect(() => cp2112.readConfig(Uint8Array.of(3, 0))).toThrow('instead of 2')
})

test('relay boards are told apart from whatever else has their USB id', () => {
  expect(usbrelay.channels('USBRelay2')).toBe(2)
  for (const product of ['USBRelay3', 'USBasp', 'USBRelay21', ''])
    expect(usbrelay.channels(product)).toBeUndefined()
  expect(hex(usbrelay.set(2, true))).toBe('00ff02')
  expect(hex(usbrelay.set(1, false))).toBe('00fd01')
  const report = Uint8Array.of(0, 66, 73, 84, 70, 84, 0, 0, 0b10)
  expect(usbrelay.read(report)).toEqual({ serial: 'BITFT', states: 2 })
})

test('an LCUS relay is switched with its checksum', () => {
  expect(hex(lcus.set(1, true))).toBe('a00101a2')
  expect(Buffer.from(lcus.set(1, false)).toString('hex')).toBe('a00100a1')
})

test('Numato pins above nine are letters, and a level is read between echo and prompt', () => {
  expect([0, 9, 10, 31].map(numatoPin)).toEqual(['0', '9', 'A', 'V'])
  expect(Buffer.from(numato.set(10, true)).toString()).toBe('gpio set A\r')
  expect(numato.level('gpio read 0\n\r1\n\r>')).toBe(true)
  expect(numato.level('gpio read 1\n\r0\n\r>')).toBe(false)
  expect(numato.level('gpio read 1\n\r>')).toBeUndefined()
})

test.each([
  ['gpioset (libgpiod) v1.6.3', 1],
  ['gpioset (libgpiod) v2.2.1\nCopyright', 2],
  ['gpioset 3.0', undefined],
  ['', undefined],
])('the version in %j is %s', (text, version) => {
  expect(gpiodVersion(text)).toBe(version)
})

test('chips are found by label, since their numbers change', () => {
  const chips = chipsIn(
    'gpiochip0 [raspberrypi-exp-gpio] (8 lines)\ngpiochip4 [pinctrl-rp1] (54 lines)\ngpiochip11 [pinctrl-bcm2835] (54 lines)\n',
  )
  expect(chipFor(chips, '')?.name).toBe('gpiochip4')
  expect(chipFor(chips, 'raspberrypi-exp-gpio')?.name).toBe('gpiochip0')
  expect(chipFor(chips, 'gpiochip11')?.label).toBe('pinctrl-bcm2835')
  expect(chipFor(chips, 'cp2112_gpio')).toBeUndefined()
})

test('who uses a line is read from either gpioinfo', () => {
  const one = linesIn('\tline   4:     "GPIO4"   "w1-gpio"  output  active-low [used open-drain]\n')
  expect(one).toEqual([{ pin: 4, name: 'GPIO4', output: true, consumer: 'w1-gpio' }])
  const two = linesIn('\tline   4:\t"GPIO4"   \toutput active-low consumer="w1-gpio"\n')
  expect(two).toEqual(one)
})

const commands = {
  1: [
    'gpioset --mode=signal gpiochip0 17=0',
    'gpioset --mode=time --sec=13 gpiochip0 17=1',
    'gpioset --mode=signal gpiochip0 17=0',
  ],
  2: [
    'gpioset -c gpiochip0 17=0',
    'gpioset -c gpiochip0 -t 13000ms,0 17=1',
    'gpioset -c gpiochip0 17=0',
  ],
}
test.each([1, 2] as const)('libgpiod %i holds each line in a child of its own', async (version) => {
  const bench = new ManualClock()
  const tools = new GpiodRecorder(version, new Wires(bench))
  const adapter = new LineAdapter(await openGpiod('', tools, bench), bench)
  const line = key({ pin: 17, activeLow: false, drive: 'push-pull' })
  await bench.until(adapter.open([line]))
  await bench.until(adapter.pulse('power', 3000))
  expect(
    tools.commands.filter((one) => one.startsWith('gpioset -') && !one.includes('version')),
  ).toEqual(commands[version])
  expect(tools.running).toBe(1)
  await bench.until(adapter.close())
  expect(tools.running).toBe(0)
})

test.each([
  [1, 'gpioset --mode=signal -l -D open-drain gpiochip0 17=0'],
  [2, 'gpioset -c gpiochip0 -l -d open-drain 17=0'],
] as const)('libgpiod %i drives an open drain that is active low', async (version, command) => {
  const bench = new ManualClock()
  const tools = new GpiodRecorder(version, new Wires(bench))
  const adapter = new LineAdapter(await openGpiod('', tools, bench), bench)
  await bench.until(adapter.open([key({ pin: 17 })]))
  expect(tools.commands).toContain(command)
  await bench.until(adapter.close())
})

test.each([
  ['gpioset: error setting the GPIO line values: Permission denied', 'adapter-permission'],
  ['gpioset: unable to request lines on chip gpiochip0: Device or resource busy', 'adapter-busy'],
  ['gpioset: something else', 'adapter-failed'],
])('says what to do when %s', async (complaint, expected) => {
  const bench = new ManualClock()
  const tools = new GpiodRecorder(2, new Wires(bench))
  const adapter = new LineAdapter(await openGpiod('', tools, bench), bench)
  tools.complaint = complaint
  const line = key({ pin: 17, activeLow: false, drive: 'push-pull' })
  const failed = adapter.open([line]).catch((error: unknown) => faultCode(error))
  expect(await bench.until(failed)).toBe(expected)
})

test('a line that another program drives is not taken from it', async () => {
  const bench = new ManualClock()
  const tools = new GpiodRecorder(1, new Wires(bench))
  const adapter = new LineAdapter(await openGpiod('', tools, bench), bench)
  const failed = adapter.open([key({ pin: 12 })])
  await expect(bench.until(failed)).rejects.toThrow('3gpi-utils')
})

test('missing tools are named with the way to install them', async () => {
  const missing = Object.assign(new Error('spawn gpioset ENOENT'), { code: 'ENOENT' })
  const tools = { run: () => Promise.reject(missing), hold: () => Promise.reject(missing) }
  await expect(openGpiod('', tools, clock)).rejects.toMatchObject({ code: 'adapter-tools' })
})

test('a gpioset that complains only later is not taken for a pulse', async () => {
  const clock = new ManualClock()
  const tools = new GpiodRecorder(2, new Wires(clock))
  const adapter = new LineAdapter(await openGpiod('', tools, clock), clock)
  await clock.until(adapter.open([key({ pin: 17 })]))
  const pulse = adapter.pulse('power', 500).then(
    () => 'pulsed',
    (error: unknown) => faultCode(error),
  )
  await clock.advance(100)
  tools.break('gpioset: error waiting on signal: Input/output error')
  expect(await clock.until(pulse)).toBe('adapter-failed')
  await clock.until(adapter.close())
  expect(tools.running).toBe(0)
})
