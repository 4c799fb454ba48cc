import { describe, expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { expectOk } from '@core/at/engine'
import { AtBench, outcome } from '../../support/at-bench'
import { quoted } from '@core/words'

const csq = '+CSQ: 9,99\r\n\r\nOK\r\n'

describe('the queue', () => {
  test('sends what a user asks before what a wizard asks before polls', async () => {
    const bench = new AtBench()
    bench.modem = () => 'OK\r\n'
    void bench.send('AT')
    void bench.send('AT+CSQ', { priority: 'poll' })
    void bench.send('AT+CFUN=1', { priority: 'wizard' })
    void bench.send('ATI', { priority: 'user' })
    await bench.clock.advance(1000)
    expect(bench.writes).toEqual(['AT\r', 'ATI\r', 'AT+CFUN=1\r', 'AT+CSQ\r'])
  })

  test('asks the same poll once and gives everybody the same answer', async () => {
    const bench = new AtBench()
    const polls = [1, 2, 3].map(() => bench.send('AT+CSQ', { priority: 'poll' }))
    await bench.clock.advance(10)
    bench.say(csq)
    const replies = await Promise.all(polls)
    expect(new Set(replies).size).toBe(1)
    expect(bench.writes).toEqual(['AT+CSQ\r'])
  })

  test('takes polls with the same key for one', async () => {
    const bench = new AtBench()
    void bench.send('AT')
    void bench.send('AT+CSQ', { priority: 'poll', coalesce: 'signal' })
    void bench.send('AT+CESQ', { priority: 'poll', coalesce: 'signal' })
    bench.modem = () => 'OK\r\n'
    bench.say('OK\r\n')
    await bench.clock.advance(1000)
    expect(bench.writes).toEqual(['AT\r', 'AT+CSQ\r'])
  })

  test('does not take a user’s command for a poll', async () => {
    const bench = new AtBench()
    void bench.send('AT+CSQ', { priority: 'poll' })
    const user = bench.send('AT+CSQ', { priority: 'user' })
    await bench.clock.advance(10)
    bench.say(csq)
    await bench.clock.advance(60)
    bench.say(csq)
    expect(await outcome(user)).toBe('ok')
    expect(bench.writes).toHaveLength(2)
  })

  test('sends nothing while a search for networks runs, since any octet would abort it', async () => {
    const bench = new AtBench()
    void bench.send('AT+COPS=?')
    void bench.send('AT+CSQ', { priority: 'poll' })
    void bench.send('AT+CEREG?', { priority: 'user' })
    await bench.clock.advance(179_000)
    expect(bench.writes).toEqual(['AT+COPS=?\r'])
  })

  test.each([
    ['is empty', ' '],
    ['holds a line break', 'AT+CGDCONT=1,"IP","a\r\nAT+CPOF"'],
    ['holds a control character', 'AT\x1a'],
    ['holds a character outside ISO 8859-1', 'AT+CUSD=1,"ソラコム"'],
    ['is longer than the modem’s buffer', `AT+X="${'x'.repeat(3100)}"`],
  ])('refuses a command that %s', async (_, command) => {
    const bench = new AtBench()
    expect(await outcome(bench.send(command))).toBe('at-bad-command')
    expect(bench.writes).toEqual([])
  })

  test('ends every command with the reason the port ended for', async () => {
    const bench = new AtBench()
    const first = bench.send('AT+CSQ')
    const second = bench.send('AT+CEREG?')
    bench.say('+CSQ: 9')
    bench.engine.stop('port-gone')
    expect(await outcome(first)).toBe('port-gone')
    expect(await outcome(second)).toBe('port-gone')
    expect(await outcome(bench.send('AT'))).toBe('port-gone')
    expect(bench.engine.state).toBe('stopped')
    expect(bench.heard()).toEqual(['unknown +CSQ: 9'])
    expect(bench.clock.pending).toBe(0)
  })

  test('sends nothing while it stops, though a held answer settles what was open', async () => {
    const bench = new AtBench({ gapMs: 0 })
    const read = bench.send('AT+HTTPREAD=0,100')
    const next = bench.send('AT+CSQ')
    bench.say('+HTTPREAD: DATA,100\r\nOK\r\n')
    void bench.engine.resync()
    bench.engine.stop('port-gone')
    await bench.clock.advance(1000)
    expect(await outcome(read)).toBe('ok')
    expect(await outcome(next)).toBe('port-gone')
    expect(bench.writes).toEqual(['AT+HTTPREAD=0,100\r'])
  })

  test('fails a command whose write fails, and goes on', async () => {
    let broken = true
    const written: Uint8Array[] = []
    const bench = new AtBench({
      write: async (bytes) => {
        if (broken) throw new Fault('port-failed', quoted('EIO'))
        written.push(bytes)
      },
    })
    expect(await outcome(bench.send('AT'))).toBe('port-failed')
    broken = false
    expect((await bench.ask('AT', 'OK\r\n')).ok).toBe(true)
  })

  test('sends CR LF where a port wants it', async () => {
    const bench = new AtBench({ lineEnding: '\r\n' })
    void bench.send('AT')
    expect(bench.writes).toEqual(['AT\r\n'])
  })
})

describe('cancelling', () => {
  test('a command that waits takes it out', async () => {
    const bench = new AtBench()
    const control = new AbortController()
    void bench.send('AT')
    const reply = bench.send('AT+CSQ', { signal: control.signal })
    control.abort()
    expect(await outcome(reply)).toBe('at-cancelled')
    bench.say('OK\r\n')
    await bench.clock.advance(1000)
    expect(bench.writes).toEqual(['AT\r'])
  })

  test('a command in flight tells at once, and its answer is not credited to the next', async () => {
    const bench = new AtBench()
    const control = new AbortController()
    const reply = bench.send('AT+CSQ', { signal: control.signal })
    const next = bench.send('AT+CFUN=1')
    control.abort()
    expect(await outcome(reply)).toBe('at-cancelled')
    expect(bench.writes).toEqual(['AT+CSQ\r'])
    bench.say(csq)
    await bench.clock.advance(60)
    expect(bench.heard().slice(-2)).toEqual([
      'answer +CSQ: 9,99 < AT+CSQ late',
      'final OK < AT+CSQ late',
    ])
    bench.say('OK\r\n')
    expect(await outcome(next)).toBe('ok')
  })

  test('a dial attempt sends the octet that aborts it', async () => {
    const bench = new AtBench()
    const control = new AbortController()
    const reply = bench.send('ATD*99#', { signal: control.signal })
    control.abort()
    expect(await outcome(reply)).toBe('at-cancelled')
    expect(bench.writes).toEqual(['ATD*99#\r', '\r'])
    bench.say('NO CARRIER\r\n')
    await bench.clock.advance(10)
    expect(bench.heard().at(-1)).toBe('final NO CARRIER < ATD*99# late')
    expect(bench.engine.state).toBe('idle')
  })

  test('one of two who share a poll leaves the other its answer', async () => {
    const bench = new AtBench()
    const control = new AbortController()
    const one = bench.send('AT+CSQ', { priority: 'poll', signal: control.signal })
    const two = bench.send('AT+CSQ', { priority: 'poll' })
    control.abort()
    bench.say(csq)
    expect(await outcome(one)).toBe('at-cancelled')
    expect(await outcome(two)).toBe('ok')
  })

  test('beforehand sends nothing', async () => {
    const bench = new AtBench()
    const signal = AbortSignal.abort()
    expect(await outcome(bench.send('AT', { signal }))).toBe('at-cancelled')
    expect(bench.writes).toEqual([])
  })
})

describe('commands in two phases', () => {
  const secondPhase = { prefix: '+CNACT:', timeoutMs: 30_000 }

  test('resolve with the later line, and let others be sent meanwhile', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CNACT=1,"soracom.io"', { secondPhase })
    bench.say('OK\r\n')
    const other = bench.send('AT+CSQ')
    await bench.clock.advance(100)
    bench.say(csq)
    expect(await outcome(other)).toBe('ok')
    bench.say('+CNACT: ACTIVE\r\n')
    expect(await reply).toMatchObject({ ok: true, secondPhase: '+CNACT: ACTIVE', lines: [] })
    expect(bench.heard().at(-1)).toBe(
      'answer +CNACT: ACTIVE < AT+CNACT=1,"soracom.io" second phase',
    )
  })

  test('take a result that comes before their OK', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CNACT=1', '+CNACT: ACTIVE\r\n\r\nOK\r\n', { secondPhase })
    expect(reply.secondPhase).toBe('+CNACT: ACTIVE')
  })

  test('end at once when they are refused', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CNACT=1', 'ERROR\r\n', { secondPhase })
    expect(reply.ok).toBe(false)
  })

  test('time out when only the OK came', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CNACT=1', { secondPhase })
    bench.say('OK\r\n')
    await bench.clock.advance(31_000)
    await expect(reply).rejects.toThrow('OK, but no +CNACT: in 30 s')
    expect(bench.engine.state).toBe('idle')
  })
})

