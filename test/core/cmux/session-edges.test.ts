import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '@core/bytes'
import { encodeFrame, type CmuxControl } from '@core/cmux/frame'
import { CmuxSession, type CmuxOptions } from '@core/cmux/session'
import { Fault, faultCode } from '@core/fault'
import { quoted, seenIn } from '@core/words'
import { ManualClock, settle } from '../../support/manual-clock'
import { octets } from './alone'

type Options = Partial<Omit<CmuxOptions, 'clock'>> & { readonly clock?: ManualClock }

/** A session and all that it said: frames with the time they left, notes, and how it ended. */
function bench({ clock = new ManualClock(), ...options }: Options = {}) {
  const sent: string[] = []
  const notes: string[] = []
  const ends: string[] = []
  const session = new CmuxSession({
    role: 'initiator',
    clock,
    write: async (bytes) => void sent.push(`${clock.monotonicUs() / 1000} ${hexOf(bytes)}`),
    note: ({ severity, words }) => notes.push(`${severity}: ${words.en}`),
    ...options,
  })
  session.onEnd(({ reason, words, detail }) =>
    ends.push([reason, words.en, ...(detail ? [seenIn(detail, 'en')] : [])].join(' | ')),
  )
  /** A frame of the modem. */
  const say = async (control: CmuxControl, dlci: number, hex = '') => {
    const info = octets(hex)
    session.feed(encodeFrame({ dlci, cr: 1, control, pf: 1, ...(info.length > 0 ? { info } : {}) }))
    await settle()
  }
  const text = async (line: string) => {
    session.feed(bytesOf(line))
    await settle()
  }
  return { clock, sent, notes, ends, session, say, text }
}

/** As a computer, with the multiplexer open. */
async function open(options: Options = {}) {
  const all = bench(options)
  const started = all.session.start()
  await all.clock.advance(300)
  await all.say('UA', 0)
  await started
  all.sent.splice(0)
  const channel = async (dlci: number) => {
    const opening = all.session.openChannel(dlci)
    await settle()
    await all.say('UA', dlci)
    const it = await opening
    await all.say('UIH', 0, `E105${hexOf(Uint8Array.of((dlci << 2) | 3))}0D`)
    all.sent.splice(0)
    return it
  }
  return { ...all, channel }
}

/** The fault of a promise, as `code detail`. */
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) =>
      error instanceof Fault ? `${error.code} ${error.detail}`.trim() : String(error),
  )

