import { concat } from '@core/bytes'
import { errorWords, Fault, faultCode, type FaultCode } from '@core/fault'
import type { IpHost } from '@core/ip/host'
import { parseBroker } from '@core/ip/tools/mqtt'
import { msText } from '@core/ip/tools/tool-answer'
import type { TroubleCause } from '@core/modem/family-command'
import type { Clock } from '@core/ports/clock'
import type { MqttEvent, RunMqtt } from '@core/ports/mqtt'
import type { SocketOutcome, SocketStepId } from '@core/sockets/outcome'
import { hostOf, placeOf } from '@core/sockets/target'
import { messageNotBack } from '@core/sockets/words'
import { answerMs, echoed, fetched, nothingBack, onlyOpened, outcomeOf, pinged } from './outcomes'
import { Steps, TrialEnd, trouble } from './steps'
import type { Trial } from './trial'
import { addressIs, messageBack } from './words'

const httpMs = 60_000

function causeOf(code: FaultCode): TroubleCause {
  if (code.startsWith('dns-')) return 'dns'
  if (code === 'tcp-refused') return 'refused'
  if (code === 'tcp-timeout') return 'timeout'
  if (/^tls-(?:expired|not-yet|untrusted|self|name|revoked)/.test(code)) return 'certificate'
  if (code.startsWith('tls-')) return 'tls'
  if (code === 'mqtt-refused') return 'login'
  if (code === 'mqtt-no-answer') return 'timeout'
  if (code === 'mqtt-closed') return 'closed'
  return code.startsWith('tcp-') ? 'closed' : 'other'
}

/** What the network said no with, as the end of a try; any other fault as it is. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = faultCode(error)
    if (code === undefined || !/^(?:dns|tcp|tls|http|mqtt|ip-no-answer)/.test(code)) throw error
    const { en } = errorWords(error)
    const cause = causeOf(code)
    throw new TrialEnd({ cause, seen: en, meaning: new Fault(code).row.meaning, finding: null })
  }
}

interface ConsoleTrialOptions {
  readonly clock: Clock
  readonly host: IpHost
  readonly runMqtt: RunMqtt
  readonly signal: AbortSignal
}

/** The same try over the console's own IP, of the link that is up. */
export class ConsoleTrial {
  readonly #host: IpHost
  readonly #runMqtt: RunMqtt
  readonly #trial: Trial
  readonly #signal: AbortSignal
  readonly #steps: Steps

  constructor({ clock, host, runMqtt, signal }: ConsoleTrialOptions, trial: Trial) {
    this.#host = host
    this.#runMqtt = runMqtt
    this.#trial = trial
    this.#signal = signal
    const { what, target } = trial
    this.#steps = new Steps(clock, { over: 'console', what, target })
  }

  run(): Promise<SocketOutcome> {
    return outcomeOf(this.#steps, () => this.#tried())
  }
  #tried(): Promise<SocketOutcome> {
    const { what, target } = this.#trial
    switch (what) {
      case 'dns':
        return this.#dns(hostOf(target))
      case 'ping':
        return this.#ping(hostOf(target))
      case 'tcp':
      case 'udp':
        return this.#socket(what)
      case 'tls':
        return this.#handshake()
      case 'http':
        return this.#http(target)
      case 'mqtt':
        return this.#mqtt(target)
    }
  }

