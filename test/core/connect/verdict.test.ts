import { describe, expect, test } from 'vitest'
import { idleConnect, type ConnectState, type StepState } from '@core/connect/connect-state'
import { lostConnection } from '@core/connect/lost'
import { StepFailure } from '@core/connect/step'
import { connectedVerdict, failedVerdict } from '@core/connect/verdict'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'

const common = { ms: 12, mode: 'data', dns: [] } as const
const words = (text: string) => ({ en: text, ja: text })

describe('what a connection is told by', () => {
  test.each([
    [{}, 'Connected.'],
    [{ ip: '10.0.0.1' }, 'Connected as 10.0.0.1.'],
    [{ ipv6: 'fe80::1' }, 'Connected as fe80::1.'],
    [{ ip: '10.0.0.1', ipv6: 'fe80::1' }, 'Connected as 10.0.0.1, fe80::1.'],
    [
      { ip: '10.0.0.1', ping: { host: 'h', sent: 3, received: 2, avgMs: 5 } },
      'Connected as 10.0.0.1, ping h 2/3.',
    ],
  ])('%j: %s', (given, said) => {
    expect(connectedVerdict({ ...common, ...given })).toMatchObject({
      result: 'connected',
      seen: [],
      tries: [],
      meaning: { en: said },
      ms: 12,
      mode: 'data',
      ...given,
    })
  })
})

describe('what a failure is told by', () => {
  const failed = (fault: Fault, lines: number) =>
    failedVerdict({
      ...common,
      step: 'sim',
      fault,
      seen: Array.from({ length: lines }, (_, i) => quoted(`line ${i}`)),
    })

  test.each([
    [0, undefined, undefined],
    [30, 'line 0', 'line 29'],
    [31, 'line 1', 'line 30'],
  ])('of %i lines the last thirty are shown', (lines, first, last) => {
    const { seen } = failed(new Fault('sim-missing'), lines)
    expect(seen).toHaveLength(Math.min(lines, 30))
    expect([seen[0], seen.at(-1)].map((line) => line && JSON.stringify(line))).toEqual(
      [first, last].map((text) => text && JSON.stringify(quoted(text))),
    )
  })

  test('its own advice stands before the usual; a reason of the network in the place of it', () => {
    const usual = new Fault('sim-missing').row.tries
    expect(usual.length).toBeGreaterThan(0)
    expect(failed(new Fault('sim-missing'), 0).tries).toEqual(usual)
    const own = new StepFailure('sim-missing', quoted(''), { tries: [words('own')] })
    expect(failed(own, 0).tries).toEqual([words('own'), ...usual])
    const refusal = { kind: 'EMM', code: 11, meaning: words('why'), fix: words('fix') } as never
    const refused = failed(new StepFailure('registration-denied', quoted(''), { refusal }), 0)
    expect(refused.tries).toEqual([words('fix')])
    expect(refused.cause).toEqual({ kind: 'EMM', code: 11, meaning: words('why') })
    expect(refused.title?.en).toBe(refused.meaning.en)
    expect(refused.meaning.en).toMatch(/: why \(cause 11\)\.$/)
  })

  test('what keeps the modem from networks is told where it was found, and a bare failure has no detail', () => {
    const limits = [{ item: 'rat', title: words('RAT'), value: words('GSM') }] as const
    const more = { forbidden: ['44020'], limits }
    const refused = failed(new StepFailure('registration-denied', quoted(''), more as never), 0)
    expect(refused).toMatchObject({ forbidden: ['44020'], limits })
    const bare = new StepFailure('registration-denied')
    expect([bare.detail, bare.tries, bare.meaning]).toEqual(['', [], undefined])
    expect(Object.keys(failed(bare, 0))).not.toContain('forbidden')
    expect(Object.keys(failed(bare, 0))).not.toContain('limits')
  })

  test.each([
    ['connect-cancelled', 'cancelled'],
    ['sim-missing', 'failed'],
  ] as const)('%s: %s', (code, result) =>
    expect(failed(new Fault(code), 0)).toMatchObject({ result, reason: code, step: 'sim' }),
  )
})

describe('a connection that is gone', () => {
  const row = (id: StepState['id']): StepState => ({
    id,
    title: words(id),
    state: 'ok',
    words: words('fine'),
    facts: {},
    startedMs: 0,
    ms: 1,
  })
  const connected = (startedMs: number | null): ConnectState => ({
    ...idleConnect,
    state: 'connected',
    startedMs,
    steps: [row('port'), row('ppp')],
  })
  const now = { nowMs: 5_000, mode: 'command' } as const
  const statesOf = ({ steps }: ConnectState) => steps.map(({ id, state }) => `${id} ${state}`)

  test.each([
    ['port-gone', ['port failed', 'ppp ok']],
    ['link-modem-hung-up', ['port ok', 'ppp failed']],
  ] as const)('%s: %j', (code, states) => {
    const lost = lostConnection(connected(1_000), new Fault(code), now)
    expect(lost.state).toBe('failed')
    expect(statesOf(lost)).toEqual(states)
    expect(lost.steps.find(({ state }) => state === 'failed')?.words).toEqual(lost.verdict?.meaning)
    expect(lost.verdict).toMatchObject({
      reason: code,
      mode: 'command',
      ms: 4_000,
      seen: [],
      dns: [],
    })
  })
  test('what was seen is shown; without a start it took no time', () => {
    const lost = lostConnection(connected(null), new Fault('port-gone', quoted('EIO')), now)
    expect(lost.verdict).toMatchObject({ ms: 0 })
    expect(lost.verdict?.seen).toHaveLength(1)
  })
  test('where there was none nothing changes', () =>
    expect(lostConnection(idleConnect, new Fault('port-gone'), now)).toBe(idleConnect))
})
