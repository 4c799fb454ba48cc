import type { ModemSession } from '@core/modem/session'

interface Family {
  matches(identity: string): boolean
}

interface Options<F extends Family> {
  readonly session: () => ModemSession
  readonly families: readonly F[]
}

/** Of which family a modem is, by what it calls itself; asked once for each opening of the port. */
export class ModemFamily<F extends Family> {
  readonly #o: Options<F>
  #known: { readonly session: ModemSession; readonly family: F | undefined } | undefined
  #model = ''

  constructor(options: Options<F>) {
    this.#o = options
  }

  /** What the modem calls itself (AT+CGMM), once it was asked. */
  get model(): string {
    return this.#model
  }
  /** Undefined: of none. `found`: it was asked anew. */
  async find(signal?: AbortSignal, found?: () => void): Promise<F | undefined> {
    const session = this.#o.session()
    if (this.#known?.session === session) return this.#known.family
    const replies = []
    for (const command of ['ATI', 'AT+CGMI', 'AT+CGMM'])
      replies.push(await session.ask(command, { priority: 'user', ...(signal ? { signal } : {}) }))
    const identity = replies.flatMap(({ ok, lines }) => (ok ? lines : [])).join('\n')
    const family = this.#o.families.find((one) => one.matches(identity))
    this.#model = replies[2]?.lines.join(' ') ?? ''
    this.#known = { session, family }
    found?.()
    return family
  }
}
