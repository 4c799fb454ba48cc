import type { BytePort, LineStates } from '../ports/byte-port'
import { AtChannel } from './at-channel'
import type { AnsweringModem } from './behaviour'
import { Plug } from './plug'
import { Wire } from './wire'

interface Around {
  /** Whether what the host sends is read at all. */
  readonly hears: () => boolean
  readonly lines: (channel: AtChannel) => Omit<Required<LineStates>, 'dtr' | 'rts'>
  /** DTR fell: a call on it is held or ended as AT&D says. */
  readonly dropped: (channel: AtChannel) => void
}

/** The second AT port of a simulated modem: a place of its own for commands and a call, without a speed of its own. */
export class SecondAt {
  readonly at: AtChannel
  readonly #plug: Plug
  readonly #wire: Wire
  #hostLines = { dtr: true, rts: true }
  constructor(label: string, modem: AnsweringModem, { hears, lines, dropped }: Around) {
    this.#plug = new Plug(label, {
      fromHost: (bytes) => {
        if (hears()) this.at.fromHost(bytes)
      },
      setHostBaudRate: () => undefined,
      setHostLines: (now) => {
        const fell = this.#hostLines.dtr && !now.dtr
        this.#hostLines = now
        if (fell) dropped(this.at)
      },
      modemLines: () => ({ ...this.#hostLines, ...lines(this.at) }),
    })
    this.#wire = new Wire(modem.pace, modem.chance, (bytes) => this.#plug.deliver(bytes))
    this.at = new AtChannel(label, modem, (data) => this.#wire.send(data))
  }

  get opened(): boolean {
    return this.#plug.port !== undefined
  }
  open(label: string): BytePort {
    this.#wire.clear()
    this.#hostLines = { dtr: true, rts: true }
    return this.#plug.open(label)
  }
  pull(): void {
    this.#plug.pull()
  }
  push(how: 'same' | 'renamed'): void {
    this.#plug.push(how)
  }
  close(): void {
    this.#plug.close()
  }
  started(): void {
    this.at.reset()
  }
  /** The modem is off: nothing of what was to be said goes out. */
  stopped(): void {
    this.at.reset()
    this.#wire.clear()
  }
}
