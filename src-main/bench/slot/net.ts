import { usualIdleMs, warnIdleMs } from '@core/failover/idle'
import type { Knowledge } from '@core/at/knowledge'
import { DayPace } from '@core/ip/budget'
import type { IpHost } from '@core/ip/host'
import { KeepAlive, type KeepAliveSettings } from '@core/ip/keep-alive'
import {
  proxyOff,
  type KeepAliveState,
  type LinkCheck,
  type NetState,
  type NetTool,
  type ProxyState,
} from '@core/ip/net-state'
import { dialOver } from '@core/ip/socks-dial'
import type { SocksCredentials } from '@core/ip/socks5'
import type { ToolProgress } from '@core/ip/tools/tool-answer'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { SlotName } from '@core/modem/slot-names'
import type { Cancel } from '@core/ports/clock'
import type { CaptureState } from '@core/ports/capture'
import type { SocksProxy } from '@core/ip/socks-proxy'
import type { Words } from '@core/words'
import { SlotCapture, type CaptureSettings } from '@bench/log/capture'
import type { Environment } from '@bench/environment'
import { ToolRuns } from './tool-runs'
import {
  keepAliveSent,
  keepAliveOff,
  keepAliveOn,
  silentFor,
  slotNotConnected,
  socksProxy,
  socksProxyOff,
} from './words'

interface Options {
  readonly slot: SlotName
  readonly environment: Environment
  readonly knowledge: Knowledge
  readonly session: () => ModemSession | undefined
  readonly onChange: (net: NetState) => void
  readonly onProgress: (tool: NetTool, progress: ToolProgress) => void
  /** A line for the log. */
  readonly note: (text: Words) => void
}

export interface ProxySettings {
  readonly port: number
  readonly budgetBytes: number | null
  readonly credentials?: SocksCredentials | undefined
}

const everyMs = 1000
const unset: KeepAliveSettings = { kind: 'ping', host: '', everyMs: 900_000 }

/** What passes over the link of a slot: the tools a person runs, the proxy, the keep-alive, and what it comes to. */
export class SlotNet {
  readonly #o: Options
  readonly runs: ToolRuns
  readonly capture: SlotCapture
  readonly #pace = new DayPace()
  #keepAlive: KeepAlive
  #proxy: SocksProxy | undefined
  #tick: Cancel | undefined
  #planned: Cancel | undefined
  #shown = ''
  #passed = -1
  #lastTrafficMs = 0
  #warned = false
  #lost: Fault | undefined
  #check: LinkCheck | null = null

  constructor(options: Options) {
    this.#o = options
    this.#keepAlive = this.#newKeepAlive(unset)
    this.capture = new SlotCapture({
      slot: options.slot,
      environment: options.environment,
      knowledge: options.knowledge,
      onChange: () => this.#soon(),
      note: options.note,
    })
    this.runs = new ToolRuns({
      host: () => this.needHost(),
      lost: () => this.#lost,
      onChange: () => this.#tell(),
      onProgress: options.onProgress,
    })
  }

  get state(): NetState {
    const counters = this.#link?.link.counters
    return {
      bytes: counters ? { rx: counters.rxIpBytes, tx: counters.txIpBytes } : null,
      lastTrafficMs: counters ? this.#lastTrafficMs : null,
      perDayBytes: this.#pace.perDayBytes,
      check: counters ? this.#check : null,
      proxy: this.#proxy?.state ?? proxyOff,
      keepAlive: this.#keepAlive.state,
      capture: this.capture.state,
      running: this.runs.running,
    }
  }

