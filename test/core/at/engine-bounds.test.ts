import { Announcer } from '@core/at/announcer'
import { Pending } from '@core/at/pending'
import { SecondPhases } from '@core/at/second-phases'
import type { SendOptions } from '@core/at/send-options'
import type { Endings } from '@core/at/endings'
import type { Final } from '@core/at/final'
import { describe, expect, test } from 'vitest'
import { AtBench, outcome } from '../../support/at-bench'
import { ManualClock } from '../../support/manual-clock'

describe('what an engine sends', () => {
  test('a poll is none of a command that a user asked, nor of one that is late', async () => {
    const at = new AtBench()
    const user = at.send('AT+CSQ', { priority: 'user' })
    const poll = at.send('AT+CSQ', { priority: 'poll' })
    at.say('+CSQ: 9,99\r\n\r\nOK\r\n')
    await at.clock.advance(60)
    at.say('+CSQ: 8,99\r\n\r\nOK\r\n')
    expect([(await user).lines, (await poll).lines]).toEqual([['+CSQ: 9,99'], ['+CSQ: 8,99']])
    const late = new AtBench()
    void late.send('AT+CSQ', { priority: 'poll', timeoutMs: 1000 })
    await late.clock.advance(1000)
    const again = late.send('AT+CSQ', { priority: 'poll' })
    late.say('+CSQ: 9,99\r\n\r\nOK\r\n')
    await late.clock.advance(60)
    late.say('+CSQ: 8,99\r\n\r\nOK\r\n')
    expect((await again).lines).toEqual(['+CSQ: 8,99'])
  })
  test('its commands are counted, its own questions too', async () => {
    const at = new AtBench()
    at.modem = (text) => (text === 'AT+CMEE?\r' ? '+CMEE: 2\r\n\r\nOK\r\n' : 'OK\r\n')
    await at.clock.until(at.send('AT'))
    await at.clock.until(at.engine.resync())
    await at.clock.until(at.send('AT'))
    const ids = at.tokens.filter(({ kind }) => kind === 'final').map((token) => token.commandId)
    expect(ids).toEqual([1, 2, 3])
  })
  test('the longest grace of those that are late counts', async () => {
    const at = new AtBench()
    void at.send('AT+COPS=0', { timeoutMs: 10_000 })
    await at.clock.advance(8000)
    void at.send('AT+CSQ', { force: true, timeoutMs: 1000 })
    await at.clock.advance(6999)
    expect(at.writes).toEqual(['AT+COPS=0\r', 'AT+CSQ\r'])
    await at.clock.advance(1)
    expect(at.writes.at(-1)).toBe('AT+CMEE?\r')
  })
  test('who cancels what is late aborts nothing', async () => {
    const at = new AtBench()
    const control = new AbortController()
    const one = outcome(at.send('ATD*99#', { signal: control.signal, timeoutMs: 1000 }))
    await at.clock.advance(1000)
    control.abort()
    expect([await one, at.writes]).toEqual(['at-timeout', ['ATD*99#\r']])
  })
  test('questions go first while it gets in step', async () => {
    const at = new AtBench()
    const climbed = at.engine.resync()
    void at.send('AT+CSQ')
    await at.clock.advance(100)
    expect(at.writes).toEqual(['AT+CMEE?\r'])
    at.say('+CMEE: 2\r\n\r\nOK\r\n')
    expect(await climbed).toBe(true)
    await at.clock.advance(100)
    expect(at.writes).toEqual(['AT+CMEE?\r', 'AT+CSQ\r'])
  })
})

describe('the end', () => {
  test('is the first, and nothing is heard behind it', async () => {
    const at = new AtBench()
    const reply = outcome(at.send('AT'))
    at.engine.stop('port-gone')
    at.engine.stop('port-closed')
    at.say('OK\r\n')
    at.engine.enterDataMode()
    at.engine.resumeCommandMode()
    expect([await reply, await outcome(at.send('AT'))]).toEqual(['port-gone', 'port-gone'])
    expect([at.heard(), at.states]).toEqual([[], ['busy', 'stopped']])
    expect(await at.engine.resync()).toBe(false)
  })
})

