import type { SimulatedModemInfo, SlotName } from '@contract'
import { personas } from '@catalog/modems/personas'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import type { BytePort } from '@core/ports/byte-port'
import type { Chance } from '@core/ports/chance'
import type { Cancel, Clock } from '@core/ports/clock'
import type { Outside } from '@core/ports/outside'
import type { OpenTls } from '@core/ports/tls'
import type { PortInfo, PortPurpose } from '@core/ports/port-info'
import { SimulatedBench } from '@core/simulator/bench'
import type { SimulatedPart } from '@core/simulator/bench'
import type { SimulatedModem } from '@core/simulator/modem'
import { applyFault } from '@core/simulator/fault-rows'
import type { PackedReplay } from '@core/simulator/replay/packed-replay'
import { infoOf } from './simulated-info'
import { SimulatorFilesOf, type FileAccess } from './simulator-files'
import { nmeaPortLabel, noSimulatedModem, secondPortLabel } from './words'

const lookEveryMs = 1000

/** The simulated modems of this program: ports like any other, with knobs. */
export class Simulators {
  readonly #bench: SimulatedBench
  readonly #clock: Clock
  readonly #files: SimulatorFilesOf | undefined
  /** `files`: how logs to replay and scenarios are read; without it names that speak of files are refused. */
  constructor(options: {
    clock: Clock
    chance: Chance
    files?: FileAccess
    outside?: Outside
    openTls?: OpenTls
  }) {
    const { clock, chance, files, outside, openTls } = options
    this.#clock = clock
    this.#files = files && new SimulatorFilesOf(files, clock)
    this.#bench = new SimulatedBench({
      clock,
      chance,
      personas,
      ...(this.#files && { files: this.#files }),
      ...(outside && { outside }),
      ...(openTls && { openTls }),
    })
  }
  open(name: string): Promise<BytePort> {
    return this.#bench.open(name)
  }
  /** The modem of a name, for its power pins. */
  modem(name: string): SimulatedModem {
    return this.#bench.modem(name)
  }
  /** Makes an open log a port: what it is called. */
  replay(log: string, replay: PackedReplay, slot?: SlotName): string {
    const path = this.#files?.keep(log, replay) ?? replay.name
    const used = [...this.#bench.modems()].filter(([, modem]) => modem.opened).map(([base]) => base)
    const number = [1, 2, 3].find((one) => !used.includes(`sim:replay${one > 1 ? `#${one}` : ''}`))
    const base = `sim:replay${number !== undefined && number > 1 ? `#${number}` : ''}`
    const options = [`file=${encodeURIComponent(path)}`, ...(slot ? [`slot=${slot}`] : [])]
    return `${base}?${options.join('&')}`
  }
  /** Every port of the modem of a name. */
  partsOf(name: string): readonly SimulatedPart[] {
    return this.#bench.partsOf(name)
  }
  /** What the port of a name is for. */
  purposeOf(name: string): PortPurpose {
    return this.#bench.purposeOf(name)
  }
  /** What the modem of a name is called now; undefined while it is unplugged. */
  nameNow(path: string): string | undefined {
    const whole = path.toLowerCase().replace(/\?.*$/s, '').replace(/@\d+/, '')
    const silent = /\/(nmea|diag)$/.exec(whole)?.[0] ?? ''
    const identity = whole.slice(0, whole.length - silent.length)
    const all = [...this.#bench.ports(), ...this.#bench.secondPorts()]
    const now = all.find((port) => port.identity === identity)?.name
    return now === undefined ? undefined : `${now}${silent}`
  }
  /** Calls `back` with the name of the modem, old or new, when its cable is in again. Returns the way to stop. */
  onReturn(path: string, back: (name: string) => void): () => void {
    let stop: Cancel
    const look = (): void => {
      const found = this.nameNow(path)
      if (found !== undefined) back(found)
      else stop = this.#clock.schedule(lookEveryMs, look)
    }
    stop = this.#clock.schedule(lookEveryMs, look)
    return () => stop()
  }
  /** Ends every modem; nothing waits any more. */
  dispose(): void {
    this.#bench.dispose()
  }
  /** The names of the modems that can be opened, without their second ports. */
  modems(): readonly string[] {
    return this.#bench.ports().map((port) => port.name)
  }
  ports(): readonly PortInfo[] {
    const at = [...this.#bench.ports(), ...this.#bench.secondPorts()].map((port): PortInfo => ({
      path: port.name,
      label: port.second ? secondPortLabel(port.title) : quoted(port.title),
      kind: 'simulated',
      role: port.second ? 'at2' : 'at',
      vid: port.usb.vendorId,
      pid: port.usb.productId,
      usb: `${port.usb.vendorId}:${port.usb.productId}`,
      use: 'yes',
      identity: port.identity,
    }))
    return [...at, ...this.#nmeaPorts()]
  }
  #nmeaPorts(): readonly PortInfo[] {
    return this.#bench.nmeaPorts().map((port) => ({
      path: port.name,
      label: nmeaPortLabel(port.title),
      kind: 'simulated',
      role: 'gps',
      use: 'no',
      identity: port.identity,
    }))
  }
  list(): readonly SimulatedModemInfo[] {
    return [...this.#bench.modems()].map(([name, modem]) => infoOf(name, modem))
  }
  renew(name: string): void {
    this.#bench.renew(name)
  }
  control(name: string, fault: string, value?: string): void {
    const modem = this.#bench.modems().get(name)
    if (!modem) throw new Fault('bad-input', noSimulatedModem(name))
    applyFault(modem, fault, value)
  }
}
