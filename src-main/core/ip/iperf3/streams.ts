import { Fault } from '../../fault'
import type { Clock } from '../../ports/clock'
import { sleep } from '../../wait'
import { quoted } from '../../words'
import type { IpHost } from '../host'
import type { ThroughputRun } from '../throughput-run'
import type { UdpSocket } from '../udp-table'
import { DatagramTally, datagramHead, numbered } from './datagrams'
import type { Iperf3Options } from './request'
import type { StreamResult } from './results'

/** The way the content of a test takes. */
export interface Stream {
  /** Moves content until the run is over. */
  move(run: ThroughputRun): Promise<void>
  /** What this side saw. */
  result(): StreamResult
  close(): void
}

const chunkBytes = 8192
const paceMs = 10
/** The first word on a UDP stream, and how often it is said until the server answers it (iperf_udp.c). */
const udpHello = Uint8Array.of(0x39, 0x38, 0x37, 0x36)
const helloTries = 5
const helloMs = 1_000

/** Not all zeros: a link that compresses would show a speed that nothing real has. */
const contentOf = (octets: number) =>
  Uint8Array.from({ length: octets }, (_, i) => (i * 167 + (i >> 8)) & 0xff)

export async function tcpStream(
  host: IpHost,
  target: { readonly address: string; readonly port: number },
  cookie: Uint8Array,
  { direction, signal }: Iperf3Options,
): Promise<Stream> {
  const connection = await host.connect(target.address, target.port, { signal })
  await connection.write(cookie, signal)
  const first = connection.counters.bytesOut
  let received = 0
  const acknowledged = () =>
    Math.max(0, connection.counters.bytesOut - connection.unacknowledged - first)
  const down = async (run: ThroughputRun) => {
    while (!run.ended) {
      const chunk = await connection.read(run.signal)
      if (!chunk) throw new Fault('tcp-closed')
      received += chunk.length
      run.arrived(received)
    }
  }
  const up = async (run: ThroughputRun) => {
    const chunk = contentOf(chunkBytes)
    run.watch(acknowledged)
    run.arrived(0)
    while (!run.ended) {
      await connection.write(chunk, run.signal)
      run.arrived(acknowledged())
    }
  }
  return {
    move: direction === 'down' ? down : up,
    result: () => ({
      bytes: direction === 'down' ? received : acknowledged(),
      retransmits: direction === 'down' ? -1 : connection.counters.retransmitted,
      jitterMs: 0,
      lost: 0,
      packets: 0,
    }),
    close: () => connection.abort(),
  }
}

export async function udpStream(
  clock: Clock,
  host: IpHost,
  target: { readonly address: string; readonly port: number },
  options: Iperf3Options,
): Promise<Stream> {
  const { direction, signal } = options
  const tally = new DatagramTally()
  let heard = false
  let arrived: () => void = () => undefined
  const socket = await host.udpSocket(target.address, target.port, (datagram) => {
    // The answer to the first word is short.
    if (!heard || datagram.length < datagramHead) heard = true
    else tally.take(datagram, clock.monotonicUs())
    arrived()
  })
  for (let n = 0; n < helloTries && !heard; n++) {
    socket.send(udpHello)
    for (let ms = 0; ms < helloMs && !heard; ms += paceMs) await sleep(clock, paceMs, signal)
  }
  if (!heard) {
    socket.close()
    throw new Fault('iperf3-no-udp', quoted(`${target.address}:${target.port}`))
  }
  const sender = new UdpSender(clock, socket, options)
  const down = (run: ThroughputRun) =>
    new Promise<void>((resolve) => {
      arrived = () => run.arrived(tally.bytes)
      // Where nothing arrives at all, that is found by the silence.
      run.arrived(0)
      run.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  return {
    move: direction === 'down' ? down : (run) => sender.send(run),
    result: () =>
      direction === 'down'
        ? {
            bytes: tally.bytes,
            retransmits: -1,
            jitterMs: tally.jitterMs,
            lost: tally.lost,
            packets: tally.packets,
          }
        : { bytes: sender.bytes, retransmits: -1, jitterMs: 0, lost: 0, packets: sender.packets },
    close: () => socket.close(),
  }
}

/** Datagrams at a steady rate. */
class UdpSender {
  readonly #clock: Clock
  readonly #socket: UdpSocket
  readonly #o: Iperf3Options
  packets = 0
  bytes = 0

  constructor(clock: Clock, socket: UdpSocket, options: Iperf3Options) {
    this.#clock = clock
    this.#socket = socket
    this.#o = options
  }

  async send(run: ThroughputRun): Promise<void> {
    const datagram = contentOf(this.#o.datagramBytes)
    const startUs = this.#clock.monotonicUs()
    run.arrived(0)
    while (!run.ended) {
      const nowUs = this.#clock.monotonicUs()
      const due = ((nowUs - startUs) / 1e6) * (this.#o.bitsPerSecond / 8)
      while (this.bytes < due) {
        this.packets++
        this.bytes += datagram.length
        this.#socket.send(numbered(datagram, nowUs, this.packets))
      }
      run.arrived(this.bytes)
      await sleep(this.#clock, paceMs, run.signal)
    }
  }
}
