import { describe, expect, test } from 'vitest'
import {
  idleConnect,
  type ConnectState,
  type StepId,
  type StepState,
  type Verdict,
} from '@core/connect/connect-state'
import { ladderOf, type LadderInput } from '@core/connect/ladder'
import { rungIds, type Rung, type RungId } from '@core/modem/rungs'
import { wordsOf } from '@core/words'
import type { KnownFact } from '@core/modem/known-fact'
import type { PortState } from '@core/modem/port-state'

const verdict = (ping?: Verdict['ping']): Verdict => ({
  result: 'connected',
  seen: [],
  meaning: { en: '', ja: '' },
  tries: [],
  dns: [],
  ms: 1,
  mode: 'data',
  ...(ping ? { ping } : {}),
})
const connected = (ping?: Verdict['ping']): LadderInput => {
  const connect: ConnectState = { ...idleConnect, state: 'connected', verdict: verdict(ping) }
  return {
    port: { path: 'p', label: 'p', baudRate: 115200, state: 'open' },
    mode: 'data',
    unresponsive: false,
    facts: [],
    connect,
    ip: {
      address: '10.0.0.1',
      peerAddress: '10.0.0.2',
      ipv6: null,
      dns: [],
      auth: 'pap',
      mtu: 1500,
      framing: { accm: 0, pfc: true, acfc: true },
      upMs: 0,
      rxBytes: 0,
      txBytes: 0,
    },
    nowMs: 1,
  }
}
const internet = (input: LadderInput) => {
  const { state, word, fact } = ladderOf(input, []).find(({ id }) => id === 'internet') ?? {}
  return { state, word: word?.en, fact }
}

test.each([
  [undefined, { state: 'idle', word: 'not tested', fact: undefined }],
  [
    { host: 'h', sent: 3, received: 0, avgMs: null },
    { state: 'warning', word: 'no answer', fact: 'h  0/3' },
  ],
  [
    { host: 'h', sent: 3, received: 2, avgMs: 41.6 },
    { state: 'fine', word: 'answers', fact: 'h  42 ms' },
  ],
] as const)('what pings said (%j) is what the top of the ladder says', (ping, said) => {
  expect(internet(connected(ping))).toEqual(said)
})

test('what was asked since, by whom it may be, counts more than the pings of the connection', () => {
  const pinged = connected({ host: 'h', sent: 3, received: 2, avgMs: 41.6 })
  const checked = (ms: number | null) => internet({ ...pinged, net: { check: { host: 'x', ms } } })
  expect(checked(61.2)).toEqual({ state: 'fine', word: 'answers', fact: 'x  61 ms' })
  expect(checked(null)).toEqual({ state: 'warning', word: 'no answer', fact: 'x' })
  expect(internet({ ...pinged, net: { check: null } }).fact).toBe('h  42 ms')
  expect(internet({ ...pinged, ip: null, net: { check: { host: 'x', ms: 1 } } }).state).toBe('idle')
})

type Rungs = { readonly [id in RungId]?: string }
/** `fine on (it answers): 3.9 V`. */
function told(input: LadderInput, id: RungId): string {
  const { state, word, fact } = ladderOf(input, []).find((rung) => rung.id === id) ?? {}
  return `${state} ${word?.en}${fact === undefined ? '' : `: ${wordsOf(fact).en}`}`
}
const fact = (key: string, value: string, more: Partial<KnownFact> = {}): KnownFact => ({
  key,
  group: 'network',
  label: { en: key, ja: key },
  value,
  atMs: 0,
  ...more,
})

const port: PortState = { path: '/dev/x', label: 'X', baudRate: 115200, state: 'open' }
const nothing: LadderInput = {
  port: null,
  mode: 'closed',
  unresponsive: false,
  facts: [],
  connect: idleConnect,
  ip: null,
  nowMs: 5,
}
const up = connected()