describe('a start that fails', () => {
  test.each<[string, (all: ReturnType<typeof bench>) => Promise<void>, string, string]>([
    [
      'by silence',
      async () => {},
      'cmux-no-answer',
      'no-answer | The multiplexer did not start. | The modem does not answer in the multiplexer.',
    ],
    [
      'with a line of text',
      ({ text }) => text('\r\nERROR\r\n'),
      'cmux-no-answer It said: ERROR',
      'no-answer | The multiplexer did not start. | The modem does not answer in the multiplexer. It said: ERROR',
    ],
    [
      'with DM',
      ({ say }) => say('DM', 0),
      'cmux-refused The control channel was asked for.',
      'no-answer | The multiplexer did not start. | The modem refused to open this channel (DM). The control channel was asked for.',
    ],
    [
      'when the port is gone',
      async ({ session }) => session.portEnded({ reason: 'gone' }),
      'cmux-ended gone',
      'failed | The port under the multiplexer failed. | gone',
    ],
    [
      'when the port says more of it',
      async ({ session }) => session.portEnded({ reason: 'failed', detail: quoted('EIO') }),
      'cmux-ended EIO',
      'failed | The port under the multiplexer failed. | EIO',
    ],
    [
      'when it is closed',
      async ({ session }) => void session.close(),
      'cmux-ended It was closed while starting.',
      'closed | The multiplexer was closed. | The multiplexer is not running. It was closed while starting.',
    ],
  ])('%s', async (_how, happens, fault, end) => {
    const all = bench()
    const started = faultOf(all.session.start())
    await all.clock.advance(310)
    await happens(all)
    expect(await all.clock.until(started)).toBe(fault)
    await settle()
    expect(all.ends).toEqual([end])
    expect(all.clock.pending).toBe(0)
  })

  test.each<[string, number, string[]]>([
    [
      'before it asked: is opened all the same, to be closed',
      100,
      ['400 f9033f011cf9', '800 f903ef05c301f2f9'],
    ],
    ['behind it: is closed', 350, ['300 f9033f011cf9', '350 f903ef05c301f2f9']],
  ])('cancelled %s', async (_when, ms, frames) => {
    const { clock, sent, session } = bench()
    const abort = new AbortController()
    const started = session.start(abort.signal).catch(faultCode)
    await clock.advance(ms)
    abort.abort()
    expect(await clock.until(started, 5000, 1)).toBe('at-cancelled')
    expect(sent).toEqual(frames)
    expect(session.state).toBe('ended')
  })

  test('cancelled before it asked, an answer comes: is closed at once', async () => {
    const { clock, sent, session, say } = bench()
    const abort = new AbortController()
    const started = session.start(abort.signal).catch(faultCode)
    await clock.advance(100)
    abort.abort()
    await clock.advance(310)
    await say('UA', 0)
    expect(sent).toEqual(['400 f9033f011cf9', '410 f903ef05c301f2f9'])
    await say('UIH', 0, 'C101')
    await clock.advance(99)
    expect(session.state).toBe('closing')
    await clock.advance(1)
    expect([await started, session.state]).toEqual(['at-cancelled', 'ended'])
  })

  test.each<[string, () => Promise<CmuxSession>, string]>([
    [
      'a modem',
      async () => bench({ role: 'responder' }).session,
      'cmux-ended It cannot be started: it is idle.',
    ],
    [
      'what is open',
      async () => (await open()).session,
      'cmux-ended It cannot be started: it is open.',
    ],
  ])('%s cannot be started', async (_what, made, fault) => {
    expect(await faultOf((await made()).start())).toBe(fault)
  })
})

test('our own request that comes back is told', async () => {
  const { clock, session, say, notes } = bench()
  const started = session.start().catch(faultCode)
  await clock.advance(310)
  await say('SABM', 0)
  expect(notes).toEqual([
    'warning: Our own request came back: the modem echoes, it does not multiplex.',
  ])
  expect(await clock.until(started)).toBe('cmux-echo')
})

describe('what is not open', () => {
  test.each<[string, string, (all: Awaited<ReturnType<typeof open>>) => Promise<void>]>([
    ['lost', 'cmux-lost RDY', ({ text }) => text('\r\nRDY\r\n')],
    ['closed by the modem', 'cmux-ended CLD', ({ say }) => say('UIH', 0, 'C301')],
    ['refused by the modem', 'cmux-ended DM', ({ say }) => say('DM', 0)],
    ['gone', 'cmux-ended closed', async ({ session }) => session.portEnded({ reason: 'closed' })],
    ['being closed', 'cmux-ended It is closing.', async ({ session }) => void session.close()],
  ])('%s: does nothing any more', async (_how, fault, happens) => {
    const all = await open()
    await happens(all)
    for (const doing of [
      all.session.openChannel(1),
      all.session.probe(),
      all.session.holdOff(true),
      all.session.sleep(),
    ])
      expect(await faultOf(doing)).toBe(fault)
  })

  test('not begun', async () => {
    expect(await faultOf(bench().session.openChannel(1))).toBe('cmux-ended It is idle.')
  })
})

