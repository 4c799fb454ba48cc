import { cme, error, ok, wrong } from '../answer'
import type { Outcome } from '../answer'
import type { Asked, Behaviour } from '../behaviour'
import type { ModemParts } from '../modem-parts'
import { numberIn } from '../parameters'
import { pingSum, sendPings } from '../pings'

/** The modem's own small internet: names and pings without PPP, over the first active context. */
function online(modem: ModemParts): boolean {
  return modem.radio.state.kind === 'registered' && modem.contexts.cids.length > 0
}

function lookUp({ modem, values }: Asked): Outcome {
  const name = values[0]?.text
  if (name === undefined || name === '' || values.length > 1) return wrong
  const address = modem.network.internet.lookUp(name)
  return {
    waitMs: modem.network.roundTripMs(),
    then: () => {
      if (!online(modem)) return error
      return address === undefined
        ? { lines: ['+CDNSGIP: 0,10'] }
        : ok(`+CDNSGIP: 1,"${name}","${address}"`)
    },
  }
}

interface Ping {
  readonly host: string
  readonly count: number
  readonly size: number
  readonly intervalMs: number
  readonly waitMs: number
  readonly ttl: number
}

/** `AT+CPING="host",1[,count[,size[,interval[,wait[,ttl]]]]]` (SIMCom A76XX AT manual, +CPING). */
function pingOf({ values }: Asked): Ping | undefined {
  const host = values[0]?.text
  if (host === undefined || host === '' || numberIn(values[1], 1, 1) === undefined) return undefined
  const at = (index: number, low: number, high: number, otherwise: number) =>
    values[index] === undefined ? otherwise : numberIn(values[index], low, high)
  const count = at(2, 1, 5, 4)
  const size = at(3, 4, 188, 64)
  const intervalMs = at(4, 1_000, 10_000, 1_000)
  const waitMs = at(5, 10_000, 100_000, 10_000)
  const ttl = at(6, 16, 255, 255)
  if (count === undefined || size === undefined || intervalMs === undefined) return undefined
  if (waitMs === undefined || ttl === undefined || values.length > 7) return undefined
  return { host, count, size, intervalMs, waitMs, ttl }
}

function ping(asked: Asked): Outcome {
  const { modem, channel } = asked
  const wanted = pingOf(asked)
  if (!wanted) return wrong
  if (!online(modem)) return cme(30)
  const address = modem.network.internet.lookUp(wanted.host)
  if (address === undefined) return error
  const say = (line: string) => channel.unsolicited(line)
  return { after: () => pinged(modem, wanted, address, say) }
}

/** The results follow the OK one by one: 1 an answer, 2 none in time, 3 the sum. */
function pinged(
  modem: ModemParts,
  wanted: Ping,
  address: string,
  say: (line: string) => void,
): void {
  const { count, size, intervalMs, waitMs, ttl } = wanted
  sendPings(
    modem,
    address,
    { count, intervalMs, waitMs, online: () => online(modem) },
    (ms) => say(ms === undefined ? '+CPING: 2' : `+CPING: 1,${address},${size},${ms},${ttl}`),
    (times) => say(`+CPING: 3,${pingSum(count, times)}`),
  )
}

export const internet: Behaviour = [
  { name: '+CDNSGIP', test: () => ok('+CDNSGIP: (1-254)'), set: lookUp },
  {
    name: '+CPING',
    test: () => ok('+CPING: IP address,(1),(1-5),(4-188),(1000-10000),(10000-100000),(16-255)'),
    set: ping,
  },
]
