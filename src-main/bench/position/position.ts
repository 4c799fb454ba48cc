import type { ExportedFile, Parsed, PositionState } from '@contract'
import type { Token } from '@core/at/token'
import { Fault } from '@core/fault'
import type { GnssFamily } from '@core/gnss/family'
import { gnssStarts, type GnssPosition, type GnssStart } from '@core/gnss/position'
import { NmeaReceiver } from '@core/gnss/receiver'
import { trackText, withoutPlaces } from '@core/gnss/track'
import { nmeaPortsOf } from '@core/modem/second-port'
import type { ModemSession } from '@core/modem/session'
import type { SlotName } from '@core/modem/slot-names'
import type { BytePort } from '@core/ports/byte-port'
import type { Clock } from '@core/ports/clock'
import type { PortInfo } from '@core/ports/port-info'
import { expectWithin, type Expectation } from '@core/wait'
import { quoted, type Words } from '@core/words'
import { gnssFamilies } from '@catalog/gnss'
import { InTurn } from '@bench/in-turn'
import { GnssModem } from './gnss-modem'
import { NmeaPort } from './nmea-port'
import { TrackLog } from './track-log'
import { nmeaPortEnded, nmeaPortOpened, startNotOf } from './words'

export interface PositionOptions {
  readonly slot: SlotName
  readonly clock: Clock
  readonly session: () => ModemSession
  /** The port of the slot, as it was opened. */
  readonly path: () => string | undefined
  readonly listPorts: () => Promise<readonly PortInfo[]>
  readonly openPort: (path: string) => Promise<BytePort>
  readonly note: (text: Words) => void
}

type Started = NonNullable<PositionState['started']>

/** How long `+CGNSSPWR: READY!` may take; older firmware does not say it. */
const readyMs = 15_000
/** A receiver tells its position once a second. */
const heldMs = 10_000

/** The receiver for satellites of a slot: its power, its starts, its position, its satellites, its way. */
export class SlotPosition {
  readonly #o: PositionOptions
  readonly #turn = new InTurn()
  readonly #modem: GnssModem
  readonly #receiver = new NmeaReceiver()
  readonly #track = new TrackLog()
  #on: boolean | null = null
  #started: (Started & { readonly atUs: number }) | null = null
  #position: GnssPosition | null = null
  #foundUs = 0
  #assisted: Words | null = null
  #streams = false
  /** What the sentences need was set since the receiver was turned on. */
  #prepared = false
  #family: GnssFamily | undefined
  #port: NmeaPort | undefined
  #ready: { readonly line: string; readonly heard: Expectation<void> } | undefined

  constructor(options: PositionOptions) {
    this.#o = options
    this.#modem = new GnssModem({ ...options, families: gnssFamilies })
  }

