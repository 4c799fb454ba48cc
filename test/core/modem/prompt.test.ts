import { describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { faultCode } from '@core/fault'
import { connectBench, stepOf } from '../../support/connect-bench'

const message = 'AT+CMGS="+819012345678"'

/** A modem that an earlier program, killed since, left at the prompt of a message. */
async function leftAtPrompt(settings: readonly string[] = []) {
  const bench = await connectBench('sim:sim7672')
  for (const command of ['AT+CMGF=1', ...settings])
    await bench.clock.until(bench.session.ask(command), 10_000)
  bench.session.ask(message, { attended: true }).catch(() => undefined)
  await bench.clock.advance(1000)
  expect(bench.session.prompt?.command).toBe(message)
  await bench.killAndReopen()
  const from = bench.wire.length
  const sent = () =>
    bench.wire
      .slice(from)
      .filter(({ dir }) => dir === 'tx')
      .map(({ bytes }) => latin1(bytes))
  return { ...bench, session: bench.session, sent }
}

/** LCP, `+++` and frames of the multiplexer: no message may be made of them. */
const noText = /\x7e|\+\+\+|\xf9/

describe.each([[[]], [['ATE0']]])('a prompt that an earlier program left (%s)', (settings) => {
  test('is recognised, and nothing more is typed into its text', async () => {
    const bench = await leftAtPrompt(settings)
    const asked = bench.session.ask('AT+CSQ').catch(faultCode)
    expect(await bench.clock.until(asked, 30_000)).toBe('at-prompt')
    expect(bench.session.prompt).toEqual({ text: '> ' })
    expect(bench.sent().join('')).not.toMatch(noText)
    bench.session.leavePrompt()
    await bench.clock.advance(1000)
    const reply = await bench.clock.until(bench.session.ask('AT+CSQ'), 30_000)
    expect(reply.lines[0]).toMatch(/^\+CSQ:/)
    await bench.close()
  })

  test('is left by the way back with ESC, before anything that is no text', async () => {
    const bench = await leftAtPrompt(settings)
    const { result, steps } = await bench.clock.until(bench.session.backToCommand(), 60_000)
    expect(result).toBe('command')
    expect(steps.map(({ rung }) => rung)).toEqual(['ask', 'prompt', 'ask'])
    expect(bench.sent().join('')).not.toMatch(noText)
    await bench.close()
  })

  test('is left by who connects, who says so', async () => {
    const bench = await leftAtPrompt(settings)
    const ended = await bench.clock.until(bench.connect({ pingHost: '' }), 600_000)
    expect(ended.state).toBe('connected')
    expect(stepOf(ended, 'port')?.words?.en).toContain('left with ESC')
    await bench.close()
  })
})

test('one of our own is left by the way back and by closing the port', async () => {
  const bench = await connectBench('sim:sim7672')
  await bench.clock.until(bench.session.ask('AT+CMGF=1'), 10_000)
  const first = bench.session.ask(message, { attended: true }).catch(faultCode)
  await bench.clock.advance(1000)
  const { steps } = await bench.clock.until(bench.session.backToCommand(), 60_000)
  expect(steps.map(({ rung }) => rung)).toEqual(['prompt', 'ask'])
  expect(await first).not.toBe('ok')
  void bench.session.ask(message, { attended: true }).catch(faultCode)
  await bench.clock.advance(1000)
  expect(bench.session.prompt).toBeDefined()
  await bench.clock.until(bench.session.close(), 10_000)
  expect(latin1(bench.wire.filter(({ dir }) => dir === 'tx').at(-1)?.bytes ?? bytesOf(''))).toBe(
    '\x1b',
  )
})

test('the answer to ESC, however late, is not taken for the answer of the next command', async () => {
  const bench = await leftAtPrompt()
  const stale = bench.session.ask('AT').catch(faultCode)
  expect(await bench.clock.until(stale, 30_000)).toBe('at-prompt')
  const left = bench.session.leavePromptAnswered()
  await bench.clock.until(left, 5_000)
  const forced = { force: true, priority: 'user' } as const
  const model = await bench.clock.until(bench.session.at.send('AT+CGMM', forced), 10_000)
  expect(model.lines).toEqual(['SIM7672JP-MNGV'])
  await bench.close()
})