test.each<readonly [string, LadderInput, Rungs]>([
  [
    'nothing is known',
    nothing,
    {
      power: 'idle not tried',
      port: 'idle closed',
      sim: 'idle not tried',
      network: 'idle not tried',
      context: 'idle not tried',
      ppp: 'idle not tried',
      ip: 'idle not tried',
      internet: 'idle not tried',
    },
  ],
  [
    'the port opens',
    { ...nothing, port: { ...port, state: 'opening' } },
    { power: 'idle not tried', port: 'busy opening: X' },
  ],
  [
    'the port failed',
    { ...nothing, port: { ...port, state: 'failed' } },
    { power: 'idle not tried', port: 'failure failed: /dev/x' },
  ],
  [
    'the port vanished',
    { ...nothing, port: { ...port, state: 'gone' } },
    { power: 'failure gone', port: 'failure gone: /dev/x' },
  ],
  [
    'command mode',
    { ...nothing, port, mode: 'command', facts: [fact('voltage', '3.9', { unit: 'V' })] },
    { power: 'fine on (it answers): 3.9 V', port: 'fine command mode: /dev/x 115200' },
  ],
  [
    'no answer',
    { ...nothing, port, mode: 'command', unresponsive: true },
    { power: 'warning no answer', port: 'failure no answer: X' },
  ],
  [
    'booting',
    { ...nothing, port, mode: 'booting' },
    { power: 'idle not tried', port: 'fine booting: /dev/x 115200' },
  ],
  [
    'data mode without a link',
    { ...nothing, port, mode: 'data', unresponsive: true },
    { power: 'fine on', ppp: 'warning data mode, no link' },
  ],
  [
    'the multiplexer',
    { ...nothing, port, mode: 'cmux' },
    { power: 'fine on', ppp: 'idle not tried' },
  ],
  [
    'a link',
    { ...up, facts: [fact('apn', 'a.b')] },
    {
      context: 'fine active: a.b',
      ppp: 'fine up: LCP, PAP',
      ip: 'fine up: 10.0.0.1  DNS -',
      internet: 'idle not tested',
    },
  ],
  [
    'a link without authentication, with name servers',
    { ...up, ip: up.ip && { ...up.ip, auth: 'none', dns: ['1.1.1.1', '8.8.8.8'] } },
    { ppp: 'fine up: LCP', ip: 'fine up: 10.0.0.1  DNS 1.1.1.1 8.8.8.8' },
  ],
  [
    'a link of IPv6 that no router has told an address',
    {
      ...up,
      ip: up.ip && {
        ...up.ip,
        address: null,
        ipv6: {
          address: null,
          linkLocal: 'fe80::1',
          router: null,
          progress: 'asking',
          prefix: null,
          dns: [],
          dnsFrom: null,
          nat64: null,
        },
      },
    },
    { ip: 'warning no address yet: fe80::1  DNS -' },
  ],
  ['a context', { ...nothing, facts: [fact('apn', 'a.b')] }, { context: 'idle defined: a.b' }],
  [
    'the SIM is ready',
    { ...nothing, facts: [fact('sim', 'READY'), fact('iccidHint', '8942…07')] },
    { sim: 'fine ready: 8942…07' },
  ],
  [
    'the SIM wants a PIN',
    { ...nothing, facts: [fact('sim', 'SIM PIN')] },
    { sim: 'failure SIM PIN' },
  ],
])('%s', (_what, input, rungs) => {
  for (const id of rungIds) if (rungs[id]) expect(told(input, id)).toBe(rungs[id])
})

test.each([
  [0, 'idle not searching'],
  [1, 'fine home: 44010  LTE B28  -79 dBm'],
  [2, 'busy searching'],
  [3, 'failure denied'],
  [4, 'failure no coverage'],
  [5, 'fine roaming: 44010  LTE B28  -79 dBm'],
  [6, 'warning SMS only'],
  [7, 'warning SMS only, roaming'],
  [8, 'warning emergency only'],
  [9, 'warning state 9'],
])('registration %i: %s', (number, said) => {
  const facts = [
    fact('registration', String(number), { number }),
    fact('operator', '44010'),
    fact('band', 'LTE B28'),
    fact('rssi', '-51', { unit: 'dBm' }),
    fact('rsrp', '-79', { unit: 'dBm' }),
  ]
  expect(told({ ...nothing, facts }, 'network')).toBe(said)
})

