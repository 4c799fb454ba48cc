import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf, latin1 } from '@core/bytes'
import { fcs8 } from '@core/cmux/fcs'
import { encodeFrame } from '@core/cmux/frame'
import { CmuxSession } from '@core/cmux/session'
import { faultCode } from '@core/fault'
import { ManualClock, settle } from '../../support/manual-clock'
import { alone, octets, running } from './alone'
import { heard, pair } from './pair'

describe('starting', () => {
  test('waits 300 ms after OK, then asks on DLCI 0', async () => {
    const { clock, session, sent, say } = alone()
    const started = session.start()
    await clock.advance(299)
    expect(sent).toEqual([])
    await clock.advance(1)
    expect(sent).toEqual(['f9033f011cf9'])
    await say('F9037301D7F9')
    await started
    expect(session.state).toBe('open')
  })

  test('asks every 400 ms, eight times, then says that nobody answered', async () => {
    const { clock, session, sent, ends, notes } = alone()
    const code = await clock.until(session.start().catch(faultCode))
    expect(code).toBe('cmux-no-answer')
    expect(sent.filter((frame) => frame === 'f9033f011cf9')).toHaveLength(8)
    expect(sent.at(-1)).toBe('f903ef05c301f2f9')
    expect(notes).toHaveLength(7)
    expect(ends[0]?.reason).toBe('no-answer')
  })

  test('our own SABM coming back is an echo, not an agreement', async () => {
    const { clock, session, say } = alone()
    const started = session.start().catch(faultCode)
    await clock.advance(300)
    await say('F9033F011CF9')
    expect(await clock.until(started)).toBe('cmux-echo')
    expect(session.counts.echoes).toBe(1)
  })

  test('DM on DLCI 0 is a refusal', async () => {
    const { clock, session } = alone()
    const started = session.start().catch(faultCode)
    await clock.advance(300)
    session.feed(encodeFrame({ dlci: 0, cr: 1, control: 'DM', pf: 1 }))
    expect(await clock.until(started)).toBe('cmux-refused')
  })

  test('can be cancelled at any time', async () => {
    const { clock, session, ends } = alone()
    const abort = new AbortController()
    const started = session.start(abort.signal).catch(faultCode)
    await clock.advance(800)
    abort.abort()
    expect(await clock.until(started)).toBe('at-cancelled')
    expect(ends).toHaveLength(1)
    expect(clock.pending).toBe(0)
  })

  test('closing while it starts ends both', async () => {
    const { clock, session } = alone()
    const started = session.start().catch(faultCode)
    await clock.advance(500)
    await clock.until(session.close())
    expect(await started).toBe('cmux-ended')
    expect(session.ended?.reason).toBe('closed')
  })

  test('a late OK of AT+CMUX before the first frame does not disturb', async () => {
    const { clock, session, say } = alone()
    const started = session.start()
    session.feed(bytesOf('\r\nOK\r\n'))
    await clock.advance(300)
    await say('F9037301D7F9')
    await started
    expect(session.state).toBe('open')
  })
})

