import { bytesOf, sameBytes } from '@core/bytes'
import { Fault } from '@core/fault'
import { parseBroker } from '@core/ip/tools/mqtt'
import { msText } from '@core/ip/tools/tool-answer'
import type { FamilyMqtt, MqttVisit } from '@core/sockets/family'
import type { SocketOutcome, SocketStepId } from '@core/sockets/outcome'
import { messageNotBack } from '@core/sockets/words'
import type { FamilyCommand } from '@core/modem/family-command'
import { quoted } from '@core/words'
import type { Arrivals } from './arrivals'
import { askAs, type ModemTrialOptions } from './ask-as'
import { TrialEnd, trouble, type Steps } from './steps'
import type { Trial } from './trial'
import { messageBack } from './words'

const answerMs = 20_000
const lookAgainMs = 1_000

/** One visit to a broker by the MQTT service of the modem: a message goes there and back, and everything is ended again. */
export class ModemMqtt {
  readonly #o: ModemTrialOptions
  readonly #steps: Steps
  readonly #visit: MqttVisit
  readonly #octets: Uint8Array

  constructor(
    options: ModemTrialOptions,
    steps: Steps,
    { target, tlsContext, login, octets }: Trial,
  ) {
    this.#o = options
    this.#steps = steps
    this.#visit = { ...parseBroker(target), ...login, tlsContext }
    this.#octets = octets.length > 0 ? octets : bytesOf(login.topic)
  }

  async run(): Promise<SocketOutcome> {
    const { family, line } = this.#o
    const { mqtt } = family
    if (!mqtt) throw new Fault('sockets-no-such', quoted(family.name))
    if (this.#visit.secure && !mqtt.secure) throw new Fault('sockets-no-tls', quoted(family.name))
    if (mqtt.takes?.(this.#octets) === false) throw new Fault('sockets-text', quoted(family.name))
    const started = mqtt.start ? await this.#ask('start', mqtt.start) : false
    try {
      return await this.#taken(mqtt)
    } finally {
      if (started && mqtt.stop) await line.restore(mqtt.stop)
    }
  }

  #ask<T>(id: SocketStepId, command: FamilyCommand<T>, seen?: string): Promise<T> {
    return askAs(this.#o, this.#steps, id, command, seen === undefined ? undefined : () => seen)
  }
  async #taken(mqtt: FamilyMqtt): Promise<SocketOutcome> {
    const { line, signal } = this.#o
    let taken = false
    try {
      for (const command of mqtt.take(this.#visit)) {
        await this.#ask('begin', command)
        taken = true
      }
      for (const command of mqtt.prefer) await line.ask(command, signal)
      return await this.#connected(mqtt)
    } finally {
      if (taken && mqtt.leave) await line.restore(mqtt.leave)
    }
  }
  async #connected(mqtt: FamilyMqtt): Promise<SocketOutcome> {
    const { line, arrivals } = this.#o
    const { host, port } = this.#visit
    const arrived = arrivals.expect(mqtt.arrived, mqtt.lost)
    const startUs = this.#steps.nowUs
    let end = mqtt.drop
    let begun = false
    try {
      // Without the command itself: user and password stand in it.
      for (const command of mqtt.connect(this.#visit)) {
        await this.#ask('connect', command, `${host}:${port}`)
        begun = true
      }
      end = mqtt.disconnect
      return await this.#thereAndBack(mqtt, this.#steps.msSince(startUs), arrived)
    } finally {
      if (begun && end && !arrived.closed) await line.restore(end)
    }
  }

  async #thereAndBack(
    mqtt: FamilyMqtt,
    connectMs: number,
    arrived: ReturnType<Arrivals['expect']>,
  ): Promise<SocketOutcome> {
    const { topic } = this.#visit
    await this.#ask('subscribe', mqtt.subscribe(topic), topic)
    const sentUs = this.#steps.nowUs
    await this.#publish(mqtt)
    const same = await this.#steps.run(
      'receive',
      () => this.#received(mqtt, arrived),
      () => `${this.#octets.length} B`,
    )
    const ms = this.#steps.msSince(sentUs)
    return this.#steps.worked(ms, messageBack(msText(connectMs), msText(ms), same))
  }
  async #publish({ publish, publishElse }: FamilyMqtt): Promise<void> {
    const { topic } = this.#visit
    try {
      for (const command of publish(topic, this.#octets)) await this.#ask('publish', command)
    } catch (error) {
      // The bare ERROR is that of a command which this firmware does not have.
      const unknown = error instanceof TrialEnd && error.trouble.seen === 'ERROR'
      if (!publishElse || !unknown) throw error
      await this.#ask('publish', publishElse(topic, this.#octets))
    }
  }

  /** Null: the modem does not show it. */
  async #fetched(command: FamilyCommand<string>): Promise<string | null> {
    const { value } = await this.#o.line.ask(command, this.#o.signal)
    return value ?? null
  }

  /** Whether what came back is what was sent; null: the modem does not show it. Others may publish to the same topic. */
  async #received(
    mqtt: FamilyMqtt,
    arrived: ReturnType<Arrivals['expect']>,
  ): Promise<boolean | null> {
    const untilUs = this.#steps.nowUs + answerMs * 1_000
    const heard: string[] = []
    let other = false
    while (this.#steps.nowUs < untilUs && !arrived.closed) {
      await arrived.next(lookAgainMs, this.#o.signal)
      heard.push(...arrived.take())
      for (;;) {
        const end = heard.findIndex((line) => mqtt.arrived.test(line))
        if (end < 0) break
        const lines = heard.splice(0, end + 1)
        const waits = mqtt.fetch?.(lines.at(-1) ?? '')
        const message = waits ? await this.#fetched(waits) : mqtt.message(lines)
        if (message === null) return null
        if (sameBytes(bytesOf(message), this.#octets)) return true
        other = true
      }
    }
    if (other) return false
    if (arrived.closed) throw new TrialEnd(trouble('closed', ''))
    throw new TrialEnd({ ...trouble('timeout', ''), meaning: messageNotBack(answerMs / 1_000) })
  }
}
