import { Fault } from '@core/fault'
import { portFault } from '@core/modem/port-fault'
import type { ModemSession } from '@core/modem/session'
import { sleep } from '@core/wait'
import type { Language, Words } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'
import { identityOf, watchForReturn } from '@platform/serial/watch'
import { printJson } from './output'
import { watchSignal } from './watch-signal'

/** What the ports of a modem are called now. */
export interface PortNames {
  readonly path: string
  readonly beside?: string | undefined
}

interface Options {
  readonly ms: number
  readonly signal: AbortSignal
  readonly language: Language
  readonly json: boolean
}

/** The time for which a connection is to stay, over as many connections as the cable allows. */
export class Holding {
  readonly #options: Options
  #startUs: number | undefined
  #identities: PortNames = { path: '' }
  #gone: Fault | undefined

  constructor(options: Options) {
    this.#options = options
  }

  /** Notes which devices these names are, while they are plugged in. */
  async remember(path: string, beside: string | undefined): Promise<PortNames> {
    if (this.#options.ms > 0)
      this.#identities = {
        path: await identityOf(path),
        beside: beside === undefined ? undefined : await identityOf(beside),
      }
    return { path, beside }
  }

  /** Stays connected; a link that ends before its time is said and rejects, a port that vanishes is for `again`. */
  async hold(session: ModemSession): Promise<void> {
    this.#gone = undefined
    const { signal, language, json } = this.#options
    this.#startUs ??= nodeClock.monotonicUs()
    const leftMs = this.#leftMs()
    if (leftMs <= 0 || !session.upLink) return
    const lost = new AbortController()
    const stop = session.on((event) => {
      if (event.kind === 'end') lost.abort(portFault(event.end, session.port.label))
      else if (event.kind === 'link' && event.event.kind === 'down')
        lost.abort(new Fault(event.event.code, event.event.said))
    })
    const stopSignal = watchSignal(session, { language, json, startUs: this.#startUs })
    try {
      await sleep(nodeClock, leftMs, AbortSignal.any([signal, lost.signal])).catch(() => undefined)
    } finally {
      stopSignal()
      stop()
    }
    if (!lost.signal.aborted) return
    const why: unknown = lost.signal.reason
    const seconds = this.#seconds()
    this.#say({
      en: `lost after ${seconds} s of ${this.#options.ms / 1000} s.`,
      ja: `${this.#options.ms / 1000} 秒のうち ${seconds} 秒で切れました。`,
    })
    if (!(why instanceof Fault) || why.code !== 'port-gone' || !this.#canReturn) throw why
    this.#gone = why
  }

  /** The names under which vanished devices are back; undefined when nothing vanished. Rejects when the time ends first. */
  async again({ path }: PortNames): Promise<PortNames | undefined> {
    const gone = this.#gone
    if (!gone) return undefined
    this.#gone = undefined
    await this.#tell('gone', path, {
      en: `${path} vanished; it is connected again when the device is back.`,
      ja: `${path} が見えなくなりました。デバイスが復帰したら再接続します。`,
    })
    const goneUs = nodeClock.monotonicUs()
    const late = new AbortController()
    const timer = nodeClock.schedule(Math.max(0, this.#leftMs()), () => late.abort(gone))
    const signal = AbortSignal.any([this.#options.signal, late.signal])
    try {
      const { path: device, beside } = this.#identities
      const back = {
        path: await returned(device, signal),
        beside: beside === undefined ? undefined : await returned(beside, signal),
      }
      const seconds = ((nodeClock.monotonicUs() - goneUs) / 1e6).toFixed(1)
      await this.#tell('back', back.path, {
        en: `${back.path} is back after ${seconds} s; connecting again.`,
        ja: `${back.path} が ${seconds} 秒後に復帰しました。再接続します。`,
      })
      return back
    } finally {
      timer()
    }
  }

  /** What is behind a socket, or simulated within this very command, cannot be plugged in again. */
  get #canReturn(): boolean {
    return !/^(tcp|sim):/i.test(this.#identities.path)
  }
  #leftMs(): number {
    const startUs = this.#startUs ?? nodeClock.monotonicUs()
    return this.#options.ms - (nodeClock.monotonicUs() - startUs) / 1000
  }
  #seconds(): number {
    return Math.round((this.#options.ms - this.#leftMs()) / 1000)
  }
  #say(words: Words): void {
    process.stderr.write(`modem-bench: ${words[this.#options.language]}\n`)
  }
  async #tell(port: 'gone' | 'back', path: string, words: Words): Promise<void> {
    this.#say(words)
    if (this.#options.json) await printJson({ held: this.#seconds(), port, path, words })
  }
}

/** The path of a device once it is there again. */
function returned(identity: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      stop()
      reject(signal.reason)
    }
    const stop = watchForReturn(identity, ({ path }) => {
      signal.removeEventListener('abort', leave)
      resolve(path)
    })
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
