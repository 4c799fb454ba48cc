import { describe, expect, test } from 'vitest'
import { AtBench, outcome } from '../../support/at-bench'

/** A modem that answers these, and nothing else. */
const answering = (answers: Record<string, string>) => (text: string) => answers[text.trimEnd()]

const inStep = {
  'AT+CMEE?': '+CMEE: 2\r\n\r\nOK\r\n',
  'AT+CSQ': '+CSQ: 9,99\r\n\r\nOK\r\n',
  AT: 'OK\r\n',
}

async function timedOut(bench: AtBench, command: string, timeoutMs = 1000): Promise<void> {
  const reply = bench.send(command, { timeoutMs })
  expect(await bench.clock.until(outcome(reply))).toBe('at-timeout')
}

describe('a command that was not answered in time', () => {
  test('names what came instead: nothing, or only its echo', async () => {
    const bench = new AtBench()
    const silent = bench.send('AT+CSQ', { timeoutMs: 1000 })
    await bench.clock.advance(1100)
    await expect(silent).rejects.toThrow('AT+CSQ: nothing in 1 s.')
    const echoing = new AtBench()
    const echoed = echoing.send('AT+CSQ', { timeoutMs: 1000 })
    await echoing.clock.advance(10)
    echoing.say('AT+CSQ\r\r\n')
    await echoing.clock.advance(1100)
    await expect(echoed).rejects.toThrow('AT+CSQ: only its echo in 1 s.')
  })

  test('stays open for a grace period in which nothing else is sent', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0', 8000)
    void bench.send('AT+CSQ')
    await bench.clock.advance(3900)
    expect(bench.writes).toEqual(['AT+COPS=0\r'])
    expect(bench.engine.state).toBe('recovering')
    bench.say('OK\r\n')
    await bench.clock.advance(60)
    expect(bench.writes).toEqual(['AT+COPS=0\r', 'AT+CSQ\r'])
  })

  test.each([
    [1000, 2000],
    [4000, 2000],
    [4002, 2001],
    [29_998, 14_999],
    [30_000, 15_000],
    [180_000, 15_000],
  ])('after %i ms without an answer the grace is %i ms', async (timeoutMs, graceMs) => {
    const bench = new AtBench()
    void bench.send('AT+COPS=0', { timeoutMs })
    await bench.clock.advance(timeoutMs + graceMs - 0.001)
    expect(bench.writes).toEqual(['AT+COPS=0\r'])
    await bench.clock.advance(0.001)
    expect(bench.writes).toEqual(['AT+COPS=0\r', 'AT+CMEE?\r'])
  })

  test('is asked for with a question that names itself when the grace is over', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0')
    const next = bench.send('AT+CSQ')
    bench.modem = answering(inStep)
    await bench.clock.advance(2200)
    expect(bench.writes).toEqual(['AT+COPS=0\r', 'AT+CMEE?\r', 'AT+CSQ\r'])
    expect((await next).lines).toEqual(['+CSQ: 9,99'])
    expect(bench.heard().filter((line) => line.startsWith('note'))).toEqual([
      'note timed-out < AT+COPS=0 late',
      'note probing',
      'note no-answer < AT+COPS=0 late',
      'note in-step',
    ])
    expect(bench.states).toEqual(['busy', 'recovering', 'idle', 'busy', 'idle'])
  })

  test('gets the OK that comes before the question is answered, and the question its own', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0')
    await bench.clock.advance(2100)
    expect(bench.writes.at(-1)).toBe('AT+CMEE?\r')
    bench.say('AT+CMEE?\r\r\nOK\r\n+CMEE: 2\r\n\r\nOK\r\n')
    expect(bench.heard().slice(-5)).toEqual([
      'note probing',
      'echo AT+CMEE? < AT+CMEE?',
      'final OK < AT+COPS=0 late',
      'answer +CMEE: 2 < AT+CMEE?',
      'final OK < AT+CMEE?',
    ])
    await bench.clock.advance(100)
    expect(bench.engine.state).toBe('idle')
  })

  test('gets an ERROR that comes late just the same', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0')
    bench.say('+CME ERROR: 30\r\n')
    expect(bench.heard().at(-1)).toBe('final +CME ERROR: 30 < AT+COPS=0 late')
  })

  test('is asked for with another question when it was that question itself', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+CMEE?')
    await bench.clock.advance(2100)
    expect(bench.writes.at(-1)).toBe('AT+CCLK?\r')
  })

  test('is accounted for even by a modem that refuses every question', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0')
    const next = bench.send('AT+CSQ')
    bench.modem = (text) => (text.startsWith('AT+CSQ') ? inStep['AT+CSQ'] : 'ERROR\r\n')
    expect((await bench.clock.until(next)).lines).toEqual(['+CSQ: 9,99'])
    expect(bench.tokens.filter((token) => token.orphan)).toEqual([])
  })

  test('with echo off, the answers of several questions are not mixed up', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0')
    const next = bench.send('AT+CSQ')
    // The first question is answered only when the second was sent.
    let held = ''
    bench.modem = (text) => {
      if (text === 'AT+CMEE?\r') held = '+CMEE: 2\r\n\r\nOK\r\n'
      if (text === 'AT+CCLK?\r') return `${held}+CCLK: "26/01/01,00:00:00+36"\r\n\r\nOK\r\n`
      return text === 'AT+CSQ\r' ? inStep['AT+CSQ'] : undefined
    }
    expect((await bench.clock.until(next)).lines).toEqual(['+CSQ: 9,99'])
    expect(bench.heard()).toContain('answer +CCLK: "26/01/01,00:00:00+36" < AT+CCLK?')
    expect(bench.tokens.filter((token) => token.orphan)).toEqual([])
  })

  test('is never sent again by the engine', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'ATD*99#')
    await bench.clock.advance(60_000)
    expect(bench.writes.filter((text) => text.startsWith('ATD'))).toHaveLength(1)
  })
})

