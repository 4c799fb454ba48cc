import { describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { encodeFrame } from '@core/cmux/frame'
import { encodeFrame as encodePpp } from '@core/ppp/hdlc'
import { Fault, faultCode } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import type { BytePort } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import { connectBench } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'
import { quoted } from '@core/words'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

/** A session on a port whose other end says and hears what a test wants. */
function sessionOn(rule: (sent: string) => string | undefined = () => undefined) {
  const clock = new ManualClock()
  const [port, modem] = MemoryPort.pair()
  const sent: string[] = []
  modem.onBytes((bytes) => {
    sent.push(latin1(bytes))
    const said = rule(latin1(bytes))
    if (said !== undefined) void modem.write(bytesOf(said))
  })
  const session = new ModemSession({ port, clock, chance: seededChance(1), tap: () => undefined })
  const steps: string[] = []
  session.on((event) => {
    if (event.kind === 'way back') steps.push(event.step.rung)
  })
  return { clock, modem, session, sent, steps }
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'answered',
    (error: unknown) => faultCode(error) ?? 'another error',
  )

describe('a modem that was left somewhere else than in command mode', () => {
  test.each([
    ['an LCP frame of any modem', '7E FF 03 C0 21 01 01 00 04', 'data'],
    ['an LCP frame with every control octet escaped', '7E FF 7D 23 C0 21 7D 21', 'data'],
    ['an IPCP frame', '7E 80 21 01 01 00 0A', 'data'],
    ['flags of a multiplexer', 'F9 F9 F9 F9 F9', 'cmux'],
    ['a frame of a multiplexer', 'F9 03 EF 05 C3 01 F2 F9', 'cmux'],
  ] as const)('is recognised from %s, with nothing sent', async (_name, octets, mode) => {
    const { clock, modem, session, sent } = sessionOn()
    await modem.write(hex(octets))
    await clock.advance(1)
    expect(session.mode).toBe(mode)
    expect(session.way).toEqual({ through: null, found: true, held: false })
    expect(sent).toEqual([])
    await session.close()
  })

  test.each([0, 40, 250])(
    'is recognised when it speaks %i ms after the first line was typed',
    async (ms) => {
      const { clock, modem, session, sent } = sessionOn()
      const typed = outcome(session.ask('ATI'))
      await clock.advance(ms)
      await modem.write(hex('7E FF 7D 23 C0 21 7D 21'))
      expect(await clock.until(typed, 5000)).toBe('at-not-command-mode')
      expect(sent).toEqual([])
      await session.close()
    },
  )

  test('is recognised long after the port was opened, while nobody knows its mode', async () => {
    const { clock, modem, session } = sessionOn()
    await clock.advance(60_000)
    for (const octet of hex('00 7E FF 7D 23 C0 21 7D 29')) await modem.write(Uint8Array.of(octet))
    await clock.advance(1)
    expect(session.mode).toBe('data')
    await session.close()
  })

  test('that stays silent to AT is asked in PPP before the silence is believed', async () => {
    const answer = latin1(encodePpp(0xc021, hex('0A 01 00 08 00 00 00 00')))
    const { clock, session, sent } = sessionOn((text) =>
      text.startsWith('~') ? answer : undefined,
    )
    const typed = outcome(session.ask('AT', { timeoutMs: 1000 }))
    expect(await clock.until(typed, 20_000)).toBe('at-not-command-mode')
    expect(sent.filter((text) => text.startsWith('~'))).toHaveLength(1)
    expect(session.mode).toBe('data')
    await session.close()
  })

  test('says why in both languages', async () => {
    const { clock, modem, session } = sessionOn()
    await modem.write(encodeFrame({ dlci: 0, cr: 0, control: 'UIH', info: hex('C3 01') }))
    await clock.advance(1)
    const refused = await session.ask('ATI').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Fault)
    expect((refused as Fault).said.en).toContain('speaks CMUX')
    expect((refused as Fault).said.ja).toContain('CMUX で動作中')
    await session.close()
  })
})

test('the first line after opening is held 300 ms, later ones not at all', async () => {
  const { clock, session, sent } = sessionOn((text) =>
    text === 'AT\r' ? 'AT\r\r\nOK\r\n' : undefined,
  )
  const first = session.ask('AT')
  await clock.advance(299)
  expect(sent).toEqual([])
  await clock.advance(2)
  expect(sent).toEqual(['AT\r'])
  await clock.until(first, 1000)
  expect(session.mode).toBe('command')
  expect(session.way.through).toBe('port')
  await clock.advance(100)
  const before = sent.length
  const second = session.ask('AT')
  await clock.advance(1)
  expect(sent).toHaveLength(before + 1)
  await clock.until(second, 1000)
  await session.close()
})

test('boot messages and answers leave an unknown mode unknown until AT is answered', async () => {
  const { clock, modem, session } = sessionOn()
  await modem.write(bytesOf('\r\n+CPIN: READY\r\n\r\nSMS DONE\r\n'))
  await clock.advance(1000)
  expect(session.mode).toBe('unknown')
  await session.close()
})

