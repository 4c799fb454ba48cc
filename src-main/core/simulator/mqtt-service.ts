import type { MqttClient } from './mqtt-client'

/** One of the two clients that AT+CMQTTACCQ takes. */
export interface TakenClient {
  readonly id: string
  readonly secure: boolean
  tls: number
  topic: string
  payload: Uint8Array
  connection: MqttClient | undefined
}

/** What a maker with one client has set before it connects. */
export interface MqttSettings {
  host: string
  port: number
  id: string
  user: string | undefined
  password: string | undefined
  /** Undefined: without TLS. */
  tls: number | undefined
}
const unset = (): MqttSettings => ({
  host: '',
  port: 1883,
  id: '',
  user: undefined,
  password: undefined,
  tls: undefined,
})

/** What AT+CMQTTSTART begins; a maker with one client has its settings here. */
export class MqttService {
  settings = unset()
  /** Messages that came and were not read. */
  readonly inbox: { readonly topic: string; readonly octets: Uint8Array }[] = []
  readonly clients = new Map<number, TakenClient>()
  started = false
  /** It opened the stack itself, and closes it again. */
  openedStack = false

  reset(): void {
    for (const { connection } of this.clients.values()) connection?.end()
    this.clients.clear()
    this.settings = unset()
    this.inbox.length = 0
    this.started = false
    this.openedStack = false
  }
}
