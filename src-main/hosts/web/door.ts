import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Admission, Gate } from './gate'
import { SlowDown } from './slow-down'
import type { Holder, TokenBook } from './token-book'

// So soon a connection ends whose token was withdrawn or has run out.
const lookMs = 1_000

interface DoorOptions {
  readonly gate: Gate
  readonly book: Pick<TokenBook, 'refresh' | 'stillHolds'>
  /** Gets who was refused, without the token that was tried. */
  readonly log: Logger
}

/** Who is let in, who stays, and what becomes of the others. */
export class Door {
  readonly #options: DoorOptions
  readonly #slow = new SlowDown()
  readonly #inside = new Map<object, { readonly holder: Holder; readonly end: () => void }>()
  readonly #looking: NodeJS.Timeout

  constructor(options: DoorOptions) {
    this.#options = options
    this.#looking = setInterval(() => void this.look(), lookMs).unref()
  }

  async admits({ url, headers }: FastifyRequest): Promise<Admission> {
    await this.#refresh()
    const { host, origin, authorization } = headers
    return this.#options.gate.admits({ url, host, origin, authorization })
  }

  /** Somebody who was let in stays connected; `end` is called when the token does no longer hold. Gives the way to leave. */
  lets({ holder }: { readonly holder?: Holder }, end: () => void): () => void {
    if (!holder) return () => undefined
    const key = {}
    this.#inside.set(key, { holder, end })
    return () => this.#inside.delete(key)
  }

  /** Says it in the log, and lets who tries tokens wait. */
  async refuses({ ip, headers }: FastifyRequest, why: string): Promise<void> {
    const { host, origin } = headers
    this.#options.log.warn({ from: ip, host, origin, refused: why }, 'a visitor was refused')
    if (why === 'token') await this.#slow.hold(ip)
  }

  /** Ends the connections whose token holds no longer. */
  async look(): Promise<void> {
    if (this.#inside.size === 0) return
    await this.#refresh()
    for (const [key, { holder, end }] of this.#inside) {
      if (this.#options.book.stillHolds(holder)) continue
      this.#inside.delete(key)
      end()
    }
  }

  close(): void {
    clearInterval(this.#looking)
  }

  /** A list that cannot be read lets in those it let in before, and says so. */
  #refresh(): Promise<void> {
    return this.#options.book.refresh().catch((error: unknown) => {
      this.#options.log.error({ error }, 'the list of tokens cannot be read')
    })
  }
}
