import { bytesOf, latin1 } from '@core/bytes'
import { Fault, type FaultCode } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import { labelled, quoted, type SeenLine, type Words } from '@core/words'
import type { Clock } from '@core/ports/clock'
import { expectWithin, sleep, type Expectation } from '@core/wait'
import { ReplReader, type ReplEvent } from './repl-reader'
import {
  asciiOnly,
  codeNotTaken,
  codeRunsOn,
  itSays,
  noRawPrompt,
  notBack,
  saidNothing,
  withinMs,
} from './words'

/** What a person allowed on a board where a program runs. */
export interface EnterOptions {
  /** Ctrl-C, and a soft reset so that nothing of the program goes on in the background. */
  readonly interrupt: boolean
  readonly signal?: AbortSignal
}

export interface RunOptions {
  /** 5 s when absent. */
  readonly limitMs?: number
  readonly signal?: AbortSignal
}

// UARTs without flow control lose what comes faster than the board reads.
const pieceBytes = 128
const gapMs = 5
const quietTries = 2
const quietMs = 700

/** Runs code on a MicroPython board over its raw REPL. One piece at a time; the port stays the caller's to close. */
export class RawRepl {
  readonly #port: BytePort
  readonly #clock: Clock
  readonly #reader = new ReplReader()
  readonly #stops: (() => void)[]
  readonly #output = new Set<(bytes: Uint8Array) => void>()
  readonly #done = new Set<(error: string) => void>()
  readonly #hopes = new Set<(fault: Fault) => void>()
  #wanted: { kind: 'ready' | 'accepted'; hope: Expectation<void> } | undefined
  #endFault: Fault | undefined

  constructor(port: BytePort, clock: Clock) {
    this.#port = port
    this.#clock = clock
    this.#stops = [
      port.onBytes((bytes) => {
        for (const event of this.#reader.feed(bytes)) this.#take(event)
      }),
      port.onEnd((end) => {
        const code = end.reason === 'gone' ? 'port-gone' : 'port-closed'
        this.#endFault = new Fault(code, labelled(port.label, end.detail))
        this.#end(this.#endFault)
      }),
    ]
  }

  /** What running code prints. */
  onOutput(listener: (bytes: Uint8Array) => void): () => void {
    this.#output.add(listener)
    return () => this.#output.delete(listener)
  }
  /** Code ended, with its traceback or an empty text. */
  onDone(listener: (error: string) => void): () => void {
    this.#done.add(listener)
    return () => this.#done.delete(listener)
  }

