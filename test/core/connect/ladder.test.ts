import { expect, test } from 'vitest'
import { idleConnect, type ConnectState, type Verdict } from '@core/connect/connect-state'
import { ladderOf, type LadderInput } from '@core/connect/ladder'

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
