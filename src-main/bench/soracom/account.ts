import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { SoracomAccess, SoracomLogin } from '@core/soracom/soracom-access'
import type { SoracomAccount } from '@core/soracom/platform'
import { CliWay } from './cli-way'
import { HttpWay } from './http-way'
import type { KeptLogin } from './login'
import type { Way } from './way'

interface Options {
  readonly access: SoracomAccess | undefined
  readonly kept: KeptLogin
  readonly clock: Clock
  readonly onChange: () => void
}
interface SignedIn {
  readonly way: Way
  readonly account: SoracomAccount
}

/** Who is asked for: one account for the whole bench. What opens it is in its way alone. */
export class Account {
  readonly #o: Options
  #signed: SignedIn | undefined
  constructor(options: Options) {
    this.#o = options
  }

  get now(): SoracomAccount | null {
    return this.#signed?.account ?? null
  }

  /** Takes up what is kept, or what the environment names; whether it still opens shows when something is asked. */
  async load(): Promise<void> {
    if (!this.#o.access || this.#byEnvironment()) return
    const { kept } = this.#o
    const found = await kept.read()
    if (found) this.#take(found.login, found.name, kept.place)
  }

  async signIn(login: SoracomLogin, keep: boolean): Promise<SoracomAccount> {
    const { kept } = this.#o
    const way = this.#wayOf(login)
    const name = await way.signIn()
    // The one before is not to come back at the next start.
    await (keep ? kept.keep({ login, name }) : kept.forget())
    const account = this.#account(login, name, keep ? kept.place : 'not')
    this.#signed = { way, account }
    this.#o.onChange()
    return account
  }
  async signOut(): Promise<void> {
    this.#signed = undefined
    await this.#o.kept.forget()
    this.#o.onChange()
  }

  /** Somebody is signed in, or the environment names who is to be. */
  get ready(): boolean {
    return (this.#signed ?? this.#byEnvironment()) !== undefined
  }

  /** Rejects with soracom-signed-out. */
  way(): Way {
    const signed = this.#signed ?? this.#byEnvironment()
    if (!signed) throw new Fault('soracom-signed-out')
    return signed.way
  }

  #byEnvironment(): SignedIn | undefined {
    const login = this.#o.access?.login
    if (login) this.#take(login, nameOf(login), 'not')
    return this.#signed
  }

  #take(login: SoracomLogin, name: string, kept: SoracomAccount['kept']): void {
    this.#signed = { way: this.#wayOf(login), account: this.#account(login, name, kept) }
    this.#o.onChange()
  }
  #account(login: SoracomLogin, name: string, kept: SoracomAccount['kept']): SoracomAccount {
    const { way, coverage } = login
    return { way, coverage, name, kept }
  }
  #wayOf(login: SoracomLogin): Way {
    const { access, clock } = this.#o
    if (!access) throw new Fault('soracom-signed-out')
    return login.way === 'cli'
      ? new CliWay({ access, login, nowMs: () => clock.nowMs() })
      : new HttpWay({ access, login, clock })
  }
}

/** Before anybody signed in: nothing of a key. */
const nameOf = (login: SoracomLogin): string =>
  login.way === 'cli' ? login.profile : login.way === 'user' ? login.userName : ''
