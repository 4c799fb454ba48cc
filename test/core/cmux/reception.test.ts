import { expect, test } from 'vitest'
import { fromHex, latin1 } from '@core/bytes'
import { Channels } from '@core/cmux/channels'
import { ControlChannel } from '@core/cmux/control'
import type { CmuxControl } from '@core/cmux/frame'
import { Reception } from '@core/cmux/reception'
import type { CmuxState } from '@core/cmux/session-types'
import { cmuxTimers } from '@core/cmux/timers'
import { Waits } from '@core/cmux/waits'
import { CmuxWire } from '@core/cmux/wire'
import { seenIn } from '@core/words'
import { ManualClock, settle } from '../../support/manual-clock'

interface Side {
  state?: CmuxState
  initiator?: boolean
  accepts?: boolean
}

/** What receives the frames of a session in some state, and everything it did. Channel 1 is open. */
function side({ state = 'open', initiator = true, accepts = false }: Side = {}) {
  const clock = new ManualClock()
  const did: string[] = []
  const waits = new Waits<string>(clock)
  const options = { role: 'initiator', clock, write: async () => {} } as const
  const timers = cmuxTimers
  const wire = new CmuxWire(options, timers, {
    onFrame: () => {},
    onLeft: () => {},
    onOutside: () => {},
    onWriteFailure: () => {},
    onNoWake: () => {},
  })
  const note = () => {}
  const channels: Channels = new Channels({
    options,
    dialogue: { waits, timers, command: () => {}, note },
    wire,
    commandBit: 1,
    control: () => control,
    mustBeOpen: () => {},
  })
  const control = new ControlChannel({
    waits,
    timers,
    counts: wire.counts,
    maxInfo: 31,
    channels,
    send: () => {},
    note,
    closedByPeer: () => did.push('CLD'),
    sleep: () => {},
  })
  channels.joinAsked(1)
  const one = channels.get(1)
  one?.onBytes((bytes) => did.push(`1 got ${latin1(bytes)}`))
  one?.onEnd(({ reason, detail }) => did.push(`1 ${reason} ${detail ? seenIn(detail, 'en') : ''}`))
  channels.onChannel(({ dlci }) => did.push(`joined ${dlci}`))
  const it = new Reception(
    {
      initiator,
      waits,
      counts: wire.counts,
      channels,
      state: () => state,
      accepts: () => accepts,
      respond: (dlci, kind) => did.push(`${kind} ${dlci}`),
      opened: () => did.push('opened'),
      end: (reason, detail) => did.push(`${reason} ${seenIn(detail, 'en')}`),
      note: (severity, { en }) => did.push(`${severity}: ${en}`),
    },
    control,
  )
  const receive = (kind: CmuxControl, dlci: number, hex = '') =>
    it.receive({
      dlci,
      control: kind,
      cr: 0,
      pf: 1,
      wide: false,
      fcs: 0,
      info: fromHex(hex) ?? new Uint8Array(),
    })
  return { clock, did, waits, wire, receive }
}

const starting = { state: 'starting' } as const
const idle = { state: 'idle', initiator: false } as const
const closing = { state: 'closing' } as const
const modem = { initiator: false, accepts: true }

test.each<[string, Side, CmuxControl, number, string[]]>([
  ['data', {}, 'UIH', 1, ['1 got hi']],
  ['UI', {}, 'UI', 1, ['1 got hi']],
  ['data of a channel that is none', {}, 'UIH', 2, ['DM 2']],
  ['that, while it starts', starting, 'UIH', 2, []],
  ['that, while it is closed', closing, 'UIH', 2, []],
  ['a reserved channel', {}, 'SABM', 62, []],
  ['the last channel', {}, 'SABM', 61, ['DM 61']],
  ['DM', {}, 'DM', 1, ['1 gone DM']],
  ['DM of a channel that is none', {}, 'DM', 2, []],
  ['DM of all', {}, 'DM', 0, ['peer-closed DM']],
  ['that, while it starts', starting, 'DM', 0, []],
  [
    'SABM of all, at a computer',
    starting,
    'SABM',
    0,
    ['warning: Our own request came back: the modem echoes, it does not multiplex.'],
  ],
  [
    'SABM of all, at a modem',
    idle,
    'SABM',
    0,
    ['1 gone The multiplexer was started anew.', 'UA 0', 'opened'],
  ],
  ['once more', modem, 'SABM', 0, ['1 gone The multiplexer was started anew.', 'UA 0']],
  ['while it is closed', { ...modem, state: 'closing' }, 'SABM', 0, []],
  ['SABM', modem, 'SABM', 2, ['UA 2', 'joined 2']],
  ['SABM of an open one', modem, 'SABM', 1, ['UA 1']],
  ['SABM that is not taken', {}, 'SABM', 2, ['DM 2']],
  ['SABM too early', { ...modem, state: 'idle' }, 'SABM', 2, ['DM 2']],
  ['DISC', {}, 'DISC', 1, ['UA 1', '1 gone DISC']],
  ['DISC of a channel that is none', {}, 'DISC', 2, ['DM 2']],
  ['DISC of all', {}, 'DISC', 0, ['UA 0', 'peer-closed DISC']],
  ['DISC before anything', idle, 'DISC', 0, ['DM 0']],
])('%s', (_what, state, kind, dlci, expected) => {
  const { did, receive } = side(state)
  receive(kind, dlci, '6869')
  expect(did).toEqual(expected)
})

test('control messages go to their channel, of UI and UIH', () => {
  const { did, receive } = side()
  receive('UIH', 0, 'C301')
  receive('UI', 0, 'C301')
  expect(did).toEqual(['CLD', 'CLD'])
})

test('our own SABM is counted', () => {
  const { wire, receive } = side(starting)
  receive('SABM', 0)
  expect(wire.counts.echoes).toBe(1)
})

test.each<[CmuxControl, string, string, string[]]>([
  ['UA', 'SABM 2', 'UA', []],
  ['UA', 'DISC 2', 'UA', []],
  ['DM', 'SABM 2', 'DM', []],
  ['DM', 'DISC 2', 'DM', []],
  ['SABM', 'SABM 2', 'SABM', ['UA 2']],
  ['UIH', 'DISC 2', 'undefined', []],
  ['UIH', 'SABM 2', 'undefined', ['DM 2']],
  ['UA', 'SABM 3', 'undefined', []],
])('%s, while %s is waited for, answers %s', async (kind, key, answer, did) => {
  const all = side()
  let said = 'undefined'
  void all.waits.wait(key, 100).then((got) => (said = String(got)))
  all.receive(kind, 2)
  await settle()
  expect([said, all.did]).toEqual([answer, did])
})

test('one who waits for both has SABM answered first', async () => {
  const { waits, receive } = side()
  const said: string[] = []
  void waits.wait('DISC 2', 100).then(() => said.push('DISC'))
  void waits.wait('SABM 2', 100).then(() => said.push('SABM'))
  receive('UA', 2)
  await settle()
  expect(said).toEqual(['SABM'])
})
