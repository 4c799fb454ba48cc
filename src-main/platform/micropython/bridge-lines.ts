import { Fault } from '@core/fault'
import type { GpioLine } from '@core/ports/gpio-line'
import { cancelled } from '@core/wait'
import type { BridgeCommands } from './bridge-commands'
import type { WiredLineName } from './wiring'
import { lineReleased, noPulseLength, pulsedAlready, pulseUnderWay, statusIsInput } from './words'

/** An output that the computer does not release in a minute is released by the board. */
const longestMs = 60_000

/** A power line of the modem, driven by the board itself; pulses end by the board's own clock. */
export class BridgeLine implements GpioLine {
  readonly name: WiredLineName
  /** Its number on the board. */
  readonly pin: number
  readonly #commands: BridgeCommands
  #pulsing = false

  constructor(name: WiredLineName, pin: number, commands: BridgeCommands) {
    this.name = name
    this.pin = pin
    this.#commands = commands
  }

  async read(): Promise<boolean> {
    return (await this.#commands.ask(`read ${this.name}`)).text === '1'
  }

  async write(active: boolean): Promise<void> {
    this.#mustBeOutput()
    if (this.#pulsing) throw new Fault('line-busy', pulseUnderWay(this.name))
    await this.#commands.ask(`write ${this.name} ${active ? `1 ${longestMs}` : '0'}`)
  }

  async pulse(ms: number, signal?: AbortSignal): Promise<{ askedMs: number; actualMs: number }> {
    this.#mustBeOutput()
    const already = cancelled(signal)
    if (already) throw already
    if (!(ms >= 1 && ms <= longestMs)) throw new Fault('line-config', noPulseLength(this.name, ms))
    if (this.#pulsing) throw new Fault('line-busy', pulsedAlready(this.name))
    this.#pulsing = true
    const release = () => {
      // The bridge releases by itself at the end of the pulse should this not reach it.
      this.#commands.ask(`release ${this.name}`).catch(() => undefined)
    }
    signal?.addEventListener('abort', release, { once: true })
    try {
      const { result, text } = await this.#commands.ask(
        `pulse ${this.name} ${Math.round(ms)}`,
        ms + 3000,
      )
      if (result === 'cut')
        throw cancelled(signal) ?? new Fault('at-cancelled', lineReleased(this.name))
      return { askedMs: ms, actualMs: Number(text) / 1000 }
    } finally {
      this.#pulsing = false
      signal?.removeEventListener('abort', release)
    }
  }

  #mustBeOutput(): void {
    if (this.name === 'status') throw new Fault('line-config', statusIsInput)
  }
}