  /** The link, as long as it carries anything: it is kept a moment longer for those who ask why it ended. */
  get #link() {
    const upLink = this.#o.session()?.upLink
    return upLink?.link.phase === 'dead' ? undefined : upLink
  }

  /** The IP host of the link, or the fault that says to connect first. */
  needHost(): IpHost {
    const host = this.#link?.host
    if (!host) throw new Fault('net-not-connected', slotNotConnected(this.#o.slot))
    return host
  }

  /** Something beyond the link was asked: what it took; null where it did not answer. */
  checked(host: string, ms: number | null): void {
    this.#check = { host, ms }
    this.#tell()
  }

  /** The link came up or went down, by what `lost` says, or the port was closed. */
  linkChanged(lost?: Fault): void {
    // The end of the port follows that of its link; both stand until a link is up again.
    this.#lost = this.#link ? undefined : (lost ?? this.#lost)
    this.#pace.clear()
    this.#passed = -1
    this.#check = null
    if (this.#link) this.#watch()
    else this.#tick?.()
    this.#tell()
  }

  /** Looks at the counters once a second while there is a link. */
  #watch(): void {
    const { clock } = this.#o.environment
    this.#tick?.()
    const counters = this.#link?.link.counters
    if (counters) {
      const { rxIpBytes, txIpBytes } = counters
      this.#pace.sample(clock.monotonicUs(), rxIpBytes + txIpBytes)
      if (rxIpBytes + txIpBytes !== this.#passed) {
        this.#lastTrafficMs = clock.nowMs()
        this.#warned = false
      }
      this.#warnOfSilence(clock.nowMs() - this.#lastTrafficMs)
      this.#passed = rxIpBytes + txIpBytes
      this.#tick = clock.schedule(everyMs, () => {
        this.#watch()
        this.#tell()
      })
    }
  }

  /** Once for each silence: networks hang up on a link over which nothing passed for about an hour. */
  #warnOfSilence(silentMs: number): void {
    if (this.#warned || silentMs < warnIdleMs) return
    this.#warned = true
    const [silent, left] = [warnIdleMs, usualIdleMs - warnIdleMs].map((ms) => ms / 60_000)
    this.#o.note(silentFor(silent, left))
  }

  async setProxy(settings: ProxySettings | undefined): Promise<ProxyState> {
    const before = this.#proxy
    this.#proxy = undefined
    // What passed over it until now is its last word.
    const last = before?.state
    if (before) {
      await before.close()
      this.#o.note(socksProxyOff)
    }
    if (settings) await this.#openProxy(settings)
    this.#tell()
    const { proxy } = this.state
    return settings || !last ? proxy : { ...last, on: false, port: null, connections: 0 }
  }

  async #openProxy(settings: ProxySettings): Promise<void> {
    const proxy = await this.#o.environment.openSocks({
      ...settings,
      dial: dialOver(() => this.needHost()),
      onChange: () => this.#soon(),
    })
    this.#proxy = proxy
    const at = `127.0.0.1:${proxy.state.port ?? 0}`
    this.#o.note(socksProxy(at))
  }

  async setCapture(settings: CaptureSettings | undefined): Promise<CaptureState> {
    try {
      return await this.capture.set(settings)
    } finally {
      this.#tell()
    }
  }

  setKeepAlive(settings: KeepAliveSettings | undefined): KeepAliveState {
    this.#keepAlive.stop()
    if (settings) {
      this.#keepAlive = this.#newKeepAlive(settings)
      this.#keepAlive.start()
      const { en, ja } = this.#keepAlive.state.words
      this.#o.note(keepAliveOn({ en, ja }))
    } else this.#o.note(keepAliveOff)
    this.#tell()
    return this.#keepAlive.state
  }

  #newKeepAlive(settings: KeepAliveSettings): KeepAlive {
    return new KeepAlive({
      ...settings,
      clock: this.#o.environment.clock,
      link: () => this.#link?.host,
      onChange: () => this.#tell(),
      onRound: ({ ms, words }) => {
        if (settings.host !== '') this.checked(settings.host, ms)
        const took =
          ms === null
            ? { en: '', ja: '' }
            : { en: `, ${ms.toFixed(0)} ms`, ja: `、${ms.toFixed(0)} ms` }
        this.#o.note(keepAliveSent(words, took))
      },
    })
  }

  /** Ends everything for good: the program is closing. */
  async stop(): Promise<void> {
    this.runs.cancel()
    this.#tick?.()
    this.#keepAlive.stop()
    const proxy = this.#proxy
    this.#proxy = undefined
    await proxy?.close()
    await this.capture.stop()
  }

  /** The proxy counts each piece; the window is told once a second. */
  #soon(): void {
    if (this.#planned) return
    this.#planned = this.#o.environment.clock.schedule(everyMs, () => {
      this.#planned = undefined
      this.#tell()
    })
  }

  #tell(): void {
    const { state } = this
    const text = JSON.stringify(state)
    if (text === this.#shown) return
    this.#shown = text
    this.#o.onChange(state)
  }
}
