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

/** What AT+CMQTTSTART begins. */
export class MqttService {
  readonly clients = new Map<number, TakenClient>()
  started = false
  /** It opened the stack itself, and closes it again. */
  openedStack = false

  reset(): void {
    for (const { connection } of this.clients.values()) connection?.end()
    this.clients.clear()
    this.started = false
    this.openedStack = false
  }
}