describe('a channel that does not open', () => {
  test.each<
    [
      string,
      string,
      (all: Awaited<ReturnType<typeof open>>, abort: AbortController) => Promise<void>,
    ]
  >([
    ['refused', 'cmux-refused Channel 3 was asked for.', ({ say }) => say('DM', 3)],
    ['without answer', 'cmux-no-answer Channel 3 was asked for.', async () => {}],
    [
      'closed at once',
      'port-closed cmux 3',
      async ({ say }) => {
        await say('DISC', 3)
        await say('UA', 3)
      },
    ],
    ['cancelled', 'at-cancelled', async (_all, abort) => abort.abort()],
    ['the session is lost', 'cmux-lost RDY', ({ text }) => text('\r\nRDY\r\n')],
  ])('%s', async (_how, fault, happens) => {
    const all = await open()
    const abort = new AbortController()
    const opening = faultOf(all.session.openChannel(3, abort.signal))
    await settle()
    const [channel] = all.session.channels
    await happens(all, abort)
    expect(await all.clock.until(opening)).toBe(fault)
    expect([channel?.open, all.session.channels]).toEqual([false, []])
  })

  test.each<
    [
      string,
      string[],
      (all: Awaited<ReturnType<typeof open>>, abort: AbortController) => Promise<void>,
    ]
  >([
    ['refused: is none', ['300 f90f3f019bf9'], ({ say }) => say('DM', 3)],
    [
      'cancelled: is closed',
      ['300 f90f3f019bf9', '300 f90f53017af9'],
      async (_all, abort) => abort.abort(),
    ],
  ])('%s', async (_how, frames, happens) => {
    const all = await open()
    const abort = new AbortController()
    const opening = faultOf(all.session.openChannel(3, abort.signal))
    await settle()
    await happens(all, abort)
    await opening
    await settle()
    expect(all.sent).toEqual(frames)
  })

  test.each([
    [0, 'cmux-channel Channel 0 was asked for.'],
    [62, 'cmux-channel Channel 62 was asked for.'],
    [1, 'cmux-channel Channel 1 is open already.'],
  ])('%i', async (dlci, fault) => {
    const all = await open()
    await all.channel(1)
    expect(await faultOf(all.session.openChannel(dlci))).toBe(fault)
  })

  test('the last one is 61', async () => {
    const all = await open()
    expect((await all.channel(61)).open).toBe(true)
  })
})

