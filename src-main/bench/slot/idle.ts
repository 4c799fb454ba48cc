import type { IdleMeasurement } from '@core/failover/idle'
import { IdleRun } from '@core/failover/idle-run'
import type { KeepAliveSettings } from '@core/ip/keep-alive'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import type { SeenLine, Words } from '@core/words'
import type { SlotNet } from './net'
import { begunAnew, idleLimit } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly net: SlotNet
  readonly onChange: (idle: IdleMeasurement) => void
  /** A line for the log. */
  readonly note: (text: Words) => void
  readonly report: (error: unknown) => void
}

export interface IdleWishes {
  readonly upToMs: number
  /** Who is asked at the end; empty: the name server of the link. */
  readonly probe: string
}

/** Measures how long the network lets a slot's link be silent; one measurement at a time. */
export class SlotIdle {
  readonly #o: Options
  #run: IdleRun | undefined
  #paused: KeepAliveSettings | undefined

  constructor(options: Options) {
    this.#o = options
  }

  get running(): boolean {
    const state = this.#run?.state.state
    return state === 'silent' || state === 'asking'
  }

  /** Begins anew. A keep-alive is off for as long as it takes. Throws Fault net-not-connected. */
  start({ upToMs, probe }: IdleWishes): IdleMeasurement {
    this.stop(begunAnew)
    const { net, clock, session, report, onChange, note } = this.#o
    net.needHost()
    const { on, kind, host, everyMs } = net.state.keepAlive
    this.#paused = on ? { kind, host, everyMs } : undefined
    if (on) net.setKeepAlive(undefined)
    const run = new IdleRun({
      session: session(),
      clock,
      upToMs,
      probe,
      report,
      onChange: (idle) => {
        note(noteOf(idle))
        if (idle.state !== 'silent' && idle.state !== 'asking') this.#resume()
        onChange(idle)
      },
    })
    this.#run = run
    note(noteOf(run.state))
    onChange(run.state)
    return run.state
  }

  /** `seen` says who or what stopped it. Nothing happens when none runs. */
  stop(seen: SeenLine): void {
    if (this.running) this.#run?.stop(seen)
  }

  #resume(): void {
    const settings = this.#paused
    this.#paused = undefined
    if (settings) this.#o.net.setKeepAlive(settings)
  }
}

const noteOf = ({ words }: IdleMeasurement): Words => idleLimit(words)
