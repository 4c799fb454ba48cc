import { bytesOf } from '@core/bytes'
import { CmuxSession } from '@core/cmux/session'
import { IpHost } from '@core/ip/host'
import { seededChance } from '@core/ports/chance'
import { PppLink } from '@core/ppp/link'
import { ManualClock } from '../../support/manual-clock'
import { Host } from '../../core/simulator/host'
import { exchanges, latin, octets } from '../corpus'
import { must, type Target } from '../target'
import { AtProgram } from './at-program'
import { cmuxStreams, packets, pppStreams } from './frames'

const seeds = exchanges.map((exchange, i) =>
  Uint8Array.from([0, i, 3, 60, 4, exchange.length & 0xff, ...exchange, 1, 0, 3, 200, 0, 7]),
)

/** Octets in pieces, with some time between them. */
async function played(
  bytes: Uint8Array,
  clock: ManualClock,
  feed: (part: Uint8Array) => void,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const size = 1 + ((bytes[at] ?? 0) & 63)
    feed(bytes.slice(at, at + size))
    await clock.advance((bytes[at] ?? 0) * 4)
    at += size
  }
}

export const machineTargets: readonly Target[] = [
  {
    name: 'AT engine with cancel, stop and time-outs',
    corpus: seeds,
    share: 0.8,
    run: (bytes) => new AtProgram().run(bytes),
  },
  {
    name: 'PPP link',
    corpus: pppStreams,
    share: 1,
    run: async (bytes) => {
      const clock = new ManualClock()
      const role = (bytes[0] ?? 0) & 1 ? 'server' : 'client'
      const link = new PppLink({
        role,
        clock,
        chance: seededChance(1),
        write: () => undefined,
        credentials: { user: 'u', password: 'p' },
        server: {
          require: 'chap',
          check: () => true,
          secretOf: () => 'p',
          address: '10.0.0.1',
          clientAddress: '10.0.0.2',
          dns: [],
        },
      })
      link.open()
      await played(bytes, clock, (part) => link.feed(part))
      await clock.until(link.close(), 120_000, 1_000)
      must(link.phase === 'dead', `a closed link that is ${link.phase}`)
      must(clock.pending === 0, 'a timer that nobody stops')
    },
  },
  {
    name: 'multiplexer',
    corpus: cmuxStreams,
    share: 1,
    run: async (bytes) => {
      const clock = new ManualClock()
      const role = (bytes[0] ?? 0) & 1 ? 'initiator' : 'responder'
      const session = new CmuxSession({ role, clock, write: async () => undefined })
      const started = role === 'initiator' ? session.start().catch(() => undefined) : undefined
      await clock.advance(300)
      await played(bytes, clock, (part) => session.feed(part))
      for (const channel of session.channels)
        void channel.write(bytesOf('AT\r')).catch(() => undefined)
      await clock.until(session.close(), 60_000, 500)
      await started
      must(session.state === 'ended', `a closed session that is ${session.state}`)
      must(clock.pending === 0, 'a timer that nobody stops')
    },
  },
  {
    name: 'IP host',
    corpus: packets,
    share: 2,
    run: async (bytes) => {
      const clock = new ManualClock()
      const host = new IpHost({
        clock,
        chance: seededChance(1),
        address: '10.0.0.2',
        mtu: 1500,
        dns: ['8.8.8.8'],
        send: () => true,
      })
      host.receive(bytes)
      host.receive(bytes.subarray(0, 40))
      host.close()
      must(clock.pending === 0, 'a timer that nobody stops')
    },
  },
  {
    name: 'simulated modem',
    corpus: [
      ...latin(
        'AT+CMGF=1\rAT+CMGS="1"\rtext\x1aAT+CSIM=8,"00A40000"\r',
        'ATD*99#\r',
        'AT+CMUX=0\r',
      ),
      ...exchanges,
      octets('AT+CGDCONT=1,"IP","soracom.io";+CGATT?\r'),
    ],
    share: 0.15,
    run: async (bytes) => {
      const host = new Host()
      await played(bytes, host.clock, (part) => void host.port.write(part).catch(() => undefined))
      await host.clock.advance(5_000)
    },
  },
]
