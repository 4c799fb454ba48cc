import { promptOfEarlierProgram } from '@core/at/words'
import type { StepContext } from '@core/connect/step'
import { modeKnown } from '@core/connect/steps/mode-known'
import { portAnswers } from '@core/connect/steps/port-answers'
import { Fault, type FaultCode } from '@core/fault'
import { sleep } from '@core/wait'
import { describe, expect, test } from 'vitest'
import { given, StepBench } from '../../support/step-bench'

const words = (text: string) => ({ en: text, ja: text })

/** What comes of each AT in turn, the last one again and again: each takes 1 s. */
type Come = 'OK' | 'ERROR' | FaultCode

interface Port {
  readonly mode?: string
  readonly first?: string
  readonly comes?: readonly Come[]
  readonly inPpp?: string
  /** What close-down brings; `undefined`: it was not sent. */
  readonly closed?: string | undefined
  readonly bootMs?: number
  readonly boardMs?: number
}

/** A port on which what comes is told by hand. */
async function looked(port: Port) {
  const { mode = 'unknown', first = 'nothing', comes = ['at-timeout'], inPpp = 'nothing' } = port
  const bench = new StepBench({})
  const { clock } = bench
  const did: unknown[] = []
  const listeners = new Set<unknown>()
  const on = (listener: unknown) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const aborts = (signal: unknown) => (signal instanceof AbortSignal ? 'signal' : 'none')
  const session = {
    mode,
    port: { onBytes: on },
    on,
    listenFirst: async (ms: number, signal: unknown) => {
      did.push(['listen', ms, aborts(signal)])
      return first
    },
    escape: async () => did.push('ESC'),
    leavePromptAnswered: async (signal: unknown) => did.push(['leave', aborts(signal)]),
    askInPpp: async (ms: number, signal: unknown) => {
      did.push(['ppp', ms, aborts(signal)])
      return inPpp
    },
    closeDownUnheard: async (force: string, signal: unknown) => {
      did.push(['close', force, aborts(signal)])
      return port.closed
    },
    confirmCommandMode: () => did.push('command mode'),
  }
  const come = [...comes]
  const ask = async (command: string, options: object): Promise<unknown> => {
    did.push([command, options])
    await sleep(clock, 1000)
    const now = come.length > 1 ? come.shift() : come[0]
    if (now === 'OK' || now === 'ERROR') return { ok: now === 'OK' }
    throw new Fault(now ?? 'internal')
  }
  const ended = await bench.run(
    given(portAnswers, {
      session,
      ask,
      profile: () => ({ bootMs: port.bootMs ?? 60_000 }),
      ...(port.boardMs === undefined ? {} : { power: { bootMs: port.boardMs } }),
    }),
  )
  const asked = did.filter((one) => Array.isArray(one) && one[0] === 'AT').length
  return { ...ended, did, asked, progress: bench.progress, seen: bench.seen, left: listeners.size }
}

const at = ['AT', { timeoutMs: 1000, force: true }]
const listened = ['listen', 300, 'signal']

