import { Fault, faultCode } from '../../fault'
import type { Chance } from '../../ports/chance'
import type { Clock } from '../../ports/clock'
import { sleep } from '../../wait'
import { quoted } from '../../words'
import { familyFor } from '../family'
import type { IpHost } from '../host'
import { measureTransfer, type ThroughputResult, type ThroughputSample } from '../throughput'
import { Iperf3Control, newCookie, notIperf3, states } from './control'
import { readResults, resultsJson, type StreamResult } from './results'
import { tcpStream, udpStream, type Stream } from './streams'
import type { Iperf3Request, Iperf3Options } from './request'

export interface Iperf3Result {
  readonly host: string
  readonly address: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  readonly direction: 'down' | 'up'
  readonly ms: number
  /** What arrived, as the receiving side counted it. */
  readonly bytes: number
  readonly mbps: number
  /** TCP segments that were sent again, as the sender says; null where it does not. */
  readonly retransmits: number | null
  /** UDP alone, as the receiver counted them. */
  readonly jitterMs: number | null
  readonly packets: number | null
  readonly lost: number | null
  readonly samples: readonly ThroughputSample[]
  readonly ended: 'time' | 'budget'
  readonly billedBytes: number
  readonly budgetBytes: number
}

interface Target {
  readonly address: string
  readonly port: number
  /** Names the test to the server. */
  readonly cookie: Uint8Array
}

interface Parts {
  readonly clock: Clock
  readonly chance: Chance
  readonly host: IpHost
}

/** A test with a server of iperf3 (3.1 and later), one stream. Rejects with `iperf3-busy`, `iperf3-refused`, `iperf3-bad-answer`, `net-stalled`, or as TCP does. */
export async function iperf3(parts: Parts, request: Iperf3Request): Promise<Iperf3Result> {
  const { host } = parts
  const { signal, family, port = 5201 } = request
  const address = await host.addressOf(request.host, { signal, family })
  const room = host.mtuFor(address) - familyFor(address).headerOctets - 8
  const datagramBytes = Math.min(1460, room)
  const options = { bitsPerSecond: 1_000_000, ...defined(request), datagramBytes }
  const cookie = newCookie(() => parts.chance.next())
  const { control, state } = await begin(parts, { address, port, cookie, signal })
  const test = new Test(parts, control, { address, port, cookie }, options)
  try {
    return await test.run(state)
  } finally {
    test.close()
    control.abort()
  }
}

const tries = 4
const betweenTestsMs = 300

/** The control connection and the first state on it. A server opens its port anew after each test: what it cuts before it said a word is begun again. */
async function begin(
  { clock, host }: Parts,
  target: Target & { readonly signal: AbortSignal | undefined },
): Promise<{ readonly control: Iperf3Control; readonly state: number }> {
  const { address, port, cookie, signal } = target
  for (let left = tries; ; left--) {
    let control: Iperf3Control | undefined
    try {
      control = new Iperf3Control(await host.connect(address, port, { signal }), clock, signal)
      await control.hello(cookie)
      return { control, state: await control.state() }
    } catch (error) {
      control?.abort()
      const between = faultCode(error) === 'tcp-reset' || (left < tries && isRefused(error))
      if (!between || left === 1) throw error
      await sleep(clock, betweenTestsMs, signal)
    }
  }
}

const isRefused = (error: unknown) => faultCode(error) === 'tcp-refused'

/** Without what is undefined, so that a default stays one. */
const defined = (request: Iperf3Request): Iperf3Request & { readonly bitsPerSecond?: number } => {
  const { bitsPerSecond, ...rest } = request
  return bitsPerSecond === undefined ? rest : { ...rest, bitsPerSecond }
}

class Test {
  readonly #parts: Parts
  readonly #control: Iperf3Control
  readonly #target: Target
  readonly #o: Iperf3Options
  #stream: Stream | undefined
  #measured: ThroughputResult | undefined
  #theirs: StreamResult | undefined

  constructor(parts: Parts, control: Iperf3Control, target: Target, options: Iperf3Options) {
    this.#parts = parts
    this.#control = control
    this.#target = target
    this.#o = options
  }

