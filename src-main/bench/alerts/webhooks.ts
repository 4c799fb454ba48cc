import { errorWords, Fault, faultCode } from '@core/fault'
import { sleep } from '@core/wait'
import type { Environment } from '@bench/environment'
import type { Words } from '@core/words'
import { shownWebhook } from './webhook-address'
import { answeredHttp, noWebhooksHere, tooManyWaiting, webhookFailed, webhookTaken } from './words'

export interface Delivered {
  readonly ok: boolean
  readonly words: Words
}

const timeoutMs = 10_000
/** Between one try and the next. */
const pausesMs = [2_000, 15_000]
/** With each rule bounded by its own `again`, more than these means that a server is away. */
const mostWaiting = 20

/** Posts what alerts have to say: so many times at most, and never more at once than a server that is away can hold up. */
export class Webhooks {
  readonly #environment: Environment
  readonly #abort = new AbortController()
  #waiting = 0

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** What came of it, in words that do not repeat the address. */
  async deliver(name: string, url: string, body: object): Promise<Delivered> {
    if (this.#waiting >= mostWaiting) return { ok: false, words: tooManyWaiting(name) }
    this.#waiting++
    try {
      return await this.#deliver(name, url, JSON.stringify(body))
    } finally {
      this.#waiting--
    }
  }
  stop(): void {
    this.#abort.abort(new Fault('at-cancelled'))
  }

  async #deliver(name: string, url: string, body: string): Promise<Delivered> {
    const where = shownWebhook(url)
    for (let tries = 1; ; tries++) {
      const { status, why, hopeless } = await this.#post(url, body)
      if (!why) return { ok: true, words: webhookTaken(name, where, status) }
      const pauseMs = pausesMs[tries - 1]
      if (hopeless || pauseMs === undefined || this.#abort.signal.aborted)
        return { ok: false, words: webhookFailed(name, where, tries, why) }
      await sleep(this.#environment.clock, pauseMs, this.#abort.signal).catch(() => undefined)
    }
  }

  async #post(
    url: string,
    body: string,
  ): Promise<{ readonly status: number; readonly why?: Words; readonly hopeless?: boolean }> {
    const { postJson } = this.#environment
    if (!postJson) return { status: 0, why: noWebhooksHere, hopeless: true }
    try {
      const { status } = await postJson(url, body, { timeoutMs, signal: this.#abort.signal })
      if (status >= 200 && status < 300) return { status }
      // What a server refuses it refuses again; 429 and its own troubles pass (RFC 9110, 15.5 and 15.6).
      return { status, why: answeredHttp(status), hopeless: status < 500 && status !== 429 }
    } catch (error) {
      const hopeless = faultCode(error) === 'alert-webhook-port'
      const why = error instanceof Fault && !hopeless ? error.said : errorWords(error)
      return { status: 0, why, hopeless }
    }
  }
}
