import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { nodeClock } from '@platform/clock/node-clock'
import { hidBus } from '@platform/gpio/hid-bus'
import type { HidChannel } from '@platform/gpio/hid-message'
import { listAdapters } from '@platform/gpio/list-adapters'
import { nodeHidChannel } from '@platform/gpio/node-hid-channel'
import { openAdapter } from '@platform/gpio/open-adapter'
import { runCli } from '../support/cli'
import { fakeNodeHid, hidChild } from '../support/fake-hid'

const before = process.env['NODE_OPTIONS']
let started = 0
let ended = 0
const options = {
  clock: nodeClock,
  hid: hidBus((): HidChannel => {
    started++
    const channel = nodeHidChannel(hidChild)
    return { ...channel, kill: () => (ended++, channel.kill()) }
  }),
}
beforeAll(() => {
  process.env['NODE_OPTIONS'] = fakeNodeHid
})
afterAll(() => {
  if (before === undefined) delete process.env['NODE_OPTIONS']
  else process.env['NODE_OPTIONS'] = before
})
const power = {
  name: 'power',
  pin: 1,
  dir: 'out',
  activeLow: false,
  drive: 'contact',
  onOpen: 'inactive',
} as const

test('lists what works, and what may not be opened with the udev rule that helps', async () => {
  const found = await listAdapters(options)
  expect(found.map((one) => one.id)).toEqual([
    'mcp2221',
    'usbrelay:BITFT',
    'usbrelay:GONER',
    'usbrelay',
  ])
  expect(found[0]?.note?.en).toContain('libusb is not there')
  expect(found[3]).toMatchObject({ title: 'USB relay on /dev/hidraw8' })
  expect(found[3]?.note?.en).toContain('70-modem-bench.rules')
  expect(found[3]?.note?.ja).toContain('70-modem-bench.rules')
  expect(ended).toBe(started)
})

test('a contact is pulsed through the process, which ends with the adapter', async () => {
  const adapter = await openAdapter('usbrelay:BITFT', options)
  await adapter.open([power])
  expect((await adapter.pulse('power', 60)).actualMs).toBeGreaterThanOrEqual(59)
  await adapter.close()
  expect(ended).toBe(started)
})

test('a board pulled in the middle of a pulse ends it', async () => {
  const adapter = await openAdapter('usbrelay:GONER', options)
  await adapter.open([power])
  const pulse = adapter.pulse('power', 3000)
  expect(await pulse.catch(faultCode)).toBe('adapter-gone')
  await adapter.close()
})

test('the command line tells the udev rule, and ends as a port that cannot be used', async () => {
  const env = { NODE_OPTIONS: fakeNodeHid }
  const { code, err } = await runCli(['gpio', 'pulse', 'usbrelay:ZZZZZ', '1', '100'], { env })
  expect(err).toContain('You are not allowed to use the GPIO adapter')
  expect(err).toContain('70-modem-bench.rules')
  expect(code).toBe(3)
})