describe('data mode for another reason', () => {
  test('ends what was asked, until lines are read again', async () => {
    const at = new AtBench()
    const open = outcome(at.send('AT+CSQ'))
    const waiting = outcome(at.send('AT+CREG?'))
    at.engine.enterDataMode()
    at.engine.enterDataMode()
    expect([await open, await waiting]).toEqual(['at-not-command-mode', 'at-not-command-mode'])
    expect(await outcome(at.send('AT'))).toBe('at-not-command-mode')
    at.engine.resumeCommandMode()
    void at.send('AT')
    await at.clock.advance(49)
    expect(at.writes).toEqual(['AT+CSQ\r'])
    await at.clock.advance(1)
    expect(at.writes).toEqual(['AT+CSQ\r', 'AT\r'])
    expect(at.states).toEqual(['busy', 'data', 'idle', 'busy'])
  })
  test('forgets a prompt that nobody led to, and that nothing answered', async () => {
    const at = new AtBench()
    expect(await at.clock.until(at.engine.resync())).toBe(false)
    at.say('\r\n> ')
    await at.clock.advance(300)
    expect(at.engine.state).toBe('prompt')
    at.engine.enterDataMode()
    at.engine.resumeCommandMode()
    expect([at.engine.prompt, at.engine.state]).toEqual([undefined, 'idle'])
  })
})

describe('getting in step', () => {
  const notes = (at: AtBench) =>
    at.tokens.flatMap((token) => (token.kind === 'note' ? [token.note] : []))
  test('of a port just opened counts no AT as missed', async () => {
    const at = new AtBench()
    expect(await at.clock.until(at.engine.resync({ opening: true }))).toBe(false)
    expect([notes(at), at.engine.state]).toEqual([['probing'], 'unresponsive'])
  })
  test('says so only where it is', async () => {
    const at = new AtBench()
    expect(await at.clock.until(at.engine.resync())).toBe(false)
    expect(notes(at)).toEqual(['probing', 'unresponsive'])
  })
  test('begins anew three times where the modem restarts again and again', async () => {
    const at = new AtBench()
    const opened = at.engine.resync({ opening: true })
    for (let i = 0; i < 6; i++) {
      await at.clock.advance(1000)
      at.say('\r\nRDY\r\n')
    }
    expect(await at.clock.until(opened)).toBe(false)
    expect(notes(at).filter((note) => note === 'probing')).toHaveLength(4)
  })
  test('that was called off closes nothing', async () => {
    const at = new AtBench()
    const climbed = at.engine.resync()
    await at.clock.advance(100)
    at.say('\r\nRDY\r\n')
    expect(await at.clock.until(climbed)).toBe(false)
    expect([notes(at), at.engine.state]).toEqual([['probing', 'restarted'], 'idle'])
  })
})

describe('listeners', () => {
  test('hear until they do no more', () => {
    const announcer = new Announcer(new ManualClock())
    const heard: string[] = []
    const offs = [
      announcer.onState((state) => heard.push(state)),
      announcer.onToken(({ text }) => heard.push(text)),
    ]
    const say = (text: string) => {
      announcer.show(text === 'a' ? 'busy' : 'idle')
      announcer.token({ kind: 'unknown', text, raw: new Uint8Array(0) })
    }
    say('a')
    say('a')
    for (const off of offs) off()
    say('b')
    expect([heard, announcer.state]).toEqual([['busy', 'a', 'a'], 'idle'])
  })
  test.each<[over: Partial<Pending>, options: SendOptions, owner: object]>([
    [{}, {}, { commandId: 7, command: 'AT+CSQ' }],
    [{}, { secret: true }, { commandId: 7, command: 'AT+CSQ', secret: true }],
    [
      { overdue: true, startedUs: 500 },
      {},
      { commandId: 7, command: 'AT+CSQ', late: true, lateMs: 1.5 },
    ],
  ])('are told whose it is: %o %o', async (over, options, owner) => {
    const clock = new ManualClock()
    await clock.advance(2)
    const entry = Object.assign(new Pending(7, 'AT+CSQ', options), over)
    expect(new Announcer(clock).owner(entry)).toStrictEqual(owner)
    expect(new Announcer(clock).owner(undefined)).toStrictEqual({})
  })
})

