import type { ConnectPower } from '@core/connect/connect-power'
import { faultRows, Fault, faultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Mode } from '@core/modem/mode'
import type { GpioAdapter } from '@core/ports/gpio-adapter'
import { abilitiesOf, type BoardLineName } from '@core/power/board'
import type { BoardState, PowerSequenceState } from '@core/power/board-state'
import { readingOf, type Reading } from '@core/power/evidence'
import { powerLines } from '@core/power/lines'
import { runPower } from '@core/power/run'
import type { PowerAction, PowerEntry, PowerResult } from '@core/power/sequence'
import { sessionAt } from '@core/power/session-at'
import { quoted, type Words } from '@core/words'
import { BoardAdapter, statusProves, type BoardChoice } from '@bench/boards/board-adapter'
import { boardStateOf } from '@bench/boards/board-view'
import type { Environment } from '@bench/environment'
import { gpioByHand, powerNote, slotNamed, statusIs } from './words'

interface Options {
  readonly slot: string
  readonly environment: Environment
  readonly session: () => ModemSession | undefined
  /** Whether the USB device of the open port is there, where that can be known. */
  readonly usbPresent: () => boolean | undefined
  readonly onChange: (board: BoardState | null) => void
  readonly note: (text: Words) => void
  /** STATUS went off, whoever did it. */
  readonly onOff: () => void
}

/** What a person may ask of a sequence beyond its action. */
interface PowerWishes {
  readonly insist?: boolean
  readonly tries?: number | 'forever'
  readonly onEntry?: (entry: PowerEntry) => void
}

// A sequence that repeats for ever must not grow for ever.
const mostEntries = 200
const unknown: Reading = { power: 'unknown', by: 'nothing' }

/** The board of a slot: its adapter, its lines, and the power sequence that runs. */
export class SlotBoard {
  readonly #options: Options
  readonly #adapter: BoardAdapter
  #choice: BoardChoice | undefined
  #reading: Reading = unknown
  #readingSinceMs = 0
  #offSinceUs: number | undefined
  #sequence: PowerSequenceState | null = null
  #abort: AbortController | undefined
  #running: Promise<PowerResult> | undefined

