import type { AnyEvent, EventName, Events } from '@contract'
import type { LogRow } from '@core/log/row'
import type { Clock } from '@core/ports/clock'

type Chunk = Events['bytes'][number]

// At most 60 messages a second and 64 KiB of each kind in one: drawing may fall behind, data never does.
const intervalMs = 17
const mostRows = 400
const mostChars = 65_536

/**
 * Gathers what happens and hands it to the windows in few, bounded messages. Rows beyond the bound are counted,
 * not sent: the window pages them from the journal.
 */
export class Outbox {
  readonly #clock: Clock
  readonly #listeners = new Set<(event: AnyEvent) => void>()
  #rows: LogRow[] = []
  #behind = 0
  #chunks: Chunk[] = []
  #chars = 0
  #flushing = false
  readonly #queue: AnyEvent[] = []
  #emitting = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  on(listener: (event: AnyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Sends at once, after what was gathered before. */
  send<N extends EventName>(name: N, value: Events[N]): void {
    this.#gather()
    this.#queue.push({ name, value } as AnyEvent)
    this.#emit()
  }
  rows(rows: readonly LogRow[]): void {
    if (rows.length === 0) return
    this.#rows.push(...rows)
    const over = this.#rows.length - mostRows
    if (over > 0) {
      this.#rows.splice(0, over)
      this.#behind += over
    }
    this.#soon()
  }
  bytes(chunk: Chunk): void {
    if (this.#chars > mostChars) return
    this.#chunks.push(chunk)
    this.#chars += chunk.text.length
    this.#soon()
  }
  flush(): void {
    this.#gather()
    this.#emit()
  }
  #gather(): void {
    if (this.#rows.length > 0) {
      this.#queue.push({ name: 'rows', value: { rows: this.#rows, behind: this.#behind } })
      this.#rows = []
      this.#behind = 0
    }
    if (this.#chunks.length > 0) {
      this.#queue.push({ name: 'bytes', value: this.#chunks })
      this.#chunks = []
      this.#chars = 0
    }
  }
  #soon(): void {
    if (this.#flushing) return
    this.#flushing = true
    this.#clock.schedule(intervalMs, () => {
      this.#flushing = false
      this.flush()
    })
  }
  /**
   * One event after the other. Electron's webContents.send lets pending promises run before it returns, so a listener may
   * cause the next event in the middle of this one.
   */
  #emit(): void {
    if (this.#emitting) return
    this.#emitting = true
    try {
      for (let event = this.#queue.shift(); event; event = this.#queue.shift())
        for (const listener of [...this.#listeners]) listener(event)
    } finally {
      this.#emitting = false
    }
  }
}
