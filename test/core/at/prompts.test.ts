import { describe, expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { AtBench, outcome } from '../../support/at-bench'

const sms = (text: string) => ({ payload: bytesOf(`${text}\x1a`) })

describe('a payload after a prompt', () => {
  test('is sent when the prompt has come, its echo dropped, its result kept', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CMGS="+8190"', sms('hello'))
    bench.say('AT+CMGS="+8190"\r\r\n')
    await bench.clock.advance(100)
    expect(bench.writes).toHaveLength(1)
    bench.say('> ')
    await bench.clock.advance(10)
    expect(bench.writes[1]).toBe('hello\x1a')
    bench.say('hello\x1a\r\n+CMGS: 5\r\n\r\nOK\r\n')
    expect((await reply).lines).toEqual(['+CMGS: 5'])
    expect(bench.heard()).toContain('echo hello\x1a < AT+CMGS="+8190" payload')
  })

  test('may hold a line that looks like a result', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CMGS="+8190"', sms('OK\r\nERROR'))
    bench.say('AT+CMGS="+8190"\r\r\n> ')
    await bench.clock.advance(10)
    bench.say('OK\r\n> ERROR\x1a\r\n+CMGS: 5\r\n\r\nOK\r\n')
    expect(await reply).toMatchObject({ ok: true, lines: ['+CMGS: 5'] })
  })

  test('is sent though the prompt and its space come apart', async () => {
    const bench = new AtBench()
    void bench.send('AT+CMGS=20', sms('00'))
    bench.say('\r\n>')
    await bench.clock.advance(50)
    expect(bench.writes).toHaveLength(1)
    bench.say(' ')
    await bench.clock.advance(10)
    expect(bench.writes).toHaveLength(2)
    expect(bench.tokens.map((token) => token.text)).toEqual(['> '])
  })

  test('is sent after a prompt without its space, a moment later', async () => {
    const bench = new AtBench()
    void bench.send('AT+CMGS=20', sms('00'))
    bench.say('\r\n>')
    await bench.clock.advance(250)
    expect(bench.writes).toHaveLength(2)
  })

  test('is not sent when the modem refuses', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+CMGS=20', '+CMS ERROR: 310\r\n', sms('00'))
    expect(reply.final).toEqual({ kind: 'cms', code: 310, text: null })
    await bench.clock.advance(10_000)
    expect(bench.writes).toHaveLength(1)
  })

  test('is given up with ESC when no prompt comes, and the reply is no success', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CMGS=20', sms('00'))
    await bench.clock.advance(5000)
    expect(bench.writes).toEqual(['AT+CMGS=20\r', '\x1b'])
    bench.say('OK\r\n')
    expect(await outcome(reply)).toBe('at-timeout')
  })

  test.each([
    ['has no 1A at its end', bytesOf('hello')],
    ['holds 1A', bytesOf('a\x1ab\x1a')],
    ['holds 1B', bytesOf('a\x1bb\x1a')],
    ['is empty', new Uint8Array(0)],
  ])('of an SMS is refused when it %s', async (_, payload) => {
    const bench = new AtBench()
    expect(await outcome(bench.send('AT+CMGS=20', { payload }))).toBe('at-bad-command')
    expect(bench.writes).toEqual([])
  })

  test.each([
    ['@', '\r\n@'],
    ['DOWNLOAD', '\r\nDOWNLOAD\r\n'],
    ['CONNECT', '\r\nCONNECT\r\n'],
    ['> ', '\r\n>\r\n'],
  ])('follows %s too, and may hold any octet', async (prompt, said) => {
    const bench = new AtBench()
    const reply = bench.send('AT+CCERTDOWN="ca.pem",4', { prompt, payload: bytesOf('\x1aOK\r') })
    bench.say(said)
    await bench.clock.advance(300)
    expect(bench.writes[1]).toBe('\x1aOK\r')
    bench.say('\r\nOK\r\n')
    expect(await outcome(reply)).toBe('ok')
    expect(bench.engine.state).not.toBe('data')
  })

  test('an unasked > is no prompt', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+CSQ')
    bench.say('> ')
    bench.say('\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect((await reply).lines).toEqual(['+CSQ: 9,99'])
    expect(bench.heard()[0]).toBe('unknown > ')
  })
})