describe('opening a channel', () => {
  test('SABM, UA, then our signals; data carries C/R 1', async () => {
    const { session, sent, say } = await running()
    const opening = session.openChannel(1)
    await settle()
    expect(sent).toEqual(['f9073f01def9'])
    await say('F907730115F9')
    const channel = await opening
    expect(sent[1]).toBe('f903ef09e305070dfbf9')
    await say('F901EF09E305070D9AF9')
    await channel.write(bytesOf('AT'))
    expect(sent.at(-1)?.slice(0, 6)).toBe('f907ef')
    expect(channel.label).toBe('cmux 1')
  })

  test('a modem that says MSC right after UA in the same read (SIM800) is answered', async () => {
    const { session, sent, say } = await running()
    const opening = session.openChannel(1)
    await say('F907730115F9 F901EF09E305070D9AF9')
    const channel = await opening
    expect(sent.join('')).toContain('f903ef09e105070dfbf9')
    expect(await channel.lines.get()).toEqual({
      dtr: true,
      rts: true,
      cts: true,
      dsr: true,
      dcd: false,
      ri: false,
    })
  })

  const status = (v24: string) => {
    const info = octets(`E305 07${v24}`)
    return hexOf(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info }))
  }
  test.each([
    ['told that it is ready together with its UA: at once', status('0D'), 0, '', 0],
    ['tells it 40 ms later: then', '', 40, status('0D'), 40],
    [
      'has told no signals, and raises them 50 ms later (n_gsm): then',
      status('01'),
      50,
      status('0D'),
      50,
    ],
    ['never raises them: after a second', status('01'), 0, '', 1000],
    ['uses no signals at all: after a second', '', 0, '', 1000],
    ['raises RTR alone: after a second', status('01'), 50, status('09'), 1000],
  ])('the first octet goes to a modem that %s', async (_how, withUa, laterMs, later, afterMs) => {
    const { clock, session, sent, say } = await running()
    const opening = session.openChannel(1)
    await say(`F907730115F9${withUa}`)
    const channel = await opening
    void channel.write(bytesOf('AT'))
    await settle()
    const begun = () => sent.some((frames) => frames.includes('f907ef'))
    let waitedMs = 0
    while (!begun() && waitedMs < 2000) {
      await clock.advance(1)
      waitedMs++
      if (waitedMs === laterMs) await say(later)
    }
    expect(waitedMs).toBe(afterMs)
  })

  test('data that comes before anybody listens waits for the listener', async () => {
    const { session, say } = await running()
    const opening = session.openChannel(1)
    await say('F907730115F9 F905EF1D0D0A43616C6C2052656164790D0A43F9')
    const channel = await opening
    expect(heard(channel).text).toBe('\r\nCall Ready\r\n')
  })

  test('DM refuses one channel and leaves the others', async () => {
    const { session, say, channels } = await running([1])
    const opening = session.openChannel(3).catch(faultCode)
    await say('F90F1F01B1F9')
    expect(await opening).toBe('cmux-refused')
    expect(session.channels).toEqual(channels)
  })

  test('asks three times, then gives the channel up and can ask again', async () => {
    const { clock, session, sent } = await running()
    expect(await clock.until(session.openChannel(1).catch(faultCode))).toBe('cmux-no-answer')
    expect(sent.filter((frame) => frame === 'f9073f01def9')).toHaveLength(3)
    expect(sent.at(-1)).toBe('f90753013ff9')
    const again = session.openChannel(1)
    await settle()
    session.feed(encodeFrame({ dlci: 1, cr: 1, control: 'UA', pf: 1 }))
    expect((await again).open).toBe(true)
  })

  test.each([0, 62, 63, 1.5, -1])('channel %d is no channel', async (dlci) => {
    const { session } = await running()
    expect(await session.openChannel(dlci).catch(faultCode)).toBe('cmux-channel')
  })

  test('opening twice is refused, without a frame', async () => {
    const { session, sent } = await running([1])
    expect(await session.openChannel(1).catch(faultCode)).toBe('cmux-channel')
    expect(sent).toEqual([])
  })

  test('CAVLI asks back with SABM where it should agree; it is answered and the channel is open', async () => {
    const { session, sent, say } = await running()
    const opening = session.openChannel(1)
    await say('F9073F01DEF9')
    expect((await opening).open).toBe(true)
    expect(sent.join('')).toContain(hexOf(encodeFrame({ dlci: 1, cr: 0, control: 'UA', pf: 1 })))
  })
})

