import { Fault } from '@core/fault'
import type { Cancel, Clock } from '@core/ports/clock'
import type {
  AdapterEvent,
  GpioAdapter,
  GpioCaps,
  LineConfig,
  LineLevel,
  PulseLength,
} from '@core/ports/gpio-adapter'
import { cancelled, sleep } from '@core/wait'
import { checkLines } from './check-lines'
import type { PinDriver } from './pin-driver'
import { Turns } from './turns'
import { labelled, quoted, type SeenLine } from '@core/words'
import {
  adapterClosed,
  heldAlready,
  isInput,
  noLineNamed,
  noPulseLength,
  notOpened,
  ofLine3,
  openAlready,
  pulseUnderWay,
} from './words'

const pollMs = 100
const longestActiveMs = 60_000

interface Line {
  readonly config: LineConfig
  level: LineLevel
  pulsing: boolean
  watchdog: Cancel | undefined
}

/** The rules every adapter keeps, over what one kind of chip can do. */
export class LineAdapter implements GpioAdapter {
  readonly id: string
  readonly kind: string
  readonly caps: GpioCaps
  readonly #driver: PinDriver
  readonly #clock: Clock
  readonly #turns: Turns
  readonly #lines = new Map<string, Line>()
  readonly #listeners: { readonly [event in AdapterEvent]: Set<(error: Error) => void> } = {
    gone: new Set(),
    error: new Set(),
  }
  readonly #watches = new Set<Cancel>()
  /** Aborted when the adapter is closed or gone, with the fault to reject with. */
  readonly #ended = new AbortController()
  readonly #pollMs: number
  #open = false

  constructor(driver: PinDriver, clock: Clock) {
    this.#driver = driver
    this.#clock = clock
    this.id = driver.id
    this.kind = driver.kind
    this.caps = driver.caps
    this.#pollMs = driver.pollMs ?? pollMs
    this.#turns = new Turns(clock, driver.id)
    driver.onGone((detail) => this.#onGone(detail))
  }

  async open(lines: readonly LineConfig[], signal?: AbortSignal): Promise<void> {
    this.#mustLive()
    if (this.#open) throw new Fault('line-busy', openAlready(this.id))
    checkLines(this.caps, lines, this.id)
    try {
      const seen = await this.#turns.take(() => this.#driver.look(lines))
      throwIfAborted(signal)
      const keep = new Set(lines.filter((line) => line.onOpen === 'leave').map((line) => line.name))
      await this.#turns.take(() => this.#driver.claim(lines, keep))
      for (const config of lines) this.#lines.set(config.name, newLine(config, seen, keep))
      this.#open = true
      throwIfAborted(signal)
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async write(name: string, active: boolean): Promise<void> {
    const line = this.#output(name)
    if (line.pulsing) throw new Fault('line-busy', pulseUnderWay(name))
    await this.#drive(line, active)
  }

  async read(name: string): Promise<boolean> {
    const line = this.#line(name)
    if (line.config.dir === 'out' && !this.caps.readBack) {
      if (line.level === 'unknown') throw new Fault('line-unknown', quoted(name))
      return line.level === 'active'
    }
    const active = await this.#turns.take(() => this.#driver.sense(line.config))
    line.level = active ? 'active' : 'inactive'
    return active
  }

  async pulse(
    name: string,
    ms: number,
    options: { signal?: AbortSignal } = {},
  ): Promise<PulseLength> {
    const line = this.#output(name)
    if (line.pulsing || line.level === 'active')
      throw new Fault('line-busy', heldAlready(name, line.pulsing))
    const mostMs = line.config.maxActiveMs ?? longestActiveMs
    if (!(ms >= 1 && ms <= mostMs)) throw new Fault('line-config', noPulseLength(name, ms, mostMs))
    throwIfAborted(options.signal)
    line.pulsing = true
    try {
      const signals = [this.#ended.signal, ...(options.signal ? [options.signal] : [])]
      return await this.#press(line, ms, AbortSignal.any(signals))
    } finally {
      line.pulsing = false
    }
  }

  watch(name: string, listener: (active: boolean, atMs: number) => void): () => void {
    const line = this.#line(name)
    const tell = (active: boolean) => {
      line.level = active ? 'active' : 'inactive'
      listener(active, this.#clock.nowMs())
    }
    const reports = this.caps.edges && line.config.dir === 'in' ? this.#driver.edges : undefined
    const stop = reports ? reports.call(this.#driver, line.config, tell) : this.#poll(line, tell)
    this.#watches.add(stop)
    return () => {
      this.#watches.delete(stop)
      stop()
    }
  }

  state(name: string): LineLevel {
    return this.#lines.get(name)?.level ?? 'unknown'
  }

  async close(options: { leave?: 'inactive' | 'as-is' } = {}): Promise<void> {
    if (this.#ended.signal.aborted) return
    this.#ended.abort(new Fault('adapter-closed', adapterClosed(this.id)))
    this.#stopWatching()
    for (const line of this.#lines.values()) {
      line.watchdog?.()
      const mayBeActive = line.config.dir === 'out' && line.level !== 'inactive'
      const release = options.leave !== 'as-is' && mayBeActive && this.#open
      // A line that cannot be released is told, and the connection is closed all the same.
      if (release) await this.#release(line).catch((error: unknown) => this.#tell('error', error))
    }
    this.#open = false
    await this.#turns
      .take(() => this.#driver.close())
      .catch((error: unknown) => this.#tell('error', error))
  }

  on(event: AdapterEvent, listener: (error: Error) => void): this {
    this.#listeners[event].add(listener)
    return this
  }

  /** Active, wait, inactive; whatever happens in between, the line is released. */
  async #press(line: Line, ms: number, signal: AbortSignal): Promise<PulseLength> {
    const device = this.#driver.pulse
    if (device) {
      const length = await this.#turns.take(
        () => device.call(this.#driver, line.config, ms, signal),
        ms,
      )
      throwIfAborted(signal)
      return length
    }
    let startUs: number | undefined
    try {
      await this.#drive(line, true)
      startUs = this.#clock.monotonicUs()
      await sleep(this.#clock, ms, signal)
    } finally {
      if (this.#mayDrive()) await this.#release(line)
    }
    return { askedMs: ms, actualMs: (this.#clock.monotonicUs() - startUs) / 1000 }
  }

  async #drive(line: Line, active: boolean): Promise<void> {
    const { config } = line
    try {
      await this.#turns.take(() => this.#driver.drive(config, active))
    } catch (error) {
      line.level = 'unknown'
      throw error
    }
    line.level = active ? 'active' : 'inactive'
    line.watchdog?.()
    line.watchdog = undefined
    if (!active) return
    const mostMs = config.maxActiveMs ?? longestActiveMs
    line.watchdog = this.#clock.schedule(mostMs, () => this.#heldTooLong(line, mostMs))
  }
  #release(line: Line): Promise<void> {
    return this.#drive(line, false)
  }
  #heldTooLong(line: Line, ms: number): void {
    const fault = new Fault('line-held', ofLine3(line.config.name, ms))
    this.#release(line).then(
      () => this.#tell('error', fault),
      (error: unknown) => this.#tell('error', error),
    )
  }

  #poll(line: Line, tell: (active: boolean) => void): Cancel {
    let stopped = false
    let last = line.level
    let cancel: Cancel = () => undefined
    const look = () => {
      this.read(line.config.name).then(
        (active) => {
          if (stopped) return
          const level = active ? 'active' : 'inactive'
          if (last !== 'unknown' && level !== last) tell(active)
          last = level
          cancel = this.#clock.schedule(this.#pollMs, look)
        },
        // Polling ends with the adapter; a single failed read is told and tried again.
        (error: unknown) => {
          if (stopped || this.#ended.signal.aborted) return
          this.#tell('error', error)
          cancel = this.#clock.schedule(this.#pollMs, look)
        },
      )
    }
    cancel = this.#clock.schedule(this.#pollMs, look)
    return () => {
      stopped = true
      cancel()
    }
  }

  #onGone(detail: SeenLine): void {
    if (this.#ended.signal.aborted) return
    const fault = new Fault('adapter-gone', labelled(this.id, detail))
    this.#ended.abort(fault)
    this.#open = false
    this.#stopWatching()
    for (const line of this.#lines.values()) {
      line.level = 'unknown'
      line.watchdog?.()
    }
    this.#turns.end(fault)
    this.#tell('gone', fault)
  }
  #stopWatching(): void {
    for (const stop of this.#watches) stop()
    this.#watches.clear()
  }
  /** A closing adapter still releases its lines; one that is gone cannot. */
  #mayDrive(): boolean {
    return !this.#turns.over
  }
  #tell(event: AdapterEvent, error: unknown): void {
    const told = error instanceof Error ? error : new Error(String(error))
    for (const listener of [...this.#listeners[event]]) listener(told)
  }
  #mustLive(): void {
    throwIfAborted(this.#ended.signal)
  }
  #line(name: string): Line {
    this.#mustLive()
    if (!this.#open) throw new Fault('adapter-closed', notOpened(this.id))
    const line = this.#lines.get(name)
    if (!line) throw new Fault('line-config', noLineNamed(this.id, name))
    return line
  }
  #output(name: string): Line {
    const line = this.#line(name)
    if (line.config.dir !== 'out') throw new Fault('line-config', isInput(name))
    return line
  }
}

function newLine(
  config: LineConfig,
  seen: ReadonlyMap<string, boolean>,
  keep: ReadonlySet<string>,
): Line {
  const active = seen.get(config.name)
  const kept = config.dir === 'in' || keep.has(config.name)
  const level =
    kept && active !== undefined ? (active ? 'active' : 'inactive') : kept ? 'unknown' : 'inactive'
  return { config, level, pulsing: false, watchdog: undefined }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  const fault = cancelled(signal)
  if (fault) throw fault
}
