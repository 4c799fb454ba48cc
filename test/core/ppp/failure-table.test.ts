import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import { bytesOf, concat } from '@core/bytes'
import { runConnect } from '@core/connect/run'
import { Fault, type FaultCode } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import { seededChance } from '@core/ports/chance'
import { encodeFrame } from '@core/ppp/hdlc'
import { describe, expect, test } from 'vitest'
import { connectBench, soracom } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'
import { alone, brief, lastDown, linkPair, type Pair, type PairOptions } from './link-pair'

/** Every failure of a data call that a person may see has a verdict of its own, with words in both languages. */
type Failure = [seen: string, verdict: FaultCode, happen: () => Promise<string | undefined>]

async function up(options: PairOptions = {}): Promise<Pair & { cut(): void }> {
  let cut = false
  const pair = linkPair({
    carry: (clock) => (bytes, deliver) => {
      if (!cut) clock.schedule(5, () => deliver(bytes))
    },
    ...options,
  })
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(10_000)
  return { ...pair, cut: () => (cut = true) }
}

/** What a line that answers each write with the same thing ends in. */
const lineThat = (answer: (bytes: Uint8Array) => Uint8Array | undefined) => async () => {
  const { clock, events } = alone((bytes, link) => {
    const back = answer(bytes)
    if (back) link.feed(back)
  })
  await clock.advance(200_000)
  expect(clock.pending).toBe(0)
  return lastDown(events)?.code
}

const linkThat = (happen: (pair: Awaited<ReturnType<typeof up>>) => void) => async () => {
  const pair = await up()
  happen(pair)
  await pair.clock.advance(300_000)
  return lastDown(pair.clientEvents)?.code
}

/** A modem in the data call of a program that is gone: it goes on with PPP and takes neither +++ nor DTR. */
async function crashed(): Promise<string | undefined> {
  const clock = new ManualClock()
  const port = new MemoryPort()
  const session = new ModemSession({ port, clock, chance: seededChance(1), tap: () => undefined })
  const request = encodeFrame(0xc021, Uint8Array.of(1, 1, 0, 4))
  let going = true
  const talk = (): void => {
    if (!going) return
    port.deliver(request)
    clock.schedule(700, talk)
  }
  talk()
  const end = await clock.until(
    runConnect({
      session,
      target: soracom,
      clock,
      knowledge,
      profiles: modemProfiles,
      signal: new AbortController().signal,
      onState: () => undefined,
    }),
    1_200_000,
    100,
  )
  going = false
  await session.close()
  return end.verdict?.result === 'failed' ? end.verdict.reason : end.verdict?.result
}

const failures: Failure[] = [
  [
    'NO CARRIER right after ATD',
    'dial-no-carrier',
    async () => {
      const bench = await connectBench('sim:sim5320')
      const { verdict } = await bench.connect({ apn: 'no.such.apn', user: '', password: '' })
      await bench.session.close()
      return verdict?.result === 'failed' ? verdict.reason : undefined
    },
  ],
  [
    'CONNECT, then NO CARRIER within two seconds',
    'link-network-refused',
    lineThat(() => bytesOf('\r\nNO CARRIER\r\n')),
  ],
  ['no LCP at all', 'link-no-lcp', lineThat(() => undefined)],
  [
    'our frames come back, then ERROR',
    'link-looped',
    lineThat((bytes) => concat([bytes, bytesOf('\r\nERROR\r\n')])),
  ],
  [
    '+PPPD: DISCONNECTED inside',
    'link-modem-hung-up',
    linkThat(({ client }) => client.feed(bytesOf('\r\n+PPPD: DISCONNECTED\r\n'))),
  ],
  [
    'DISCONNECTED inside',
    'link-modem-hung-up',
    linkThat(({ client }) => client.feed(bytesOf('\r\nDISCONNECTED\r\n'))),
  ],
  [
    'LCP echoes unanswered',
    'link-echo-timeout',
    async () => {
      const pair = await up()
      // A first reply has been seen: from now on silence counts.
      await pair.clock.advance(60_000)
      pair.cut()
      await pair.clock.advance(300_000)
      return lastDown(pair.clientEvents)?.code
    },
  ],
  [
    'IPCP loops',
    'link-ipcp-loops',
    async () => {
      const pair = await up({ server: { quirks: { nakForever: true } } })
      await pair.clock.advance(200_000)
      return lastDown(pair.clientEvents)?.code
    },
  ],
  [
    'FCS errors rise',
    'link-fcs-errors',
    async () => {
      const pair = await up()
      const broken = encodeFrame(0x21, Uint8Array.of(0x45, 0, 0, 20, 0xff, 0xfe, 0xfd))
      broken[5] = (broken[5] ?? 0) ^ 0x80
      for (let i = 0; i < 40; i++) pair.client.feed(broken)
      expect(pair.client.phase).toBe('open')
      return brief(pair.clientEvents)
        .find((line) => line.startsWith('warning'))
        ?.slice('warning '.length)
    },
  ],
  ['after a crash AT is unanswered: still in data mode', 'link-still-in-data-mode', crashed],
  [
    'dead after an hour of silence',
    'link-idle-dropped',
    async () => {
      const pair = await up()
      await pair.clock.advance(3_600_000)
      pair.client.feed(bytesOf('\r\nNO CARRIER\r\n'))
      await pair.clock.advance(2_000)
      return lastDown(pair.clientEvents)?.code
    },
  ],
]

describe('what is seen, and the verdict', () => {
  test.each(failures)('%s: %s', async (_seen, code, happen) => {
    expect(await happen()).toBe(code)
    const { meaning, causes, tries } = new Fault(code).row
    for (const words of [meaning, ...causes, ...tries]) {
      expect(words.en).toMatch(/^[\x20-\x7e’“”…–]+\.$/)
      expect(words.ja).toMatch(/[ぁ-んァ-ン一-龠].*。$/)
    }
    expect(causes.length).toBeGreaterThan(0)
    expect(tries.length).toBeGreaterThan(0)
  })
})
