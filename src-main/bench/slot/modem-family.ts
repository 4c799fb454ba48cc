import type { AtReply } from '@core/at/reply'
import type { FamilyMark } from '@core/modem/family-command'
import type { ModemSession } from '@core/modem/session'

interface Family {
  matches(identity: string): boolean
  /** Where the name of a model does not tell its firmwares apart: what this one answers to a command. One without it is taken where none does. */
  readonly tells?: FamilyMark
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
    const ask = (command: string) =>
      session.ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
    const replies = []
    for (const command of ['ATI', 'AT+CGMI', 'AT+CGMM']) replies.push(await ask(command))
    const identity = replies.flatMap(({ ok, lines }) => (ok ? lines : [])).join('\n')
    const family = await toldApart(
      this.#o.families.filter((one) => one.matches(identity)),
      ask,
    )
    this.#model = replies[2]?.lines.join(' ') ?? ''
    this.#known = { session, family }
    found?.()
    return family
  }
}

async function toldApart<F extends Family>(
  families: readonly F[],
  ask: (command: string) => Promise<AtReply>,
): Promise<F | undefined> {
  for (const family of families) {
    if (!family.tells) continue
    const { command, answer } = family.tells
    const { ok, lines } = await ask(command)
    if (ok && lines.some((line) => answer.test(line))) return family
  }
  return families.find(({ tells }) => tells === undefined)
}
