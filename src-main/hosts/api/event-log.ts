import type { Bench } from '@bench/bench'
import type { AnyEvent } from '@contract'

/** A message of events as it left the bench, with its number. */
export interface Logged {
  readonly number: number
  readonly events: readonly AnyEvent[]
  /** How many characters it has as JSON. */
  readonly size: number
}

// What a reader may miss while its connection comes back.
const mostSize = 4 * 1024 * 1024
const lingerMs = 60_000

/**
 * The last events of a bench, so that a reader that comes back goes on where it was. Nothing is kept while nobody has read for
 * a minute: what windows are told costs work.
 */
export class EventLog {
  /** Of this run: numbers of another run mean nothing here. */
  readonly run: string = Date.now().toString(36)
  readonly #bench: Pick<Bench, 'onEvents'>
  readonly #listeners = new Set<(logged: Logged) => void>()
  #kept: Logged[] = []
  #size = 0
  #number = 0
  #stop: (() => void) | undefined
  #linger: NodeJS.Timeout | undefined

  constructor(bench: Pick<Bench, 'onEvents'>) {
    this.#bench = bench
  }

  /** Calls the listener with what follows; gives the way to stop. */
  read(listener: (logged: Logged) => void): () => void {
    clearTimeout(this.#linger)
    this.#stop ??= this.#bench.onEvents((events) => this.#take(events))
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#linger = setTimeout(() => this.#rest(), lingerMs).unref()
    }
  }

  /** What came behind a number; undefined: some of it is no longer kept. */
  since(number: number): readonly Logged[] | undefined {
    const first = this.#kept[0]?.number ?? this.#number + 1
    if (number > this.#number || number + 1 < first) return undefined
    return this.#kept.filter((logged) => logged.number > number)
  }
  get readers(): number {
    return this.#listeners.size
  }
  get number(): number {
    return this.#number
  }

  close(): void {
    clearTimeout(this.#linger)
    this.#rest()
  }

  #rest(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#kept = []
    this.#size = 0
    // What happens now is not seen: who comes back with an older number has missed something.
    this.#number++
  }

  #take(events: readonly AnyEvent[]): void {
    const logged = { number: ++this.#number, events, size: JSON.stringify(events).length }
    this.#kept.push(logged)
    this.#size += logged.size
    let over = 0
    while (this.#size > mostSize && over < this.#kept.length)
      this.#size -= this.#kept[over++]?.size ?? 0
    this.#kept = over > 0 ? this.#kept.slice(over) : this.#kept
    for (const listener of [...this.#listeners]) listener(logged)
  }
}
