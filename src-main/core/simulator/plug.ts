import { Fault } from '../fault'
import type { BytePort } from '../ports/byte-port'
import { quoted, type Words } from '../words'
import { HostPort } from './host-port'
import type { Socket } from './host-port'
import { pulled } from './words'

/** The cable between host and modem: one port at a time, and a device that may vanish and come back. */
export class Plug {
  readonly #label: string
  readonly #socket: Omit<Socket, 'closed'>
  #port: HostPort | undefined
  #plugged = true
  #renames = 0
  constructor(label: string, socket: Omit<Socket, 'closed'>) {
    this.#label = label
    this.#socket = socket
  }
  get plugged(): boolean {
    return this.#plugged
  }
  get port(): BytePort | undefined {
    return this.#port
  }
  /** How many times the device came back under another name. */
  get renames(): number {
    return this.#renames
  }
  open(label = this.#label): BytePort {
    if (!this.#plugged) throw new Fault('port-not-found', quoted(label))
    if (this.#port) throw new Fault('port-already-open', quoted(label))
    this.#port = new HostPort(label, {
      ...this.#socket,
      closed: (port) => {
        if (this.#port === port) this.#port = undefined
      },
    })
    return this.#port
  }
  deliver(bytes: Uint8Array): void {
    this.#port?.deliver(bytes)
  }
  note(words: Words): void {
    this.#port?.note(words)
  }
  close(): void {
    this.#port?.end({ reason: 'closed' })
  }
  pull(): void {
    this.#plugged = false
    this.#port?.end({ reason: 'gone', detail: pulled })
  }
  /** `renamed`: under another name than before. */
  push(how: 'same' | 'renamed'): void {
    if (how === 'renamed') this.#renames++
    this.#plugged = true
  }
}