  /** What a modem said: sentences and positions that come by themselves. */
  hear({ text }: Token): void {
    if (this.#ready && text.startsWith(this.#ready.line)) this.#ready.heard.resolve()
    if (text.includes('$')) this.#sentence(text)
    const heard = this.#family?.heard?.(text)
    if (heard) this.#found(heard)
  }
  #sentence(line: string): void {
    const { position: before } = this.#receiver
    if (!this.#receiver.take(line)) return
    const { position } = this.#receiver
    if (position && position !== before) this.#found(position)
    if (position === null) this.#position = null
  }
  #found(position: GnssPosition): void {
    const { clock } = this.#o
    const started = this.#started
    if (started && started.firstFixMs === null)
      this.#started = {
        ...started,
        firstFixMs: Math.round((clock.monotonicUs() - started.atUs) / 1000),
      }
    this.#position = position
    this.#foundUs = clock.monotonicUs()
    this.#track.add(position, clock.nowMs())
  }

  read(whole: boolean, signal?: AbortSignal): Promise<PositionState> {
    return this.#turn.run(() => this.#read(whole, signal))
  }
  async #read(whole: boolean, signal?: AbortSignal): Promise<PositionState> {
    const family = await this.#modem.family(signal)
    this.#family = family
    if (!family) {
      this.#forgetOld()
      return this.#state(undefined)
    }
    if (whole || this.#on === null) {
      this.#on = (await this.#modem.isOn(family, signal)) ?? null
      if (family.assisted && this.#on !== false) {
        const { command, read } = family.assisted
        this.#assisted = read(await this.#modem.tried([command], signal)) ?? null
      }
    }
    if (this.#on === false) this.#off()
    else await this.#look(family, signal)
    return this.#state(family)
  }
  async #look(family: GnssFamily, signal?: AbortSignal): Promise<void> {
    // Sentences that come by themselves say more, and once a second.
    const position = await this.#modem.position(family, signal)
    if (position) this.#found({ ...position, ...this.#finer(position) })
    if (position === null && !this.#receiver.position) this.#position = null
    if (position === undefined) this.#forgetOld()
    const { asked } = family.nmea
    if (!asked || this.#port?.state === 'open') return
    await this.#prepare(family, signal)
    for (const line of await this.#modem.tried(asked, signal)) this.#receiver.take(line)
    if (this.#position) this.#found({ ...this.#position, ...this.#finer(this.#position) })
  }
  /** Where nobody is asked, a position holds as long as it is told again. */
  #forgetOld(): void {
    const { clock } = this.#o
    if (clock.monotonicUs() - this.#foundUs > heldMs * 1000) this.#position = null
  }
  /** What the answer leaves out and the sentences tell. */
  #finer(position: GnssPosition): Partial<GnssPosition> {
    const heard = this.#receiver.position
    const { hdop, pdop, vdop, fix } = position
    const { dops } = this.#receiver
    return {
      fix: fix ?? dops?.fix ?? null,
      hdop: hdop ?? dops?.hdop ?? null,
      pdop: pdop ?? dops?.pdop ?? null,
      vdop: vdop ?? dops?.vdop ?? null,
      used: position.used ?? heard?.used ?? null,
    }
  }
  async #prepare(family: GnssFamily, signal?: AbortSignal): Promise<void> {
    if (this.#prepared) return
    this.#prepared = true
    await this.#modem.tried(family.nmea.first ?? [], signal)
  }
  #off(): void {
    this.#position = null
    this.#prepared = false
    this.#receiver.forget()
  }

  power(on: boolean, signal?: AbortSignal): Promise<PositionState> {
    return this.#turn.run(async () => {
      const family = await this.#modem.needFamily(signal)
      const is = await this.#modem.isOn(family, signal)
      if (on && is !== true) await this.#turnOn(family, family.on, null, signal)
      if (!on && is !== false) await this.#turnOff(family, signal)
      return this.#read(true, signal)
    })
  }
  start(kind: GnssStart, signal?: AbortSignal): Promise<PositionState> {
    return this.#turn.run(async () => {
      const family = await this.#modem.needFamily(signal)
      const way = family.starts[kind]
      if (!way) throw new Fault('gnss-no-start', startNotOf(kind, startsOf(family)))
      const is = await this.#modem.isOn(family, signal)
      if (way.from === 'off' && is !== false) await this.#turnOff(family, signal)
      if (way.from === 'on' && is !== true) await this.#turnOn(family, family.on, kind, signal)
      await this.#turnOn(family, way.commands, kind, signal, way.from === 'on')
      return this.#read(true, signal)
    })
  }
  async #turnOn(
    family: GnssFamily,
    commands: readonly string[],
    kind: GnssStart | null,
    signal?: AbortSignal,
    runs = false,
  ): Promise<void> {
    this.#off()
    const heard = expectWithin<void>(this.#o.clock, readyMs, { code: 'at-timeout' }, signal)
    heard.promise.catch(() => undefined)
    this.#ready = family.ready === undefined || runs ? undefined : { line: family.ready, heard }
    try {
      const { clock } = this.#o
      this.#started = {
        kind,
        atMs: clock.nowMs(),
        atUs: clock.monotonicUs(),
        firstFixMs: null,
      }
      await this.#modem.run(commands, { signal, patient: !runs, needs: family.needs })
      // A modem that does not say it is ready is not waited for any longer.
      if (this.#ready) await heard.promise.catch(() => undefined)
    } finally {
      this.#ready = undefined
      heard.resolve()
    }
  }
  async #turnOff(family: GnssFamily, signal?: AbortSignal): Promise<void> {
    if (this.#streams) await this.#modem.tried(family.nmea.stream?.off ?? [], signal)
    this.#streams = false
    await this.#modem.run(family.off, { signal })
    this.#off()
    this.#started = null
  }

  stream(on: boolean, signal?: AbortSignal): Promise<PositionState> {
    return this.#turn.run(async () => {
      const family = await this.#modem.needFamily(signal)
      const { stream } = family.nmea
      if (!stream) throw new Fault('gnss-no-stream', quoted(family.name))
      await this.#modem.run(on ? stream.on : stream.off, { signal })
      this.#streams = on
      return this.#read(true, signal)
    })
  }

  port(path: string | null, signal?: AbortSignal): Promise<PositionState> {
    return this.#turn.run(async () => {
      await this.#closePort()
      if (path !== null) {
        const port = await this.#o.openPort(path)
        this.#port = new NmeaPort(
          path,
          port,
          (line) => this.#sentence(line),
          () => this.#o.note(nmeaPortEnded(path)),
        )
        this.#o.note(nmeaPortOpened(path))
      }
      return this.#read(true, signal)
    })
  }
  async #closePort(): Promise<void> {
    const port = this.#port
    this.#port = undefined
    await port?.close()
  }
  /** The port of the slot is closed: what was known of its receiver is another's. */
  async close(): Promise<void> {
    await this.#closePort()
    this.#off()
    this.#on = null
    this.#started = null
    this.#streams = false
    this.#family = undefined
  }

  track({ format, showPlaces, slot }: Parsed<'position.track'>): ExportedFile {
    const { points } = this.#track
    if (points.length === 0) throw new Fault('gnss-no-track')
    const shown = showPlaces ? points : withoutPlaces(points)
    return {
      name: `track-${slot}.${format}`,
      mime: format === 'gpx' ? 'application/gpx+xml' : 'application/geo+json',
      text: trackText(format, shown, `Modem Bench, slot ${slot.toUpperCase()}`),
      masked: showPlaces ? {} : { position: points.length },
    }
  }
  clear(): void {
    this.#track.clear()
  }

  async #state(family: GnssFamily | undefined): Promise<PositionState> {
    const { sentences, bad, satellites, heardSatellites } = this.#receiver
    const port = this.#port
    const path = this.#o.path()
    const ports = path === undefined ? [] : nmeaPortsOf(path, await this.#o.listPorts())
    const started = this.#started
    return {
      family: family ? { id: family.id, name: family.name, source: family.source } : null,
      on: family ? this.#on : null,
      starts: family ? startsOf(family) : [],
      started: started && {
        kind: started.kind,
        atMs: started.atMs,
        firstFixMs: started.firstFixMs,
      },
      position: this.#position,
      satellites,
      satellitesKnown: heardSatellites,
      nmea: {
        ports: ports.map((one) => ({ path: one.path, label: one.label })),
        port: port ? { path: port.path, state: port.state, sentences, bad } : null,
        canStream: family?.nmea.stream !== undefined,
        streams: this.#streams,
      },
      assisted: this.#assisted,
      track: { points: this.#track.points.length, metres: this.#track.metres },
    }
  }
}

const startsOf = (family: GnssFamily): readonly GnssStart[] =>
  gnssStarts.filter((kind) => family.starts[kind] !== undefined)