describe('a port that does not answer', () => {
  test('is unresponsive after three misses: polls are refused, and who waits is told in the end', async () => {
    const bench = new AtBench()
    const first = bench.send('AT+CSQ', { priority: 'user', timeoutMs: 1000 })
    const waiting = bench.send('AT+CFUN=1')
    const poll = bench.send('AT+CEREG?', { priority: 'poll' })
    await bench.clock.advance(9100)
    expect(await outcome(first)).toBe('at-timeout')
    expect(await outcome(poll)).toBe('at-unresponsive')
    expect(bench.engine.state).toBe('unresponsive')
    expect(await outcome(bench.send('AT+CEREG?', { priority: 'poll' }))).toBe('at-unresponsive')
    expect(await bench.clock.until(outcome(waiting))).toBe('at-unresponsive')
    expect(bench.writes).toEqual([
      'AT+CSQ\r',
      'AT+CMEE?\r',
      'AT+CCLK?\r',
      'AT+IFC?\r',
      'AT\r',
      'AT\r',
      'AT\r',
    ])
    await bench.clock.advance(3_600_000)
    expect(bench.writes).toHaveLength(7)
    expect(bench.clock.pending).toBe(0)
  })

  test('still takes what a person sends, and is well again at the first answer', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT')
    await bench.clock.advance(60_000)
    expect(bench.engine.state).toBe('unresponsive')
    const reply = await bench.ask('AT+CSQ', inStep['AT+CSQ'], { priority: 'user' })
    expect(reply.ok).toBe(true)
    await bench.clock.advance(60)
    expect(bench.engine.state).toBe('idle')
  })

  test('is not flooded when a person keeps trying: one question after each', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT')
    await bench.clock.advance(60_000)
    const before = bench.writes.length
    await timedOut(bench, 'AT+CSQ')
    await bench.clock.advance(60_000)
    expect(bench.writes.slice(before)).toEqual(['AT+CSQ\r', 'AT+CMEE?\r'])
  })

  test('is called a loop when all it does is echo', async () => {
    const bench = new AtBench()
    bench.modem = (text) => text
    await timedOut(bench, 'AT')
    await bench.clock.advance(60_000)
    expect(bench.engine.state).toBe('unresponsive')
    expect(bench.heard()).toContain('note echo-only')
    expect(new Set(bench.tokens.map((token) => token.kind))).toEqual(new Set(['echo', 'note']))
  })

  test('that comes back while AT is tried is asked the question once more', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+CFUN?')
    const next = bench.send('AT+CSQ')
    let deaf = 4
    bench.modem = (text) => (deaf-- > 0 ? undefined : (answering(inStep)(text) ?? 'ERROR\r\n'))
    expect((await bench.clock.until(next)).lines).toEqual(['+CSQ: 9,99'])
  })
})

