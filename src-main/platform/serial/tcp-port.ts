import { connect, type Socket } from 'node:net'
import { Fault } from '@core/fault'
import type { BytePort, PortEnd } from '@core/ports/byte-port'
import { labelled, type Words } from '@core/words'
import { socketReason } from '../network/socket-reason'
import { Listeners } from './base-port'
import { atMost } from './deadline'
import { parsePortName } from './port-name'
import { closedByPeer, hostSilent, noTcpName, ofHostPort, peerTakesNoMore } from './words'

const connectMs = 5000
const noAnswer: Words = hostSilent(connectMs)
/** Who sends without a pause is heard in pieces: calls, timers and other ports come between them. */
const pieceBytes = 16_384
const closeMs = 2000

/**
 * A raw byte stream over TCP (`tcp:host:port`): ser2net, a terminal server, a simulated modem of another process.
 * Rejects with `Fault('port-name')` or `Fault('port-unreachable')`; gives up after 5 s.
 */
export async function openTcp(name: string): Promise<BytePort> {
  const wanted = parsePortName(name, process.platform)
  if (wanted.kind !== 'tcp') throw new Fault('port-name', noTcpName(name))
  return connectTcp(name.trim(), wanted.host, wanted.port)
}

/** The same for who knows host and port already; `label` is what people see. */
export async function connectTcp(label: string, host: string, port: number): Promise<BytePort> {
  return new TcpBytePort(label, await connected(host, port))
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: 15_000,
    })
    const fail = ({ en, ja }: Words, cause?: unknown) => {
      clearTimeout(timer)
      socket.destroy()
      const detail = ofHostPort(host, port, { en, ja })
      reject(new Fault('port-unreachable', detail, { cause }))
    }
    const timer = setTimeout(() => fail(noAnswer), connectMs)
    socket.once('error', (error) => fail(socketReason(error), error))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}

class TcpBytePort implements BytePort {
  readonly label: string
  readonly #socket: Socket
  readonly #listeners = new Listeners()
  #reading = false
  /** What came and is not handed on yet; nothing more is read meanwhile. */
  #waiting = new Uint8Array(0)
  #gone: Promise<void> | undefined

  constructor(label: string, socket: Socket) {
    this.label = label
    this.#socket = socket
    socket.on('error', (error) => this.#finish({ reason: 'gone', detail: socketReason(error) }))
    socket.on('end', () => this.#finish({ reason: 'gone', detail: closedByPeer }))
    socket.on('close', () => this.#finish({ reason: 'gone' }))
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    const stop = this.#listeners.onBytes(listener)
    if (!this.#reading) {
      this.#reading = true
      this.#socket.on('data', (bytes) => this.#hear(new Uint8Array(bytes)))
    }
    return stop
  }

  onEnd(listener: (end: PortEnd) => void): () => void {
    return this.#listeners.onEnd(listener)
  }

  /** Rejects with `Fault('port-stuck')` when the other side takes nothing for 5 s and 1 s per 64 KiB. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = this.#listeners.end
      if (end) {
        reject(endFault(this.label, end))
        return
      }
      const limitMs = 5000 + bytes.length / 64
      const timer = setTimeout(() => {
        unwatch()
        reject(new Fault('port-stuck', peerTakesNoMore(this.label)))
      }, limitMs)
      const unwatch = this.#listeners.onEnd((ended) => {
        clearTimeout(timer)
        reject(endFault(this.label, ended))
      })
      // A copy, since the socket may keep it until the other side takes it.
      this.#socket.write(bytes.slice(), (error) => {
        clearTimeout(timer)
        unwatch()
        if (error) reject(endFault(this.label, { reason: 'gone', detail: socketReason(error) }))
        else resolve()
      })
    })
  }

  async close(): Promise<void> {
    this.#finish({ reason: 'closed' })
    await this.#gone
  }

  #hear(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length <= pieceBytes || this.#listeners.end) return this.#listeners.deliver(bytes)
    this.#waiting = bytes
    this.#socket.pause()
    this.#handOn()
  }
  #handOn(): void {
    const piece = this.#waiting.subarray(0, pieceBytes)
    this.#waiting = this.#waiting.subarray(pieceBytes)
    this.#listeners.deliver(piece)
    setImmediate(() => {
      if (this.#waiting.length > 0) this.#handOn()
      else this.#socket.resume()
    })
  }

  #finish(end: PortEnd): void {
    if (this.#waiting.length > 0) {
      this.#listeners.deliver(this.#waiting)
      this.#waiting = new Uint8Array(0)
    }
    if (!this.#listeners.finish(end)) return
    // Lets what was written leave; a peer that does not take it is cut off.
    this.#socket.resume()
    this.#socket.end()
    const gone = new Promise((resolve) => this.#socket.once('close', resolve))
    const waitMs = end.reason === 'closed' && !this.#socket.destroyed ? closeMs : 0
    this.#gone = atMost(waitMs, gone).then(() => void this.#socket.destroy())
  }
}

function endFault(label: string, end: PortEnd): Fault {
  const code = end.reason === 'closed' ? 'port-closed' : 'port-gone'
  return new Fault(code, labelled(label, end.detail))
}
