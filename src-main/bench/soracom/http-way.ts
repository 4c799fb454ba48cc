import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { HttpAnswer, SoracomAccess, SoracomLogin } from '@core/soracom/soracom-access'
import type { Coverage } from '@core/soracom/platform'
import { authAnswer, read } from './answers'
import type { Operation } from './operations'
import { refusal } from './refusal'
import type { Answered, Way } from './way'

/** https://developers.soracom.io/en/docs/tools/api-reference/ */
const endpoints: { readonly [coverage in Coverage]: string } = {
  jp: 'https://api.soracom.io',
  g: 'https://g.api.soracom.io',
}
const timeoutMs = 20_000
/** A token lives for this long; one that is lost is of no use for long. */
const tokenSeconds = 3600

interface Options {
  readonly access: SoracomAccess
  readonly login: Exclude<SoracomLogin, { readonly way: 'cli' }>
  readonly clock: Clock
}
/** `AuthRequest` */
const credentialsOf = (login: Options['login']) =>
  login.way === 'key'
    ? { authKeyId: login.authKeyId, authKey: login.authKey }
    : { operatorId: login.operatorId, userName: login.userName, password: login.password }

interface Token {
  readonly apiKey: string
  readonly token: string
}

/** By the API itself. The token is in this object alone; it is asked for anew once where the platform does not take it any more. */
export class HttpWay implements Way {
  readonly #o: Options
  #token: Token | undefined
  /** Also those that ended: a refusal may still tell of them. */
  #given: readonly string[] = []
  #signing: Promise<string> | undefined
  constructor(options: Options) {
    this.#o = options
  }

  /** Two that need a token at once sign in once. */
  signIn(): Promise<string> {
    this.#signing ??= this.#signIn().finally(() => {
      this.#signing = undefined
    })
    return this.#signing
  }
  async #signIn(): Promise<string> {
    const { login } = this.#o
    const body = { ...credentialsOf(login), tokenTimeoutSeconds: tokenSeconds }
    const answer = await this.#send({ method: 'POST', path: '/auth', body }, undefined)
    if (answer.status >= 300) throw this.#refused(answer)
    const { apiKey, token, operatorId, userName } = read(authAnswer, answer.text)
    this.#token = { apiKey, token }
    this.#given = [token, apiKey, ...this.#given].slice(0, 16)
    const named = [operatorId, userName].filter((one) => one)
    return named.length > 0 ? named.join(' / ') : login.coverage
  }

  async ask(operation: Operation): Promise<Answered> {
    if (!this.#token) await this.signIn()
    const first = await this.#timed(operation)
    if (first.answer.status !== 401) return this.#taken(first)
    // The token ended, or the user's permissions changed: once, since a second refusal is no matter of time.
    this.#token = undefined
    await this.signIn()
    return this.#taken(await this.#timed(operation))
  }

  async #timed(operation: Operation) {
    const { clock } = this.#o
    const beforeMs = clock.nowMs()
    const answer = await this.#send(operation, this.#token)
    return { answer, beforeMs, afterMs: clock.nowMs() }
  }
  #taken({
    answer,
    beforeMs,
    afterMs,
  }: {
    readonly answer: HttpAnswer
    readonly beforeMs: number
    readonly afterMs: number
  }): Answered {
    if (answer.status >= 300) throw this.#refused(answer)
    const dateMs = Date.parse(answer.date ?? '')
    // The header is cut to the second: on average half of one is missing.
    const aheadMs = Math.round(dateMs + 500 - (beforeMs + afterMs) / 2)
    return { body: answer.text, aheadMs: Number.isFinite(dateMs) ? aheadMs : null }
  }

  #send({ method, path, body }: Operation, token: Token | undefined): Promise<HttpAnswer> {
    const { access, login } = this.#o
    return access.ask({
      method,
      url: `${access.endpoint ?? endpoints[login.coverage]}/v1${path}`,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-soracom-lang': 'en',
        ...(token ? { 'x-soracom-api-key': token.apiKey, 'x-soracom-token': token.token } : {}),
      },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      timeoutMs,
    })
  }

  #refused(answer: HttpAnswer): Fault {
    const { login, clock } = this.#o
    const own = login.way === 'key' ? [login.authKey, login.authKeyId] : [login.password]
    return refusal(answer, clock.nowMs(), [...own, ...this.#given])
  }
}
