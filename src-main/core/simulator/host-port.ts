import { Fault } from '../fault'
import type { BytePort, LineStates, PortEnd } from '../ports/byte-port'
import { quoted, type Words } from '../words'

/** What the modem's side of the plug offers to the port that is plugged into it. */
export interface Socket {
  fromHost(bytes: Uint8Array): void
  setHostBaudRate(baudRate: number): void
  setHostLines(lines: { dtr: boolean; rts: boolean }): void
  modemLines(): Required<LineStates>
  closed(port: HostPort): void
}

const MAX_UNHEARD = 20

/** The host's end of the cable, open from the start like every BytePort. */
export class HostPort implements BytePort {
  readonly label: string
  readonly lines: NonNullable<BytePort['lines']>
  readonly #socket: Socket
  readonly #listeners = new Set<(bytes: Uint8Array) => void>()
  readonly #ends = new Set<(end: PortEnd) => void>()
  readonly #notes = new Set<(words: Words) => void>()
  /** What was said before anybody listened. */
  #unheard: Words[] = []
  #ended: PortEnd | undefined
  constructor(label: string, socket: Socket) {
    this.label = label
    this.#socket = socket
    this.lines = {
      set: async (outputs) => {
        this.#mustBeOpen()
        socket.setHostLines(outputs)
      },
      get: async () => {
        this.#mustBeOpen()
        return socket.modemLines()
      },
    }
  }
  get open(): boolean {
    return !this.#ended
  }
  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  onEnd(listener: (end: PortEnd) => void): () => void {
    this.#ends.add(listener)
    return () => this.#ends.delete(listener)
  }
  async write(bytes: Uint8Array): Promise<void> {
    this.#mustBeOpen()
    this.#socket.fromHost(bytes.slice())
  }
  async close(): Promise<void> {
    this.end({ reason: 'closed' })
  }
  async setBaudRate(baudRate: number): Promise<void> {
    this.#mustBeOpen()
    this.#socket.setHostBaudRate(baudRate)
  }
  async setFlowControl(): Promise<void> {
    // The simulated cable has RTS and CTS either way; whether the modem looks at them is AT+IFC.
    this.#mustBeOpen()
  }
  onNote(listener: (words: Words) => void): () => void {
    this.#notes.add(listener)
    for (const words of this.#unheard.splice(0)) listener(words)
    return () => this.#notes.delete(listener)
  }
  note(words: Words): void {
    if (this.#notes.size === 0) this.#unheard = [...this.#unheard, words].slice(-MAX_UNHEARD)
    for (const listener of [...this.#notes]) listener(words)
  }
  deliver(bytes: Uint8Array): void {
    for (const listener of [...this.#listeners]) listener(bytes.slice())
  }
  end(end: PortEnd): void {
    if (this.#ended) return
    this.#ended = end
    this.#socket.closed(this)
    for (const listener of [...this.#ends]) listener(end)
  }
  #mustBeOpen(): void {
    if (this.#ended)
      throw new Fault(
        this.#ended.reason === 'gone' ? 'port-gone' : 'port-closed',
        quoted(this.label),
      )
  }
}