describe('a channel', () => {
  test.each<[Options, number]>([
    [{}, 31],
    [{ option: 'basic' }, 31],
    [{ maxInfo: 100 }, 100],
  ])('with %o has N1 %i', async (options, maxInfo) => {
    expect((await (await open(options)).channel(1)).maxInfo).toBe(maxInfo)
  })

  test('of the advanced option has N1 64', async () => {
    const { session } = bench({ option: 'advanced', role: 'responder' })
    for (const dlci of [0, 1])
      session.feed(encodeFrame({ dlci, cr: 1, control: 'SABM', pf: 1 }, 'advanced'))
    await settle()
    expect(session.channels.map(({ maxInfo }) => maxInfo)).toEqual([64])
  })

  test('asks for its N1 where it should', async () => {
    const { clock, sent, session, say } = await open({ negotiate: true, maxInfo: 100 })
    const opening = session.openChannel(2)
    await settle()
    expect(sent.splice(0)).toEqual(['300 f903ef1583110200070a64000300eef9'])
    await say('UIH', 0, '8111 02 00 07 0A 4000 03 00')
    await say('UA', 2)
    expect((await clock.until(opening)).maxInfo).toBe(64)
  })

  test('opened while all are stopped begins stopped', async () => {
    const { clock, channel, say, sent } = await open()
    await say('UIH', 0, '6301')
    const it = await channel(1)
    void it.write(bytesOf('AT'))
    await clock.advance(2000)
    expect(sent).toEqual([])
  })

  test('that pauses is told of, and when it goes on', async () => {
    const { clock, channel, say, notes } = await open()
    await channel(1)
    await say('UIH', 0, 'E305070F')
    await clock.advance(3000)
    await say('UIH', 0, 'E305070D')
    expect(notes).toEqual([
      'warning: The modem paused channel 1 (MSC FC).',
      'fine: The modem resumed channel 1.',
    ])
  })

  test('closed sends DISC, once, and then is none', async () => {
    const { clock, channel, session, sent, say } = await open()
    const it = await channel(1)
    const ends: string[] = []
    it.onEnd(({ reason }) => ends.push(reason))
    const closing = Promise.all([it.close(), it.close()])
    await settle()
    expect(sent).toEqual(['300 f90753013ff9'])
    await say('UIH', 1, '41')
    await say('UA', 1)
    await clock.until(closing)
    expect([ends, session.channels, sent.length]).toEqual([['closed'], [], 1])
  })

  test('closed lets out what it has not sent, for 400 ms at most', async () => {
    const { clock, channel, sent, say } = await open()
    const it = await channel(1)
    await say('UIH', 0, '6301')
    sent.splice(0)
    const writing = faultOf(it.write(bytesOf('AT')))
    void it.close()
    await clock.advance(399)
    expect(sent).toEqual([])
    await clock.advance(1)
    expect(sent).toEqual(['700 f90753013ff9'])
    expect(await writing).toBe('port-closed cmux 1')
  })

  test('closed goes as soon as all that it had has left', async () => {
    let slowMs = 0
    const gone: string[] = []
    const clock = new ManualClock()
    const all = await open({
      clock,
      write: (bytes) =>
        new Promise((resolve) => {
          gone.push(`${clock.monotonicUs() / 1000} ${hexOf(bytes)}`)
          if (slowMs === 0) resolve()
          else clock.schedule(slowMs, resolve)
        }),
    })
    const it = await all.channel(1)
    gone.splice(0)
    slowMs = 50
    void it.write(bytesOf('AT'))
    await clock.advance(1)
    void it.close()
    await clock.advance(60)
    expect(gone).toEqual(['301 f907ef05415430f9', '351 f90753013ff9'])
  })

  test.each([
    [undefined, 'initiator', false],
    [undefined, 'responder', true],
    [(dlci: number) => dlci === 2, 'initiator', true],
    [(dlci: number) => dlci === 3, 'responder', false],
  ] as const)('that the other side opens (%o, %s): %s', async (acceptDlci, role, is) => {
    const options = { role, ...(acceptDlci ? { acceptDlci } : {}) }
    const all = role === 'responder' ? bench(options) : await open(options)
    if (role === 'responder') await all.say('SABM', 0)
    const joined: number[] = []
    const leave = all.session.onChannel(({ dlci }) => joined.push(dlci))
    await all.say('SABM', 2)
    leave()
    await all.say('SABM', 4)
    expect(joined).toEqual(is ? [2] : [])
  })
})

