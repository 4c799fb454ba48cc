import type { Fault, Language, SlotState, Words } from '@contract'
import { comesBack } from './comes-back'
import type { CommandBench } from './on-bench'
import { lostOf } from './online'
import { printJson } from './output'
import { watchSignal } from './watch-signal'
import { backAfter, lostAfter, portVanished } from './words'
import { printBeside } from './beside'

interface Options {
  readonly bench: CommandBench
  readonly port: string
  /** A second AT port, where one was named. */
  readonly beside: string | undefined
  readonly ms: number
  readonly language: Language
  readonly json: boolean
}

// What a timer of the system takes at most, some 24 days.
const longestMs = 2 ** 31 - 1

/** The time for which a connection is to stay, over as many connections as the cable allows. */
export class Holding {
  readonly #o: Options
  #started: number | undefined
  #gone: Fault | undefined

  constructor(options: Options) {
    this.#o = options
  }

  /** Stays connected; a link that ends before its time is said and rejects, a port that vanishes is for `again`. */
  async hold(): Promise<void> {
    const { bench, language, json } = this.#o
    this.#started ??= performance.now()
    if (this.#leftMs() <= 0) return
    const stopSignal = watchSignal(bench, { language, json, started: this.#started })
    const lost = await this.#meanwhile(lostOf).finally(stopSignal)
    if (!lost) return
    const [seconds, all] = [this.#seconds(), this.#o.ms / 1000]
    this.#say(lostAfter(seconds, all))
    if (lost.code !== 'port-gone' || !comesBack(this.#o.port)) throw lost
    this.#gone = lost
  }

  /** Waits for a device that vanished; false when none did. Rejects when the time ends first. */
  async again(): Promise<boolean> {
    const gone = this.#gone
    if (!gone) return false
    this.#gone = undefined
    const { bench, port } = this.#o
    await this.#tell('gone', bench.state.now.port?.path ?? port, portVanished(port))
    const from = performance.now()
    const path = await this.#meanwhile((state) => this.#openAgain(state))
    bench.signal.throwIfAborted()
    if (path === undefined) throw gone
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    await this.#tell('back', path, backAfter(path, seconds))
    return true
  }

  /** What is found while the time lasts and nobody stops the command. */
  async #meanwhile<T>(find: (state: SlotState) => T | undefined): Promise<T | undefined> {
    const { bench } = this.#o
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), Math.min(Math.max(0, this.#leftMs()), longestMs))
    const over = AbortSignal.any([bench.signal, late.signal])
    try {
      return await bench.state.until(find, over)
    } catch (error) {
      if (!over.aborted) throw error
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  #openAgain({ port, second }: SlotState): string | undefined {
    const beside = this.#o.beside === undefined || second.port?.state === 'open'
    return port?.state === 'open' && beside ? port.path : undefined
  }
  #leftMs(): number {
    const now = performance.now()
    return this.#o.ms - (now - (this.#started ?? now))
  }
  #seconds(): number {
    return Math.round((this.#o.ms - this.#leftMs()) / 1000)
  }
  #say(words: Words): void {
    printBeside(`modem-bench: ${words[this.#o.language]}`)
  }
  async #tell(port: 'gone' | 'back', path: string, words: Words): Promise<void> {
    this.#say(words)
    if (this.#o.json) await printJson({ held: this.#seconds(), port, path, words })
  }
}