  /** A fault of the network ends the try; one of the link or of the person ends the call. */
  #step<T>(id: SocketStepId, work: () => Promise<T>, seen: (value: T) => string): Promise<T> {
    return this.#steps.run(id, () => told(work), seen)
  }

  async #dns(host: string): Promise<SocketOutcome> {
    const { ms, address } = await this.#resolved(host)
    return this.#steps.worked(ms, addressIs(address))
  }
  #resolved(host: string): Promise<{ ms: number; address: string }> {
    const signal = this.#signal
    return this.#step(
      'dns',
      async () => {
        const startUs = this.#steps.nowUs
        const address = await this.#host.addressOf(host, { signal, family: 'ipv4' })
        return { ms: this.#steps.msSince(startUs), address }
      },
      ({ address }) => address,
    )
  }
  async #ping(host: string): Promise<SocketOutcome> {
    const { address } = await this.#resolved(host)
    const pings = await this.#step(
      'ping',
      () => this.#host.ping(address, { count: 4, signal: this.#signal, family: 'ipv4' }),
      (result) => `${result.received}/${result.sent}`,
    )
    return pinged(this.#steps, pings)
  }

  async #socket(kind: 'tcp' | 'udp'): Promise<SocketOutcome> {
    const { host, port } = placeOf(this.#trial.target)
    const { address } = await this.#resolved(host)
    const { octets } = this.#trial
    const startUs = this.#steps.nowUs
    if (kind === 'udp') {
      const back = await this.#step(
        'receive',
        () => this.#datagram(address, port, octets),
        (came) => `${came.length} B`,
      )
      return echoed(this.#steps, octets, back, this.#steps.msSince(startUs))
    }
    const stream = await this.#step(
      'open',
      () => this.#host.connect(address, port, { signal: this.#signal, family: 'ipv4' }),
      () => `${address}:${port}`,
    )
    try {
      const openMs = this.#steps.msSince(startUs)
      if (octets.length === 0) return onlyOpened(this.#steps, openMs)
      const sentUs = this.#steps.nowUs
      await this.#step(
        'send',
        () => stream.write(octets, this.#signal),
        () => `${octets.length} B`,
      )
      const back = await this.#step(
        'receive',
        () =>
          this.#stream(
            () => stream.read(this.#signal),
            octets.length,
            () => stream.abort(),
          ),
        (came) => `${came.length} B`,
      )
      return echoed(this.#steps, octets, back, this.#steps.msSince(sentUs))
    } finally {
      stream.end()
    }
  }
  async #handshake(): Promise<SocketOutcome> {
    const { host, port } = placeOf(this.#trial.target)
    await this.#resolved(host)
    const startUs = this.#steps.nowUs
    const stream = await this.#step(
      'open',
      () => this.#host.connectTls(host, port, { signal: this.#signal, family: 'ipv4' }),
      ({ facts }) => `${facts.protocol} ${facts.cipher}`,
    )
    stream.end()
    return onlyOpened(this.#steps, this.#steps.msSince(startUs))
  }
  async #datagram(host: string, port: number, octets: Uint8Array): Promise<Uint8Array> {
    const options = { signal: this.#signal, timeoutMs: answerMs, family: 'ipv4' as const }
    const back = await this.#host.udp(host, port, octets, options)
    if (back) return back
    throw nothingBack()
  }
  /** As many octets as went out, or what came until the other side ended. */
  async #stream(
    read: () => Promise<Uint8Array | undefined>,
    wanted: number,
    cut: () => void,
  ): Promise<Uint8Array> {
    let late = false
    const stop = this.#steps.after(answerMs, () => {
      late = true
      cut()
    })
    let came: Uint8Array = new Uint8Array(0)
    try {
      while (came.length < wanted) {
        const piece = await read()
        if (!piece) break
        came = concat([came, piece])
      }
      if (came.length > 0) return came
    } catch (error) {
      if (!late) throw error
      if (came.length > 0) return came
    } finally {
      stop()
    }
    throw nothingBack()
  }

  async #http(url: string): Promise<SocketOutcome> {
    const page = await this.#step(
      'get',
      async () => {
        const options = { signal: this.#signal, timeoutMs: httpMs, family: 'ipv4' as const }
        const result = await this.#host.http(url, { ...options, maxBytes: 1_000_000 })
        return { status: result.status, ms: result.ms, octets: result.body.length }
      },
      (result) => `${result.status}`,
    )
    return fetched(this.#steps, page)
  }

  /** A numbered message of the product's own goes there and back. */
  async #mqtt(url: string): Promise<SocketOutcome> {
    const { secure, host, port } = parseBroker(url)
    const { clientId, topic, user, password } = this.#trial.login
    const signal = this.#signal
    const family = 'ipv4' as const
    await this.#resolved(host)
    const open = () =>
      secure
        ? this.#host.connectTls(host, port, { family, signal })
        : this.#host.connect(host, port, { family, signal })
    const visit = { version: 4, qos: 1, count: 1, intervalMs: 1_000, timeoutMs: answerMs } as const
    const login = user === '' ? { clientId } : { clientId, user, password }
    const startUs = this.#steps.nowUs
    let reached = false
    const onEvent = ({ kind }: MqttEvent) => {
      reached ||= kind === 'connected'
    }
    const runMqtt = this.#runMqtt
    const { connectMs, ms } = await told(() =>
      runMqtt(open, { ...visit, ...login, topic, signal, onEvent }),
    ).catch((error: unknown) => {
      const seen = error instanceof TrialEnd ? error.trouble.seen : ''
      this.#steps.add(reached ? 'receive' : 'connect', false, this.#steps.msSince(startUs), seen)
      throw error
    })
    this.#steps.add('connect', true, connectMs, `${host}:${port}`)
    const [back] = ms
    if (back === undefined) {
      const meaning = messageNotBack(answerMs / 1_000)
      this.#steps.add('receive', false, answerMs, topic)
      return this.#steps.failed({ ...trouble('timeout', ''), meaning })
    }
    this.#steps.add('receive', true, back, topic)
    return this.#steps.worked(back, messageBack(msText(connectMs), msText(back), null))
  }
}
