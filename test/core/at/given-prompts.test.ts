import { bytesOf } from '@core/bytes'
import { describe, expect, test } from 'vitest'
import { AtBench, outcome } from '../../support/at-bench'

const sms = 'AT+CMGS="+8190"'

describe('octets that are counted', () => {
  test('are lines when the time of their command is over', async () => {
    const at = new AtBench()
    const reply = at.send('AT+HTTPREAD=0,100', { timeoutMs: 3000 })
    at.say('+HTTPREAD: DATA,100\r\nabc\r\nOK\r\n')
    await at.clock.advance(2999)
    expect(at.heard()).toHaveLength(1)
    await at.clock.advance(1)
    expect(at.heard()).toContain('note short-payload < AT+HTTPREAD=0,100')
    expect((await reply).lines).toEqual(['+HTTPREAD: DATA,100', 'abc'])
  })
  test('are not when that of another is', async () => {
    const at = new AtBench()
    void at.send('AT+HTTPREAD=0,100')
    at.say('+HTTPREAD: DATA,100\r\nabc\r\nOK\r\n')
    const other = outcome(at.send('AT+CSQ', { force: true, timeoutMs: 1000 }))
    await at.clock.advance(1001)
    expect(await other).toBe('at-timeout')
    expect(at.heard()).not.toContain('note short-payload < AT+HTTPREAD=0,100')
  })
  test('are waited for anew with each that comes', async () => {
    const at = new AtBench()
    void at.send('AT+HTTPREAD=0,100')
    at.say('+HTTPREAD: DATA,100\r\n')
    await at.clock.advance(4000)
    at.say('a')
    await at.clock.advance(4999)
    expect(at.heard()).toHaveLength(1)
    await at.clock.advance(1)
    expect(at.heard()[1]).toBe('note short-payload < AT+HTTPREAD=0,100')
  })
})

describe('a text that is there', () => {
  test.each([
    ['without echo', sms, '', '> ', 'OK\x1a'],
    ['behind another prompt', 'AT+CCERTDOWN="a",2', 'AT+CCERTDOWN="a",2\r\r\n', '@', 'OK'],
  ])('%s does not come back: OK is a result', async (_, command, echo, prompt, text) => {
    const at = new AtBench()
    const reply = at.send(command, { payload: bytesOf(text), prompt })
    at.say(`${echo}${prompt}`)
    at.say('\r\nOK\r\n')
    expect(at.writes).toEqual([`${command}\r`, text])
    expect(await outcome(reply)).toBe('ok')
  })
  test('is given once, and nothing leaves its prompt then', async () => {
    const at = new AtBench()
    void at.send(sms, { payload: bytesOf('a\x1a') })
    await at.clock.advance(1000)
    at.say('> ')
    expect(at.heard()).toEqual([`prompt >  < ${sms}`])
    await at.clock.advance(6000)
    expect(at.writes).toEqual([`${sms}\r`, 'a\x1a'])
  })
  test('is asked for in vain behind ESC', async () => {
    const at = new AtBench()
    void at.send(sms, { payload: bytesOf('a\x1a') })
    await at.clock.advance(5000)
    expect(at.writes).toEqual([`${sms}\r`, '\x1b'])
    at.say('\r\n>')
    await at.clock.advance(300)
    expect([at.engine.state, at.writes.length]).toEqual(['busy', 2])
  })
  test('is asked for line by line, whatever else is asked', async () => {
    const at = new AtBench()
    const reply = at.send(sms, { payload: bytesOf('a\rb\x1a') })
    at.say('> ')
    const other = at.send('AT+CSQ', { force: true })
    at.say('\r\n> ')
    await at.clock.advance(300)
    expect(at.engine.state).toBe('busy')
    at.say('\r\n+CMGS: 1\r\n\r\nOK\r\n+CSQ: 9,99\r\n\r\nOK\r\n')
    expect([await outcome(reply), await outcome(other)]).toEqual(['ok', 'ok'])
  })
})

