import { StepFailure, type Step, type StepContext } from '@core/connect/step'
import { dial } from '@core/connect/steps/dial'
import { Fault, type FaultCode } from '@core/fault'
import { seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { given, StepBench, type Answers, type StepBenchOptions } from '../../support/step-bench'

interface Call {
  readonly reply?: object
  readonly target?: StepBenchOptions['target']
  readonly answers?: Answers
  readonly callHeld?: boolean
  readonly cmuxOn?: boolean
  readonly second?: boolean
  /** Whether the profile has the multiplexer. */
  readonly has?: boolean
  /** What turning it on ends with. */
  readonly mux?: FaultCode | 'TypeError'
  /** What the AT on the channels end with, in order. */
  readonly channels?: readonly (FaultCode | 'OK')[]
  readonly reached?: boolean
  readonly aborted?: boolean
  /** What else of the context is made by hand. */
  readonly parts?: (context: StepContext) => object
}

const connect = { lines: [], final: { kind: 'connect', text: '115200' } }

/** A call on a line that is told by hand; what was done for it, in order. */
async function dialled(call: Call) {
  const { reply = connect, target = {}, answers = {}, has = true, reached = true } = call
  const bench = new StepBench(answers, { target })
  const did: unknown[] = []
  const stop = new AbortController()
  const { signal } = stop
  const channels = [...(call.channels ?? [])]
  const send = (on: string) => async (command: string, options: { signal: unknown }) => {
    did.push([on, command, options])
    const now = command === 'AT' ? (channels.shift() ?? 'OK') : 'OK'
    if (now !== 'OK') throw new Fault(now)
    return reply
  }
  const session = {
    callHeld: call.callHeld ?? false,
    cmuxOn: call.cmuxOn ?? false,
    second: call.second ? {} : undefined,
    at: { send: send('at') },
    dataLine: { send: send('data') },
    hangUp: async (by: unknown) => did.push(['hang up', by]),
    reachAt: async (by: unknown) => {
      did.push(['reach', by])
      return reached
    },
    endCmux: async () => did.push('no multiplexer'),
    startCmux: async (option: unknown, by: unknown) => {
      did.push(['multiplexer', option, by])
      if (call.aborted) stop.abort()
      if (call.mux === 'TypeError') throw new TypeError('x')
      if (call.mux) throw new Fault(call.mux)
    },
  }
  const profile = () => ({ cmux: has, dial: (cid: number) => `ATD*99***${cid}#` })
  let refusal: readonly unknown[] | undefined
  const watched: Step = {
    ...dial,
    run: (context) =>
      given(dial, { session, signal, profile, ...call.parts?.(context) })
        .run(context)
        .catch((error: unknown) => {
          if (error instanceof StepFailure && error.refusal)
            refusal = [error.refusal.kind, error.refusal.code]
          throw error
        }),
  }
  const ended = await bench.run(watched)
  const seen = bench.seen.map((line) => seenIn(line, 'en'))
  return { ...ended, did, seen, asked: bench.asked, seconds: bench.seconds, refusal }
}

const signal = expect.any(AbortSignal)
const call = (cid = 1) => [
  'data',
  `ATD*99***${cid}#`,
  { priority: 'wizard', signal, timeoutMs: 90_000 },
]
const multiplexer = (option?: string) => ['multiplexer', option, signal]
const atOn = (line: string) => [
  line,
  'AT',
  { priority: 'wizard', timeoutMs: 1000, force: true, signal },
]
const setUp = [
  ['at', 'ATE1', { signal }],
  ['at', 'AT+CMEE=2', { signal }],
]
const muxed = [atOn('data'), atOn('at'), ...setUp]
const carries = 'CONNECT 115200: the line carries PPP now.'
const without =
  'CONNECT 115200: the line carries PPP now. The multiplexer (CMUX) was refused, so it dialled without: AT waits until the call has ended.'

describe('a call', () => {
  test.each([
    ['115200', carries, 'CONNECT 115200：'],
    ['', 'CONNECT: the line carries PPP now.', 'CONNECT：'],
  ])('CONNECT %s', async (speed, en, ja) => {
    const reply = { lines: ['+X: 1'], final: { kind: 'connect', text: speed } }
    const { did, seen, ...ended } = await dialled({ reply, target: { cid: 3 } })
    expect(ended).toMatchObject({ state: 'ok', en, facts: { connect: speed } })
    expect(ended.ja.startsWith(ja)).toBe(true)
    expect(did).toEqual([call(3)])
    expect(seen[0]).toBe('+X: 1')
    expect(seen).toHaveLength(2)
  })

  test('one that is held is ended first', async () => {
    const { did } = await dialled({ callHeld: true })
    expect(did).toEqual([['hang up', signal], call()])
  })

  test('PPP at once: nothing is sent, though one is held', async () => {
    const { state, did } = await dialled({ callHeld: true, target: { direct: true } })
    expect([state, did]).toEqual(['skipped', []])
  })
})

describe('the multiplexer under a call', () => {
  test.each([
    ['not wanted', {}, []],
    ['off', { target: { cmux: false } }, []],
    ['on already', { target: { cmux: true }, cmuxOn: true }, []],
    ['on already, by itself', { target: { cmux: 'auto' }, cmuxOn: true }, []],
    ['wanted', { target: { cmux: true } }, [multiplexer(), ...muxed]],
    ['basic', { target: { cmux: 'basic' } }, [multiplexer('basic'), ...muxed]],
    ['advanced', { target: { cmux: 'advanced' }, has: false }, [multiplexer('advanced'), ...muxed]],
    ['by itself', { target: { cmux: 'auto' } }, [multiplexer(), ...muxed]],
    ['by itself, the profile has none', { target: { cmux: 'auto' }, has: false }, []],
    ['by itself, a second port for AT', { target: { cmux: 'auto' }, second: true }, []],
  ] as const)('%s', async (_, options, did) => {
    const ended = await dialled(options)
    expect(ended).toMatchObject({ state: 'ok', en: carries, facts: { connect: '115200' } })
    expect(ended.did).toEqual([...did, call()])
  })

  test.each([
    ['cmux-not-supported', 0],
    ['cmux-no-answer', 6],
    ['cmux-refused', 6],
    ['cmux-ended', 6],
    ['at-timeout', 6],
  ] as const)('by itself, and %s: dialled without, after %i s', async (mux, seconds) => {
    const ended = await dialled({ target: { cmux: 'auto' }, mux })
    expect(ended).toMatchObject({ state: 'ok', en: without, facts: { connect: '115200' }, seconds })
    expect(ended.ja).toContain('CMUX なしでダイヤルしました')
    expect(ended.did).toEqual([multiplexer(), 'no multiplexer', ['reach', signal], call()])
    expect(ended.seen[0]).not.toBe('')
    expect(ended.seen).toHaveLength(2)
  })

  test.each([
    ['the modem is not back', { mux: 'cmux-refused', reached: false }, 'cmux-refused', 3],
    ['the port is gone', { mux: 'port-gone' }, 'port-gone', 1],
    ['it was cancelled', { mux: 'cmux-refused', aborted: true }, 'cmux-refused', 1],
    ['it was chosen', { mux: 'cmux-refused', target: { cmux: true } }, 'cmux-refused', 1],
  ] as const)('not dialled where %s', async (_, options, state, steps) => {
    const ended = await dialled({ target: { cmux: 'auto' }, ...options })
    expect([ended.state, ended.did.length]).toEqual([state, steps])
  })

  test('what is no fault of a modem is none of the multiplexer', async () => {
    const options = { target: { cmux: 'auto' }, mux: 'TypeError' } as const
    await expect(dialled(options)).rejects.toThrow(TypeError)
  })

  test.each([
    [['at-timeout', 'at-unresponsive', 'OK', 'OK'], 'ok', 3, 1],
    [['OK', 'at-unresponsive', 'at-timeout', 'OK'], 'ok', 1, 3],
    [['at-timeout', 'at-timeout', 'at-timeout'], 'at-timeout', 3, 0],
    [['OK', 'at-timeout', 'at-timeout', 'at-unresponsive'], 'at-unresponsive', 1, 3],
    [['at-error'], 'at-error', 1, 0],
    [['at-timeout', 'port-gone'], 'port-gone', 2, 0],
  ] as const)('a channel is asked three times at most: %j', async (channels, state, data, at) => {
    const ended = await dialled({ target: { cmux: true }, channels })
    const count = (line: string) =>
      ended.did.filter((one) => Array.isArray(one) && one[0] === line && one[1] === 'AT').length
    expect([ended.state, count('data'), count('at')]).toEqual([state, data, at])
  })
})

describe('a call that is refused', () => {
  const reply = { lines: [], final: { kind: 'no carrier', text: 'NO CARRIER' } }
  const report = (line: string) => `${line}\r\n\r\nOK`
  const all = {
    'AT+CEER': report('+CEER: reason'),
    'AT+CGATT?': report('+CGATT: 1'),
    'AT+CGACT?': report('+CGACT: 1,0'),
  }

  test.each([
    [all, 'NO CARRIER · +CEER: reason · +CGATT: 1 · +CGACT: 1,0'],
    [
      { ...all, 'AT+CGATT?': report('+CGATT: 1').replace('OK', 'ERROR') },
      'NO CARRIER · +CEER: reason · +CGACT: 1,0',
    ],
    [{}, 'NO CARRIER'],
  ])('%j', async (answers: Answers, en) => {
    const ended = await dialled({ reply, answers })
    expect(ended.state).toBe('dial-no-carrier')
    expect(ended.en.endsWith(en)).toBe(true)
    expect(ended.asked).toEqual(['AT+CEER', 'AT+CGATT?', 'AT+CGACT?'])
  })

  test.each([
    ['cause 50', 'IPv4 alone (cause 50), and IP was asked for: set the PDP type to IP,'],
    ['CAUSE=51', 'IPv6 alone (cause 51), and IP was asked for: set the PDP type to IPV6,'],
    ['cause number is: 50', 'IPv4 alone (cause 50)'],
    ['cause, number is: 50', undefined],
    ['cause: number 51', 'IPv6 alone (cause 51)'],
    ['because 50', undefined],
    ['cause 150', undefined],
    ['cause 510', undefined],
    ['xIPv4 only', undefined],
    ['IPv5 only', undefined],
    ['IPv4 onlyx', undefined],
    ['ipv6 ONLY', 'IPv6 alone (cause 51)'],
  ])('the report says “%s”', async (said, words) => {
    const { facts } = await dialled({ reply, answers: { 'AT+CEER': report(`+CEER: ${said}`) } })
    expect(facts).toEqual({ tries: words === undefined ? [] : [expect.stringContaining(words)] })
  })

  test('what no modem says is no advice: a cause in one line, its number in the next', async () => {
    const answers = { 'AT+CEER': report('+CEER: no cause'), 'AT+CGATT?': report('50') }
    expect((await dialled({ reply, answers })).facts).toEqual({ tries: [] })
  })

  test.each([
    ['+CEER: cause 27', undefined, ['esm', 27]],
    ['cause 27', undefined, ['esm', 27]],
    ['+CEER: cause 27', '+CEER: cause 33', ['esm', 27]],
    ['+CEER: nothing', '+CEER: cause 33', ['esm', 33]],
    ['+CEER: nothing', undefined, undefined],
  ])('the network’s reason in “%s”, then “%s”: %j', async (first, second, refusal) => {
    const lines = second === undefined ? first : `${first}\r\n${second}`
    expect((await dialled({ reply, answers: { 'AT+CEER': report(lines) } })).refusal).toEqual(
      refusal,
    )
  })

  test('a question that is not answered leaves what the others say', async () => {
    const parts = ({ ask }: StepContext) => ({
      ask: (command: string) =>
        command === 'AT+CGATT?' ? Promise.reject(new Fault('at-timeout')) : ask(command),
    })
    const { state, en } = await dialled({ reply, answers: all, parts })
    expect(state).toBe('dial-no-carrier')
    expect(en.endsWith('NO CARRIER · +CEER: reason · +CGACT: 1,0')).toBe(true)
  })
})