describe('resync', () => {
  test('is true when the modem answers, and leaves nothing open', async () => {
    const bench = new AtBench()
    bench.modem = answering(inStep)
    expect(await bench.clock.until(bench.engine.resync())).toBe(true)
    expect(bench.engine.state).toBe('idle')
  })

  test('is false when nobody answers', async () => {
    const bench = new AtBench()
    expect(await bench.clock.until(bench.engine.resync())).toBe(false)
    expect(bench.engine.state).toBe('unresponsive')
  })

  test('does not wait for the grace of a command that was given up', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+COPS=0', 30_000)
    bench.modem = answering(inStep)
    const started = bench.clock.monotonicUs()
    expect(await bench.clock.until(bench.engine.resync())).toBe(true)
    expect(bench.clock.monotonicUs() - started).toBeLessThan(100_000)
  })

  test('of a port just opened begins with AT until the speed is found', async () => {
    const bench = new AtBench()
    let deaf = 2
    bench.modem = (text) => (deaf-- > 0 ? undefined : answering(inStep)(text))
    bench.say('\xfe\x80garbage\r')
    expect(await bench.clock.until(bench.engine.resync({ opening: true }))).toBe(true)
    expect(bench.writes).toEqual(['AT\r', 'AT\r', 'AT\r', 'AT+CMEE?\r'])
  })

  test('of a port just opened goes on when the modem says that it starts', async () => {
    const bench = new AtBench()
    let up = false
    bench.modem = (text) => (up ? answering(inStep)(text) : undefined)
    const opened = bench.engine.resync({ opening: true })
    await bench.clock.advance(2500)
    bench.say('\r\n*ATREADY: 1\r\n')
    up = true
    expect(await bench.clock.until(opened)).toBe(true)
    expect(bench.engine.state).toBe('idle')
  })

  test('is called off by the end of the port', async () => {
    const bench = new AtBench()
    const opened = bench.engine.resync({ opening: true })
    await bench.clock.advance(1000)
    bench.engine.stop('port-gone')
    expect(await bench.clock.until(opened)).toBe(false)
    expect(bench.writes).toEqual(['AT\r'])
  })

  test('asked for twice is done once', async () => {
    const bench = new AtBench()
    bench.modem = answering(inStep)
    const both = Promise.all([bench.engine.resync(), bench.engine.resync()])
    expect(await bench.clock.until(both)).toEqual([true, true])
    expect(bench.writes).toEqual(['AT+CMEE?\r'])
  })

  test('in data mode is refused', async () => {
    const bench = new AtBench()
    await bench.ask('ATD*99#', 'CONNECT\r\n')
    expect(await bench.engine.resync()).toBe(false)
    expect(bench.writes).toEqual(['ATD*99#\r'])
  })
})