describe('commands of the modem', () => {
  test.each([
    ['TEST is echoed', 'F901EF0D2309DEADBEEF', '2109deadbeef'],
    ['RPN query is answered with 115200 8n1', '', ''],
  ])('%s', async (_name, ask, answer) => {
    const { session, sent } = await running([2])
    const info = ask === '' ? octets('93030B') : octets('2309DEADBEEF')
    session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info }))
    await settle()
    expect(sent.join('')).toContain(answer === '' ? '91110b07030011130000' : answer)
  })

  test.each([
    ['SNC', 'D3050B01', '1103d3'],
    ['an unknown command', '0B0109', '11030b'],
  ])('%s is answered with NSC', async (_name, ask, answer) => {
    const { session, sent } = await running()
    session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: octets(ask) }))
    await settle()
    expect(sent.join('')).toContain(answer)
  })

  test('PN lowers N1 for that channel, never raises it', async () => {
    const { session, sent } = await running()
    const info = octets('8311 02 00 07 0A 10 00 03 00')
    session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info }))
    await settle()
    expect(sent[0]).toContain('81110200070a10000300')
    const opening = session.openChannel(2)
    await settle()
    session.feed(encodeFrame({ dlci: 2, cr: 1, control: 'UA', pf: 1 }))
    expect((await opening).maxInfo).toBe(16)
  })

  test('line errors are counted and said', async () => {
    const { session, notes, say } = await running([1])
    await say('F901EF09530507039AF9')
    expect(session.counts.lineErrors).toBe(1)
    expect(notes.at(-1)).toContain('overrun')
  })

  test('data on a channel that is not open is answered with DM', async () => {
    const { sent, say } = await running()
    await say('F905EF0D0D0A4F4B0D0A5FF9')
    expect(sent).toEqual([hexOf(encodeFrame({ dlci: 1, cr: 0, control: 'DM', pf: 1 }))])
  })

  test('DISC of a channel ends that channel only', async () => {
    const { session, channels, sent } = await running([1, 2])
    const ends: string[] = []
    for (const channel of channels)
      channel.onEnd((end) => ends.push(`${channel.dlci} ${end.reason}`))
    session.feed(encodeFrame({ dlci: 2, cr: 0, control: 'DISC', pf: 1 }))
    await settle()
    expect(ends).toEqual(['2 gone'])
    expect(sent).toEqual([hexOf(encodeFrame({ dlci: 2, cr: 0, control: 'UA', pf: 1 }))])
    await expect(channels[1]?.write(bytesOf('AT'))).rejects.toThrow()
  })

  test('frames on the reserved DLCIs 62 and 63 are passed over', async () => {
    const { session, sent, say } = await running()
    // Address FF, SABM: a good check, but no channel and no answer.
    await say('F9FF3F0128F9'.replace('28', hexOf(Uint8Array.of(fcs8(octets('FF3F01'))))))
    expect([sent, session.counts.framesIn]).toEqual([[], 2])
  })

  test('CLD of the modem is answered, and ends the session', async () => {
    const { session, sent, ends, say, channels } = await running([1])
    await say(hexOf(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: octets('C301') })))
    expect(sent.join('')).toContain('c101')
    expect(ends).toMatchObject([{ reason: 'peer-closed' }])
    expect(channels[0]?.open).toBe(false)
    expect(session.state).toBe('ended')
  })
})

describe('flow control', () => {
  const stopFrame = (dlci: number) => octets(`E305${hexOf(Uint8Array.of((dlci << 2) | 3))}0F`)
  const goFrame = (dlci: number) => octets(`E305${hexOf(Uint8Array.of((dlci << 2) | 3))}0D`)
  const control = (info: Uint8Array) => encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info })

  test.each([
    ['FC', control(stopFrame(1)), control(goFrame(1)), 'flow control'],
    ['RTR falling', control(octets('E3050705')), control(goFrame(1)), 'RTR'],
    ['FCoff', control(octets('6301')), control(octets('A301')), 'all channels'],
  ] as const)('%s holds what is written, and nothing is lost', async (_name, stop, go, pause) => {
    const { session, channels, sent, clock } = await running([1])
    const [channel] = channels
    if (!channel) throw new Error('no channel')
    session.feed(control(goFrame(1)))
    session.feed(stop)
    await settle()
    sent.splice(0)
    let done = false
    void channel.write(bytesOf('x'.repeat(100))).then(() => (done = true))
    await clock.advance(2999)
    expect({ done, sent, paused: channel.paused }).toEqual({
      done: false,
      sent: [],
      paused: undefined,
    })
    await clock.advance(2)
    expect(channel.paused).toBe(pause)
    session.feed(go)
    await settle()
    expect(done).toBe(true)
    expect(channel.paused).toBeUndefined()
    expect(sent.join('').match(/78/g)).toHaveLength(100)
  })

  test('RTR that never was up stops nothing for longer than a second', async () => {
    const { clock, session, channels, sent } = await running([1])
    session.feed(control(octets('E3050701')))
    await settle()
    sent.splice(0)
    await clock.until(channels[0]?.write(bytesOf('AT')) ?? Promise.resolve())
    expect(sent).toHaveLength(1)
  })

  test('one stopped channel does not stop the other', async () => {
    const { session, channels, sent } = await running([1, 2])
    session.feed(control(goFrame(2)))
    session.feed(control(stopFrame(1)))
    await settle()
    sent.splice(0)
    void channels[0]?.write(bytesOf('held')).catch(() => undefined)
    await channels[1]?.write(bytesOf('free'))
    expect(sent.join('')).toContain(hexOf(bytesOf('free')))
    expect(sent.join('')).not.toContain(hexOf(bytesOf('held')))
  })

  test('a writer that never waits is told, long before memory is', async () => {
    const { session, channels } = await running([1])
    session.feed(control(stopFrame(1)))
    const mega = new Uint8Array(1024 * 1024)
    const results = Array.from({ length: 6 }, () => channels[0]?.write(mega).catch(faultCode))
    expect(await results.at(-1)).toBe('cmux-full')
    session.portEnded({ reason: 'gone' })
    expect(await results[0]).toBe('port-closed')
  })

  test('a channel nobody reads holds the other side back', async () => {
    const { session, channels, sent } = await running([1])
    const frame = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info: new Uint8Array(1500) })
    for (let i = 0; i < 30; i++) session.feed(frame)
    await settle()
    expect(sent.join('')).toContain('e305070f')
    session.feed(control(octets('E105070F')))
    await settle()
    const [channel] = channels
    if (!channel) throw new Error('no channel')
    expect(heard(channel).octets).toBe(45_000)
    await settle()
    expect(sent.join('')).toContain('e305070d')
  })

  test('the virtual DTR drop tells RTC 0', async () => {
    const { clock, channels, sent, session } = await running([1])
    const dropped = channels[0]?.lines.set({ dtr: false, rts: true })
    await settle()
    expect(sent.join('')).toContain('e3050709')
    session.feed(control(octets('E1050709')))
    await clock.until(Promise.resolve(dropped))
  })

  test('DCD falling is told to who watches the lines', async () => {
    const { channels, session } = await running([1])
    const seen: (boolean | undefined)[] = []
    channels[0]?.onLines((lines) => seen.push(lines.dcd))
    session.feed(control(octets('E305078D')))
    session.feed(control(octets('E305070D')))
    expect(seen).toEqual([true, false])
  })
})