describe('a counted payload', () => {
  const said = '+HTTPREAD: DATA,10\r\nOK\r\nRDY~\x1a\r\n+HTTPREAD: 0\r\nOK\r\n'

  test('is taken as it is, with OK and RDY inside, wherever it is cut', async () => {
    for (let cut = 0; cut <= said.length; cut++) {
      const bench = new AtBench()
      const reply = bench.send('AT+HTTPREAD=0,10')
      bench.say(said.slice(0, cut))
      bench.say(said.slice(cut))
      expect(await reply).toMatchObject({
        ok: true,
        lines: ['+HTTPREAD: DATA,10', '+HTTPREAD: 0'],
        payload: bytesOf('OK\r\nRDY~\x1a\r'),
      })
    }
  })

  test('of a caller’s own header is taken too', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+FSREAD="a"', { counted: '+FSREAD: ' })
    bench.say('+FSREAD: 4\r\nOK\r\n\r\nOK\r\n')
    expect((await reply).payload).toEqual(bytesOf('OK\r\n'))
  })

  test('that nobody asked for (MQTT) is one token', () => {
    const bench = new AtBench()
    bench.say('+CMQTTRXPAYLOAD: 0,4\r\nOK\r\n\r\n+CMQTTRXEND: 0\r\n')
    expect(bench.tokens.map((token) => token.kind)).toEqual([
      'unsolicited',
      'payload',
      'unsolicited',
    ])
  })

  test('that stays short is given back as lines, and said so', async () => {
    const bench = new AtBench()
    const reply = bench.send('AT+HTTPREAD=0,100')
    bench.say('+HTTPREAD: DATA,100\r\nabc\r\nOK\r\n')
    await bench.clock.advance(4900)
    expect(bench.tokens).toHaveLength(1)
    await bench.clock.advance(200)
    expect((await reply).lines).toEqual(['+HTTPREAD: DATA,100', 'abc'])
    expect(bench.heard()).toContain('note short-payload < AT+HTTPREAD=0,100')
  })

  test('of an impossible length is a line like any other', async () => {
    const bench = new AtBench()
    const reply = await bench.ask('AT+HTTPREAD=0,9', '+HTTPREAD: DATA,99999999999\r\n\r\nOK\r\n')
    expect(reply.ok).toBe(true)
  })
})