test('the signal of the radio in use: RSRP, else RSCP, else RSSI', () => {
  const registered = fact('registration', '1', { number: 1 })
  const [rssi, rscp] = ['rssi', 'rscp'].map((key) => fact(key, key, { unit: 'dBm' }))
  const network = (...facts: (KnownFact | undefined)[]) =>
    told(
      { ...nothing, facts: [registered, ...facts.filter((one) => one !== undefined)] },
      'network',
    )
  expect([network(rssi, rscp), network(rssi), network()]).toEqual([
    'fine home: rscp dBm',
    'fine home: rssi dBm',
    'fine home',
  ])
})

describe('a step speaks for its rung', () => {
  const step = (id: StepId, state: StepState['state']): StepState => ({
    id,
    title: { en: `the ${id}`, ja: id },
    state,
    facts: {},
  })
  const during = (state: ConnectState['state'], ...steps: StepState[]): LadderInput => ({
    ...nothing,
    port,
    mode: 'command',
    connect: { ...idleConnect, state, steps },
  })
  test.each<readonly [StepId, RungId]>([
    ['power', 'power'],
    ['port', 'port'],
    ['mode', 'port'],
    ['setup', 'port'],
    ['identity', 'port'],
    ['sim', 'sim'],
    ['radio', 'network'],
    ['registration', 'network'],
    ['signal', 'network'],
    ['stored', 'context'],
    ['configure', 'context'],
    ['dial', 'context'],
    ['ppp', 'ppp'],
    ['address', 'ip'],
    ['dns', 'internet'],
    ['ping', 'internet'],
    ['http', 'internet'],
  ])('%s for %s', (id, rung) => {
    const rungs = (input: LadderInput, words: string) =>
      rungIds.filter((one) => told(input, one) === words)
    expect(rungs(during('failed', step(id, 'failed')), `failure stopped: the ${id}`)).toEqual([
      rung,
    ])
    expect(rungs(during('running', step(id, 'running')), `busy the ${id} …`)).toEqual([rung])
  })
  test('a fact that says why a step failed is told instead of the step', () => {
    const input = during('failed', step('sim', 'failed'))
    expect(told({ ...input, facts: [fact('sim', 'SIM PIN')] }, 'sim')).toBe('failure SIM PIN')
    expect(told({ ...input, facts: [fact('sim', 'READY')] }, 'sim')).toBe(
      'failure stopped: the sim',
    )
  })
  test('why the network refused is the fact of the rung that stopped', () => {
    const why = { kind: 'emm', code: 11, meaning: { en: 'PLMN not allowed', ja: '' } } as const
    const stopped = during('failed', step('registration', 'failed'))
    const { connect } = stopped
    const verdict = { result: 'failed', cause: why } as unknown as Verdict
    const input = { ...stopped, connect: { ...connect, verdict } }
    const network = (facts: LadderInput['facts']) =>
      ladderOf({ ...input, facts }, []).find(({ id }) => id === 'network')
    for (const facts of [[], [fact('registration', '3', { number: 3 })]])
      expect(network(facts)?.fact).toMatchObject({ en: 'PLMN not allowed (cause 11)' })
    expect(network([])?.word.en).toBe('stopped: the registration')
    expect(network([fact('registration', '3', { number: 3 })])?.word.en).toBe('denied')
  })
  test.each([
    ['the run goes on though it failed', during('running', step('sim', 'failed'))],
    ['the run has ended though it runs', during('failed', step('sim', 'running'))],
    ['it is done', during('running', step('sim', 'ok'))],
    [
      'the port is gone',
      { ...during('failed', step('sim', 'failed')), port: { ...port, state: 'gone' } as const },
    ],
  ])('not when %s', (_what, input) => {
    expect(told(input, 'sim')).toBe('idle not tried')
  })
})

test('a rung keeps the time since when it says what it says', () => {
  const since = (before: readonly Rung[]) => ladderOf(nothing, before)[0]?.sinceMs
  const rung: Rung = { id: 'power', state: 'idle', word: { en: 'not tried', ja: '' }, sinceMs: 2 }
  expect(since([])).toBe(5)
  expect(since([rung])).toBe(2)
  expect(since([{ ...rung, state: 'fine' }])).toBe(5)
  expect(since([{ ...rung, word: { en: 'other', ja: '' } }])).toBe(5)
  expect(since([{ ...rung, id: 'port' }])).toBe(5)
})
