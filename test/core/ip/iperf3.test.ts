import type { Fault } from '@core/fault'
import { iperf3 } from '@core/ip/iperf3/iperf3'
import type { TcpConnection } from '@core/ip/tcp'
import { seededChance } from '@core/ports/chance'
import { expect, test } from 'vitest'
import { hostPair } from './host-pair'

/** What a test says of a server that does this with the control connection. */
async function against(serve: (connection: TcpConnection) => void): Promise<unknown> {
  const { clock, client, internet } = hostPair()
  internet.listenTcp(5201, serve)
  const parts = { clock, chance: seededChance(1), host: client }
  const request = { host: '192.0.2.20', protocol: 'tcp', direction: 'down', seconds: 1 } as const
  const asked = iperf3(parts, request).catch((error: unknown) => error)
  return clock.until(asked, 60_000, 50)
}

test.each([
  ['at all', []],
  ['after the parameters', [9]],
  ['after the streams', [9, 10, 1]],
])('a server that says nothing %s is no iperf3 server', async (_, states) => {
  const fault = await against((connection) => void connection.write(Uint8Array.from(states)))
  expect(fault).toMatchObject({ code: 'iperf3-bad-answer', detail: 'It said nothing for 8 s.' })
})

test('what closes the connection is told with that', async () => {
  expect(await against((connection) => connection.end())).toMatchObject({
    code: 'iperf3-bad-answer',
    detail: 'It closed the connection.',
  })
  const begun = (connection: TcpConnection) =>
    void connection.write(Uint8Array.of(9)).then(() => connection.end())
  expect(await against(begun)).toMatchObject({
    code: 'iperf3-refused',
    detail: 'It closed the connection.',
  })
})

test.each([
  [1, 2],
  [3, 4],
  [9, 4],
])(
  'a server that cuts %i beginnings off, between two tests, is asked %i times',
  async (cuts, asked) => {
    let seen = 0
    const fault = await against((connection) => {
      if (++seen <= cuts) connection.abort()
      // It is at a test of somebody else.
      else void connection.write(Uint8Array.of(0xff))
    })
    expect([seen, (fault as Fault).code]).toEqual([asked, cuts < 4 ? 'iperf3-busy' : 'tcp-reset'])
  },
)

test('what is cut off after the first word is told at once', async () => {
  let seen = 0
  const fault = await against((connection) => {
    seen++
    void connection
      .write(Uint8Array.of(9))
      .then(() => connection.read())
      .then(() => connection.abort())
  })
  expect([seen, (fault as Fault).code]).toEqual([1, 'tcp-reset'])
})
