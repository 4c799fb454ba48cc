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
  facts: { [key: string]: string } = {}
  fact(key: string) {
    return this.facts[key]
  }
  run(
    text: string,
    more: Pick<
      Partial<Parameters<typeof runMacro>[0]>,
      'values' | 'signal' | 'ask' | 'onBeep' | 'channelOf'
    > = {},
  ) {
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

test('goes one way or the other by a fact, an answer, the last result or a value', async () => {
  const modem = new Modem()
  modem.facts = { rsrp: '-115', operator: 'SORACOM' }
  modem.answers['AT+CEREG?'] = ['+CEREG: 0,5', 'OK']
  modem.answers['AT+NO'] = ['ERROR']
  const { ended } = modem.run(`set n 3
AT+CEREG?
if answer +CEREG: 0,[15]*
  AT1
  if rsrp < -110
    AT2
  else
    AT-2
  end
end
if not operator = SORACOM
  AT-3
else
  AT3
end
if {n} >= 3.0
  AT4
end
AT+NO
if ok
  AT-5
else
  AT5
end
if known rsrq
  AT-6
end`)
  expect(await ended()).toBe('done, 1 refused')
  expect(modem.sent.filter((one) => one.startsWith('AT-'))).toEqual([])
  expect(modem.sent).toEqual(['AT+CEREG?', 'AT1', 'AT2', 'AT3', 'AT4', 'AT+NO', 'AT5'])
})

test('repeats so often, or until it holds; a loop whose condition never holds ends the macro', async () => {
  const modem = new Modem()
  expect(await modem.run('repeat 3 times\n  repeat 2\n    ATI\n  end\nend').ended()).toBe(
    'done, 0 refused',
  )
  expect(modem.sent).toHaveLength(6)
  modem.sent.length = 0
  modem.facts = { rsrp: '-120' }
  const rising = modem.run(
    'repeat until rsrp > -100 at most 9 times\n  AT+CPSI?\n  wait 1s\nend\nATI',
  )
  await modem.clock.advance(3500)
  modem.facts = { rsrp: '-90' }
  expect(await rising.ended()).toBe('done, 0 refused')
  expect(modem.sent.at(-1)).toBe('ATI')
  expect(modem.sent).toHaveLength(5)
  modem.facts = { rsrp: '-120' }
  expect(await modem.run('repeat until rsrp > -100 at most 2 times\n  ATI\nend').ended()).toMatch(
    /Line 1: after 2 rounds this still does not hold: until rsrp > -100/,
  )
})

test('captures what a line holds, and ends where none does or the capture was passed over', async () => {
  const modem = new Modem()
  modem.answers['AT+CSQ'] = ['+CSQ: 17,99', 'OK']
  const text = 'AT+CSQ\ncapture level /\\+CSQ: (\\d+)/\nif {level} > 10\n  AT+L={level}\nend'
  expect(await modem.run(text).ended()).toBe('done, 0 refused')
  expect(modem.sent).toEqual(['AT+CSQ', 'AT+L=17'])
  expect(await modem.run('ATI\ncapture x /\\+CSQ: (\\d+)/').ended()).toMatch(
    /Line 2: no line fits .*the last lines were: OK/,
  )
  const passed = 'ATI\nif not ok\n  capture x /(.)/\nend\nAT+X={x}'
  expect(await modem.run(passed).ended()).toMatch(/Line 5 uses \{x\}, which has no value yet/)
})

test('a comparison with what nobody knows, or with what is no number, ends the macro', async () => {
  const modem = new Modem()
  expect(await modem.run('ATI\nif rsrp < -110\n  AT\nend').ended()).toMatch(
    /Line 2 compares rsrp, which the modem has not told/,
  )
  modem.facts = { operator: 'SORACOM' }
  expect(await modem.run('ATI\nif operator < 5\n  AT\nend').ended()).toMatch(
    /Line 2 compares "SORACOM" and "5" by size/,
  )
})

test('asks a person: no ends it, an answer may be kept, and without anybody it ends', async () => {
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return 'no' as const
  }
  const modem = new Modem()
  expect(await modem.run('ATI\nask Is it green?\nATX', { ask }).ended()).toMatch(
    /Line 2: the answer to "Is it green\?" was no/,
  )
  const kept = 'ask into led Is it green?\nif {led} = no\n  AT+LED=0\nend'
  expect(await modem.run(kept, { ask }).ended()).toBe('done, 0 refused')
  expect(asked).toHaveLength(2)
  expect(modem.sent).toEqual(['ATI', 'AT+LED=0'])
  expect(await modem.run('ATI\nask Is it green?').ended()).toMatch(/nobody is there to answer/)
})

test('beeps, and works with both slots: what came from one is no answer of the other', async () => {
  const [a, b] = [new Modem(), new Modem()]
  let beeps = 0
  a.answers['AT+CSQ'] = ['+CSQ: 1,99', 'OK']
  b.facts = { rsrp: '-80' }
  const text =
    'AT+CSQ\nslot b\nif answer +CSQ: *\n  AT-1\nend\nif rsrp > -100\n  AT+B\nend\nbeep\nslot a\nAT+A'
  const { ended } = a.run(text, {
    onBeep: () => beeps++,
    channelOf: (slot) => (slot === 'a' ? a : bound(b)),
  })
  const running = ended()
  for (let passed = 0; passed < 50; passed++) await b.clock.advance(10)
  expect(await running).toBe('done, 0 refused')
  expect([a.sent, b.sent, beeps]).toEqual([['AT+CSQ', 'AT+A'], ['AT+B'], 1])
  expect([a.listening, b.listening]).toEqual([0, 0])
})
const bound = (modem: Modem): MacroChannel => ({
  send: (command, signal) => modem.send(command, signal),
  onLine: (listener) => modem.onLine(listener),
  fact: (key) => modem.fact(key),
})
