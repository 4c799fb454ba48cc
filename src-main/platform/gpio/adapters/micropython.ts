import { bytesOf } from '@core/bytes'
import type { SeenLine } from '@core/words'
import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { BytePort } from '@core/ports/byte-port'
import type { GpioCaps, LineConfig, PulseLength } from '@core/ports/gpio-adapter'
import { cancelled } from '@core/wait'
import { openBridgeOn, type MicropythonPort } from '../../micropython/bridge-port'
import { RawRepl } from '../../micropython/raw-repl'
import { micropythonName } from '../../micropython/wiring'
import { activeAt, levelFor, type PinDriver } from '../pin-driver'
import { ActiveLines, besidePort } from '../when-lost'
import { noPinNumber, pinNotBridged, vanished, nothingElseRuns, pathOfMicropython } from '../words'
import { portOf, type AdapterMember } from './adapter'

const common = {
  inputs: true,
  atomicDirValue: true,
  glitchOnOpen: false,
  pulse: 'device',
  readBack: true,
  pushPull: true,
} as const

/** Any pin number a MicroPython board may have; the board itself refuses those it has not. */
const boardPins = Array.from({ length: 48 }, (_, pin) => ({ pin, in: true, out: true }))

const replCaps: GpioCaps = {
  ...common,
  lines: boardPins,
  openDrain: 'native',
  edges: false,
  keepsOnClose: 'yes',
  warnings: [nothingElseRuns],
}

/**
 * The pins of a MicroPython board. `rest` is the name of its port, with `?interrupt=yes` where a program may be stopped. A board
 * whose modem this program already talks to is reached through the same bridge.
 */
export async function micropythonDriver(
  id: string,
  rest: string,
  options: { clock: Clock; openInner: (name: string) => Promise<BytePort> },
): Promise<PinDriver> {
  const { port: name, wiring } = micropythonName(`micropython:${rest}`)
  const bridge = openBridgeOn(name)
  if (bridge) return new BridgeDriver(id, bridge)
  const port = await options.openInner(name)
  const repl = new RawRepl(port, options.clock)
  try {
    await repl.enter({ interrupt: wiring.interrupt })
    await repl.run('from machine import Pin\nimport time\nL = {}')
    return new ReplDriver(id, port, repl)
  } catch (error) {
    repl.dispose()
    await port.close()
    throw error
  }
}

class ReplDriver implements PinDriver {
  readonly id: string
  readonly kind = 'micropython'
  readonly caps = replCaps
  readonly #port: BytePort
  readonly #repl: RawRepl
  readonly #active: ActiveLines<Uint8Array>