type Lines = NonNullable<BytePort['lines']>

/** Lines that can be read, and a driver that takes no orders for them. */
const refusing = (lines: Lines, fault?: Fault): Lines =>
  fault ? { get: () => lines.get(), set: () => Promise.reject(fault) } : lines

/** Connected, with some octets kept from the modem. */
async function connected(
  options: { deafTo?: RegExp; noDtr?: boolean; setUp?: string; refuses?: Fault } = {},
) {
  const bench = await connectBench('sim:sim7672', 1, undefined, (port) => {
    const { lines, ...rest } = port
    return {
      ...rest,
      label: port.label,
      ...(lines && !options.noDtr ? { lines: refusing(lines, options.refuses) } : {}),
      write: async (bytes) => {
        if (options.deafTo?.test(latin1(bytes))) return
        await port.write(bytes)
      },
      onBytes: (listener) => port.onBytes(listener),
      onEnd: (listener) => port.onEnd(listener),
      close: () => port.close(),
    }
  })
  if (options.setUp) await bench.clock.until(bench.session.at.send(options.setUp), 30_000)
  await bench.connect({ pingHost: '' })
  expect(bench.session.mode).toBe('data')
  const rungs: string[] = []
  const words: string[] = []
  bench.session.on((event) => {
    if (event.kind !== 'way back') return
    rungs.push(`${event.step.rung}${event.step.worked ? ' +' : ''}`)
    words.push(event.step.words.en)
  })
  return { ...bench, session: bench.session, rungs, words }
}

/** LCP Terminate-Request, as the link sends it, escaped or not. */
const isTerminate = /\xc0\x21(?:\x05|\x7d\x25)/

