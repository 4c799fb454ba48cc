import { randomUUID } from 'node:crypto'
import type { Reply } from '@contract'

const most = 5000
/** Longer than a client waits for its connection to return. */
const keptMs = 240_000

interface Kept {
  readonly reply: Promise<Reply<unknown>>
  /** Unset while the call is under way. */
  answeredAt?: number
}

/**
 * The answers of calls that must not be made twice. Who lost the connection before the answer came asks again by the same name, and
 * gets the answer of the first time, or waits for it.
 */
export class KeptAnswers {
  /** Another one means that this host began anew, and knows nothing of what was asked before. */
  readonly host = randomUUID()
  readonly #kept = new Map<string, Kept>()
  readonly #now: () => number

  /** @param now milliseconds of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  answer(once: string, make: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
    this.#forget()
    const known = this.#kept.get(once)
    if (known) return known.reply
    const kept: Kept = { reply: make() }
    this.#kept.set(once, kept)
    const answered = () => {
      kept.answeredAt = this.#now()
    }
    kept.reply.then(answered, answered)
    return kept.reply
  }

  #forget(): void {
    const before = this.#now() - keptMs
    for (const [once, { answeredAt }] of this.#kept) {
      if (answeredAt === undefined) continue
      if (answeredAt >= before && this.#kept.size <= most) return
      this.#kept.delete(once)
    }
  }
}