describe('the port answers', () => {
  test.each([
    ['command', 'The port is in command mode.'],
    ['data', 'The modem speaks; it is not in command mode.'],
    ['cmux', 'The modem speaks; it is not in command mode.'],
  ])('in mode %s nothing is sent', async (mode, en) => {
    expect(await looked({ mode })).toMatchObject({ state: 'ok', en, facts: {}, did: [] })
  })

  test.each(['ppp', 'cmux'])('what speaks first (%s) is told, and no AT is sent', async (first) => {
    expect(await looked({ first })).toMatchObject({
      state: 'ok',
      en: 'The modem speaks; it is not in command mode.',
      facts: { first },
      did: [listened],
      left: 0,
    })
  })

  test.each(['text', 'noise', 'nothing'])('after %s AT is sent', async (first) => {
    expect(await looked({ first, comes: ['OK'] })).toMatchObject({
      state: 'ok',
      en: 'AT was answered at once.',
      facts: { tries: 1 },
      did: [listened, at, 'command mode'],
      progress: [],
      seen: [],
      left: 0,
    })
  })

  test('a modem that boots answers later; what is silent is told with how often it was asked', async () => {
    const { state, en, facts, progress, did, seen } = await looked({
      comes: ['at-timeout', 'at-unresponsive', 'at-reset', 'ERROR', 'OK'],
    })
    expect([state, en, facts]).toEqual(['ok', 'AT was answered at try 5.', { tries: 5 }])
    const yet = (tries: number) =>
      `No answer yet, ${tries} tries. A modem that boots needs up to 15 s.`
    const closing =
      'No answer to AT. A modem left in the multiplexer is silent: its close-down is sent.'
    expect(progress).toEqual([yet(1), closing, yet(2), yet(3), closing, yet(4)])
    expect(did).toEqual([
      listened,
      at,
      at,
      'ESC',
      ['ppp', 500, 'signal'],
      ['close', 'gentle', 'signal'],
      at,
      at,
      ['close', 'thorough', 'signal'],
      at,
      'command mode',
    ])
    expect(seen).toEqual([])
  })

  test.each(['ppp', 'cmux'])('a link that is found when asked in PPP: %s', async (inPpp) => {
    const { state, facts, did, left } = await looked({ inPpp })
    expect([state, facts, left]).toEqual(['ok', { first: inPpp }, 0])
    expect(did).not.toContain('command mode')
  })

  test('a multiplexer that was closed is said, and so is one that was not there', async () => {
    const of = ({ en, facts, seen }: Awaited<ReturnType<typeof looked>>) => ({
      en,
      facts,
      seen: seen.map((line) => (typeof line === 'string' ? line : line.en)),
    })
    const silent = ['at-timeout', 'at-timeout', 'OK'] as const
    expect(of(await looked({ comes: silent, closed: 'cmux' }))).toEqual({
      en: 'A multiplexer that an earlier program had left on was closed (CLD); AT is answered.',
      facts: { tries: 3 },
      seen: ['Close-down (CLD) was answered: the modem had been left in the multiplexer.'],
    })
    expect(of(await looked({ comes: silent, closed: 'nothing' }))).toMatchObject({
      en: 'AT was answered at try 3.',
      seen: ['Close-down of a multiplexer (CLD, basic and advanced) was sent; nobody answered it.'],
    })
  })

  test('a prompt is left, and said', async () => {
    const { en, facts, seen, did } = await looked({ comes: ['at-prompt', 'OK'] })
    expect(en).toBe(
      'The modem waited for the text of an earlier program; it was left with ESC, and AT is answered.',
    )
    expect([facts, seen]).toEqual([{ tries: 2 }, [promptOfEarlierProgram]])
    expect(did).toEqual([listened, at, ['leave', 'signal'], at, 'command mode'])
  })

  // AT ends at 1.0 s, 2.2 s and 3.4 s.
  test.each([
    [2200, undefined, 2],
    [2201, undefined, 3],
    [0, 2200, 2],
    [0, 2201, 3],
    [2201, 1000, 3],
    [1000, undefined, 1],
  ] as const)(
    'of a modem that boots in %s ms on a board of %s ms AT is asked %i times',
    async (bootMs, boardMs, times) => {
      const { state, asked, left } = await looked({
        bootMs,
        ...(boardMs === undefined ? {} : { boardMs }),
      })
      expect([state, asked, left]).toEqual(['connect-silent', times, 0])
    },
  )

  test('what else goes wrong ends it, and nobody listens any more', async () => {
    expect(await looked({ comes: ['port-gone'] })).toMatchObject({ state: 'port-gone', left: 0 })
  })
})

/** A way back that is told by hand; what it told, and whether anybody still listens. */
async function back(mode: string, { cmuxOn = false, result = 'command', steps = 0 } = {}) {
  const bench = new StepBench({})
  const asked: unknown[] = []
  let listens = 0
  let tell: (event: object) => void = () => undefined
  const session = {
    mode,
    cmuxOn,
    on: (listener: typeof tell) => {
      listens += 1
      tell = listener
      return () => (listens -= 1)
    },
    backToCommand: async (signal: unknown) => {
      asked.push(signal instanceof AbortSignal)
      tell({ kind: 'token', step: { words: words('a token') } })
      tell({ kind: 'way back', step: { words: words('+++') } })
      return { result, steps: Array.from({ length: steps }, () => ({})) }
    },
  } as unknown as StepContext['session']
  const ended = await bench.run(given(modeKnown, { session }))
  return { ...ended, asked, progress: bench.progress, seen: bench.seen, listens }
}

describe('the mode is known', () => {
  test.each([
    ['command', false, 'Already in command mode.'],
    ['command', true, 'Already in command mode.'],
    ['cmux', true, 'AT runs over the multiplexer.'],
  ])('%s, our multiplexer on %s: nothing to do', async (mode, cmuxOn, en) => {
    expect(await back(mode, { cmuxOn })).toEqual({
      state: 'skipped',
      en,
      ja: expect.any(String),
      facts: {},
      asked: [],
      progress: [],
      seen: [],
      listens: 0,
    })
  })

  const inData = 'The modem is in data mode; it is brought back to command mode.'
  const inMux = 'The modem was left in the multiplexer; it is brought back to command mode.'
  test.each([
    ['data', false, 2, inData, 'Back from data mode.'],
    ['data', true, 1, inData, 'Back from data mode.'],
    ['unknown', true, 1, inData, 'Back from data mode.'],
    ['cmux', false, 3, inMux, 'Back from the multiplexer.'],
  ])(
    '%s, our multiplexer on %s: brought back in %i steps',
    async (mode, cmuxOn, steps, found, en) => {
      expect(await back(mode, { cmuxOn, steps })).toMatchObject({
        state: 'ok',
        en,
        facts: { steps },
        asked: [true],
        progress: [found, '+++'],
        seen: [words('+++')],
        listens: 0,
      })
    },
  )

  test.each([
    ['data', 'link-still-in-data-mode'],
    ['cmux', 'connect-stuck'],
    ['unknown', 'connect-stuck'],
  ])('%s, and no way back', async (mode, state) => {
    expect(await back(mode, { result: 'none' })).toMatchObject({ state, listens: 0 })
  })
})
