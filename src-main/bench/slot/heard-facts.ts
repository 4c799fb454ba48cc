import type { Token } from '@core/at/engine'
import type { Knowledge } from '@core/at/knowledge'
import { lineName } from '@core/at/line-name'
import type { KnownFact } from '@core/modem/known-fact'
import type { Cancel, Clock } from '@core/ports/clock'
import { Attention } from './attention'
import { factsOfToken } from './token-facts'

interface Options {
  readonly clock: Clock
  readonly knowledge: Knowledge
  /** The facts so far: some lines tell something only where nothing better is known. */
  readonly known: () => readonly KnownFact[]
  /** `restart`: the modem began anew, and nothing from before is certain. */
  readonly onFacts: (fresh: readonly KnownFact[], restart: boolean) => void
}

const waitMs = 100

/**
 * What the tokens of the AT engine tell of the modem: each at once, until more come than anybody can follow. Then the last line
 * of each kind waits for the rest of them, and is read when somebody looks, a tenth of a second later at the latest.
 */
export class HeardFacts {
  readonly #options: Options
  readonly #attention = new Attention()
  readonly #waiting = new Map<string, { readonly token: Token; readonly atMs: number }>()
  #planned: Cancel | undefined

  constructor(options: Options) {
    this.#options = options
  }

  hear(token: Token): void {
    const { clock } = this.#options
    const restart = token.kind === 'unsolicited' && token.restart === true
    if (!restart && isLine(token) && !this.#attention.take(clock.monotonicUs())) {
      const name = lineName(token.text).name
      // Free text tells of its command alone: it is kept by that.
      this.#waiting.set(name || `${token.kind} ${token.command ?? ''}`, {
        token,
        atMs: clock.nowMs(),
      })
      this.#planned ??= clock.schedule(waitMs, () => this.take())
      return
    }
    this.take()
    this.#tell(token, clock.nowMs(), restart)
  }

  /** Reads what waits. */
  take(): void {
    this.#planned?.()
    this.#planned = undefined
    if (this.#waiting.size === 0) return
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { token, atMs } of waiting) this.#tell(token, atMs, false)
  }

  #tell(token: Token, atMs: number, restart: boolean): void {
    const { knowledge, known } = this.#options
    const fresh = factsOfToken(knowledge, token, known(), atMs)
    if (fresh.length > 0 || restart) this.#options.onFacts(fresh, restart)
  }
}

const isLine = (token: Token) => token.kind === 'answer' || token.kind === 'unsolicited'
