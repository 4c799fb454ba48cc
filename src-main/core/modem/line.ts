import { AtEngine, type AtReply, type SendOptions } from '../at/engine'
import { concat } from '../bytes'
import type { EndingsOf } from '../at/endings'
import { errorWords, Fault } from '../fault'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import { labelled, type SeenLine } from '../words'
import { PppLink, type PppLinkOptions } from '../ppp/link'
import { portFault } from './port-fault'
import { alreadyCarriesPppLink, closedHere, notSentDataMode } from './words'

/** Who reads a line's octets: the AT engine, a PPP link, or nobody yet (octets after CONNECT are kept). */
export type LineMode = 'command' | 'data'

export type LinkOptions = Omit<PppLinkOptions, 'clock' | 'chance' | 'write'>

/**
 * One byte stream to a modem that carries AT and, after CONNECT, PPP: the bare port, or one channel of the
 * multiplexer. The switch between the two happens at the octet after CONNECT's line end.
 */
export class ModemLine {
  readonly port: BytePort
  readonly engine: AtEngine
  readonly #clock: Clock
  readonly #chance: Chance
  #link: PppLink | undefined
  #held: Uint8Array[] = []
  #data = false
  readonly #onMode = new Set<(mode: LineMode) => void>()
  readonly #stops: (() => void)[] = []

  constructor(port: BytePort, clock: Clock, chance: Chance, endings?: EndingsOf) {
    this.port = port
    this.#clock = clock
    this.#chance = chance
    this.engine = new AtEngine({
      write: (bytes) => port.write(bytes),
      clock,
      ...(endings ? { endings } : {}),
      onData: (rest) => this.#enterData(rest),
    })
    this.#stops.push(
      port.onBytes((bytes) => this.#take(bytes)),
      port.onEnd((end) => this.#ended(end)),
    )
  }

  get mode(): LineMode {
    return this.#data ? 'data' : 'command'
  }
  get link(): PppLink | undefined {
    return this.#link
  }
  /** True between CONNECT and the link that is to read what follows. */
  get holding(): boolean {
    return this.#data && !this.#link
  }
  onMode(listener: (mode: LineMode) => void): () => void {
    this.#onMode.add(listener)
    return () => this.#onMode.delete(listener)
  }
  send(command: string, options?: SendOptions): Promise<AtReply> {
    if (this.#data)
      return Promise.reject(
        new Fault('at-not-command-mode', notSentDataMode(command, this.port.label)),
      )
    return this.engine.send(command, options)
  }

  /** Starts PPP on this line; what came after CONNECT is read first. */
  startLink(options: LinkOptions): PppLink {
    if (this.#link) throw new Fault('at-not-command-mode', alreadyCarriesPppLink(this.port.label))
    const link = new PppLink({
      ...options,
      clock: this.#clock,
      chance: this.#chance,
      write: (bytes) => {
        if (this.#link !== link) return
        // A failed write ends the port, and the port's end takes the link down with its own words.
        this.port.write(bytes).catch((error: unknown) => this.#writeFailed(link, error))
      },
    })
    this.#link = link
    this.#setData(true)
    const held = this.takeHeld()
    link.open()
    if (held.length > 0) link.feed(held)
    return link
  }

  /** The call is over: AT reads the line again, and a link that is still there is dropped. With what the modem ended it. */
  leaveData(byModem?: SeenLine): void {
    if (byModem === undefined) this.#link?.abort()
    else this.#link?.abort(byModem, 'link-modem-hung-up')
    this.#link = undefined
    this.toCommand()
  }

  /** AT reads the line again. A parked link stays as it is, for the call that is only held. */
  toCommand(): void {
    this.#held = []
    if (!this.#data) return
    this.#setData(false)
    this.engine.resumeCommandMode()
  }

  /** Takes the link off the line: it sends nothing (a guard time needs silence) and reads nothing. */
  parkLink(): PppLink | undefined {
    const link = this.#link
    this.#link = undefined
    return link
  }

  /** Puts a parked link back; what came since CONNECT is read first. */
  unparkLink(link: PppLink): void {
    this.#link = link
    this.#setData(true)
    const held = this.takeHeld()
    if (held.length > 0) link.feed(held)
  }

  /** The line is data for a reason of its own: the modem was found in data mode when the port opened. */
  assumeData(): void {
    this.#setData(true)
  }

  /** Octets kept since CONNECT while nobody read them; taking them empties the store. */
  takeHeld(): Uint8Array {
    const held = concat(this.#held)
    this.#held = []
    return held
  }

  /** The port is gone: a link on it is not ended by anybody here, and what was asked is not answered any more. */
  portEnded(end: PortEnd): void {
    const fault = portFault(end, this.port.label)
    this.#link?.abort(fault.said, fault.code)
    this.engine.stop(fault.code)
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.#link?.abort()
    this.#link = undefined
    this.engine.stop('port-closed')
  }

  #take(bytes: Uint8Array): void {
    if (!this.#data) this.engine.feed(bytes)
    else if (this.#link) this.#link.feed(bytes)
    else this.#hold(bytes)
  }
  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes)
    // Frames of a foreign call may go on for ever; the newest 64 KiB are enough to see what it is.
    let length = this.#held.reduce((sum, part) => sum + part.length, 0)
    while (length > 65536 && this.#held.length > 1) length -= this.#held.shift()?.length ?? 0
  }
  #enterData(rest: Uint8Array): void {
    this.#held = rest.length > 0 ? [rest] : []
    this.#setData(true)
  }
  #setData(data: boolean): void {
    if (this.#data === data) return
    this.#data = data
    // Whatever the engine still wanted to find out would break the silence that an escape needs.
    if (data) this.engine.enterDataMode()
    for (const listener of [...this.#onMode]) listener(this.mode)
  }
  #writeFailed(link: PppLink, error: unknown): void {
    if (this.#link !== link) return
    const { code, said } =
      error instanceof Fault ? error : new Fault('port-failed', errorWords(error))
    link.abort(said, code)
    this.engine.stop(code)
  }
  #ended(end: PortEnd): void {
    const { label } = this.port
    if (end.reason === 'closed') this.#link?.abort(closedHere(label))
    // A port of its own has told its end before; here a channel was taken from under the call.
    else this.#link?.abort(labelled(label, end.detail), 'link-modem-hung-up')
    this.engine.stop(end.reason === 'gone' ? 'port-gone' : 'port-closed')
  }
}
