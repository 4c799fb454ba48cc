import { cancelled } from '../wait'

/** Those who wait are let go all at once, and look again for themselves. */
export class Gate {
  #waiting = new Set<() => void>()

  /** Resolves at the next `open`; rejects when the signal is aborted. */
  wait(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stopped = () => {
        signal?.removeEventListener('abort', stopped)
        this.#waiting.delete(go)
        const fault = cancelled(signal)
        if (fault) reject(fault)
        else resolve()
      }
      const go = () => stopped()
      this.#waiting.add(go)
      signal?.addEventListener('abort', stopped, { once: true })
      if (signal?.aborted) stopped()
    })
  }

  open(): void {
    for (const go of [...this.#waiting]) go()
  }
}
