import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, sameBytes } from '@core/bytes'
import { seededChance } from '@core/ports/chance'
import { AtBench, outcome } from '../../support/at-bench'

describe('nonsense on the port', () => {
  test('a 10 MB line between echo and answer costs pieces, not the answer', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ')
    bench.say('AT+CSQ\r\r\n')
    bench.engine.feed(new Uint8Array(10_000_000).fill(0x55))
    bench.say('\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect((await reply).lines).toEqual(['+CSQ: 9,99'])
    const pieces = bench.tokens.filter((token) => token.kind === 'unknown')
    expect(pieces.reduce((sum, token) => sum + token.text.length, 0)).toBe(10_000_000)
    expect(pieces.at(0)).toMatchObject({ piece: 'first' })
    expect(pieces.at(-1)).toMatchObject({ piece: 'last' })
  })

  test('the tail of a cut line is no final result, though it reads OK', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ', { timeoutMs: 1000 })
    bench.say(`${'x'.repeat(4096)}OK\r\n`)
    await bench.clock.advance(1100)
    expect(await outcome(reply)).toBe('at-timeout')
  })

  test('noise of a wrong speed ends nothing and loses nothing', async () => {
    const bench = new AtBench()
    const chance = seededChance(7)
    const noise = Uint8Array.from({ length: 20_000 }, () => Math.floor(chance.next() * 256))
    const reply = bench.send('AT', { timeoutMs: 1000 })
    bench.engine.feed(noise)
    bench.engine.stop('port-closed')
    expect(await outcome(reply)).toBe('port-closed')
    const kept = bench.octets()
    expect(kept).toEqual(noise.slice(0, kept.length))
    expect(noise.slice(kept.length).every((octet) => [0, 10, 13].includes(octet))).toBe(true)
  })

  test('an echo with noise in front is still the anchor', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT')
    bench.say('\xfe\x80AT\r\r\nOK\r\n')
    expect(await outcome(reply)).toBe('ok')
    expect(bench.tokens[0]).toMatchObject({ kind: 'echo', command: 'AT' })
  })

  test('PPP frames and text in one read: the text is found', async () => {
    const bench = new AtBench()
    await bench.ask('ATD*99#', 'CONNECT\r\n')
    bench.engine.resumeCommandMode()
    bench.say('~\xff}#\xc0!}%~\r\nNO CARRIER\r\n')
    expect(bench.tokens.slice(-2).map((token) => token.kind)).toEqual(['unknown', 'unsolicited'])
  })

  test('keeps every octet in exactly one token, whatever comes and however it is cut', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'OK\r\n',
        'AT+CSQ\r\r\n',
        '+CSQ: 1,1\r\n',
        '> ',
        '+CMT: 1\r\n',
        '\0',
        '\r',
        '\n',
        'ERROR\r',
      ),
      fc.constantFrom(
        '+HTTPREAD: DATA,5\r\n',
        '+CPIN: READY\r\n',
        'RDY\r\n',
        'NO CARRIER\r\n',
        'x'.repeat(4200),
      ),
      fc.uint8Array({ maxLength: 12 }).map((octets) => String.fromCharCode(...octets)),
    )
    const run = async (stream: string, size: number) => {
      const bench = new AtBench()
      void bench.send('AT+CSQ', { priority: 'user' })
      void bench.send('AT+CMGS=1', { force: true, payload: bytesOf('x\x1a') })
      for (let at = 0; at < stream.length; at += size) bench.say(stream.slice(at, at + size))
      bench.engine.stop('port-closed')
      return bench
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const stream = parts.join('')
          const whole = await run(stream, Infinity)
          const octets = bytesOf(stream)
          const kept = whole.octets()
          expect(kept).toEqual(octets.slice(0, kept.length))
          expect(octets.slice(kept.length).every((octet) => [0, 10, 13].includes(octet))).toBe(true)
          const cut = await run(stream, size)
          expect(cut.heard()).toEqual(whole.heard())
          expect(sameBytes(cut.octets(), kept)).toBe(true)
        },
      ),
    )
  })

  test('a numeric result is understood for a command without an answer of its own', async () => {
    const bench = new AtBench()
    expect(await bench.ask('ATV0', 'ATV0\r0\r')).toMatchObject({ ok: true })
    await bench.clock.advance(60)
    const reply = await bench.ask('AT+CSQ', 'AT+CSQ\r+CSQ: 9,99\r\n0\r')
    expect(reply).toMatchObject({ ok: true, lines: ['+CSQ: 9,99'] })
    await bench.clock.advance(60)
    expect(await bench.ask('AT+CPIN?', '4\r')).toMatchObject({
      ok: false,
      final: { kind: 'error' },
    })
  })
})
