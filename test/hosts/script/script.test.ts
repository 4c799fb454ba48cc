import { afterEach, expect, test } from 'vitest'
import { scriptTypes } from '@hosts/api/script-types'
import { Begun } from '@hosts/cli/run/begun'
import { ScriptCalls } from '@hosts/cli/run/script-calls'
import { ScriptBench } from '@hosts/script/bench'
import { Link } from '@hosts/script/link'
import type { FromScript, ToScript } from '@hosts/script/messages'
import { saidOf } from '@hosts/script/said'
import { sleepUntil } from '@hosts/script/sleep'
import { ScriptSlot } from '@hosts/script/slot'
import { benchFixture } from '../../support/bench-fixture'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A script and its bench, without the thread between them: what travels is cloned as messages are. */
async function scripted() {
  const fixture = await benchFixture()
  ends.push(() => fixture.end())
  let hear: (message: ToScript) => void = () => undefined
  let held = false
  const calls = new ScriptCalls(fixture.client, (message) => hear(structuredClone(message)), 'en')
  const link = new Link({
    post: (message: FromScript) => {
      const got = structuredClone(message)
      if (got.kind === 'call' || got.kind === 'hear') calls.take(got)
    },
    hear: (listener) => (hear = listener),
    hold: (on) => (held = on),
  })
  const { clock } = fixture
  const within = <T>(work: Promise<T>) => clock.until(work, 600_000)
  const stop = () => hear({ kind: 'stop', why: 'stopped' })
  return { ...fixture, script: new ScriptBench(link), calls, within, stop, held: () => held }
}

test('a script opens a port, asks, reads a fact, connects by a preset and hangs up', async () => {
  const { script, within, state, held } = await scripted()
  const slot = script.slot('a')
  await within(slot.open('sim:sim7672'))
  expect(await within(slot.at('AT+CGMM'))).toMatchObject({ final: 'OK', ok: true })
  expect(await within(slot.at('AT+NOTHING'))).toMatchObject({ ok: false, final: 'ERROR' })
  expect(await within(slot.connect({ preset: 'SORACOM', pingHost: '' }))).toMatchObject({
    result: 'connected',
    ip: expect.stringMatching(/^10\./),
  })
  await within(slot.disconnect())
  expect(await within(slot.fact('rsrp'))).toMatchObject({ unit: 'dBm', number: expect.any(Number) })
  expect(await within(slot.fact('nothing'))).toBeUndefined()
  await within(slot.close())
  expect(state('a').port).toBeNull()
  expect(held()).toBe(false)
})

test('a connection that fails is a verdict; what the contract refuses is a fault with the line that asked', async () => {
  const { script, within } = await scripted()
  const slot = script.slot('b')
  await within(slot.open('sim:sim7672?nosim=1'))
  expect(await within(slot.connect({ apn: 'soracom.io' }))).toMatchObject({
    result: 'failed',
    step: 'sim',
  })
  await expect(within(slot.connect({ preset: 'nobody' }))).rejects.toThrow(
    /no preset "nobody"\. There are: .*soracom/,
  )
  const refused = await within(
    script.call('at.send', { slot: 'a', text: '' }).catch((error: unknown) => error),
  )
  expect(refused).toMatchObject({ name: 'BenchFault', code: 'bad-input' })
  const said = saidOf(refused, 'file:///nowhere/', '/script.mjs')
  expect(said).toMatch(/BenchFault: That input cannot be used\. text: .+\n {2}- \S/)
  expect((refused as Error).stack).toContain('script.test.ts')
  expect(() => script.slot('c' as 'a')).toThrow('slots "a" and "b"')
})

test('what is typed and given at a prompt is masked in the log as ever', async () => {
  const { script, within, client } = await scripted()
  const slot = script.slot('a')
  await within(slot.open('sim:sim7672'))
  await within(slot.at('AT+CGAUTH=1,1,"hidden-word","user"'))
  const { text = '' } = await within(
    client.call('log.export', { slots: ['a'], format: 'text', language: 'en', redact: true }),
  )
  expect(text).toContain('AT+CGAUTH=1,1')
  expect(text).not.toContain('hidden-word')
})

