import type { Knowledge } from '@core/at/knowledge'
import { hexOf } from '@core/bytes'
import { lpacLine, type LpacLine } from '@core/esim/lpac-lines'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import type { CardAnswer, CardRequest, LpacBackEnd, LpacRun, StartLpac } from '@core/ports/lpac'
import { quoted } from '@core/words'
import { CardChannel } from './card-channel'

export interface LpacOptions {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  /** Absent: this host starts no programs. */
  readonly startLpac: StartLpac | undefined
}
interface Listeners {
  readonly onStep?: (step: string, data: unknown) => void
  /** So many octets went to the card. */
  readonly onSent?: (octets: number) => void
  readonly signal?: AbortSignal | undefined
}
export type LpacResult = LpacLine & { readonly kind: 'result' }

/** What lpac needs to tell eUICC and server that it is cancelled, before it is ended. */
const graceMs = 20_000
const done: CardAnswer = { ecode: 0 }
const failed: CardAnswer = { ecode: -1 }

/**
 * Runs lpac with the card of a slot's modem as its card, and resolves with how it ended. Cancelled, it is given the time to take back what
 * it began. Rejects with what kept the card from answering, where something did.
 */
export class LpacSession {
  readonly #o: LpacOptions
  readonly #heard: Listeners
  #channel: CardChannel | undefined
  #fault: Fault | undefined
  /** It has asked the card for something. */
  #asked = false

  constructor(options: LpacOptions, listeners: Listeners = {}) {
    this.#o = options
    this.#heard = listeners
  }

  /** Begins anew by its other back-end where it gave up before its card had answered. */
  async run(args: readonly string[]): Promise<LpacResult> {
    const result = await this.#ranBy('stdio', args)
    const gaveUp = result.message === 'euicc_init' && !this.#asked
    return gaveUp ? this.#ranBy('at', args) : result
  }
  async #ranBy(backEnd: LpacBackEnd, args: readonly string[]): Promise<LpacResult> {
    const { startLpac } = this.#o
    if (!startLpac) throw new Fault('esim-lpac-missing')
    const { signal } = this.#heard
    signal?.throwIfAborted()
    const said: LpacLine[] = []
    const run = await startLpac(backEnd, args, (request) => this.#answered(request))
    const cancel = this.#endsWith(run)
    try {
      for await (const text of run.lines) {
        const line = lpacLine(text)
        if (line.kind === 'step') this.#heard.onStep?.(line.step, line.data)
        else said.push(line)
      }
    } finally {
      cancel()
      run.kill()
      await this.#close()
    }
    const beside = await run.ended
    const result = said.findLast((line) => line.kind === 'result')
    if (result?.code === 0) return result
    if (this.#fault && !signal?.aborted) throw this.#fault
    if (result) return result
    throw signal?.aborted ? new Fault('esim-cancelled') : new Fault('esim-lpac', quoted(beside))
  }

  /** An abort asks it to end, and ends it where it does not. Returns the way to stop listening. */
  #endsWith(run: LpacRun): () => void {
    const { signal } = this.#heard
    let late: (() => void) | undefined
    const abort = () => {
      run.interrupt()
      late = this.#o.clock.schedule(graceMs, run.kill)
    }
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    return () => {
      signal?.removeEventListener('abort', abort)
      late?.()
    }
  }

  /** What goes wrong with the card is an answer to lpac, which then ends by itself, and the reason here. */
  async #answered(request: CardRequest): Promise<CardAnswer> {
    try {
      return await this.#carriedOut(request)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      this.#fault = error
      return failed
    }
  }
  async #carriedOut({ func, octets }: CardRequest): Promise<CardAnswer> {
    switch (func) {
      case 'connect':
        return done
      case 'logic_channel_open': {
        this.#asked = true
        await this.#close()
        const { session, knowledge } = this.#o
        this.#channel = await CardChannel.open(session(), knowledge, hexOf(octets).toUpperCase())
        return { ecode: this.#channel.number }
      }
      case 'transmit': {
        const data = await this.#channel?.exchange(octets)
        this.#heard.onSent?.(octets.length)
        return data ? { ecode: 0, data } : failed
      }
      case 'logic_channel_close':
      case 'disconnect':
        await this.#close()
        return done
    }
  }
  async #close(): Promise<void> {
    const channel = this.#channel
    this.#channel = undefined
    await channel?.close()
  }
}