  close(): void {
    this.#stream?.close()
  }

  /** `first`: the state that the server began with. */
  async run(first: number): Promise<Iperf3Result> {
    for (let state = first; state !== states.displayResults; state = await this.#control.state())
      await this.#follow(state)
    await this.#control.tell(states.done)
    this.#stream?.close()
    await this.#control.end()
    return this.#result()
  }

  async #follow(state: number): Promise<void> {
    switch (state) {
      case states.paramExchange:
        return this.#control.send(this.#parameters())
      case states.createStreams:
        this.#stream = await this.#open()
        return
      case states.testStart:
        return
      case states.testRunning:
        return this.#move()
      case states.exchangeResults:
        return this.#exchange()
      case states.accessDenied:
        throw new Fault('iperf3-busy', quoted(this.#name))
      case states.serverError: {
        const { own, system } = await this.#control.reason()
        throw new Fault('iperf3-refused', quoted(`${this.#name}: ${own} ${system}`))
      }
      case states.serverTerminate:
        throw new Fault('iperf3-refused', quoted(this.#name))
      default:
        throw notIperf3(String(state))
    }
  }

  get #name(): string {
    return `${this.#o.host}:${this.#target.port}`
  }

  #parameters(): object {
    const { protocol, direction, seconds = 10, bitsPerSecond, datagramBytes } = this.#o
    const udp = protocol === 'udp'
    return {
      [protocol]: true,
      omit: 0,
      time: Math.ceil(seconds),
      num: 0,
      blockcount: 0,
      parallel: 1,
      ...(direction === 'down' ? { reverse: true } : {}),
      len: udp ? datagramBytes : 8192,
      ...(udp ? { bandwidth: Math.round(bitsPerSecond) } : {}),
      pacing_timer: 1000,
      client_version: '3.12',
    }
  }

  #open(): Promise<Stream> {
    const { clock, host } = this.#parts
    return this.#o.protocol === 'tcp'
      ? tcpStream(host, this.#target, this.#target.cookie, this.#o)
      : udpStream(clock, host, this.#target, this.#o)
  }

  async #move(): Promise<void> {
    const { clock, host } = this.#parts
    const stream = this.#stream
    if (!stream) throw notIperf3(String(states.testRunning))
    const { direction, seconds, budgetBytes, signal, onSample } = this.#o
    const options = { direction, url: this.#name, seconds, budgetBytes, signal, onSample }
    this.#measured = await measureTransfer(clock, host, options, (run) => stream.move(run))
    this.#control.transferred()
    await this.#control.tell(states.testEnd)
  }

  async #exchange(): Promise<void> {
    const stream = this.#stream
    if (!stream) throw notIperf3(String(states.exchangeResults))
    await this.#control.send(resultsJson(stream.result(), (this.#measured?.ms ?? 0) / 1000))
    this.#theirs = readResults(await this.#control.receive())
  }

  #result(): Iperf3Result {
    const ours = this.#stream?.result()
    const [theirs, measured] = [this.#theirs, this.#measured]
    if (!ours || !theirs || !measured) throw notIperf3(String(states.displayResults))
    const { host, protocol, direction } = this.#o
    const { address, port } = this.#target
    const [receiver, sender] = direction === 'down' ? [ours, theirs] : [theirs, ours]
    const udp = protocol === 'udp'
    const { ms, samples, ended, billedBytes, budgetBytes } = measured
    return {
      ...{ host, address, port, protocol, direction, ms, bytes: receiver.bytes },
      mbps: ms === 0 ? 0 : (receiver.bytes * 8) / ms / 1000,
      retransmits: udp || sender.retransmits < 0 ? null : sender.retransmits,
      jitterMs: udp ? receiver.jitterMs : null,
      packets: udp ? Math.max(receiver.packets, sender.packets) : null,
      lost: udp ? Math.max(receiver.lost, sender.packets - receiver.packets, 0) : null,
      ...{ samples, ended, billedBytes, budgetBytes },
    }
  }
}
