import { faultCode } from '../fault'
import { parseUrl } from '../ip/http'
import type { MqttMessage } from '../mqtt/packet'
import type { ModemParts } from './modem-parts'
import { MqttClient } from './mqtt-client'
import { wayOverTls } from './own-tls'
import type { Handshake } from './tls-handshake'
import { TLS_FROM } from './tls-sockets'
import type { Way } from './way'

/** Why a page or a broker was not reached, whatever number a maker has for it. */
export type NotReached = 'no network' | 'no name' | Exclude<Handshake, 'agreed'>

export interface Page {
  readonly status: number
  readonly body: Uint8Array
}

const TLS_ROUND_TRIPS = 3

export const isPage = (got: Page | NotReached): got is Page => typeof got !== 'string'

/** How long agreeing on TLS takes; nothing without it. */
export const handshakeMs = ({ network }: ModemParts, secure: boolean): number =>
  secure ? TLS_ROUND_TRIPS * network.roundTripMs() : 0

/** The way to a server, by the TLS settings of that number where it goes over TLS; or why there is none. */
function wayTo(
  modem: ModemParts,
  { host, port, tls }: Server,
): Way | 'no name' | Exclude<Handshake, 'agreed'> {
  if (modem.network.internet.lookUp(host) === undefined) return 'no name'
  return tls === undefined ? { port } : wayOverTls(modem, host, port, tls)
}

/** Why a server was not reached, as the stack rejected. */
function notReached(reason: unknown): NotReached {
  const code = faultCode(reason)
  if (code === undefined) throw reason
  if (code.startsWith('dns-')) return 'no name'
  return code.startsWith('tls-') ? 'refused' : 'no server'
}

/** One GET over the modem's own stack. `https` uses the TLS settings of that number. */
export async function fetchPage(
  modem: ModemParts,
  url: string,
  tls: number,
): Promise<Page | NotReached> {
  const { stack } = modem
  const { host, secure, port, path } = parseUrl(url)
  const mine = !stack.isOpen
  if (mine && !stack.open()) return 'no network'
  try {
    const way = wayTo(modem, { host, port, tls: secure ? tls : undefined })
    return typeof way === 'string' ? way : await stack.get(host, path, way)
  } catch (reason) {
    return notReached(reason)
  } finally {
    if (mine) stack.close()
  }
}

interface Server {
  readonly host: string
  readonly port: number
  /** Undefined: without TLS. */
  readonly tls: number | undefined
}

/** A connection to a broker, which nobody has logged in on yet. */
export async function reachBroker(
  modem: ModemParts,
  server: Server,
  onMessage: (message: MqttMessage) => void,
  onEnd: () => void,
): Promise<MqttClient | NotReached> {
  const way = wayTo(modem, server)
  if (typeof way === 'string') return way
  try {
    return new MqttClient(await modem.stack.dial(server.host, way), onMessage, onEnd)
  } catch (error) {
    return notReached(error)
  }
}

/** Connects by the settings of a maker with one client, and logs in: 0, the broker's answer, or why it was not reached. */
export async function logInAsSet(
  modem: ModemParts,
  news: { readonly message: (message: MqttMessage) => void; readonly end: () => void },
): Promise<number | NotReached> {
  const { mqtt, stack } = modem
  const { host, port, id, user, password, tls } = mqtt.settings
  if (!stack.isOpen && !stack.open()) return 'no network'
  const connection = await reachBroker(modem, { host, port, tls }, news.message, () => {
    if (!mqtt.clients.delete(0)) return
    news.end()
  })
  if (typeof connection === 'string') return connection
  const code = await connection.login({ clientId: id, keepAliveS: 60, user, password })
  if (code !== 0) return code ?? 'no server'
  const client = { id, secure: tls !== undefined, tls: tls ?? 0, topic: '', connection }
  mqtt.clients.set(0, { ...client, payload: new Uint8Array(0) })
  return 0
}

/** Ends the one client; false: there is none. */
export function logOut({ mqtt }: ModemParts): boolean {
  const connection = mqtt.clients.get(0)?.connection
  mqtt.clients.delete(0)
  connection?.end()
  return connection !== undefined
}

/** A socket over TLS of that number: undefined where it is open, or why it is not. */
export async function openTls(
  modem: ModemParts,
  number: number,
  server: Server,
): Promise<NotReached | undefined> {
  const way = wayTo(modem, server)
  if (typeof way === 'string') return way
  try {
    await modem.stack.connectBy(TLS_FROM + number, server.host, way)
    return undefined
  } catch (error) {
    return notReached(error)
  }
}
