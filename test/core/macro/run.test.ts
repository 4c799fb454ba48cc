import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { macroFrom } from '@core/macro/parse'
import { runMacro, type MacroChannel, type MacroProgress } from '@core/macro/run'
import { sleep } from '@core/wait'
import { ManualClock } from '../../support/manual-clock'

/** A modem that takes 10 ms for an answer and says what it is told to say. */
class Modem implements MacroChannel {
  readonly clock = new ManualClock()
  readonly sent: string[] = []
  answers: { [command: string]: string[] } = {}
  readonly #listeners = new Set<(line: string) => void>()

  async send(command: string, signal: AbortSignal | undefined) {
    this.sent.push(command)
    await sleep(this.clock, 10, signal)
    const all = this.answers[command] ?? ['OK']
    const final = all.at(-1) ?? 'OK'
    for (const line of all.slice(0, -1)) this.say(line)
    return { lines: all.slice(0, -1), final, ok: final === 'OK' }
  }
  onLine(listener: (line: string) => void) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  say(line: string): void {
    for (const listener of this.#listeners) listener(line)
  }
  run(text: string, more: { values?: Record<string, string>; signal?: AbortSignal } = {}) {
    const progress: MacroProgress[] = []
    const running = runMacro({
      script: macroFrom(text),
      channel: this,
      clock: this.clock,
      onProgress: (one) => progress.push(one),
      ...more,
    }).then(
      ({ refused }) => `done, ${refused} refused`,
      (error: unknown) => (error instanceof Fault ? error.message : String(error)),
    )
    return { progress, ended: () => this.clock.until(running, 600_000), running }
  }
  get listening(): number {
    return this.#listeners.size
  }
}

test('sends its commands in order, waits between, and fills in its variables', async () => {
  const modem = new Modem()
  const { ended, progress } = modem.run('set apn a.b\nAT+CGDCONT=1,"IP","{apn}"\nwait 2s\nATI')
  expect(await ended()).toBe('done, 0 refused')
  expect(modem.sent).toEqual(['AT+CGDCONT=1,"IP","a.b"', 'ATI'])
  expect(progress.map(({ line, text, done }) => [line, text, done])).toEqual([
    [2, 'AT+CGDCONT=1,"IP","a.b"', 0],
    [3, 'wait 2s', 1],
    [4, 'ATI', 2],
  ])
  expect(modem.listening).toBe(0)
})

test('takes the values of whoever runs it', async () => {
  const modem = new Modem()
  await modem.run('set apn a.b\nAT{apn}', { values: { apn: 'c.d' } }).ended()
  expect(modem.sent).toEqual(['ATc.d'])
})

test('goes on after a refused command and counts it', async () => {
  const modem = new Modem()
  modem.answers['AT+CPMUTEMP'] = ['ERROR']
  expect(await modem.run('AT+CPMUTEMP\nATI').ended()).toBe('done, 1 refused')
  expect(modem.sent).toEqual(['AT+CPMUTEMP', 'ATI'])
})

test('stops at a refused command when it says so', async () => {
  const modem = new Modem()
  modem.answers['AT+CPIN?'] = ['+CME ERROR: 10']
  const said = await modem.run('on error stop\nAT+CPIN?\nATI').ended()
  expect(said).toContain('Line 2: AT+CPIN? was answered +CME ERROR: 10')
  expect(modem.sent).toEqual(['AT+CPIN?'])
})

test('asks again and again until the answer fits', async () => {
  const modem = new Modem()
  modem.answers['AT+CEREG?'] = ['+CEREG: 0,2', 'OK']
  const run = modem.run('AT+CEREG?\nexpect +CEREG: 0,[15] within 60s every 2s\nATI')
  await modem.clock.advance(5000)
  modem.answers['AT+CEREG?'] = ['+CEREG: 0,5', 'OK']
  expect(await run.ended()).toBe('done, 0 refused')
  expect(modem.sent).toEqual(['AT+CEREG?', 'AT+CEREG?', 'AT+CEREG?', 'AT+CEREG?', 'ATI'])
})

test('takes an unsolicited line that came before it was waited for', async () => {
  const modem = new Modem()
  const run = modem.run('AT+CFUN=1\nwait 5s\nexpect PB DONE within 1s')
  await modem.clock.advance(1000)
  modem.say('PB DONE')
  expect(await run.ended()).toBe('done, 0 refused')
})

test('ends where the expected line does not come, and says what came instead', async () => {
  const modem = new Modem()
  modem.answers['AT+CEREG?'] = ['+CEREG: 0,3', 'OK']
  const said = await modem.run('AT+CEREG?\nexpect +CEREG: 0,[15] within 9s every 4s').ended()
  expect(said).toContain('Line 2 expected +CEREG: 0,[15] within 9 s')
  expect(said).toContain('+CEREG: 0,3')
  expect(modem.sent).toHaveLength(3)
})

test('an answer that does not fit at once is enough to end, when no time is given', async () => {
  const modem = new Modem()
  modem.answers['ATI'] = ['ERROR']
  expect(await modem.run('ATI\nexpect OK').ended()).toContain('Line 2 expected OK; the last')
})

test.each(['wait 60s', 'expect X within 60s'])('can be stopped while it does: %s', async (line) => {
  const modem = new Modem()
  const abort = new AbortController()
  const run = modem.run(`AT\n${line}\nATI`, { signal: abort.signal })
  await modem.clock.advance(1000)
  abort.abort()
  await run.running
  expect(modem.sent).toEqual(['AT'])
  expect(modem.listening).toBe(0)
})

test('says neither PIN nor password in its progress or when it fails', async () => {
  const modem = new Modem()
  modem.answers['AT+CPIN=1234'] = ['ERROR']
  const { ended, progress } = modem.run('set pin 1234\non error stop\nAT+CPIN={pin}')
  expect(await ended()).not.toContain('1234')
  expect(JSON.stringify(progress)).not.toContain('1234')
})
