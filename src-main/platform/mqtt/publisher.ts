import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { Fault } from '@core/fault'
import { Spool } from './spool'
import { mqttFault } from './mqtt-fault'
import { closed } from './words'

export interface PublisherOptions {
  /** `mqtt://` or `mqtts://`, with the port where it is not the usual one. */
  readonly url: string
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** PEM of the authority that vouches for the broker, where no common one does. */
  readonly ca?: string | undefined
  /** Told `online` while we are there, and `offline` by the broker when we are not; retained. */
  readonly statusTopic: string
  readonly spool: Spool
  /** The broker went away or refused (`fault`), or is there (undefined); each change once. */
  readonly onChange: (fault: Fault | undefined) => void
}

const againMs = 3_000
const leaveMs = 2_000

/** Brings messages to a broker that may be away: each of the queue at least once, and of what is shown the last. */
export class Publisher {
  readonly #o: PublisherOptions
  readonly #client: MqttClient
  /** Retained: the newest of each topic. */
  readonly #shown = new Map<string, string>()
  #there: boolean | undefined
  #pumping = false
  #closed = false
  #fault: Fault | undefined

  constructor(options: PublisherOptions) {
    this.#o = options
    this.#client = connect(options.url, wishes(options))
    this.#client.on('connect', () => this.#connected())
    this.#client.on('error', (error) => this.#away(error))
    this.#client.on('close', () => this.#away(new Fault('mqtt-closed', closed)))
  }

  /** Puts a message in the queue. */
  keep(topic: string, text: string): void {
    if (this.#closed) return
    this.#o.spool.add({ topic, text })
    this.#pump()
  }
  /** Publishes a state, retained; while the broker is away the last one counts. */
  show(topic: string, text: string): void {
    if (this.#closed || this.#shown.get(topic) === text) return
    this.#shown.set(topic, text)
    if (this.#client.connected) this.#retain(topic, text)
  }

  /** Says goodbye as far as the broker listens; what waits is on the disk for the next time. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    if (this.#client.connected)
      await within(leaveMs, this.#retained(this.#o.statusTopic, 'offline'))
    await within(leaveMs, this.#client.endAsync(!this.#client.connected))
    await this.#o.spool.close()
  }

  #connected(): void {
    this.#tell(undefined)
    this.#retain(this.#o.statusTopic, 'online')
    for (const [topic, text] of this.#shown) this.#retain(topic, text)
    this.#pump()
  }
  #away(error: Error): void {
    if (this.#closed) return
    // A refusal says more than the closing that follows it.
    const fault = mqttFault(error)
    if (this.#there === false && fault.code === 'mqtt-closed') return
    if (this.#there !== false || this.#fault?.code !== fault.code) this.#tell(fault)
  }
  #tell(fault: Fault | undefined): void {
    const there = fault === undefined
    if (there && this.#there === true) return
    this.#there = there
    this.#fault = fault
    this.#o.onChange(fault)
  }

  #retain(topic: string, text: string): void {
    // Lost with the connection: it is shown again with the next one.
    this.#retained(topic, text).catch(() => undefined)
  }
  async #retained(topic: string, text: string): Promise<void> {
    await this.#client.publishAsync(topic, text, { qos: 1, retain: true })
  }

  /** One after the other, so that they arrive in their order. */
  #pump(): void {
    if (this.#pumping) return
    this.#pumping = true
    this.#deliver()
      // The message stays first, and is tried again with the next one or the next connection.
      .catch((error: unknown) => this.#tell(mqttFault(error)))
      .finally(() => {
        this.#pumping = false
      })
  }
  async #deliver(): Promise<void> {
    const { spool } = this.#o
    for (let next = spool.first; next && !this.#closed; next = spool.first) {
      try {
        // While the broker is away this waits: mqtt.js sends it again until it is acknowledged.
        await this.#client.publishAsync(next.topic, next.text, { qos: 1 })
      } catch (error) {
        // The client ends, and the message stays in the file.
        if (this.#closed) return
        throw error
      }
      spool.delivered()
    }
  }
}

function wishes({ user, password, ca, statusTopic }: PublisherOptions): IClientOptions {
  return {
    clientId: `modem-bench-${process.pid}-${Date.now().toString(36)}`,
    clean: true,
    reconnectPeriod: againMs,
    reconnectOnConnackError: true,
    will: { topic: statusTopic, payload: Buffer.from('offline'), qos: 1, retain: true },
    ...(user === undefined ? {} : { username: user }),
    ...(password === undefined ? {} : { password }),
    ...(ca === undefined ? {} : { ca }),
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  // The broker went away meanwhile: nothing more can be said to it.
  await Promise.race([work.catch(() => undefined), late])
  clearTimeout(timer)
}
