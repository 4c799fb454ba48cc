import { z } from 'zod'
import type { SoracomLogin } from '@core/soracom/soracom-access'
import { coverages, type SoracomAccount } from '@core/soracom/platform'
import type { Keyring } from '@core/ports/keyring'
import type { Store } from '@core/ports/store'
import { Fault } from '@core/fault'
import { InTurn } from '@bench/in-turn'
import { jsonOf, keptBeside } from '@bench/settings/kept-file'
import { accountSealedElsewhere, accountNotRead } from './words'

const file = 'soracom.json'

const login = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('key'),
    coverage: z.enum(coverages),
    authKeyId: z.string(),
    authKey: z.string(),
  }),
  z.object({
    way: z.literal('user'),
    coverage: z.enum(coverages),
    operatorId: z.string(),
    userName: z.string(),
    password: z.string(),
  }),
  z.object({ way: z.literal('cli'), coverage: z.enum(coverages), profile: z.string() }),
])
/** With what the platform called the account when it was signed in. */
const named = z.object({ login, name: z.string() })
/** Either in clear or sealed: the whole of it, the id of a key included. */
const kept = z.union([z.object({ sealed: z.string() }), named])

export interface NamedLogin {
  readonly login: SoracomLogin
  readonly name: string
}

interface Options {
  readonly store: Store
  readonly keyring?: Keyring | undefined
}

/** What opens the account between two starts of the program: sealed where there is a keyring, else in a file of its owner alone. */
export class KeptLogin {
  readonly #o: Options
  readonly #turns = new InTurn()
  constructor(options: Options) {
    this.#o = options
  }

  /** Where a login would lie. */
  get place(): Exclude<SoracomAccount['kept'], 'not'> {
    return this.#o.keyring ? 'keyring' : 'file'
  }

  /** Undefined: none is kept. Rejects with keyring-closed where the keyring does not open it. */
  async read(): Promise<NamedLogin | undefined> {
    const text = await this.#o.store.read(file)
    if (text === undefined || text.trim() === '') return undefined
    const found = kept.safeParse(jsonOf(text))
    if (!found.success) throw await keptBeside(this.#o.store, file, text, accountNotRead)
    if ('login' in found.data) return found.data
    const opened = await this.#o.keyring?.open(found.data.sealed)
    if (opened === undefined) throw new Fault('keyring-closed', accountSealedElsewhere)
    return named.parse(jsonOf(opened))
  }
  keep(value: NamedLogin): Promise<void> {
    return this.#turns.run(async () => {
      const { keyring, store } = this.#o
      const row = keyring ? { sealed: await keyring.seal(JSON.stringify(value)) } : value
      await store.write(file, `${JSON.stringify(row, null, 2)}\n`)
    })
  }
  /** An empty text: a store has no way to take a file away. */
  forget(): Promise<void> {
    return this.#turns.run(async () => {
      if ((await this.#o.store.read(file)) !== undefined) await this.#o.store.write(file, '')
    })
  }
}
