import { setImmediate } from 'node:timers/promises'
import type { CallName, Input, Output } from '@contract'
import { expect, test } from 'vitest'
import { tlsBy } from '@platform/tls/open-tls'
import { soracom } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { openedBench } from '../../support/opened-bench'
import { namedTlsComputer } from '../../support/tls-computer'
import { pem } from '../../support/tls-server'

const slot = 'a' as const
const target = 'https://this-computer.example:8443/'

async function beside(path: string) {
  const { outside, asked } = namedTlsComputer(8443, 'hello')
  const shaken = tlsBy(new ManualClock())
  const bench = await openedBench(
    path,
    {},
    {
      outside,
      // This side believes who signed the certificate.
      openTls: (carrier, options) => shaken(carrier, { ...options, ca: pem('computer.pem') }),
    },
  )
  const { client, clock } = bench
  /** Node's handshake has its turns between those of the clock. */
  const done = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    let over = false
    const work = client.call(name, ...([input] as never)).finally(() => (over = true))
    for (let turns = 0; !over && turns < 60_000; turns++) {
      await clock.advance(10)
      await setImmediate()
    }
    return work
  }
  const tried = (over: 'modem' | 'console') =>
    done('sockets.run', { slot, what: 'http', target, over })
  return { ...bench, asked, done, tried }
}

test.each(['sim:sim7672?this-computer=on', 'sim:ec25?this-computer=on'])(
  '%s: a server that the console reaches and the modem does not is told by the SNI that is off, and is reached with it on',
  async (path) => {
    const { tried, done, ask, verdict, asked } = await beside(path)
    const own = await tried('modem')
    expect(own.outcome).toMatchObject({ ok: false, trouble: { finding: 'sni-off' } })
    expect(own.together).toBeNull()
    // The one that explains it, with SNI on.
    expect(asked).toEqual(['this-computer.example'])
    await ask('connect.start', { slot, target: { ...soracom, cmux: true } })
    await verdict(slot)
    const { outcome, together } = await tried('console')
    expect(outcome).toMatchObject({ ok: true, trouble: null })
    expect(together?.en).toMatch(
      /^It works over the console’s own IP, not over the modem’s stack\. SNI is off: with the name sent it works\./,
    )
    expect(together?.ja).toMatch(
      /本プログラムの IP では成功し、モデム内蔵スタックでは失敗しました。SNI がオフです。/,
    )
    const place = 'this-computer.example:8443'
    const shake = { slot, what: 'tls', target: place, over: 'console' } as const
    expect((await done('sockets.run', shake)).outcome.steps.at(-1)).toMatchObject({
      id: 'open',
      seen: expect.stringMatching(/^TLSv1\.3 TLS_/),
    })
    await done('sockets.tls', { slot, sni: true })
    expect((await tried('modem')).together?.en).toMatch(/^It works over both: /)
  },
)

test('a modem that checks takes the certificate by its CA alone, which is no other than the one loaded', async () => {
  const { tried, done } = await beside('sim:sim7672?this-computer=on')
  const load = (name: string, text: string) => {
    const base64 = Buffer.from(text).toString('base64')
    return done('files.upload', { slot, kind: 'certificate', name, base64 })
  }
  await load('other.pem', pem('ca.pem'))
  await load('right.pem', pem('computer.pem'))
  for (const [ca, finding] of [
    ['', 'ca-missing'],
    ['other.pem', 'ca-wrong'],
  ] as const) {
    await done('sockets.tls', { slot, sni: true, verify: true, ...(ca !== '' && { ca }) })
    expect((await tried('modem')).outcome).toMatchObject({ ok: false, trouble: { finding } })
  }
  await done('sockets.tls', { slot, ca: 'right.pem' })
  expect((await tried('modem')).outcome).toMatchObject({ ok: true, trouble: null })
})