describe('a prompt', () => {
  test.each([
    ['ATI', 'at-prompt', undefined],
    ['ATD1', 'at-prompt', undefined],
    ['AT+CSQ', 'at-prompt', undefined],
    ['AT+XSEND=3', 'open', 'AT+XSEND=3'],
  ])('behind %s: %s', async (command, said, whose) => {
    const at = new AtBench()
    let ended = 'open'
    void outcome(at.send(command, { attended: true })).then((how) => (ended = how))
    at.say('\r\n>')
    await at.clock.advance(199)
    expect(at.engine.prompt).toBe(undefined)
    await at.clock.advance(1)
    expect([at.engine.prompt?.command, at.engine.state, ended]).toEqual([whose, 'prompt', said])
    expect(at.states).toEqual(['busy', 'prompt'])
  })
  test('without its space that nobody answers is left, and what waits goes on', async () => {
    const at = new AtBench()
    const reply = outcome(at.send('AT+CMGS="+8190"', { timeoutMs: 1000 }))
    void at.send('AT+CSQ')
    at.say('\r\n>')
    await at.clock.advance(200)
    expect([await reply, at.writes.at(-1), at.engine.state]).toEqual([
      'at-prompt',
      '\x1b',
      'recovering',
    ])
    await at.clock.advance(2000)
    expect(at.writes.at(-1)).toBe('AT+CMEE?\r')
  })
  test('behind a command that is late is not its own', async () => {
    const at = new AtBench()
    void at.send('AT+XSEND=3', { attended: true, timeoutMs: 1000 })
    await at.clock.advance(1000)
    at.say('\r\n> ')
    await at.clock.advance(300)
    expect(at.engine.prompt).toStrictEqual({ text: '> ' })
  })
  test('that nobody led to can be given a text', async () => {
    const at = new AtBench()
    at.say('\r\n> ')
    await at.clock.advance(300)
    expect(at.engine.prompt).toStrictEqual({ text: '> ' })
    at.engine.givePayload(bytesOf('a\x1a'))
    expect(at.writes).toEqual(['a\x1a'])
    expect([at.engine.prompt, at.engine.state]).toEqual([undefined, 'idle'])
  })
  test('says whose it is, and how many octets only where they are counted', async () => {
    const at = new AtBench()
    void at.send(sms, { attended: true })
    at.say('> ')
    expect(at.engine.prompt).toStrictEqual({ command: sms, text: '> ' })
  })
  test('that was left asks for nothing more', async () => {
    const at = new AtBench()
    void at.send(sms, { attended: true })
    at.say('> ')
    at.engine.leavePrompt()
    expect(at.engine.prompt).toBe(undefined)
    at.say('\r\n>')
    await at.clock.advance(300)
    expect([at.engine.prompt, at.engine.state]).toEqual([undefined, 'recovering'])
  })
  test('of a command that is cancelled is left', async () => {
    const at = new AtBench()
    const control = new AbortController()
    void at.send(sms, { attended: true, signal: control.signal })
    at.say('> ')
    control.abort()
    expect([at.engine.prompt, at.engine.state]).toEqual([undefined, 'recovering'])
  })
  test('that may still come is left as well', async () => {
    const at = new AtBench()
    const control = new AbortController()
    void at.send(sms, { payload: bytesOf('a\x1a'), signal: control.signal })
    control.abort()
    expect(at.writes).toEqual([`${sms}\r`, '\x1b'])
  })
  test('begins the time of its command anew when it is given a text', async () => {
    const at = new AtBench()
    const reply = outcome(at.send(sms, { attended: true, timeoutMs: 1000 }))
    at.say('> ')
    await at.clock.advance(5000)
    at.engine.givePayload(bytesOf('a\x1a'))
    await at.clock.advance(999)
    expect(at.engine.state).toBe('busy')
    await at.clock.advance(1)
    expect(await reply).toBe('at-timeout')
  })
  test('takes no other command, and names both', async () => {
    const at = new AtBench()
    void at.send(sms, { attended: true })
    at.say('> ')
    await expect(at.send('AT+CREG?')).rejects.toThrow(/AT\+CREG\?.*AT\+CMGS/)
  })
})