describe('the end of data mode', () => {
  test('makes octets lines again', async () => {
    const bench = new AtBench()
    await bench.ask('ATD*99#', 'CONNECT\r\n~~')
    bench.say('~more~')
    bench.engine.resumeCommandMode()
    const reply = bench.send('AT')
    await bench.clock.advance(60)
    bench.say('\r\nNO CARRIER\r\nOK\r\n')
    expect(await outcome(reply)).toBe('ok')
    expect(bench.data.map((octets) => octets.length)).toEqual([2, 6])
    expect(bench.heard()).toContain('unsolicited NO CARRIER')
  })

  test('the octets after CONNECT go to data wherever the read is cut', async () => {
    const said = 'ATD*99#\r\r\nCONNECT 115200\r\n\n~\xc0!'
    for (let cut = 0; cut <= said.length; cut++) {
      const bench = new AtBench()
      void bench.send('ATD*99#')
      bench.say(said.slice(0, cut))
      bench.say(said.slice(cut))
      const data = bench.data.map((octets) => String.fromCharCode(...octets)).join('')
      expect(data, `cut at ${cut}`).toBe('\n~\xc0!')
    }
  })
})

test('expectOk names the command and the line seen, and hides what is secret', async () => {
  const bench = new AtBench()
  const reply = await bench.ask('AT+CPIN="1234"', '+CME ERROR: 16\r\n')
  expect(() => expectOk(reply)).toThrow('AT+CPIN=…: +CME ERROR: 16')
})

test('several commands on one line have one result and all their answers', async () => {
  const bench = new AtBench()
  const reply = await bench.ask('AT+CMEE=2;+CREG?;+CSQ', '+CREG: 0,1\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
  expect(reply.lines).toEqual(['+CREG: 0,1', '+CSQ: 9,99'])
})
