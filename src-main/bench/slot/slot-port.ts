import type { Events } from '@contract'
import type { EndingsOf } from '@core/at/endings'
import { latin1 } from '@core/bytes'
import { idleConnect } from '@core/connect/connect-state'
import { errorWords, Fault, faultCode } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import type { PortEnd } from '@core/ports/byte-port'
import { usualFraming } from '@core/ports/framing'
import { labelled, quoted, wordsOf, type Words } from '@core/words'
import { portMistakes } from '@bench/config/port-mistakes'
import type { Environment, OpenOptions } from '@bench/environment'
import type { Recorder } from '@bench/log/recorder'
import { noWay } from './slot-values'
import {
  backAfter,
  noFraming,
  openingFailed,
  portClosed,
  portOpened,
  slotHasNoOpenPort,
  portEnded,
} from './words'

interface Options {
  readonly slot: SlotName
  readonly environment: Environment
  readonly recorder: Recorder
  readonly endings: EndingsOf
  readonly onChange: (patch: Partial<SlotState>) => void
  /** Octets as they pass, one character each. */
  readonly onBytes: (chunk: Events['bytes'][number]) => void
  /** What a port says beside its octets. */
  readonly onTold: (words: Words) => void
  /** A session stands on a port that was just opened; `path` is its name now. */
  readonly onAttached: (session: ModemSession, path: string, options: OpenOptions) => Promise<void>
}

/** The port of a slot and the session on it: opened, noted when it vanishes, taken up again when it is back. */
export class SlotPort {
  readonly #options: Options
  #state: SlotState['port'] = null
  #session: ModemSession | undefined
  #openOptions: OpenOptions | undefined
  #stopReturnWatch: (() => void) | undefined
  /** The port is one of those that say something beside their octets. */
  #telling = false

  constructor(options: Options) {
    this.#options = options
  }

  get state(): SlotState['port'] {
    return this.#state
  }
  get session(): ModemSession | undefined {
    return this.#session
  }
  /** The session, or the fault that says to open a port first. */
  needSession(): ModemSession {
    if (!this.#session) throw new Fault('port-closed', slotHasNoOpenPort(this.#options.slot))
    return this.#session
  }

  async open(path: string, options: OpenOptions): Promise<void> {
    const { recorder } = this.#options
    // An object of this opening alone: by it a late reopening knows that nobody waits for it any more.
    const wanted = { ...options }
    this.#openOptions = wanted
    // What cannot be a port begins no journal; why it is refused is told below all the same.
    if (portMistakes(path).length === 0) await recorder.start()
    const opening = { path, label: path, baudRate: options.baudRate } as const
    this.#change({ ...opening, state: 'opening' }, { facts: [], connect: idleConnect, modem: null })
    try {
      await this.#attach(path, wanted)
    } catch (error) {
      if (this.#openOptions !== wanted) throw error
      const why = errorWords(error)
      recorder.note(openingFailed(path, why))
      this.#change({ ...opening, state: 'failed', detail: why })
      throw error
    }
  }

  /** No port comes back by itself any more. */
  forgetReturn(): void {
    this.#stopReturnWatch?.()
    this.#stopReturnWatch = undefined
  }

  /** Closes the session and its port; what it was is forgotten. */
  async close(): Promise<void> {
    this.forgetReturn()
    // A port that vanishes while it is closed is not awaited.
    this.#openOptions = undefined
    const session = this.#session
    this.#session = undefined
    if (session) {
      await session.close()
      const { label } = session.port
      this.#options.recorder.divider(portClosed(label))
    }
    if (this.#state)
      this.#change(null, {
        mode: 'closed',
        at: noWay,
        ip: null,
        prompt: null,
        unresponsive: false,
        unanswered: null,
      })
  }

  /** The port ended without being asked; one that vanished is awaited. */
  ended(end: PortEnd): void {
    const port = this.#state
    this.#session = undefined
    if (!port) return
    const gone = end.reason === 'gone'
    const detail = wordsOf(end.detail ?? quoted(''))
    this.#options.recorder.divider(portEnded(port.path, gone, detail))
    if (this.#telling && end.detail !== undefined)
      this.#options.onTold(labelled(port.path, end.detail))
    const state = gone ? 'gone' : 'failed'
    this.#change({ ...port, state, detail }, { mode: 'closed', at: noWay, ip: null, prompt: null })
    if (gone) this.#awaitReturn(port.path)
  }

  /** The modem was found at another speed, and the port has it now. */
  showSpeed(baudRate: number): void {
    if (this.#state) this.#change({ ...this.#state, baudRate })
  }
  /** What the control lines are now. */
  showLines(lines: NonNullable<SlotState['port']>['lines']): void {
    if (this.#state && lines) this.#change({ ...this.#state, lines })
  }

  async #attach(path: string, options: OpenOptions): Promise<void> {
    const { environment, recorder, slot } = this.#options
    const { clock } = environment
    const port = await environment.openPort(path, options)
    if (this.#openOptions !== options) {
      await port.close()
      throw new Fault('port-closed', quoted(path))
    }
    const { framing } = port
    recorder.divider(portOpened(path, options.baudRate, framing))
    this.#telling = port.onNote !== undefined
    const asked = options.framing ?? usualFraming
    if (framing === undefined && asked !== usualFraming) this.#told(noFraming(path, asked))
    port.onNote?.((words) => this.#told(words))
    const session = new ModemSession({
      port,
      clock,
      chance: environment.chance,
      endings: this.#options.endings,
      baudRate: options.baudRate,
      purposeOf: () => environment.purposeOf(path),
      openTls: environment.openTls,
      tap: (dir, bytes) => {
        recorder.bytes(dir, bytes)
        this.#options.onBytes({ slot, dir, text: latin1(bytes), atMs: clock.nowMs() })
      },
    })
    this.#session = session
    const { label } = port
    this.#change(
      {
        path,
        label,
        baudRate: options.baudRate,
        ...(framing === undefined ? {} : { framing }),
        state: 'open',
        openedMs: clock.nowMs(),
      },
      { mode: session.mode, at: session.way, unresponsive: false, unanswered: null },
    )
    await this.#options.onAttached(session, path, options)
  }

  #told(words: Words): void {
    this.#options.recorder.note(words)
    this.#options.onTold(words)
  }

  #awaitReturn(path: string): void {
    const { environment, recorder } = this.#options
    const goneUs = environment.clock.monotonicUs()
    const options = this.#openOptions
    if (!options) return
    this.#stopReturnWatch = environment.onReturn(path, (newPath) => {
      this.forgetReturn()
      const seconds = ((environment.clock.monotonicUs() - goneUs) / 1e6).toFixed(1)
      recorder.divider(backAfter(newPath, seconds))
      this.#attach(newPath, options).catch((error: unknown) => {
        if (this.#openOptions !== options) return
        // Busy for a moment is normal when a device has just come back; the next look tries again.
        const why = errorWords(error)
        recorder.note({ en: `${newPath}: ${why.en}`, ja: `${newPath}：${why.ja}` })
        if (faultCode(error) !== undefined) this.#awaitReturn(path)
        else environment.report(error, `reopening ${newPath}`)
      })
    })
  }

  #change(port: SlotState['port'], patch: Partial<SlotState> = {}): void {
    this.#state = port
    this.#options.onChange({ ...patch, port })
  }
}
