import type { BytePort } from '../ports/byte-port'
import type { ModemLine } from './line'
import type { PortMode } from './port-mode'
import type { Emit } from './session-view'

interface Options {
  readonly newLine: (port: BytePort) => ModemLine
  readonly emit: Emit
  /** Told whenever a second line comes or goes, as that decides where AT goes. */
  readonly mode: PortMode
}

/** The second AT port of a modem: taken, given up, or gone by itself. */
export class SecondLine {
  readonly #options: Options
  #line: ModemLine | undefined

  constructor(options: Options) {
    this.#options = options
  }

  get line(): ModemLine | undefined {
    return this.#line
  }
  take(port: BytePort): ModemLine {
    const { newLine, emit, mode } = this.#options
    this.#line?.dispose()
    const line = newLine(port)
    this.#line = line
    port.onEnd((end) => {
      if (this.#line !== line) return
      this.#line = undefined
      line.dispose()
      emit({ kind: 'second end', end })
      mode.tell()
    })
    mode.tell()
    return line
  }
  /** Gives it up and closes its port. */
  async drop(): Promise<void> {
    const line = this.#line
    this.#line = undefined
    this.#options.mode.tell()
    line?.dispose()
    await line?.port.close()
  }
  /** The first port has ended: nobody is left to tell or to wait for the close. */
  abandon(): void {
    const line = this.#line
    this.#line = undefined
    line?.dispose()
    line?.port.close().catch(() => undefined)
  }
}