  /**
   * Gets to the raw prompt. Without `interrupt` nothing that runs is disturbed: an idle REPL answers, anything else gives
   * `Fault('micropython-running')`. Rejects with `micropython-silent` when not even Ctrl-C helps.
   */
  async enter(options: EnterOptions): Promise<'idle' | 'interrupted'> {
    for (let tries = 0; tries < quietTries; tries++)
      if (await this.#greeted('\r\x01', quietMs, options.signal)) return 'idle'
    if (!options.interrupt) throw new Fault('micropython-running', this.#silence())
    await this.#write('\r\x03\x03')
    await sleep(this.#clock, 100, options.signal)
    for (let tries = 0; tries < 3; tries++)
      if (await this.#greeted('\r\x01', 1000, options.signal)) {
        await this.softReset(options.signal)
        return 'interrupted'
      }
    throw new Fault('micropython-silent', this.#silence())
  }

  /** Restarts the interpreter from the raw prompt: boot.py runs, main.py does not. */
  async softReset(signal?: AbortSignal): Promise<void> {
    if (!(await this.#greeted('\x04', 8000, signal)))
      throw new Fault('micropython-silent', notBack(this.#port.label))
  }

  /** Runs code to its end and gives what it printed; `Fault('micropython-script')` with the traceback when it raised. */
  async run(code: string, options: RunOptions = {}): Promise<string> {
    let printed = ''
    const limitMs = options.limitMs ?? 5000
    const late = {
      code: 'micropython-silent',
      detail: codeRunsOn(this.#port.label, limitMs),
    } as const
    const done = this.#hope<string>(limitMs + code.length, late, options.signal)
    const stops = [
      this.onOutput((bytes) => (printed += latin1(bytes))),
      this.onDone((error) => done.resolve(error)),
    ]
    try {
      await this.start(code, options)
      const error = await done.promise
      if (error !== '') throw scriptFault(error)
      return printed.replaceAll('\r\n', '\n')
    } catch (error) {
      // Nobody waits for the end of code that was not taken.
      done.resolve('')
      throw error
    } finally {
      for (const stop of stops) stop()
    }
  }

  /** Starts code that may go on for ever; resolves when the board took it. */
  async start(code: string, options: RunOptions = {}): Promise<void> {
    if (/[^\t\n\x20-\x7e]/.test(code)) throw new Fault('bad-input', asciiOnly)
    for (let at = 0; at < code.length; at += pieceBytes) {
      await this.#write(code.slice(at, at + pieceBytes))
      if (at + pieceBytes < code.length) await sleep(this.#clock, gapMs, options.signal)
    }
    this.#reader.codeSent()
    const accepted = this.#expect('accepted', 5000, options.signal)
    await this.#write('\x04')
    await accepted
  }

  /** Sends Ctrl-C to what runs. */
  async interrupt(): Promise<void> {
    await this.#write('\x03')
  }

  /** Back to the friendly prompt. `restart`: with a soft reset, so that main.py runs again. */
  async leave(restart = false): Promise<void> {
    await this.#write(restart ? '\x02\x04' : '\x02')
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.#end(new Fault('port-closed', quoted(this.#port.label)))
  }

  async #greeted(keys: string, ms: number, signal?: AbortSignal): Promise<boolean> {
    this.#reader.lookForBanner()
    const ready = this.#expect('ready', ms, signal)
    await this.#write(keys)
    return ready.then(
      () => true,
      (error: unknown) => {
        if (error instanceof Fault && error.code === 'micropython-silent') return false
        throw error
      },
    )
  }
  #expect(kind: 'ready' | 'accepted', ms: number, signal?: AbortSignal): Promise<void> {
    const { en, ja } = kind === 'ready' ? noRawPrompt : codeNotTaken
    const detail = withinMs(this.#port.label, { en, ja }, ms)
    const hope = this.#hope<void>(ms, { code: 'micropython-silent', detail }, signal)
    this.#wanted = { kind, hope }
    return hope.promise
  }
  /** Ends with the port, too. */
  #hope<T>(
    ms: number,
    late: { code: FaultCode; detail: SeenLine },
    signal?: AbortSignal,
  ): Expectation<T> {
    const hope = expectWithin<T>(this.#clock, ms, late, signal)
    const reject = (fault: Fault) => hope.reject(fault)
    this.#hopes.add(reject)
    // Whoever waits hears of it; a write that fails before must not leave a rejection behind.
    const forget = () => this.#hopes.delete(reject)
    hope.promise.then(forget, forget)
    if (this.#endFault) hope.reject(this.#endFault)
    return hope
  }
  #take(event: ReplEvent): void {
    if (event.kind === 'output') for (const listener of [...this.#output]) listener(event.bytes)
    if (event.kind === 'done') for (const listener of [...this.#done]) listener(event.error)
    if (this.#wanted?.kind !== event.kind) return
    const { hope } = this.#wanted
    this.#wanted = undefined
    hope.resolve()
  }
  #end(fault: Fault): void {
    for (const reject of [...this.#hopes]) reject(fault)
  }
  async #write(text: string): Promise<void> {
    await this.#port.write(bytesOf(text))
  }
  #silence(): Words {
    const { label } = this.#port
    const seen = this.#reader.seen
      .replace(/[^\x20-\x7e]+/g, ' ')
      .trim()
      .slice(-80)
    return seen === '' ? saidNothing(label) : itSays(label, seen)
  }
}

/** The last line of a traceback says what; the lines before say where. */
export function scriptFault(traceback: string): Fault {
  const lines = traceback.split(/\r?\n/).filter((line) => line.trim() !== '')
  return new Fault('micropython-script', quoted(lines.slice(-3).join(' ').replace(/\s+/g, ' ')))
}
