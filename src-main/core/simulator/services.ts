import { bytesOf, latin1 } from '../bytes'
import { faultCode } from '../fault'
import { coapPort } from '../ip/coap'
import type { IpHost } from '../ip/host'
import { buildNtpReply } from '../ip/ntp'
import { stunAnswer, stunPort } from '../ip/stun'
import type { TcpConnection } from '../ip/tcp'
import { answerCoap } from './coap-server'
import { ECHO_PORT, serveEcho } from './echo-server'
import { coapName, echoName, type SimulatedInternet } from './internet'
import { answerDns } from './name-server'

/** Where SORACOM's services take data by TCP and UDP: Harvest, and the others. */
const HARVEST_PORT = 8514
const DATA_PORT = 23_080

interface Surroundings {
  readonly internet: SimulatedInternet
  readonly nowMs: () => number
  /** The prefix of NAT64; undefined where there is none. */
  readonly nat64: string | undefined
}

/** What listens in the simulated internet besides web servers and the broker: names, time, STUN, echo, CoAP, SORACOM's data ports. */
export function serveInternet(host: IpHost, { internet, nowMs, nat64 }: Surroundings): void {
  const isAt = (name: string, address: string) => internet.isAt(name, address, nat64)
  host.onUdp(53, ({ data, reply }) => {
    const answer = answerDns(data, internet, nat64)
    if (answer) reply(answer)
  })
  host.onUdp(123, ({ data, reply }) => {
    if (data.length >= 48) reply(buildNtpReply(data, nowMs()))
  })
  host.onUdp(stunPort, ({ data, src, srcPort, reply }) => {
    const answer = stunAnswer(data, { address: src, port: srcPort })
    if (answer) reply(answer)
  })
  host.onUdp(ECHO_PORT, ({ data, dst, reply }) => {
    if (isAt(echoName, dst)) reply(data)
  })
  host.onUdp(coapPort, ({ data, dst, reply }) => {
    const answer = isAt(coapName, dst) ? answerCoap(data) : undefined
    if (answer) reply(answer)
  })
  host.listenTcp(ECHO_PORT, (connection) => void serveEcho(connection, (to) => isAt(echoName, to)))
  for (const port of [HARVEST_PORT, DATA_PORT]) {
    const answerAt = (address: string, data: Uint8Array) => {
      const name = takers[port]?.find((one) => isAt(one, address))
      return name === undefined ? undefined : bytesOf(answerOf(name, latin1(data)))
    }
    host.onUdp(port, ({ data, dst, reply }) => {
      const answer = answerAt(dst, data)
      if (answer) reply(answer)
    })
    host.listenTcp(port, (connection) => void serveData(connection, answerAt))
  }
}

const takers: { readonly [port: number]: readonly string[] } = {
  [HARVEST_PORT]: ['harvest.soracom.io'],
  [DATA_PORT]: ['uni.soracom.io', 'funnel.soracom.io', 'beam.soracom.io'],
}

/** Status and text, as the entry points of TCP and UDP answer. */
function answerOf(name: string, data: string): string {
  if (name === 'beam.soracom.io') return '200 taken'
  if (name !== 'funnel.soracom.io') return '201'
  // A text is as good for it; only what begins like JSON has to be some.
  return /^\s*\{[^}]*$/.test(data) ? '400 Invalid JSON is send to funnel.' : '200'
}

/** Answers each segment, until the client is done. */
async function serveData(
  connection: TcpConnection,
  answerAt: (address: string, data: Uint8Array) => Uint8Array | undefined,
): Promise<void> {
  try {
    for (;;) {
      const data = await connection.read()
      if (!data) break
      const answer = answerAt(connection.local.address, data)
      if (!answer) return connection.abort()
      await connection.write(answer)
    }
    connection.end()
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    // A client that breaks off ends its own connection, nothing else.
    connection.abort()
  }
}
