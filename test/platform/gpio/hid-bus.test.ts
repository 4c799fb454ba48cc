import { expect, test } from 'vitest'
import { hidBus } from '@platform/gpio/hid-bus'
import type { HidChannel, HidReply, HidRequest } from '@platform/gpio/hid-message'
import { openAdapter } from '@platform/gpio/open-adapter'
import { listAdapters } from '@platform/gpio/list-adapters'
import { Cp2112Chip } from '../../support/chips/cp2112-chip'
import type { HidChip } from '../../support/chips/hid-chip'
import { Mcp2221Chip } from '../../support/chips/mcp2221-chip'
import { UsbRelayChip } from '../../support/chips/usbrelay-chip'
import { Wires } from '../../support/chips/wires'
import { ManualClock, settle } from '../../support/manual-clock'
import { wordsOf } from '@core/words'

const info = (path: string, vid: number, pid: number, product: string, serial = '') => ({
  path,
  vid,
  pid,
  product,
  serial,
})

/** A bench with several HID devices, each process of the bus counted. */
function devices() {
  const clock = new ManualClock()
  const wires = new Wires(clock)
  const chips: { readonly [path: string]: HidChip } = {
    cp: new Cp2112Chip(wires),
    mcp: new Mcp2221Chip(wires),
    relayA: new UsbRelayChip(wires, 'AAAAA'),
    relayB: new UsbRelayChip(wires, 'BBBBB'),
  }
  const list = [
    info('cp', 0x10c4, 0xea90, 'CP2112', '0012AB'),
    info('mcp', 0x04d8, 0x00dd, 'MCP2221', '0001'),
    info('relayA', 0x16c0, 0x05df, 'USBRelay2', '0000'),
    info('relayB', 0x16c0, 0x05df, 'USBRelay1', '0000'),
    info('other', 0x16c0, 0x05df, 'Some mouse'),
  ]
  const processes = new Set<HidChannel>()
  const start = (): HidChannel => {
    let reply: (reply: HidReply) => void = () => undefined
    let chip: HidChip | undefined
    const answer = async (request: HidRequest): Promise<HidReply> => {
      const bytes = (more: Uint8Array) => ({ id: request.id, ok: true as const, bytes: [...more] })
      const done = { id: request.id, ok: true as const }
      if (request.do === 'list') return { ...done, list }
      if (request.do === 'open') {
        chip = chips[request.path]
        chip?.onGone((detail) => reply({ gone: wordsOf(detail).en }))
        return chip ? done : { id: request.id, ok: false, error: 'cannot open device' }
      }
      if (!chip) return { id: request.id, ok: false, error: 'no device is open' }
      if (request.do === 'write') await chip.write(Uint8Array.from(request.bytes))
      if (request.do === 'send') await chip.sendFeature(Uint8Array.from(request.bytes))
      if (request.do === 'read') return bytes(await chip.read(request.timeoutMs))
      if (request.do === 'get') return bytes(await chip.getFeature(request.report, request.length))
      return done
    }
    const channel: HidChannel = {
      post: (request) =>
        void answer(request).then(reply, (error: Error) =>
          reply({ id: request.id, ok: false, error: error.message }),
        ),
      onReply: (listener) => (reply = listener),
      onExit: () => undefined,
      kill: () => void processes.delete(channel),
    }
    processes.add(channel)
    return channel
  }
  return { clock, wires, chips, processes, options: { clock, hid: hidBus(start) } }
}

const power = {
  name: 'power',
  pin: 1,
  dir: 'out',
  activeLow: false,
  drive: 'contact',
  onOpen: 'inactive',
} as const

test('lists what is plugged in, relay boards by their five letters, and leaves no process behind', async () => {
  const { options, processes } = devices()
  const found = (await listAdapters(options)).map((adapter) => adapter.id)
  expect(found).toEqual(['cp2112:0012AB', 'mcp2221:0001', 'usbrelay:AAAAA', 'usbrelay:BBBBB'])
  expect(processes.size).toBe(0)
})

test('opens the relay board that was meant, in a process that ends with it', async () => {
  const { options, processes, clock, chips } = devices()
  const adapter = await openAdapter('usbrelay:BBBBB', options)
  await adapter.open([power])
  await clock.until(adapter.pulse('power', 300))
  expect(chips['relayB']?.exchanged).toEqual(['f 00ff01', 'f 00fd01'])
  expect(chips['relayA']?.exchanged).toEqual([])
  await adapter.close()
  expect(processes.size).toBe(0)
})

test('asks which one, where two would do, and names what is there', async () => {
  const { options } = devices()
  await expect(openAdapter('usbrelay', options)).rejects.toThrow(
    'Say which one: usbrelay:AAAAA, usbrelay:BBBBB',
  )
  await expect(openAdapter('usbrelay:ZZZZZ', options)).rejects.toThrow('plugged in: usbrelay:AAAAA')
  expect((await openAdapter('cp2112', options)).id).toBe('cp2112:0012AB')
})

test('a device pulled in the middle of a pulse ends it, through its process', async () => {
  const { options, clock, chips } = devices()
  const adapter = await openAdapter('usbrelay:AAAAA', options)
  await adapter.open([power])
  let code: unknown
  const pulse = adapter
    .pulse('power', 3000)
    .catch((error: { code: unknown }) => (code = error.code))
  await clock.advance(500)
  chips['relayA']?.pull()
  await settle()
  await pulse
  expect(code).toBe('adapter-gone')
})

test.each(['cp2113:1', '', 'lcus', 'usbrelay:AAAAA extra', 'sim:'])(
  'the name %j is refused with what was expected',
  async (name) => {
    const { options } = devices()
    await expect(openAdapter(name, options)).rejects.toMatchObject({
      code: expect.stringMatching(/^adapter-(name|not-found)$/),
    })
  },
)