describe('a prompt that nobody has a text for', () => {
  const asked = async (command = 'AT+CMGS="+8190"', prompt = '> ') => {
    const bench = new AtBench()
    const reply = outcome(bench.send(command, { priority: 'user', attended: true }))
    bench.say(`${command}\r\r\n${prompt}`)
    await bench.clock.advance(300)
    return { bench, reply }
  }

  test('is a state, however long a person thinks', async () => {
    const { bench, reply } = await asked()
    expect(bench.engine.state).toBe('prompt')
    expect(bench.engine.prompt).toEqual({ command: 'AT+CMGS="+8190"', text: '> ' })
    await bench.clock.advance(600_000)
    expect(bench.writes).toEqual(['AT+CMGS="+8190"\r'])
    bench.engine.givePayload(bytesOf('hello\x1a'))
    expect(bench.writes[1]).toBe('hello\x1a')
    bench.say('hello\x1a\r\n+CMGS: 5\r\n\r\nOK\r\n')
    expect(await reply).toBe('ok')
    expect(bench.engine.state).toBe('idle')
  })

  test('is left with ESC, and the command is told as given up', async () => {
    const { bench, reply } = await asked()
    bench.engine.leavePrompt()
    expect(bench.writes[1]).toBe('\x1b')
    expect(await reply).toBe('at-cancelled')
    bench.say('\r\nOK\r\n')
    expect(bench.engine.state).toBe('idle')
    const next = bench.send('AT+CSQ')
    await bench.clock.advance(100)
    bench.say('AT+CSQ\r\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect((await next).lines).toEqual(['+CSQ: 9,99'])
  })

  test('is left with ESC by who gives the command up', async () => {
    const bench = new AtBench()
    const abort = new AbortController()
    const reply = outcome(bench.send('AT+CMGS="+8190"', { signal: abort.signal, attended: true }))
    bench.say('AT+CMGS="+8190"\r\r\n> ')
    await bench.clock.advance(10)
    abort.abort()
    expect(await reply).toBe('at-cancelled')
    expect(bench.writes[1]).toBe('\x1b')
  })

  test('lets nothing else be typed into the text; polls wait', async () => {
    const { bench } = await asked()
    const poll = outcome(bench.send('AT+CSQ', { priority: 'poll' }))
    expect(await outcome(bench.send('AT+CREG?'))).toBe('at-prompt')
    await bench.clock.advance(30_000)
    expect(bench.writes).toHaveLength(1)
    bench.engine.leavePrompt()
    bench.say('\r\nOK\r\n')
    await bench.clock.advance(100)
    expect(bench.writes[2]).toBe('AT+CSQ\r')
    bench.say('AT+CSQ\r\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect(await poll).toBe('ok')
  })

  test('is over when the modem ends it by itself', async () => {
    const { bench, reply } = await asked()
    bench.say('\r\n+CMS ERROR: 302\r\n')
    expect(await reply).toBe('refused')
    expect(bench.engine.prompt).toBeUndefined()
  })

  test('of a command that nobody here knows is one, too', async () => {
    const { bench, reply } = await asked('AT+XSENDTEXT=3', '>')
    expect(bench.engine.prompt).toEqual({ command: 'AT+XSENDTEXT=3', text: '> ' })
    bench.engine.givePayload(bytesOf('abc'))
    bench.say('\r\nOK\r\n')
    expect(await reply).toBe('ok')
  })

  test('that an earlier program left takes AT for text, and says so with the next prompt', async () => {
    const bench = new AtBench()
    const reply = outcome(bench.send('AT'))
    bench.say('AT\r\n> ')
    await bench.clock.advance(300)
    expect(await reply).toBe('at-prompt')
    expect(bench.engine.prompt).toEqual({ text: '> ' })
    expect(bench.engine.state).toBe('prompt')
    bench.engine.leavePrompt()
    expect(bench.writes.at(-1)).toBe('\x1b')
    bench.say('\r\nOK\r\n')
    await bench.clock.advance(100)
    const next = bench.send('AT')
    await bench.clock.advance(100)
    bench.say('AT\r\r\nOK\r\n')
    expect(await outcome(next)).toBe('ok')
  })

  test('for each line of a text that was sent is none', async () => {
    const { bench, reply } = await asked()
    bench.engine.givePayload(bytesOf('one\rtwo\x1a'))
    bench.say('one\r\n> ')
    await bench.clock.advance(2_000)
    expect(bench.engine.state).toBe('busy')
    bench.say('two\x1a\r\n+CMGS: 6\r\n\r\nOK\r\n')
    expect(await reply).toBe('ok')
  })

  test('is left at once where nobody can be asked', async () => {
    const bench = new AtBench()
    const reply = outcome(bench.send('AT+CMGS="+8190"'))
    bench.say('AT+CMGS="+8190"\r\r\n> ')
    expect(await reply).toBe('at-prompt')
    expect(bench.writes[1]).toBe('\x1b')
    bench.say('\r\nOK\r\n')
    expect(bench.engine.state).toBe('idle')
  })

  test('cannot be given anything when it is not there', () => {
    const bench = new AtBench()
    expect(() => bench.engine.givePayload(bytesOf('x'))).toThrow(/waits for no text/)
    expect(() => bench.engine.leavePrompt()).toThrow(/waits for no text/)
  })

  test.each([
    ['AT+CFTRANRX="c:/ca.pem",4', 1, 4],
    ['AT+HTTPDATA=120,10000', 0, 120],
    ['AT+CIPSEND=0', 1, undefined],
    ['AT+CMGS="+8190"', undefined, undefined],
  ])('%s says how many octets it takes', async (command, counts, octets) => {
    const endings = () => ({ prompt: '>', ...(counts === undefined ? {} : { counts }) })
    const bench = new AtBench({ endings })
    void outcome(bench.send(command, { attended: true }))
    bench.say(`${command}\r\r\n>`)
    await bench.clock.advance(300)
    expect(bench.engine.prompt?.octets).toBe(octets)
  })
})
