import type { CallName, Handlers } from '@contract'
import type { SlotName } from '@core/modem/slot-names'
import type { Late } from '@core/ports/lateness'
import type { Environment } from './environment'
import { noTurn } from './words'
import type { Recorder } from '@bench/log/recorder'

interface Recorded {
  readonly recorder: Recorder
}

/** Whoever is late again and again says so once in a while, with the longest. */
const pauseMs = 10_000

/**
 * Notes in the log when the program had no turn for a while, and which calls were under way: octets have the time at which
 * they were read, and a modem that seems slow may have waited for us.
 */
export class LateTurns {
  readonly #environment: Environment
  readonly #slots: { readonly [slot in SlotName]: Recorded }
  readonly #under = new Map<CallName, number>()
  /** When each call ended last: one that held up the loop is over before anybody can tell that it did. */
  readonly #ended = new Map<CallName, number>()
  #stop: (() => void) | undefined
  #saidUs = -Infinity

  constructor(environment: Environment, slots: { readonly [slot in SlotName]: Recorded }) {
    this.#environment = environment
    this.#slots = slots
  }

  start(): void {
    this.#stop ??= this.#environment.watchLateness?.((late) => this.#late(late))
  }
  stop(): void {
    this.#stop?.()
    this.#stop = undefined
  }

  /** The same calls; while one is carried out it is known by its name. */
  watched(handlers: Handlers): Handlers {
    const names = Object.keys(handlers) as CallName[]
    const pairs = names.map((name) => {
      // Each handler keeps the input and output of its own row.
      const handler = handlers[name] as (input: unknown) => Promise<unknown>
      return [name, (input: unknown) => this.#during(name, () => handler(input))]
    })
    return Object.fromEntries(pairs) as Handlers
  }

  async #during<T>(name: CallName, work: () => Promise<T>): Promise<T> {
    this.#under.set(name, (this.#under.get(name) ?? 0) + 1)
    try {
      return await work()
    } finally {
      const left = (this.#under.get(name) ?? 1) - 1
      if (left > 0) this.#under.set(name, left)
      else this.#under.delete(name)
      this.#ended.set(name, this.#environment.clock.monotonicUs())
    }
  }

  /** The calls that were under way at any time since then. */
  #callsSince(sinceUs: number): readonly CallName[] {
    const over = [...this.#ended].flatMap(([name, atUs]) => (atUs >= sinceUs ? name : []))
    return [...new Set([...this.#under.keys(), ...over])]
  }

  #late(late: Late): void {
    const nowUs = this.#environment.clock.monotonicUs()
    if (nowUs - this.#saidUs < pauseMs * 1000) return
    this.#saidUs = nowUs
    const words = noTurn(
      late.ms,
      late.cpuMs > late.ms / 2,
      this.#callsSince(nowUs - late.ms * 1000 - lookedUs),
    )
    // Nothing is begun for it: a slot without a log has nothing to be read wrongly.
    for (const { recorder } of Object.values(this.#slots))
      if (recorder.journal) recorder.note(words)
  }
}

/** So long before it was due the loop may have been looked at last. */
const lookedUs = 500_000
