import { MqttClient, type IClientOptions } from 'mqtt'
import { Fault } from '@core/fault'
import type { ByteStream } from '@core/ports/stream'
import type { Cancel, Clock } from '@core/ports/clock'
import type { MqttOptions, MqttResult } from '@core/ports/mqtt'
import { cancelled } from '@core/wait'
import { asError, Carrier } from '../tls/carrier'
import { mqttFault } from './mqtt-fault'
import { quoted } from '@core/words'

/** After a loss: long enough for a broker to start again, short enough for a person to wait. */
const againMs = 1_000
/** Longer than any way there and back that is not lost. */
const repeatMs = 3_000
/** For a DISCONNECT that nobody takes. */
const leaveMs = 3_000

interface Message {
  readonly sentUs: number
  acknowledged: boolean
  returned: boolean
}

/** One visit to a broker by mqtt.js; `open` carries it. */
export class Trip {
  readonly #clock: Clock
  readonly #open: () => Promise<ByteStream>
  readonly #o: MqttOptions
  readonly #messages: Message[] = []
  readonly #ms: number[] = []
  readonly #startedUs: number
  readonly #nonce: string
  readonly #client: MqttClient
  #last: Carrier | undefined
  #connectMs: number | undefined
  #reconnects = 0
  #repeated = 0
  #limit: Cancel
  #next: Cancel | undefined
  #repeat: Cancel | undefined
  #broke: unknown
  /** The way to the broker is open: what does not answer then is the broker. */
  #stands = false
  #settle: ((fault?: unknown) => void) | undefined

  constructor(clock: Clock, nonce: string, open: () => Promise<ByteStream>, options: MqttOptions) {
    this.#clock = clock
    this.#nonce = nonce
    this.#open = open
    this.#o = options
    this.#startedUs = clock.monotonicUs()
    this.#limit = clock.schedule(options.timeoutMs, () => this.#late())
    this.#client = new MqttClient(() => this.#carrier(), this.#wishes())
    this.#client.on('connect', ({ sessionPresent }) => this.#connected(sessionPresent))
    this.#client.on('message', (_topic, payload) => this.#arrived(payload.toString()))
    this.#client.on('error', (error) => this.#failed(error))
    this.#client.on('close', () => this.#closed())
  }

  /** The outcome, once. */
  async result(): Promise<MqttResult> {
    const stop = () => this.#end(cancelled(this.#o.signal))
    const over = new Promise<void>((resolve, reject) => {
      this.#settle = (fault) => (fault === undefined ? resolve() : reject(asError(fault)))
    })
    this.#o.signal?.addEventListener('abort', stop, { once: true })
    if (this.#o.signal?.aborted) stop()
    try {
      await over
    } finally {
      this.#o.signal?.removeEventListener('abort', stop)
    }
    const { message } = this.#o
    return {
      connectMs: this.#connectMs ?? 0,
      sent: this.#messages.length,
      acknowledged: this.#messages.filter(({ acknowledged }) => acknowledged).length,
      returned: message ? null : this.#messages.filter(({ returned }) => returned).length,
      repeated: this.#repeated,
      ms: this.#ms,
      reconnects: this.#reconnects,
    }
  }

  #wishes(): IClientOptions {
    const { version, clientId, user, password } = this.#o
    return {
      protocolVersion: version,
      clientId,
      clean: true,
      reconnectPeriod: againMs,
      connectTimeout: this.#o.timeoutMs,
      // Ours to answer: the first connection is told as it fails.
      reconnectOnConnackError: false,
      ...(user === undefined ? {} : { username: user }),
      ...(password === undefined ? {} : { password: Buffer.from(password) }),
    }
  }