describe('sleep', () => {
  test('PSC is agreed to; the next frame waits until flags were answered with flags', async () => {
    const { clock, session, channels, sent } = await running([1])
    session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: octets('4301') }))
    await settle()
    expect(sent.splice(0).join('')).toContain('4101')
    expect(session.asleep).toBe(true)
    const written = channels[0]?.write(bytesOf('AT'))
    await clock.advance(120)
    expect(sent.splice(0)).toEqual(['f9f9f9f9', 'f9f9f9f9', 'f9f9f9f9'])
    session.feed(octets('F9F9'))
    await clock.until(Promise.resolve(written))
    expect(sent.join('')).toContain(hexOf(bytesOf('AT')))
    expect(session.asleep).toBe(false)
  })

  test('a modem that does not wake in ten seconds is lost', async () => {
    const { clock, session, channels, ends } = await running([1])
    session.feed(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: octets('4301') }))
    await settle()
    const written = channels[0]?.write(bytesOf('AT')).catch(faultCode)
    expect(await clock.until(Promise.resolve(written))).toBe('port-closed')
    expect(ends).toMatchObject([{ reason: 'lost' }])
    expect(clock.pending).toBe(0)
  })

  test('repeated flags are answered with flags, fill before a frame is not', async () => {
    const { sent, say } = await running([1])
    await say('F9F9F9F9F9')
    expect(sent.splice(0)).toEqual(['f9f9'])
    await say('F9F9F9F9F905EF0D0D0A4F4B0D0A5FF9')
    expect(sent).toEqual([])
  })

  test('two sides that wake each other do not flood each other', async () => {
    const { clock, computer, modem, ports } = pair()
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(1))
    await clock.advance(2000)
    expect(await clock.until(modem.sleep())).toBe(true)
    expect([modem.asleep, computer.asleep]).toEqual([true, true])
    const before = ports[0].sent + ports[1].sent
    const far = modem.channels[0]
    if (!far) throw new Error('no channel')
    const said = heard(far)
    await clock.until(channel.write(bytesOf('AT\r')))
    await clock.advance(5000)
    expect(said.text).toBe('AT\r')
    expect(ports[0].sent + ports[1].sent - before).toBeLessThan(60)
  })
})