describe('finals nobody asked for', () => {
  test('one is marked', () => {
    const bench = new AtBench()
    bench.say('OK\r\n')
    expect(bench.heard()).toEqual(['final OK orphan'])
    expect(bench.engine.state).toBe('idle')
  })

  test('two within ten seconds make the engine ask where the modem is', async () => {
    const bench = new AtBench()
    bench.modem = answering(inStep)
    bench.say('OK\r\nOK\r\n')
    await bench.clock.advance(100)
    expect(bench.writes).toEqual(['AT+CMEE?\r'])
    expect(bench.heard()).toContain('note in-step')
  })

  test('two further apart do not', async () => {
    const bench = new AtBench()
    bench.say('OK\r\n')
    await bench.clock.advance(11_000)
    bench.say('OK\r\n')
    await bench.clock.advance(1000)
    expect(bench.writes).toEqual([])
  })

  test('CONNECT makes it ask at once', async () => {
    const bench = new AtBench()
    bench.say('CONNECT 115200\r\n')
    await bench.clock.advance(10)
    expect(bench.heard().slice(0, 2)).toEqual([
      'final CONNECT 115200 orphan',
      'note unasked-connect',
    ])
    expect(bench.writes).toEqual(['AT+CMEE?\r'])
    expect(bench.data).toEqual([])
  })

  test('one in the pause after an answer is not credited to the next command', async () => {
    const bench = new AtBench()
    await bench.ask('AT+CSQ', '+CSQ: 9,99\r\n\r\nOK\r\n')
    const next = bench.send('AT+CEREG?')
    bench.say('OK\r\n')
    expect(bench.heard().at(-1)).toBe('final OK orphan')
    await bench.clock.advance(60)
    bench.say('+CEREG: 0,1\r\n\r\nOK\r\n')
    expect((await next).lines).toEqual(['+CEREG: 0,1'])
  })
})

describe('an answer to something given up long ago', () => {
  test('keeps its final result from the command that is out now', async () => {
    const bench = new AtBench()
    await timedOut(bench, 'AT+CGPADDR')
    await bench.clock.advance(60_000)
    expect(bench.heard()).toContain('note given-up < AT+CGPADDR late')
    const now = bench.send('AT+CFUN=1')
    bench.say('+CGPADDR: 1,"10.0.0.1"\r\n\r\nERROR\r\n')
    expect(bench.heard().at(-1)).toBe('final ERROR < AT+CGPADDR late')
    bench.say('OK\r\n')
    expect(await outcome(now)).toBe('ok')
  })
})

describe('two commands at once, because a terminal forced one in', () => {
  test('a final before the newer echo belongs to the older', async () => {
    const bench = new AtBench()
    const older = bench.send('AT+CFUN=4')
    const newer = bench.send('AT+CSQ', { force: true })
    bench.say('AT+CFUN=4\r\r\nOK\r\nAT+CSQ\r\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect((await older).ok).toBe(true)
    expect((await newer).lines).toEqual(['+CSQ: 9,99'])
  })

  test('a final after the newer echo, without the line the newer must have, belongs to the older', async () => {
    const bench = new AtBench()
    const older = bench.send('AT+CFUN=4')
    const newer = bench.send('AT+CPIN?', { force: true })
    bench.say('AT+CFUN=4\rAT+CPIN?\r\r\nERROR\r\n')
    expect(await outcome(older)).toBe('refused')
    bench.say('+CPIN: READY\r\n\r\nOK\r\n')
    expect((await newer).lines).toEqual(['+CPIN: READY'])
  })

  test('an answer line of the newer closes the older as lost', async () => {
    const bench = new AtBench()
    const older = bench.send('AT+CFUN=4')
    const newer = bench.send('AT+CPIN?', { force: true })
    bench.say('+CPIN: READY\r\n\r\nOK\r\n')
    expect(await outcome(older)).toBe('at-timeout')
    expect(await outcome(newer)).toBe('ok')
  })

  test('CONNECT belongs to the dial command, whatever else is open', async () => {
    const bench = new AtBench()
    const dial = bench.send('ATD*99#')
    const other = bench.send('AT+CSQ', { force: true })
    bench.say('CONNECT\r\n')
    expect((await dial).final.kind).toBe('connect')
    expect(await outcome(other)).toBe('at-not-command-mode')
  })
})
