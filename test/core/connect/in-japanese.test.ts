import { expect, test } from 'vitest'
import type { ConnectState, ConnectTarget, StepId } from '@core/connect/connect-state'
import { lostConnection } from '@core/connect/lost'
import { Fault } from '@core/fault'
import type { SimulatedModem } from '@core/simulator/modem'
import { seenIn } from '@core/words'
import { connectBench } from '../../support/connect-bench'

/** Three English words in a row; names, units and what a modem says are shorter, or quoted from its lines. */
const sentence = /\b[A-Za-z]?[a-z]{2,}(?:,? [a-z]{2,}){2,}/

/** Everything a Japanese reader sees of a connection, without what is quoted from the modem. */
function japanese({ steps, verdict }: ConnectState, end?: ConnectState): string[] {
  const lines = ((end?.verdict ?? verdict)?.seen ?? []).filter((line) => typeof line === 'string')
  const quoted = [...lines, ...lines.map((line) => line.replace(/^\+\w+: /, ''))]
  const texts = [
    verdict?.meaning.ja ?? '',
    ...(verdict?.tries ?? []).map(({ ja }) => ja),
    ...(verdict?.seen ?? []).flatMap((line) => (typeof line === 'string' ? [] : [line.ja])),
    ...steps.flatMap(({ title, words }) => [title.ja, words?.ja ?? '']),
  ]
  const byLength = [...quoted].sort((left, right) => right.length - left.length)
  return texts.map((text) => byLength.reduce((rest, line) => rest.replaceAll(line, '…'), text))
}
const english = (state: ConnectState, end = state) =>
  japanese(state, end).filter((text) => sentence.test(text))

interface Case {
  readonly name?: string
  readonly target?: Partial<ConnectTarget>
  /** What goes wrong, and when. */
  readonly at?: StepId
  readonly fault?: (modem: SimulatedModem) => void
}

const cases: readonly [title: string, Case][] = [
  ['all goes well', { target: { httpUrl: 'http://pong.soracom.io/' } }],
  [
    'another APN, user and type are stored',
    { name: 'sim:sim7672?apn=other.example&user=me&password=x' },
  ],
  ['no SIM', { name: 'sim:sim7672?nosim=1' }],
  ['a PIN is wanted', { name: 'sim:sim7672?pin=1234' }],
  ['the PIN is wrong', { name: 'sim:sim7672?pin=1234', target: { pin: '9999' } }],
  ['the network refuses', { name: 'sim:sim7672?reject=11' }],
  ['no coverage', { at: 'setup', fault: ({ faults }) => faults.loseCells() }],
  ['no answer', { name: 'sim:sim7672?noanswer=1' }],
  ['only an echo', { name: 'sim:sim7672?echo=only' }],
  ['off', { name: 'sim:sim7672?boot=off' }],
  ['noise on the line', { name: 'sim:sim7672?noise=0.4' }],
  ['the APN is not subscribed', { target: { apn: 'no.such.apn', user: '', password: '' } }],
  [
    'the password is wrong',
    { name: 'sim:sim7672?auth=pap', target: { password: 'wrong', auth: 'pap' } },
  ],
  ['no such host', { target: { pingHost: 'no-such-host.example' } }],
  ['nobody answers pings', { target: { pingHost: '192.0.2.200' } }],
  ['no such page', { target: { httpUrl: 'http://no-such-host.example/' } }],
  ['nobody serves the page', { target: { httpUrl: 'http://192.0.2.200/' } }],
  ['all packets are lost', { at: 'dns', fault: ({ faults }) => faults.impair({ loss: 1 }) }],
  ['the network ends the session', { at: 'dns', fault: ({ faults }) => void faults.cutSession() }],
  ['the modem goes deaf in PPP', { at: 'ppp', fault: ({ faults }) => faults.hang(true) }],
  [
    'the modem goes deaf while it registers',
    { at: 'registration', fault: ({ faults }) => faults.hang(true) },
  ],
  ['the modem restarts', { at: 'registration', fault: ({ faults }) => faults.crash() }],
  ['the SIM is taken out', { at: 'registration', fault: ({ faults }) => faults.removeCard() }],
  ['the cable is pulled', { at: 'ppp', fault: ({ faults }) => faults.unplug() }],
  ['a firmware without a multiplexer', { name: 'sim:sim5320', target: { cmux: true } }],
]

test.each(cases)('%s: a Japanese reader gets no English sentence', async (_title, one) => {
  const bench = await connectBench(one.name)
  const { at, fault } = one
  if (at && fault) bench.whenBegins(at, () => fault(bench.modem))
  const end = await bench.connect(one.target)
  expect(end.verdict).not.toBeNull()
  expect([...new Set(bench.states.flatMap((state) => english(state, end)))]).toEqual([])
  await bench.close()
})

test('a modem left in data mode, one that does not come out of it, and one in the multiplexer: neither', async () => {
  const bench = await connectBench()
  await bench.connect({ pingHost: '' })
  await bench.reopen()
  expect(english(await bench.connect({ pingHost: '', cmux: true }))).toEqual([])
  await bench.killAndReopen()
  await bench.clock.advance(40_000)
  bench.modem.faults.hang(true)
  const stuck = await bench.connect()
  expect(stuck.verdict).toMatchObject({ result: 'failed', step: 'mode' })
  expect(english(stuck)).toEqual([])
  expect(stuck.verdict?.seen.map((line) => seenIn(line, 'ja')).join()).toContain('CMUX からの復旧')
  await bench.close()
})

test('a link that is lost says so in Japanese, too', async () => {
  const bench = await connectBench()
  const end = await bench.connect({ pingHost: '' })
  const lost: Fault[] = []
  bench.session.on((event) => {
    if (event.kind === 'link' && event.event.kind === 'down')
      lost.push(new Fault(event.event.code, event.event.said))
  })
  // Silence counts once an echo has been answered.
  await bench.clock.advance(40_000)
  bench.modem.faults.hang(true)
  await bench.clock.advance(400_000)
  const [fault] = lost
  if (!fault) throw new Error('the link was not lost')
  const state = lostConnection(end, fault, { nowMs: bench.clock.nowMs(), mode: 'unknown' })
  expect(english(state)).toEqual([])
  expect(fault.said.ja).not.toBe(fault.said.en)
  await bench.close()
})