describe('a modem that is lost', () => {
  test.each(['\r\nRDY\r\n', '\r\n+CPIN: READY\r\n', 'AT+CSQ\r\r\n', '\r\nNORMAL POWER DOWN\r\n'])(
    '%j outside frames ends the session',
    async (text) => {
      const { session, ends, channels } = await running([1])
      session.feed(bytesOf(text))
      await settle()
      expect(ends).toMatchObject([{ reason: 'lost', detail: text.trim() }])
      expect(channels[0]?.open).toBe(false)
    },
  )

  test('the rest of a frame that waited in the port while the computer was busy completes it', async () => {
    const { clock, session, channels } = await running([1])
    const [channel] = channels
    const got = channel && heard(channel)
    const frame = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info: bytesOf('RING') })
    session.feed(frame.subarray(0, 5))
    // The timer is late, and runs before the octets that came in time are read.
    await clock.advance(200)
    session.feed(frame.subarray(5))
    await clock.advance(10)
    expect(got?.text).toBe('RING')
    expect(session.counts).toMatchObject({ rejected: 0, outsideOctets: 0 })
  })

  test('RDY after half a frame is seen once the silence has ended that frame', async () => {
    const { clock, session, ends } = await running([1])
    session.feed(octets('F905EF5D7EFF'))
    await clock.advance(250)
    session.feed(bytesOf('\r\nRDY\r\n'))
    expect(ends).toMatchObject([{ reason: 'lost' }])
  })

  test('the text inside a damaged frame is no restart', async () => {
    const { session, ends, say } = await running([1])
    const frame = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info: bytesOf('\r\nRDY\r\n') })
    frame[frame.length - 2] = 0
    await say(hexOf(frame))
    expect(ends).toEqual([])
    expect(session.counts.rejected).toBe(1)
  })

  test('a keep-alive without answer ends it; one with NSC does not', async () => {
    const { clock, computer, ports } = pair({ computer: { timers: { keepAliveMs: 10_000 } } })
    await clock.until(computer.start())
    await clock.advance(60_000)
    expect(computer.state).toBe('open')
    ports[1].cutOff = true
    await clock.advance(13_000)
    expect(computer.ended?.reason).toBe('lost')
    expect(clock.pending).toBe(0)
  })

  test('a port that fails ends everything, and every writer is told', async () => {
    const clock = new ManualClock()
    let broken = false
    const session = new CmuxSession({
      role: 'initiator',
      clock,
      write: async () => {
        if (broken) throw new Error('EIO')
      },
    })
    const started = session.start()
    await clock.advance(300)
    session.feed(octets('F9037301D7F9'))
    await started
    const opening = session.openChannel(1)
    session.feed(octets('F907730115F9'))
    const channel = await opening
    session.feed(octets('F901EF09E305070D9AF9'))
    broken = true
    expect(await channel.write(bytesOf('AT')).catch(faultCode)).toBe('port-closed')
    expect(session.ended).toMatchObject({ reason: 'failed', detail: 'EIO' })
  })
})

describe('closing', () => {
  test('DISC for each channel, then CLD, then 100 ms of silence', async () => {
    const { clock, computer, modem, frames } = pair()
    await clock.until(computer.start())
    await clock.until(Promise.all([computer.openChannel(1), computer.openChannel(2)]))
    await clock.advance(1000)
    frames.splice(0)
    const fromMs = clock.nowMs()
    await clock.until(computer.close(), 5000, 1)
    expect(clock.nowMs() - fromMs).toBeLessThan(150)
    expect(frames.filter((frame) => frame.startsWith('out'))).toEqual([
      'out Asks to close channel 1 (DISC).',
      'out Asks to close channel 2 (DISC).',
      'out Control: asks to close the multiplexer (CLD).',
    ])
    expect([computer.ended?.reason, modem.ended?.reason]).toEqual(['closed', 'peer-closed'])
    expect(clock.pending).toBe(0)
  })

  test('a dead modem does not keep it longer than two seconds', async () => {
    const { clock, session, ends } = await running([1, 2])
    const fromMs = clock.nowMs()
    await clock.until(session.close())
    expect(clock.nowMs() - fromMs).toBeLessThan(2000)
    expect(ends).toMatchObject([{ reason: 'closed' }])
  })

  test("A7670's answer to CLD without address octet is an answer", async () => {
    const { clock, session, say } = await running()
    const fromMs = clock.nowMs()
    const closing = session.close()
    await settle()
    await say('F9EF05C101F2F9')
    await clock.until(closing, 5000, 1)
    expect(clock.nowMs() - fromMs).toBeLessThan(200)
  })

  test('what was written before a channel is closed still goes out', async () => {
    const { clock, computer, modem } = pair({ baudRate: 9600 })
    const said = { text: '' }
    modem.onChannel((channel) => channel.onBytes((bytes) => (said.text += latin1(bytes))))
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(1))
    void channel.write(bytesOf('a'.repeat(200)))
    await clock.until(channel.close())
    expect(said.text).toHaveLength(200)
  })

  test('closing twice, or what never began, is fine', async () => {
    const { clock, session, sent } = alone()
    await clock.until(Promise.all([session.close(), session.close()]))
    expect(sent).toEqual([])
    expect(await session.start().catch(faultCode)).toBe('cmux-ended')
  })
})
