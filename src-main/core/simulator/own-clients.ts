import { faultCode } from '../fault'
import { parseUrl } from '../ip/http'
import type { MqttMessage } from '../mqtt/packet'
import type { ModemParts } from './modem-parts'
import { MqttClient } from './mqtt-client'
import { handshakeOf, type Handshake } from './tls-handshake'
import { plainPort, TLS_FROM } from './tls-sockets'

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

function hinders(modem: ModemParts, host: string, tls: number | undefined): NotReached | undefined {
  if (modem.network.internet.lookUp(host) === undefined) return 'no name'
  const agreed = tls === undefined ? 'agreed' : handshakeOf(modem, host, tls)
  return agreed === 'agreed' ? undefined : agreed
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
    const hindered = hinders(modem, host, secure ? tls : undefined)
    return hindered ?? (await stack.get(host, path, secure ? plainPort(port) : port))
  } catch (reason) {
    const code = faultCode(reason)
    if (code === undefined) throw reason
    return code.startsWith('dns-') ? 'no name' : 'no server'
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
  { host, port, tls }: Server,
  onMessage: (message: MqttMessage) => void,
  onEnd: () => void,
): Promise<MqttClient | NotReached> {
  const hindered = hinders(modem, host, tls)
  if (hindered !== undefined) return hindered
  try {
    const place = tls === undefined ? port : plainPort(port)
    return new MqttClient(await modem.stack.dial(host, place), onMessage, onEnd)
  } catch (error) {
    if (faultCode(error) === undefined) throw error
    return 'no server'
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
  { host, port, tls }: Server,
): Promise<NotReached | undefined> {
  const hindered = hinders(modem, host, tls)
  if (hindered !== undefined) return hindered
  const result = await modem.stack.connect(TLS_FROM + number, host, plainPort(port))
  return result === 0 ? undefined : 'no server'
}