describe('the ladder back to command mode', () => {
  test('Terminate is enough where the modem keeps the rules', async () => {
    const bench = await connected()
    const back = await bench.clock.until(bench.session.backToCommand(), 120_000)
    expect(back.result).toBe('command')
    expect(bench.rungs).toEqual(['terminate +', 'ask +'])
    expect(bench.session.mode).toBe('command')
    await bench.close()
  })

  test('+++ and ATH, where Terminate is not heard', async () => {
    const bench = await connected({ deafTo: isTerminate })
    const back = await bench.clock.until(bench.session.backToCommand(), 120_000)
    expect(back.result).toBe('command')
    expect(bench.rungs).toEqual(['terminate', 'escape +', 'ask +', 'hang-up +'])
    expect(bench.modem.call).toBeUndefined()
    await bench.close()
  })

  test('DTR, where +++ is ignored and the modem has AT&D2', async () => {
    const bench = await connected({
      deafTo: /\xc0\x21(?:\x05|\x7d\x25)|^~?\+\+\+$/,
      setUp: 'AT&D2',
    })
    const back = await bench.clock.until(bench.session.backToCommand(), 200_000)
    expect(back.result).toBe('command')
    expect(bench.rungs.at(-2)).toBe('dtr +')
    expect(bench.rungs.filter((rung) => rung === 'escape')).toHaveLength(4)
    await bench.close()
  })

  test('AT&D1 only pauses the call with DTR, so ATH follows', async () => {
    const bench = await connected({
      deafTo: /\xc0\x21(?:\x05|\x7d\x25)|^~?\+\+\+$/,
      setUp: 'AT&D1',
    })
    await bench.clock.until(bench.session.backToCommand(), 200_000)
    expect(bench.rungs.slice(-3)).toEqual(['dtr +', 'ask +', 'hang-up +'])
    expect(bench.modem.call).toBeUndefined()
    await bench.close()
  })

  test('says that there is no DTR, tries the multiplexer, and offers the power at the top', async () => {
    const bench = await connected({ deafTo: /\xc0\x21(?:\x05|\x7d\x25)|^~?\+\+\+$/, noDtr: true })
    const back = await bench.clock.until(bench.session.backToCommand(), 300_000)
    expect(back.result).toBe('none')
    expect(bench.session.mode).toBe('unknown')
    expect(bench.words.find((text) => text.includes('no DTR'))).toBeDefined()
    expect(bench.rungs.filter((rung) => rung === 'recovery').length).toBeGreaterThanOrEqual(9)
    expect(bench.rungs.at(-1)).toBe('power')
    expect(back.steps).toHaveLength(bench.rungs.length)
    await bench.close()
  })

  test('a driver that does not let DTR be set costs that rung alone', async () => {
    const refuses = new Fault(
      'port-no-lines',
      quoted('/dev/ttyUSB2: Inappropriate ioctl for device'),
    )
    const bench = await connected({ deafTo: /\xc0\x21(?:\x05|\x7d\x25)|^~?\+\+\+$/, refuses })
    const back = await bench.clock.until(bench.session.backToCommand(), 300_000)
    expect(back.result).toBe('none')
    expect(bench.words.find((text) => text.includes('cannot be set'))).toContain('ioctl')
    expect(bench.rungs.slice(bench.rungs.indexOf('dtr') + 1)).toContain('recovery')
    await bench.session.close()
  })

  test('a dead modem ends at the power, too, and AT is taken again once it has booted', async () => {
    const bench = await connectBench()
    bench.modem.faults.hang(true)
    const back = await bench.clock.until(bench.session.backToCommand(), 300_000)
    expect(back.result).toBe('none')
    expect(back.steps.at(-1)?.rung).toBe('power')
    bench.modem.faults.hang(false)
    bench.modem.power.restart(400)
    await bench.clock.advance(20_000)
    const reply = await bench.clock.until(bench.session.ask('AT'), 30_000)
    expect(reply.ok).toBe(true)
    expect(bench.session.mode).toBe('command')
    await bench.close()
  })

  test('a call another program left is ended by Terminate, too', async () => {
    const bench = await connectBench()
    await bench.connect({ pingHost: '' })
    await bench.reopen()
    await bench.clock.advance(40_000)
    expect(bench.session.way).toMatchObject({ through: null, found: true })
    const back = await bench.clock.until(bench.session.backToCommand(), 120_000)
    expect(back.steps.map(({ rung }) => rung)).toEqual(['terminate', 'ask'])
    expect(bench.modem.call).toBeUndefined()
    await bench.close()
  })

  test('a modem left in the multiplexer is recovered by close-down', async () => {
    const bench = await connectBench()
    await bench.connect({ cmux: true, pingHost: '' })
    await bench.killAndReopen()
    const before = bench.wire.length
    // The call inside is still asked for a sign of life.
    await bench.clock.advance(40_000)
    expect(bench.session.mode).toBe('cmux')
    expect(bench.wire.slice(before).filter(({ dir }) => dir === 'tx')).toEqual([])
    const back = await bench.clock.until(bench.session.backToCommand(), 200_000)
    expect(back.result).toBe('command')
    expect(back.steps.at(-1)).toMatchObject({ rung: 'recovery', worked: true })
    expect(bench.session.mode).toBe('command')
    await bench.close()
  })

  test('our own multiplexer is closed, with the call on it ended first', async () => {
    const bench = await connectBench()
    await bench.connect({ cmux: true, pingHost: '' })
    expect(bench.session.way.through).toBe('channel')
    const back = await bench.clock.until(bench.session.backToCommand(), 120_000)
    expect(back.result).toBe('command')
    expect(back.steps.map(({ rung }) => rung)).toEqual(['terminate', 'ask', 'close-mux', 'ask'])
    expect(bench.session.mode).toBe('command')
    expect(bench.modem.call).toBeUndefined()
    const reply = await bench.clock.until(bench.session.ask('AT+CSQ'), 10_000)
    expect(reply.ok).toBe(true)
    await bench.close()
  })

  test('typing meanwhile is refused, and a cancelled climb leaves a stated mode', async () => {
    const bench = await connected({ deafTo: isTerminate })
    const abort = new AbortController()
    const climbing = bench.session.backToCommand(abort.signal).catch(faultCode)
    await bench.clock.advance(12_000)
    expect(await outcome(bench.session.ask('ATI'))).toBe('at-not-command-mode')
    abort.abort(new Fault('at-cancelled'))
    expect(await bench.clock.until(climbing, 60_000)).toBe('at-cancelled')
    expect(['data', 'unknown']).toContain(bench.session.mode)
    await bench.close()
  })
})

describe('a call that is paused', () => {
  test('is held, and resumed by ATO', async () => {
    const bench = await connected()
    const back = await bench.clock.until(bench.session.escapeKeepingCall(), 60_000)
    expect(back.result).toBe('held')
    expect(bench.session.way).toEqual({ through: 'port', found: false, held: true })
    await bench.clock.until(bench.session.resume(), 30_000)
    expect(bench.session.way).toEqual({ through: null, found: false, held: false })
    expect(bench.session.upLink?.link.phase).toBe('open')
    await bench.close()
  })

  test('stays up where the modem ignores +++', async () => {
    const bench = await connected({ deafTo: /^\+\+\+$/ })
    const back = await bench.clock.until(bench.session.escapeKeepingCall(), 120_000)
    expect(back.result).toBe('none')
    expect(bench.rungs.filter((rung) => rung === 'escape')).toHaveLength(3)
    expect(bench.session.mode).toBe('data')
    expect(bench.session.upLink?.link.phase).toBe('open')
    await bench.close()
  })

  test('is no longer offered once ATH has ended it, or the network', async () => {
    const bench = await connected()
    await bench.clock.until(bench.session.escapeKeepingCall(), 60_000)
    await bench.clock.until(bench.session.ask('ATH'), 30_000)
    expect(bench.session.callHeld).toBe(false)
    expect(await outcome(bench.session.resume())).toBe('link-down')
    await bench.close()
  })
})