test('it hears events while it listens, and is over when nothing is waited for', async () => {
  const { script, within, held } = await scripted()
  const heard: string[] = []
  const stop = script.on('rows', ({ rows }) => heard.push(...rows.map(({ text }) => text)))
  expect(held()).toBe(true)
  const slot = script.slot('a')
  await within(slot.open('sim:sim7672'))
  await within(slot.at('ATI'))
  expect(heard.join('\n')).toContain('ATI')
  stop()
  expect(held()).toBe(false)
  const { length } = heard
  await within(slot.at('AT+CSQ'))
  expect(heard).toHaveLength(length)
})

test('a loop that forgets to wait is told', async () => {
  const { script, within } = await scripted()
  const asked = Array.from({ length: 65 }, () => script.call('app.snapshot'))
  await expect(asked.at(-1)).rejects.toThrow('"await" missing')
  await within(Promise.all(asked.slice(0, -1)))
})

test('whoever is told to end stops waiting', async () => {
  const { script, within, stop } = await scripted()
  const slot = script.slot('a')
  const never = slot.until(() => undefined)
  const slept = sleepUntil(3_600_000, script.signal)
  const both = Promise.allSettled([never, slept])
  await within(script.call('app.snapshot'))
  stop()
  const aborted = { status: 'rejected', reason: expect.objectContaining({ name: 'AbortError' }) }
  expect(await both).toEqual([aborted, aborted])
  await expect(sleepUntil(1, script.signal)).rejects.toThrow('stopped')
})

test('what it began is ended behind it, and nothing that others began', async () => {
  const { script, calls, client, within, state } = await scripted()
  await within(client.call('port.open', { slot: 'b', path: 'sim:sim5320' }))
  const slot = script.slot('a')
  await within(slot.open('sim:sim7672'))
  await within(slot.connect({ preset: 'soracom', pingHost: '' }))
  expect(state('a').ip).not.toBeNull()
  await within(calls.end())
  expect([state('a').ip, state('a').port, state('b').port?.state]).toEqual([null, null, 'open'])
})

test('what was refused, and what it ended itself, is not ended once more', async () => {
  const ended: string[] = []
  const begun = new Begun({
    call: (name, ...input) => {
      ended.push(`${name} ${JSON.stringify(input[0] ?? null)}`)
      return Promise.resolve() as never
    },
  })
  const [a, b] = [{ slot: 'a' }, { slot: 'b' }]
  begun.asked('port.open', a)
  begun.asked('connect.start', a)
  // Its own goes on, though the second was refused.
  begun.asked('connect.start', a)()
  begun.asked('at.send', a)
  begun.asked('at.send', a)
  begun.answered('at.send', a)
  begun.asked('port.open', b)
  begun.asked('macros.run', b)
  begun.answered('port.close', b)
  begun.asked('soak.start', {})()
  begun.asked('at.send', b)()
  await begun.end()
  expect(ended).toEqual(
    ['connect.cancel', 'at.cancel', 'connect.end', 'port.close'].map(
      (name) => `${name} {"slot":"a"}`,
    ),
  )
})

test('an error says its place first, then who called there, and nothing of Node', () => {
  const error = new TypeError('no signal', { cause: new Error('no antenna') })
  error.stack = `TypeError: no signal
    at measure (file:///home/you/my%20scripts/a.mjs:3:9)
    at Link.call (file:///opt/modem-bench/out/main/module.js:1:1)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)
    at async file:///home/you/my%20scripts/a.mjs:7:1`
  if (error.cause instanceof Error) error.cause.stack = ''
  expect(saidOf(error, 'file:///opt/modem-bench/out/main/', '/home/you/my scripts/a.mjs')).toBe(
    `/home/you/my scripts/a.mjs:3:9: TypeError: no signal
    at /home/you/my scripts/a.mjs:7:1
  (/home/you/my scripts/a.mjs: Error: no antenna)`,
  )
  expect(saidOf('enough', '', '/a.mjs')).toBe('/a.mjs: enough')
})

test('the types have every helper there is', () => {
  const types = scriptTypes()
  const helpers = Object.getOwnPropertyNames(ScriptSlot.prototype).filter(
    (name) => name !== 'constructor',
  )
  expect(helpers.length).toBeGreaterThan(6)
  for (const name of helpers) expect(types).toMatch(new RegExp(`^  ${name}(<T>)?\\(`, 'm'))
})
