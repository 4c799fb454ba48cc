import type { AtAnswer, Payload } from '@contract'
import type { SendOptions } from '@core/at/engine'
import { finalLine } from '@core/at/final'
import type { Knowledge } from '@core/at/knowledge'
import { expectedPrompt } from '@core/at/prompt'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Words } from '@core/words'
import { bringAt } from './bring-at'
import { payloadFor } from './payload'

/** How a line that a person typed is sent. */
export interface AtWishes {
  readonly force?: boolean | undefined
  readonly timeoutMs?: number | undefined
  readonly awaitSecond?: boolean | undefined
  /** What is sent after the prompt. */
  readonly payload?: Payload | undefined
}

interface Options {
  /** Throws where no port is open. */
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  /** What the way to AT finds is told as it is found. */
  readonly say: (words: Words) => void
}

/** What a person asks of a modem by AT. The last thing that was asked is what a cancel ends. */
export class SlotAsked {
  readonly #options: Options
  #abort: AbortController | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Sends a line a person typed and waits for its final result. */
  async send(text: string, options: AtWishes = {}): Promise<AtAnswer> {
    const session = this.#options.session()
    const reply = await session.ask(text, {
      priority: 'user',
      attended: true,
      signal: this.#cancellable(),
      ...(options.force ? { force: true } : {}),
      ...(options.awaitSecond ? { awaitSecond: true } : {}),
      ...this.#payload(text, options.payload),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    })
    return {
      lines: reply.lines,
      final: finalLine(reply.final),
      ok: reply.ok,
      ms: (reply.endedUs - reply.startedUs) / 1000,
      ...(reply.secondLines ? { second: reply.secondLines } : {}),
    }
  }
  #payload(text: string, payload: Payload | undefined): Pick<SendOptions, 'payload' | 'prompt'> {
    if (!payload) return {}
    const prompt = expectedPrompt(text, this.#options.knowledge.endings(text))
    return { payload: payloadFor(payload, prompt), prompt: prompt.text }
  }

  /** Gives the modem what it has prompted for. */
  give(payload: Payload): void {
    const session = this.#options.session()
    const { prompt } = session
    if (!prompt) throw new Fault('at-no-prompt')
    session.givePayload(payloadFor(payload, prompt))
  }

  /** Brings AT to the port; rejects with at-not-command-mode where PPP is spoken. */
  reach(): Promise<void> {
    return bringAt(this.#options.session(), this.#cancellable(), this.#options.say)
  }

  /** Works with an open port until it is done or cancelled. */
  async work<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#options.session()
    return work(this.#cancellable())
  }

  cancel(): void {
    this.#abort?.abort()
  }
  #cancellable(): AbortSignal {
    this.#abort = new AbortController()
    return this.#abort.signal
  }
}
