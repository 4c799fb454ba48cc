import type { ByteStream } from './stream'

export interface MqttOptions {
  /** 4 is MQTT 3.1.1, 5 is MQTT 5.0. */
  readonly version: 4 | 5
  readonly clientId: string
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly topic: string
  readonly qos: 0 | 1 | 2
  /** What is published, as it is; absent: numbered messages that are subscribed to and timed until they are back. */
  readonly message?: Uint8Array | undefined
  readonly count: number
  readonly intervalMs: number
  /** For the first CONNACK, and at the end for what is still under way. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly onEvent?: ((event: MqttEvent) => void) | undefined
}

export type MqttEvent =
  | { readonly kind: 'connected'; readonly ms: number; readonly sessionPresent: boolean }
  /** The broker has it: PUBACK, PUBCOMP; with QoS 0 it only went out. */
  | { readonly kind: 'acknowledged'; readonly index: number; readonly ms: number }
  | { readonly kind: 'returned'; readonly index: number; readonly ms: number }
  | { readonly kind: 'lost'; readonly reason: string }

export interface MqttResult {
  /** From the first octet to the CONNACK of the first connection. */
  readonly connectMs: number
  readonly sent: number
  readonly acknowledged: number
  /** Messages that came back, each counted once; null where none was subscribed to. */
  readonly returned: number | null
  /** Copies of messages that had come back already. */
  readonly repeated: number
  /** Times of the way there and back, or to the acknowledgement where nothing comes back. */
  readonly ms: readonly number[]
  /** How often the connection was lost and made again. */
  readonly reconnects: number
}

/**
 * One visit to an MQTT broker (OASIS MQTT 3.1.1, 5.0). `open` makes a connection, and another after each loss. Messages of QoS 1 and 2 that
 * were under way are sent again. Rejects with `mqtt-…`, or with what `open` rejects with the first time.
 */
export type RunMqtt = (open: () => Promise<ByteStream>, options: MqttOptions) => Promise<MqttResult>