  constructor(options: Options) {
    this.#options = options
    const { environment, note } = options
    this.#adapter = new BoardAdapter({
      environment,
      note,
      onStatus: (active) => this.#status(active),
      onGone: () => {
        this.#setReading(unknown)
        this.#tell()
      },
      onChange: () => this.#tell(),
    })
  }

  get choice(): BoardChoice | undefined {
    return this.#choice
  }
  get reading(): Reading {
    return this.#reading
  }
  get running(): boolean {
    return this.#running !== undefined
  }
  /** True when something can switch this modem on. */
  get canSwitchOn(): boolean {
    return this.#choice !== undefined && abilitiesOf(this.#choice.board, this.#choice.wiring).on
  }

  /** Takes a choice without opening anything: lines are not driven until a person says so. */
  async choose(choice: BoardChoice | undefined): Promise<void> {
    await this.#letGo()
    this.#choice = choice
    this.#sequence = null
    this.#offSinceUs = undefined
    this.#setReading(unknown)
    this.#tell()
  }

  /** Opens the adapter and reads STATUS. */
  async open(): Promise<GpioAdapter> {
    return this.#adapter.open(this.#need())
  }

  /** Carries out a power sequence; resolves with its result. The state tells how it goes. */
  async power(
    action: PowerAction,
    options: PowerWishes & { readonly signal?: AbortSignal } = {},
  ): Promise<PowerResult> {
    const choice = this.#need()
    if (this.#running) throw new Fault('power-running')
    const abort = new AbortController()
    this.#abort = abort
    const { signal, ...wishes } = options
    const running = this.#sequenceOf(choice, action, wishes, signals(abort, signal))
    this.#running = running
    try {
      return await running
    } finally {
      this.#running = undefined
      this.#abort = undefined
      this.#tell()
    }
  }

  /** Weighs what STATUS and AT tell now, whether or not STATUS is believed; presses nothing. */
  async look(): Promise<Reading> {
    const { wiring } = this.#need()
    const adapter = await this.open()
    const abort = new AbortController()
    this.#abort = abort
    const wired = wiring.status === undefined ? undefined : await adapter.read('status')
    const answers = this.#options.session()
      ? await sessionAt(this.#options.session).answers(abort.signal)
      : undefined
    return readingOf({
      ...(wired === undefined ? {} : { status: wired ? 'on' : 'off' }),
      ...(answers === undefined ? {} : { at: answers ? 'answers' : 'silent' }),
    })
  }

  /** The way a connection switches this modem on. */
  forConnect(insist = false): ConnectPower {
    const { board } = this.#need()
    return {
      name: board.name,
      bootMs: board.wait.bootMs,
      insist,
      look: async () => {
        await this.open()
        return this.#reading
      },
      on: (signal, onEntry) => this.power('on', { signal, onEntry, insist }),
    }
  }

  async cancel(): Promise<void> {
    this.#abort?.abort(new Fault('power-cancelled'))
    await this.#running
  }

  /** Drives one line by hand; the adapter releases it when nobody does for too long. */
  async line(name: BoardLineName, active: boolean): Promise<void> {
    const choice = this.#need()
    if (this.#running) throw new Fault('power-running')
    if (choice.wiring[name] === undefined) throw new Fault('power-no-line', quoted(`${name}.`))
    const adapter = await this.open()
    if (adapter.state(name) === (active ? 'active' : 'inactive')) return
    await adapter.write(name, active)
    this.#options.note(gpioByHand(name, active))
    this.#tell()
  }

  /** What the port tells about power, for a board whose STATUS is not wired. */
  modeChanged(mode: Mode, unresponsive: boolean): void {
    if (this.#choice && statusProves(this.#choice) && this.#adapter.now) return
    const speaks = mode === 'command' || mode === 'data' || mode === 'cmux'
    const reading: Reading = speaks && !unresponsive ? { power: 'on', by: 'at' } : unknown
    if (this.#choice && reading.power !== this.#reading.power) {
      this.#setReading(reading)
      this.#tell()
    }
  }

  /** Releases every line and closes the adapter. */
  async stop(): Promise<void> {
    await this.#letGo()
    this.#tell()
  }

  /** A link that a port is about to take or to leave is let go of; true when this board is reached through it. */
  async standAside(path: string): Promise<boolean> {
    const shared = linkOf(path)
    if (shared === undefined || linkOf(this.#choice?.adapter ?? '') !== shared) return false
    await this.#letGo()
    this.#setReading(unknown)
    this.#tell()
    return true
  }

  async #letGo(): Promise<void> {
    await this.cancel()
    await this.#adapter.close()
  }

  #status(active: boolean): void {
    const was = this.#reading
    this.#setReading({ power: active ? 'on' : 'off', by: 'status' })
    if (was.by === 'status' && was.power === this.#reading.power) return
    if (was.by === 'status' && !this.#running) this.#options.note(statusIs(active))
    if (!active && was.power === 'on') {
      this.#offSinceUs = this.#options.environment.clock.monotonicUs()
      this.#options.onOff()
    }
    this.#tell()
  }

  async #sequenceOf(
    { board, wiring }: BoardChoice,
    action: PowerAction,
    { onEntry, ...wishes }: PowerWishes,
    signal: AbortSignal,
  ): Promise<PowerResult> {
    const { clock } = this.#options.environment
    const startedMs = clock.nowMs()
    this.#sequence = { action, state: 'running', startedMs, entries: [], presses: 0 }
    this.#tell()
    const adapter = await this.open().catch((error: unknown) => {
      this.#ended(notOpened(action, error))
      throw error
    })
    const since = this.#offSinceUs
    const result = await runPower({
      board,
      action,
      clock,
      signal,
      ...wishes,
      ...(since === undefined ? {} : { offForMs: (clock.monotonicUs() - since) / 1000 }),
      ports: {
        lines: powerLines(adapter, wiring, board),
        // Without a port there is nobody to ask, and nothing to tell of that.
        ...(this.#options.session() ? { at: sessionAt(this.#options.session) } : {}),
        ...(board.usb ? { usb: { present: async () => this.#options.usbPresent() } } : {}),
      },
      onEntry: (entry) => {
        this.#entry(entry)
        onEntry?.(entry)
      },
    })
    this.#ended(result)
    return result
  }
  #entry(entry: PowerEntry): void {
    this.#options.note(powerNote(entry.words))
    if (!this.#sequence) return
    const entries = [...this.#sequence.entries, entry].slice(-mostEntries)
    this.#sequence = { ...this.#sequence, entries }
    this.#tell()
  }
  #ended(result: PowerResult): void {
    const { outcome, presses, reading, fault } = result
    if (!this.#sequence) return
    const row = fault ? faultRows[fault.code] : undefined
    this.#sequence = {
      ...this.#sequence,
      state: outcome,
      presses,
      result,
      ...(fault && row
        ? { verdict: { code: fault.code, meaning: row.meaning, tries: row.tries } }
        : {}),
    }
    if (!this.#choice || !statusProves(this.#choice)) this.#setReading(reading)
    this.#tell()
  }

  #need(): BoardChoice {
    if (!this.#choice) throw new Fault('board-none', slotNamed(this.#options.slot))
    return this.#choice
  }
  #setReading(reading: Reading): void {
    if (reading.power !== this.#reading.power)
      this.#readingSinceMs = this.#options.environment.clock.nowMs()
    this.#reading = reading
  }
  #tell(): void {
    this.#options.onChange(this.#state())
  }
  #state(): BoardState | null {
    if (!this.#choice) return null
    return boardStateOf(this.#choice, this.#adapter, {
      reading: this.#reading,
      readingSinceMs: this.#readingSinceMs,
      sequence: this.#sequence,
    })
  }
}

const signals = (abort: AbortController, other: AbortSignal | undefined): AbortSignal =>
  other ? AbortSignal.any([abort.signal, other]) : abort.signal

function notOpened(action: PowerAction, error: unknown): PowerResult {
  const detail = error instanceof Fault ? error.said : quoted(String(error))
  return {
    action,
    outcome: 'failed',
    reading: unknown,
    presses: 0,
    ms: 0,
    fault: { code: faultCode(error) ?? 'adapter-failed', detail },
  }
}

/** The link a name goes through, where a port and an adapter can share it: a MicroPython board. */
const linkOf = (name: string): string | undefined => /^micropython:([^?]+)/i.exec(name)?.[1]
