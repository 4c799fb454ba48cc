import { describe, expect, test } from 'vitest'
import { AtBench, outcome } from '../../support/at-bench'

describe('AT engine', () => {
  test('resolves with the answer lines and the final result', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CEREG?', 'AT+CEREG?\r\r\n+CEREG: 0,5\r\n\r\nOK\r\n')
    expect(reply).toMatchObject({ ok: true, lines: ['+CEREG: 0,5'], final: { kind: 'ok' } })
    expect(bench.heard()).toEqual([
      'echo AT+CEREG? < AT+CEREG?',
      'answer +CEREG: 0,5 < AT+CEREG?',
      'final OK < AT+CEREG?',
    ])
  })

  test.each([
    ['with echo', 'AT+COPS?\r\r\n'],
    ['without echo', ''],
    ['with a doubled echo', 'AT+COPS?\r\r\nAT+COPS?\r\r\n'],
  ])('gives the same answer wherever it is cut in three, %s', async (_, echo) => {
    const answer = `${echo}+COPS: 0,0,"BUSY",7\r\n+CEREG: 5\r\n\r\nOK\r\n`
    for (let a = 0; a <= answer.length; a++)
      for (let b = a; b <= answer.length; b += 3) {
        const bench = new AtBench()
        const reply = bench.send('AT+COPS?')
        for (const part of [answer.slice(0, a), answer.slice(a, b), answer.slice(b)])
          bench.say(part)
        expect(await reply).toMatchObject({ ok: true, lines: ['+COPS: 0,0,"BUSY",7'] })
      }
  })

  test('tells when each line came', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ')
    await bench.clock.advance(30)
    bench.say('+CSQ: 9,99\r\n')
    await bench.clock.advance(20)
    bench.say('\r\nOK\r\n')
    expect(await reply).toMatchObject({ startedUs: 0, endedUs: 50_000 })
    expect(bench.tokens.map((token) => token.atUs)).toEqual([30_000, 50_000])
  })

  test('marks what belongs to a command with a secret', async () => {
    const bench = new AtBench()
    await bench.ask('AT+CPIN="1234"', 'AT+CPIN="1234"\r\r\nOK\r\n')
    expect(bench.tokens.map((token) => token.secret)).toEqual([true, true])
  })

  test('writes a command and its CR at once', async () => {
    const bench = new AtBench()
    await bench.ask('AT', 'OK\r\n')
    expect(bench.writes).toEqual(['AT\r'])
  })

  test('resolves an error too, not ok', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CPIN?', '\r\n+CME ERROR: SIM not inserted\r\n')
    expect(reply.ok).toBe(false)
    expect(reply.final).toEqual({ kind: 'cme', code: null, text: 'SIM not inserted' })
  })

  test('keeps one command in flight and lets the line rest in between', async () => {
    const bench = new AtBench()
    const first = bench.send('AT+CSQ')
    const second = bench.send('AT+CEREG?')
    await bench.clock.advance(500)
    expect(bench.writes).toEqual(['AT+CSQ\r'])
    bench.say('+CSQ: 20,99\r\n\r\nOK\r\n')
    await bench.clock.advance(49)
    expect(bench.writes).toEqual(['AT+CSQ\r'])
    await bench.clock.advance(1)
    expect(bench.writes).toEqual(['AT+CSQ\r', 'AT+CEREG?\r'])
    bench.say('+CEREG: 0,1\r\n\r\nOK\r\n')
    expect(await outcome(first)).toBe('ok')
    expect((await second).lines).toEqual(['+CEREG: 0,1'])
  })

  test('leaves the bytes after CONNECT for PPP', async () => {
    const bench = new AtBench()
    const reply = bench.send('ATD*99***1#')
    await bench.clock.advance(10)
    bench.say('ATD*99***1#\r\r\nCONNECT\r\n~\xff}#\xc0!OK\r\n')
    expect((await reply).final).toEqual({ kind: 'connect', text: '' })
    expect(bench.engine.state).toBe('data')
    expect(bench.data.map((octets) => octets.length)).toEqual([10])
    expect(await outcome(bench.send('AT'))).toBe('at-not-command-mode')
  })

  test('goes idle, busy, idle', async () => {
    const bench = new AtBench()
    await bench.ask('AT', 'OK\r\n')
    await bench.clock.advance(100)
    expect(bench.states).toEqual(['busy', 'idle'])
  })

  test('credits a late OK to the command that timed out, and sends the next one after it', async () => {
    const bench = new AtBench()
    const slow = bench.send('AT+CFUN=4', { timeoutMs: 4000 })
    const next = bench.send('AT+CPIN?')
    await bench.clock.advance(4500)
    expect(await outcome(slow)).toBe('at-timeout')
    expect(bench.writes).toEqual(['AT+CFUN=4\r'])
    bench.say('\r\nOK\r\n')
    await bench.clock.advance(60)
    expect(bench.heard().at(-1)).toBe('final OK < AT+CFUN=4 late')
    bench.say('+CPIN: READY\r\n\r\nOK\r\n')
    expect((await next).lines).toEqual(['+CPIN: READY'])
  })
})
