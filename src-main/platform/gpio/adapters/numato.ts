import { type SeenLine, quoted } from '@core/words'
import { concat, latin1 } from '@core/bytes'
import type { BytePort } from '@core/ports/byte-port'
import type { Cancel, Clock } from '@core/ports/clock'
import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import { numato } from './numato-codec'
import { activeAt, levelFor, type PinDriver } from '../pin-driver'
import { adapterWarnings, vanished, pathOfNumato } from '../words'
import { ActiveLines, besidePort } from '../when-lost'
import { onPath, portOf, type AdapterMember } from './adapter'

const answerMs = 1500

const caps: GpioCaps = {
  lines: Array.from({ length: numato.pins }, (_, pin) => ({ pin, in: true, out: true })),
  openDrain: 'none',
  pushPull: true,
  inputs: true,
  edges: false,
  atomicDirValue: true,
  glitchOnOpen: false,
  keepsOnClose: 'yes',
  pulse: 'host',
  readBack: false,
  warnings: [adapterWarnings.pushPull],
}

/** Numato modules: text over a serial port. Each command waits for the prompt; blind writes get lost. */
export class NumatoDriver implements PinDriver {
  readonly kind = 'numato'
  readonly caps = caps
  readonly id: string
  readonly #port: BytePort
  readonly #clock: Clock
  readonly #active: ActiveLines<Uint8Array>
  #heard = ''
  #onHeard: (() => void) | undefined
  #awake = false
  constructor(id: string, port: BytePort, clock: Clock) {
    this.id = id
    this.#port = port
    this.#clock = clock
    // Half a command that was on its way is ended first.
    this.#active = new ActiveLines(besidePort(port), (line) =>
      concat([numato.wake(), setting(line, false)]),
    )
    port.onBytes((bytes) => {
      this.#heard += latin1(bytes)
      this.#onHeard?.()
    })
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const found = new Map<string, boolean>()
    for (const line of lines) if (line.dir === 'in') found.set(line.name, await this.sense(line))
    return found
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    for (const line of lines)
      if (line.dir === 'out' && !keep.has(line.name)) await this.drive(line, false)
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    await this.#active.during(line, active, () => this.#ask(setting(line, active)))
  }
  async sense(line: LineConfig): Promise<boolean> {
    const answer = await this.#ask(numato.read(Number(line.pin)))
    const level = numato.level(answer)
    if (level === undefined) throw new Error(`no level in ${JSON.stringify(answer)}`)
    return activeAt(line, level)
  }
  close(): Promise<void> {
    return this.#port.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#port.onEnd((end) => {
      if (end.reason !== 'closed') listener(end.detail ?? vanished(this.#port.label))
    })
  }
  async #ask(command: Uint8Array): Promise<string> {
    // What somebody typed before is ended first, or it would be taken for the start of our command.
    if (!this.#awake) await this.#exchange(numato.wake())
    this.#awake = true
    return this.#exchange(command)
  }
  async #exchange(command: Uint8Array): Promise<string> {
    this.#heard = ''
    const prompted = this.#prompted()
    try {
      await this.#port.write(command)
      return await prompted.answer
    } finally {
      prompted.cancel()
    }
  }
  #prompted(): { answer: Promise<string>; cancel: Cancel } {
    let cancel: Cancel = () => undefined
    const answer = new Promise<string>((resolve, reject) => {
      const stop = this.#clock.schedule(answerMs, () =>
        reject(new Error(`no prompt within ${answerMs} ms: ${JSON.stringify(this.#heard)}`)),
      )
      this.#onHeard = () => {
        if (this.#heard.includes(numato.prompt)) resolve(this.#heard)
      }
      cancel = () => {
        stop()
        this.#onHeard = undefined
      }
    })
    // A write that fails is told by itself; nobody waits for this one then.
    answer.catch(() => undefined)
    return { answer, cancel }
  }
}

const setting = (line: LineConfig, active: boolean): Uint8Array =>
  numato.set(Number(line.pin), levelFor(line, active))

/** Of USB's CDC class: the speed is for form's sake. */
const baudRate = 115_200

export const numatoAdapter: AdapterMember<'numato'> = {
  kind: 'numato',
  needs: pathOfNumato,
  // Numato Systems; no other maker has this id.
  onPort: (port) =>
    port.vid === '2a19'
      ? { info: onPath('numato', port, quoted(`Numato (${port.path})`)), sure: true }
      : undefined,
  open: async (wanted, options) =>
    new NumatoDriver(wanted.name, await portOf(wanted, baudRate, options), options.clock),
}
