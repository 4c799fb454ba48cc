import { afterEach, expect, test } from 'vitest'
import { CallFailed } from '@contract'
import { benchFixture } from '../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>
let bench: Fixture | undefined
afterEach(async () => {
  await bench?.end()
  bench = undefined
})

const message = 'AT+CMGS="+819012345678"'
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')
const codeOf = (error: unknown) => (error instanceof CallFailed ? error.error.code : String(error))

async function open(): Promise<Fixture> {
  const fixture = await benchFixture()
  bench = fixture
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.clock.until(fixture.ask('at.send', { slot: 'a', text: 'AT+CMGF=1' }), 60_000)
  return fixture
}

/** Sends the command of a message and waits until its prompt is there. */
async function atPrompt(text = message) {
  const fixture = await open()
  const answer = fixture.ask('at.send', { slot: 'a', text }).then(({ final }) => final, codeOf)
  await fixture.clock.advance(2_000)
  return { ...fixture, answer }
}

test('a prompt stands in the state until its text is given', async () => {
  const { ask, state, clock, answer } = await atPrompt('AT+CMGW="+819012345678"')
  expect(state('a').prompt).toEqual({ command: 'AT+CMGW="+819012345678"', text: '> ' })
  expect(await ask('at.send', { slot: 'a', text: 'AT+CSQ' }).catch(codeOf)).toBe('at-prompt')
  await ask('at.give', { slot: 'a', payload: { base64: base64('hello') } })
  expect(await clock.until(answer, 60_000)).toBe('OK')
  expect(state('a').prompt).toBeNull()
  const listed = ask('at.send', { slot: 'a', text: 'AT+CMGL="ALL"' })
  expect((await clock.until(listed, 60_000)).lines.join()).toContain('hello')
})

test('a text that comes with its command is sent at the prompt', async () => {
  const { ask, clock } = await open()
  const text = 'AT+CMGW="+819012345678"'
  const sent = ask('at.send', { slot: 'a', text, payload: { base64: base64('at once') } })
  expect((await clock.until(sent, 60_000)).final).toBe('OK')
})

test('given up, nothing is sent, and closing the port gives up, too', async () => {
  const { ask, state, clock, answer } = await atPrompt()
  await ask('at.leave', { slot: 'a' })
  expect(await clock.until(answer, 60_000)).toBe('at-cancelled')
  await clock.advance(1_000)
  expect(state('a').prompt).toBeNull()
  expect(await ask('at.leave', { slot: 'a' }).catch(codeOf)).toBe('at-no-prompt')
  void ask('at.send', { slot: 'a', text: message }).catch(codeOf)
  await clock.advance(2_000)
  expect(state('a').prompt).not.toBeNull()
  await clock.until(ask('port.close', { slot: 'a' }), 60_000)
  expect(state('a').prompt).toBeNull()
})

test('a macro gives the text of its payload line, and ends where there is none', async () => {
  const { ask, state, clock } = await open()
  const run = async (text: string) => {
    await ask('macros.run', { slot: 'a', id: 'x', text, values: {} })
    for (let ms = 0; ms < 60_000 && state('a').macro?.state === 'running'; ms += 100)
      await clock.advance(100)
    return state('a').macro
  }
  const given = await run('set who you\nAT+CMGW="+819012345678"\npayload for {who}\n')
  expect(given).toMatchObject({ state: 'done', refused: 0 })
  const missing = await run(`${message}\nAT`)
  expect(missing).toMatchObject({ state: 'failed', fault: { code: 'at-prompt' } })
  expect(state('a').prompt).toBeNull()
})