describe('results that come behind the OK', () => {
  const phase: SendOptions = { secondPhase: { prefix: '+X:', timeoutMs: 1000 } }
  const second: Endings = { second: /^\+X: /, last: /^\+X: 0$/ }
  const ok: Final = { kind: 'ok' }
  const settled = (options: SendOptions, endings: Endings, more: Partial<Pending> = {}) =>
    Object.assign(new Pending(1, 'AT+X=1', options, { endings }), { final: ok }, more)

  test.each<[options: SendOptions, endings: Endings, more: Partial<Pending>, begins: boolean]>([
    [phase, {}, {}, true],
    [{ awaitSecond: true }, second, {}, true],
    [{}, second, {}, false],
    [{ awaitSecond: true }, {}, {}, false],
    [{ awaitSecond: true }, second, { told: true }, false],
    [phase, {}, { overdue: true }, false],
    [phase, {}, { secondPhase: '+X: 1' }, false],
    [phase, {}, { final: { kind: 'error' } }, false],
  ])('are waited for: %o %o %o: %s', (options, endings, more, begins) => {
    const clock = new ManualClock()
    const phases = new SecondPhases(clock)
    expect(phases.begin(settled(options, endings, more))).toBe(begins)
    expect([phases.all.length, clock.pending]).toEqual(begins ? [1, 1] : [0, 0])
  })
  test.each<[endings: Endings, ms: number]>([
    [second, 60_000],
    [{ ...second, secondMs: 3000 }, 3000],
  ])('%o for %i ms', async (endings, ms) => {
    const clock = new ManualClock()
    const phases = new SecondPhases(clock)
    const entry = settled({ awaitSecond: true }, endings)
    const reply = entry.wait(undefined, () => undefined)
    phases.begin(entry)
    await clock.advance(ms - 1)
    expect(phases.all).toEqual([entry])
    await clock.advance(1)
    expect([phases.all, (await reply).endedUs]).toEqual([[], ms * 1000])
  })
  test('end it with the last, not before its OK', async () => {
    const clock = new ManualClock()
    const phases = new SecondPhases(clock)
    const [one, other] = [settled(phase, {}), settled({ awaitSecond: true }, second)]
    const said: string[] = []
    void one.wait(undefined, () => undefined).then(() => said.push('one'))
    void other.wait(undefined, () => undefined).then(() => said.push('other'))
    phases.take(one, '+X: 0')
    await clock.advance(1)
    expect([said, one.endedUs]).toEqual([[], 0])
    one.secondPhase = undefined
    phases.begin(one)
    phases.begin(other)
    phases.take(other, '+X: 1')
    phases.take(one, '+X: 1')
    await clock.advance(1)
    expect([said, phases.all]).toEqual([['one'], [other]])
    phases.take(other, '+X: 0')
    await clock.advance(1)
    expect([said, other.secondLines]).toEqual([
      ['one', 'other'],
      ['+X: 1', '+X: 0'],
    ])
    expect([phases.remove(other), clock.pending]).toEqual([false, 0])
  })
  test('are forgotten together', () => {
    const phases = new SecondPhases(new ManualClock())
    const entry = settled(phase, {})
    phases.begin(entry)
    expect([phases.clear(), phases.all]).toEqual([[entry], []])
  })
})
