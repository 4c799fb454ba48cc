import type { ConnectState, Language, StepId } from '@contract'

/** How often somebody who waits is told that there is something to wait for. */
const everyMs = 10_000

/**
 * Tells of a step that goes on, now and then: registration may take three minutes, and what has a result is told at its end alone. A step that
 * began since the last time is left out.
 */
export class StillRunning {
  readonly #language: Language
  readonly #write: (line: string) => void
  #now: ConnectState['steps'][number] | undefined
  #before: StepId | undefined

  constructor(language: Language, write: (line: string) => void) {
    this.#language = language
    this.#write = write
  }

  show({ steps }: Pick<ConnectState, 'steps'>): void {
    this.#now = steps.find(({ state }) => state === 'running')
  }
  tick(): void {
    const { id, title, words } = this.#now ?? {}
    if (id !== undefined && id === this.#before) {
      const name = this.#language === 'ja' ? `${title?.ja ?? id}：` : `${id}: `
      this.#write(`… ${name}${words?.[this.#language] ?? '…'}`)
    }
    this.#before = id
  }
  /** Ticks by itself; gives the way to stop. */
  begin(): () => void {
    const timer = setInterval(() => this.tick(), everyMs)
    return () => clearInterval(timer)
  }
}