describe('the end', () => {
  test.each<[string, string, string, (all: Awaited<ReturnType<typeof open>>) => Promise<void>]>([
    [
      'lost',
      'gone RDY',
      'lost | The modem left the multiplexer. | RDY',
      ({ text }) => text('\r\nRDY\r\n'),
    ],
    [
      'CLD',
      'gone CLD',
      'peer-closed | The modem closed the multiplexer. | CLD',
      ({ say }) => say('UIH', 0, 'C301'),
    ],
    [
      'DISC',
      'gone DISC',
      'peer-closed | The modem closed the multiplexer. | DISC',
      ({ say }) => say('DISC', 0),
    ],
    [
      'our closing',
      'closed',
      'closed | The multiplexer was closed.',
      async ({ clock, session }) => clock.until(session.close()),
    ],
    [
      'DISC while we close',
      'closed',
      'closed | The multiplexer was closed. | DISC',
      async ({ clock, session, say }) => {
        const closing = session.close()
        await settle()
        await say('DISC', 0)
        await clock.until(closing)
      },
    ],
  ])('by %s', async (_by, channelEnd, end, happens) => {
    const all = await open()
    const channel = await all.channel(1)
    const channelEnds: string[] = []
    channel.onEnd(({ reason, detail }) =>
      channelEnds.push(detail ? `${reason} ${seenIn(detail, 'en')}` : reason),
    )
    await happens(all)
    expect([channelEnds, all.ends]).toEqual([[channelEnd], [end]])
    const later: string[] = []
    all.session.onEnd(({ reason }) => later.push(reason))
    expect(later).toEqual([end.split(' ')[0]])
    const { framesIn } = all.session.counts
    await all.say('UA', 0)
    expect(all.session.counts.framesIn).toBe(framesIn)
    expect(all.clock.pending).toBe(0)
  })

  test('who listens no more is not told', async () => {
    const { session } = await open()
    const ends: string[] = []
    session.onEnd(() => ends.push('told'))()
    session.portEnded({ reason: 'gone' })
    expect(ends).toEqual([])
  })

  test('a write that fails, with whatever', async () => {
    let broken = false
    const all = await open({
      write: async () => {
        // Whoever writes the port may throw what is no Error.
        // oxlint-disable-next-line no-throw-literal, only-throw-error
        if (broken) throw 'unplugged'
      },
    })
    broken = true
    void all.session.probe()
    await settle()
    expect(all.ends).toEqual(['failed | The port under the multiplexer failed. | unplugged'])
  })

  test('text is no end for a modem, but is told', async () => {
    const { session, say, text, notes } = bench({ role: 'responder' })
    await say('SABM', 0)
    await text('\r\nAT+CSQ\r\n')
    expect([session.state, notes]).toEqual([
      'open',
      ['warning: Text outside the multiplexer: AT+CSQ'],
    ])
  })

  test.each([
    ['in one read', ['EF05C101F2F9']],
    ['cut', ['EF05', 'C101F2F9']],
    ['behind others', ['41414141414141414141414141', 'EF05C1', '01']],
  ])('the answer of A7670, %s, is one', async (_how, reads) => {
    const { clock, session } = await open()
    const closing = session.close()
    await settle()
    for (const hex of reads) session.feed(octets(hex))
    await clock.advance(100)
    expect(session.state).toBe('ended')
    await closing
  })

  test('that of another is none', async () => {
    const { clock, session } = await open()
    void session.close()
    await settle()
    for (const hex of ['EF05C1', '41'.repeat(16), '01']) session.feed(octets(hex))
    await clock.advance(599)
    expect(session.state).toBe('closing')
    await clock.advance(1)
    expect(session.state).toBe('ended')
  })
})

describe('a keep-alive', () => {
  test.each<[string, string | undefined, (all: Awaited<ReturnType<typeof open>>) => Promise<void>]>(
    [
      ['is answered', undefined, ({ say }) => say('UIH', 0, '2101')],
      ['is refused', undefined, ({ say }) => say('UIH', 0, '110323')],
      ['is not answered, but something came', undefined, ({ say }) => say('UIH', 0, 'A101')],
      [
        'is not answered',
        'lost | The modem left the multiplexer. | It does not answer TEST any more.',
        async () => {},
      ],
      ['of one that sleeps is none', undefined, async () => {}],
    ],
  )('%s', async (what, end, happens) => {
    const all = await open({ timers: { keepAliveMs: 1000 } })
    if (what.includes('sleeps')) await all.say('UIH', 0, '4301')
    await all.clock.advance(1000)
    await happens(all)
    await all.clock.advance(1500)
    expect(all.ends).toEqual(end === undefined ? [] : [end])
  })
})

describe('sleep that we ask for', () => {
  test.each([
    ['4101', true],
    ['110343', false],
    [undefined, false],
  ])('with the answer %s: %s', async (hex, asleep) => {
    const { clock, session, say } = await open()
    const asking = session.sleep()
    await settle()
    if (hex !== undefined) await say('UIH', 0, hex)
    expect(await clock.until(asking)).toBe(asleep)
    expect(session.asleep).toBe(asleep)
  })
})
