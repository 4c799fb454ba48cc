import { seenFigures, type SeenBench } from '@contract'
import { errorWords, faultCode } from '@core/fault'
import type { Cancel } from '@core/ports/clock'
import type { RemoteFigures } from '@core/ports/remote-figures'
import type { Environment } from '@bench/environment'
import type { Remotes } from '@bench/settings/remotes'
import { noFigures, notVouched, tokenMissing } from './words'

const askEveryMs = 3_000
/** A bench that is down is asked less and less often. */
const backOffMs = [3_000, 6_000, 15_000, 30_000]
/** Nobody looked for so long: the connections are closed. */
const leaseMs = 20_000

interface Watched {
  seen: SeenBench
  figures: RemoteFigures | undefined
  timer: Cancel | undefined
  tries: number
}

/** What of the bench is needed here. */
export interface BenchesParts {
  readonly environment: Pick<Environment, 'clock' | 'remoteFigures'>
  readonly remotes: Pick<Remotes, 'urls' | 'wayTo'>
}

/** All benches that are remembered, or were named, each asked by itself over one connection, for as long as somebody looks. */
export class Benches {
  readonly #o: BenchesParts
  readonly #watched = new Map<string, Watched>()
  #lease: Cancel | undefined

  constructor(parts: BenchesParts) {
    this.#o = parts
  }

  /** As they are known now: none is waited for. */
  read(): readonly SeenBench[] {
    this.#lease?.()
    this.#lease = this.#o.environment.clock.schedule(leaseMs, () => this.stop())
    const urls = this.#o.remotes.urls
    for (const [url, one] of this.#watched)
      if (!urls.includes(url)) {
        this.#end(one)
        this.#watched.delete(url)
      }
    return urls.map((url) => (this.#watched.get(url) ?? this.#watch(url)).seen)
  }
  stop(): void {
    this.#lease?.()
    this.#lease = undefined
    for (const one of this.#watched.values()) this.#end(one)
    this.#watched.clear()
  }

  #end(one: Watched): void {
    one.timer?.()
    one.figures?.end()
  }
  #watch(url: string): Watched {
    const seen: SeenBench = { url, state: 'asking', why: null, seenMs: null, figures: null }
    const one: Watched = { seen, figures: undefined, timer: undefined, tries: 0 }
    this.#watched.set(url, one)
    void this.#ask(one)
    return one
  }
  async #ask(one: Watched): Promise<void> {
    const { url } = one.seen
    const change = (seen: Partial<SeenBench>) => (one.seen = { ...one.seen, ...seen })
    try {
      one.figures ??= await this.#connection(url)
      if (!one.figures) change({ state: 'no-token', why: tokenMissing })
      else {
        const answer = await one.figures.ask()
        if (answer.kind === 'untrusted') change({ state: 'untrusted', why: notVouched })
        else {
          const { data } = seenFigures.safeParse(answer.figures)
          if (!data) change({ state: 'unreachable', why: noFigures })
          else {
            const seenMs = this.#o.environment.clock.nowMs()
            change({ state: 'reached', why: null, seenMs, figures: data })
          }
        }
      }
    } catch (error) {
      const state = stateOf(faultCode(error))
      change({ state, why: errorWords(error) })
    }
    if (this.#watched.get(url) !== one) return one.figures?.end()
    const down = one.seen.state !== 'reached'
    const pauseMs = down ? backOffMs[Math.min(one.tries++, backOffMs.length - 1)] : askEveryMs
    if (!down) one.tries = 0
    one.timer = this.#o.environment.clock.schedule(pauseMs ?? askEveryMs, () => void this.#ask(one))
  }
  async #connection(url: string): Promise<RemoteFigures | undefined> {
    const remote = await this.#o.remotes.wayTo(url)
    return remote && this.#o.environment.remoteFigures?.(remote)
  }
}

function stateOf(code: string | undefined): SeenBench['state'] {
  if (code === 'host-refused') return 'refused'
  return code === 'keyring-closed' ? 'no-token' : 'unreachable'
}