  constructor(id: string, port: BytePort, repl: RawRepl) {
    this.id = id
    this.#port = port
    this.#repl = repl
    this.#active = new ActiveLines(besidePort(port), (line) => bytesOf(lostCode(line)))
  }

  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const pins = lines.map((line) => numberOf(line)).join(', ')
    const printed = await this.#repl.run(`for n in (${pins},):\n    print(Pin(n).value())`)
    const levels = printed.trim().split('\n')
    return new Map(lines.map((line, at) => [line.name, activeAt(line, levels[at] === '1')]))
  }
  async claim(lines: readonly LineConfig[], keep: ReadonlySet<string>): Promise<void> {
    const code = lines.map((line) => claimCode(line, keep.has(line.name)))
    await this.#repl.run(code.join('\n'))
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    const code = valueCode(line, active)
    await this.#active.during(line, active, () => this.#repl.run(code))
  }
  async sense(line: LineConfig): Promise<boolean> {
    const printed = await this.#repl.run(`print(L[${numberOf(line)}].value())`)
    return activeAt(line, printed.trim() === '1')
  }
  /** Timed and ended by the board; a computer that stops in the middle leaves the line released. */
  async pulse(line: LineConfig, ms: number, signal: AbortSignal): Promise<PulseLength> {
    const stop = () => {
      // The board's `finally` releases; should this not arrive, the pulse ends by itself.
      this.#repl.interrupt().catch(() => undefined)
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      const printed = await this.#repl.run(pulseCode(line, ms), { limitMs: ms + 5000 })
      return { askedMs: ms, actualMs: Number(printed.trim()) / 1000 }
    } catch (error) {
      throw cancelled(signal) ?? error
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
  async close(): Promise<void> {
    await this.#repl.leave().catch(() => undefined)
    this.#repl.dispose()
    await this.#port.close()
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#port.onEnd((end) => {
      if (end.reason !== 'closed') listener(end.detail ?? vanished(this.#port.label))
    })
  }
}

const valueCode = (line: LineConfig, active: boolean): string =>
  `L[${numberOf(line)}].value(${level(line, active)})`

/** To the raw prompt, whatever was on its way: Ctrl-C ends it, Ctrl-D runs what follows. */
const lostCode = (line: LineConfig): string => `\x03${valueCode(line, false)}\x04`

function claimCode(line: LineConfig, keep: boolean): string {
  const pin = numberOf(line)
  if (line.dir === 'in') {
    const pull =
      line.bias === 'up' ? ', Pin.PULL_UP' : line.bias === 'down' ? ', Pin.PULL_DOWN' : ''
    return `L[${pin}] = Pin(${pin}, Pin.IN${pull})`
  }
  const mode = line.drive === 'open-drain' ? 'OPEN_DRAIN' : 'OUT'
  const value = keep ? `Pin(${pin}).value()` : level(line, false)
  return `L[${pin}] = Pin(${pin}, Pin.${mode}, value=${value})`
}

function pulseCode(line: LineConfig, ms: number): string {
  const pin = `L[${numberOf(line)}]`
  return [
    'b = time.ticks_us()',
    'try:',
    `    ${pin}.value(${level(line, true)})`,
    `    time.sleep_ms(${Math.round(ms)})`,
    'finally:',
    `    ${pin}.value(${level(line, false)})`,
    'print(time.ticks_diff(time.ticks_us(), b))',
  ].join('\n')
}

const level = (line: LineConfig, active: boolean): string => (levelFor(line, active) ? '1' : '0')

function numberOf(line: LineConfig): number {
  const pin = Number(line.pin)
  if (!Number.isInteger(pin)) throw new Fault('line-config', noPinNumber(line.name, line.pin))
  return pin
}

/** Lines by the pins the bridge was opened with; their polarity is the bridge's. */
class BridgeDriver implements PinDriver {
  readonly id: string
  readonly kind = 'micropython'
  readonly caps: GpioCaps
  readonly #port: MicropythonPort

  constructor(id: string, port: MicropythonPort) {
    this.id = id
    this.#port = port
    this.caps = {
      ...common,
      lines: Object.values(port.power).map((line) => {
        const output = line.name !== 'status'
        return { pin: line.pin, name: line.name, in: !output, out: output }
      }),
      openDrain: 'native',
      edges: true,
      keepsOnClose: 'no',
      warnings: [],
    }
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    const levels = new Map<string, boolean>()
    for (const line of lines) levels.set(line.name, await this.sense(line))
    return levels
  }
  async claim(): Promise<void> {
    // The bridge claimed them when it started.
  }
  drive(line: LineConfig, active: boolean): Promise<void> {
    return this.#line(line).write(active)
  }
  sense(line: LineConfig): Promise<boolean> {
    return this.#line(line).read()
  }
  pulse(line: LineConfig, ms: number, signal: AbortSignal): Promise<PulseLength> {
    return this.#line(line).pulse(ms, signal)
  }
  edges(line: LineConfig, listener: (active: boolean) => void): () => void {
    return this.#line(line).name === 'status'
      ? this.#port.onStatus((active) => listener(active))
      : () => undefined
  }
  async close(): Promise<void> {
    // The port belongs to whoever opened it, and the lines were released before.
  }
  onGone(listener: (detail: SeenLine) => void): void {
    this.#port.onEnd((end) => listener(end.detail ?? vanished(this.#port.label)))
  }
  #line(line: LineConfig) {
    const found = Object.values(this.#port.power).find((one) => one.pin === Number(line.pin))
    if (!found) throw new Fault('line-config', pinNotBridged(line.name, line.pin))
    return found
  }
}

export const micropythonAdapter: AdapterMember<'micropython'> = {
  kind: 'micropython',
  needs: pathOfMicropython,
  open: ({ rest, name }, options) =>
    micropythonDriver(name, rest, {
      clock: options.clock,
      openInner: (path) => portOf({ rest: path, name }, 115_200, options),
    }),
}
