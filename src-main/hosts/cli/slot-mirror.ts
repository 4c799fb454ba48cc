import type { Client, SlotName, SlotState } from '@contract'

/** The state of a slot as the bench tells it: a snapshot, and the patches behind it. */
export class SlotMirror {
  readonly #client: Client
  readonly #slot: SlotName
  readonly #listeners = new Set<(state: SlotState) => void>()
  #state: SlotState | undefined
  #seq = -1
  #failed: Error | undefined
  readonly #waiting = new Set<(why: Error) => void>()
  readonly #stop: () => void

  private constructor(client: Client, slot: SlotName) {
    this.#client = client
    this.#slot = slot
    this.#stop = client.on('patch', ({ seq, slot: told, patch }) => {
      if (told !== slot || seq <= this.#seq || !this.#state) return
      this.#seq = seq
      this.#take({ ...this.#state, ...patch })
    })
  }

  /** Subscribes first and takes the snapshot second, so that nothing falls between. */
  static async of(client: Client, slot: SlotName): Promise<SlotMirror> {
    const mirror = new SlotMirror(client, slot)
    await mirror.again()
    return mirror
  }

  /** Takes the whole state anew, as after a connection that was cut. */
  async again(): Promise<void> {
    const { seq, slots } = await this.#client.call('app.snapshot')
    this.#seq = seq
    this.#take(slots[this.#slot])
  }

  get now(): SlotState {
    if (!this.#state) throw new Error('a mirror is made with a snapshot')
    return this.#state
  }
  /** Told at once, and at each change. Returns the way to stop listening. */
  on(listener: (state: SlotState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.now)
    return () => this.#listeners.delete(listener)
  }
  /** What `find` finds first, now or later; rejects with the reason of the signal. */
  async until<T>(find: (state: SlotState) => T | undefined, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    if (this.#failed) throw this.#failed
    const now = find(this.now)
    if (now !== undefined) return now
    return new Promise((resolve, reject) => {
      const over = () => {
        this.#listeners.delete(look)
        this.#waiting.delete(fail)
        signal?.removeEventListener('abort', leave)
      }
      const fail = (why: unknown) => {
        over()
        reject(why)
      }
      const leave = () => fail(signal?.reason)
      const look = (state: SlotState) => {
        const found = find(state)
        if (found === undefined) return
        over()
        resolve(found)
      }
      this.#listeners.add(look)
      this.#waiting.add(fail)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }
  /** No state comes any more: whoever waits is told why. */
  fail(why: Error): void {
    this.#failed = why
    for (const fail of [...this.#waiting]) fail(why)
  }
  end(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #take(state: SlotState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }
}