  #carrier(): Carrier {
    this.#stands = false
    const carrier = new Carrier(
      this.#open().then(
        (stream) => {
          this.#stands = true
          return stream
        },
        (error: unknown) => {
          this.#broke = error
          throw error
        },
      ),
    )
    carrier.on('error', () => undefined)
    this.#last = carrier
    return carrier
  }

  #connected(sessionPresent: boolean): void {
    const first = this.#connectMs === undefined
    const ms = (this.#clock.monotonicUs() - this.#startedUs) / 1000
    this.#broke = undefined
    if (first) this.#connectMs = ms
    else this.#reconnects++
    this.#o.onEvent?.({ kind: 'connected', ms, sessionPresent })
    if (this.#o.message) return this.#goOn()
    this.#client.subscribe(this.#o.topic, { qos: this.#o.qos }, (error, granted) => {
      const refused = granted?.some(({ qos }) => Number(qos) >= 128)
      if (refused === true) return this.#end(new Fault('mqtt-not-allowed', quoted(this.#o.topic)))
      // A connection that went on the way is made again, and asks again.
      if (error) return this.#client.connected ? this.#end(mqttFault(error)) : undefined
      this.#goOn()
    })
  }

  /** Begins, or takes up what was under way when the connection was lost. */
  #goOn(): void {
    if (this.#messages.length === 0) this.#publish()
    else this.#again()
  }

  #publish(): void {
    const index = this.#messages.length
    if (index >= this.#o.count) return this.#over()
    this.#messages.push({
      sentUs: this.#clock.monotonicUs(),
      acknowledged: false,
      returned: false,
    })
    this.#send(index)
    this.#limit()
    if (index + 1 < this.#o.count)
      this.#next = this.#clock.schedule(this.#o.intervalMs, () => this.#publish())
    else this.#limit = this.#clock.schedule(this.#o.timeoutMs, () => this.#end())
  }

  #send(index: number): void {
    const { topic, qos, message } = this.#o
    const payload = message ? Buffer.from(message) : `${this.#nonce} ${index + 1}`
    this.#client.publish(topic, payload, { qos }, (error) => {
      const sent = this.#messages[index]
      if (!sent || sent.acknowledged) return
      if (error) return this.#client.connected ? this.#end(mqttFault(error)) : undefined
      sent.acknowledged = true
      const ms = this.#since(sent)
      if (message) this.#ms.push(ms)
      this.#o.onEvent?.({ kind: 'acknowledged', index: index + 1, ms })
      this.#over()
    })
  }

  /**
   * The broker forgot who subscribed, and mqtt.js sends what was under way before it has subscribed again: what is acknowledged and
   * does not come back is sent once more, until it does or the visit ends.
   */
  #again(): void {
    if (this.#o.message || this.#o.qos === 0 || !this.#settle) return
    for (const [index, { acknowledged, returned }] of this.#messages.entries())
      if (acknowledged && !returned) this.#send(index)
    this.#repeat?.()
    this.#repeat = this.#clock.schedule(repeatMs, () => this.#again())
  }

  #arrived(text: string): void {
    const index = text.startsWith(`${this.#nonce} `)
      ? Number(text.slice(this.#nonce.length + 1)) - 1
      : -1
    const message = this.#messages[index]
    if (!message) return
    if (message.returned) {
      this.#repeated++
      return
    }
    message.returned = true
    const ms = this.#since(message)
    this.#ms.push(ms)
    this.#o.onEvent?.({ kind: 'returned', index: index + 1, ms })
    this.#over()
  }

  #since({ sentUs }: Message): number {
    return (this.#clock.monotonicUs() - sentUs) / 1000
  }

  /** Ends when nothing is under way any more. */
  #over(): void {
    const { count, message } = this.#o
    if (this.#messages.length < count) return
    if (this.#messages.every((one) => one.acknowledged && (message || one.returned))) this.#end()
  }

  #failed(error: unknown): void {
    if (this.#connectMs === undefined) this.#end(this.#broke ?? mqttFault(error))
    else this.#o.onEvent?.({ kind: 'lost', reason: mqttFault(error).message })
  }

  #closed(): void {
    if (this.#connectMs === undefined)
      return this.#end(this.#broke ?? new Fault('mqtt-closed', quoted('')))
    if (this.#settle) this.#o.onEvent?.({ kind: 'lost', reason: '' })
  }

  #late(): void {
    const ms = `${this.#o.timeoutMs} ms`
    this.#end(new Fault(this.#stands ? 'mqtt-no-answer' : 'tcp-timeout', quoted(ms)))
  }

  #end(fault?: unknown): void {
    const settle = this.#settle
    if (!settle) return
    this.#settle = undefined
    this.#limit()
    this.#next?.()
    this.#repeat?.()
    // A broker that is gone without a word takes no leave.
    const enough = this.#clock.schedule(leaveMs, () => {
      this.#last?.destroy()
      settle(fault)
    })
    this.#client.end(fault !== undefined, undefined, () => {
      enough()
      settle(fault)
    })
  }
}
