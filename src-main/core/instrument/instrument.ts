import { bytesOf, latin1 } from '../bytes'
import { Fault } from '../fault'
import type { BytePort } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { regExp, type Pattern } from '../regexp'
import { expectWithin, type Expectation } from '../wait'
import { quoted } from '../words'
import { answerIsNoNumber, overRange, saidNothing } from './words'

/** How an instrument is asked for a number. */
export interface Question {
  /** Absent: it speaks by itself, and the next line counts. */
  readonly ask?: string | undefined
  readonly end: string
  /** A pattern whose first group is the number. */
  readonly value?: string | undefined
  readonly withinMs: number
}

/** <NRf> of IEEE 488.2, 7.7.2.4: the first number of a line. */
const anyNumber = String.raw`([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)`
/** SCPI-99, volume 1, 7.2.1.4 and 7.2.1.5: 9.9E37 is infinity, 9.91E37 is not a number. */
const beyond = 9.8e37
/** An instrument that ends no line is no instrument; what it says is not gathered for ever. */
const longestLine = 4096

/** A measuring instrument on a port: a line is asked, a line with a number comes. One question at a time. */
export class Instrument {
  readonly #port: BytePort
  readonly #clock: Clock
  readonly #unhear: readonly (() => void)[]
  #rest = ''
  #lines: string[] = []
  #hear: ((line: string) => void) | undefined
  #waiting: Expectation<number> | undefined
  #gone: Fault | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(port: BytePort, clock: Clock) {
    this.#port = port
    this.#clock = clock
    this.#unhear = [
      port.onBytes((bytes) => this.#take(latin1(bytes))),
      port.onEnd(({ detail }) => {
        this.#gone = new Fault('instrument-gone', detail ?? quoted(port.label))
        this.#waiting?.reject(this.#gone)
      }),
    ]
  }

  /** Lines that set it up; no answer is waited for. */
  tell(lines: readonly string[], end: string): Promise<void> {
    return this.#inTurn(async () => {
      for (const line of lines) await this.#say(line + end)
    })
  }

  /** Rejects with instrument-silent, instrument-answer or instrument-gone, or as the signal says. */
  read(question: Question, signal?: AbortSignal): Promise<number> {
    return this.#inTurn(() => this.#read(question, signal))
  }

  async close(): Promise<void> {
    for (const stop of this.#unhear) stop()
    await this.#port.close()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    // Whoever asked is told; the next one has its turn all the same.
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #read({ ask, end, value, withinMs }: Question, signal?: AbortSignal): Promise<number> {
    signal?.throwIfAborted()
    if (this.#gone) throw this.#gone
    const { pattern } = regExp(value ?? anyNumber)
    if (!pattern) throw new Fault('internal')
    // An answer that came too late for the question before is none to this one.
    this.#rest = ''
    this.#lines = []
    const waiting = expectWithin<number>(
      this.#clock,
      withinMs,
      { code: 'instrument-silent' },
      signal,
    )
    this.#waiting = waiting
    this.#hear = (line) => {
      // Some echo what is typed.
      if (line === ask?.trim()) return
      this.#lines.push(line)
      const number = numberIn(line, pattern)
      if (number === undefined) return
      if (Math.abs(number) >= beyond)
        waiting.reject(new Fault('instrument-answer', overRange(this.#port.label, line)))
      else waiting.resolve(number)
    }
    try {
      if (ask !== undefined) await this.#say(ask + end)
      return await waiting.promise
    } catch (error) {
      if (error instanceof Fault && error.code === 'instrument-silent')
        throw this.#nothing({ ask, withinMs })
      throw error
    } finally {
      // Only a question that could not be sent leaves it open; nobody listens any more then.
      waiting.promise.catch(() => undefined)
      waiting.resolve(0)
      this.#hear = undefined
      this.#waiting = undefined
    }
  }

  #nothing({ ask, withinMs }: Pick<Question, 'ask' | 'withinMs'>): Fault {
    const { label } = this.#port
    const said = this.#rest.trim() === '' ? this.#lines : [...this.#lines, this.#rest.trim()]
    return said.length === 0
      ? new Fault('instrument-silent', saidNothing(label, ask, withinMs))
      : new Fault('instrument-answer', answerIsNoNumber(label, ask, said.at(-1) ?? ''))
  }

  async #say(text: string): Promise<void> {
    if (this.#gone) throw this.#gone
    await this.#port.write(bytesOf(text))
  }

  #take(text: string): void {
    const parts = (this.#rest + text).split(/[\r\n]+/)
    this.#rest = (parts.pop() ?? '').slice(-longestLine)
    for (const line of parts.map((one) => one.trim())) if (line !== '') this.#hear?.(line)
  }
}

function numberIn(line: string, pattern: Pattern): number | undefined {
  const text = pattern.find(line)?.groups[0]
  if (text === undefined || text.trim() === '') return undefined
  const number = Number(text)
  return Number.isNaN(number) ? undefined : number
}
