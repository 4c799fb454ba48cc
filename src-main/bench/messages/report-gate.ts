import type { Facts } from '@core/at/knowledge'
import type { Cancel, Clock } from '@core/ports/clock'
import type { MessageLine } from './message-line'

/** A centre reports at once where the other side is reached; who waits longer asks for the list. */
const openMs = 120_000

interface Options {
  readonly clock: Clock
  readonly line: MessageLine
  /** Runs work in turn with what else is asked about messages. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>
  readonly report: (error: unknown) => void
}

/** Lets delivery reports through (AT+CNMI) while some are awaited, and puts the setting back behind them. */
export class ReportGate {
  readonly #o: Options
  #restore: string | undefined
  #cancel: Cancel | undefined

  constructor(options: Options) {
    this.#o = options
  }

  /** Opens it, where the modem would not tell by itself; `<ds>` 1 tells, 2 stores and tells (27.005, 3.4.1). */
  async open(signal?: AbortSignal): Promise<void> {
    this.#cancel?.()
    if (this.#restore === undefined) await this.#set(signal)
    this.#cancel = this.#o.clock.schedule(openMs, () => this.close())
  }

  async #set(signal?: AbortSignal): Promise<void> {
    const { line } = this.#o
    const before = await line.tried('AT+CNMI?', signal)
    const now = before && indicationsIn(before)
    if (!now || now.ds > 0) return
    const { mode, mt, bm, bfr } = now
    // With acknowledgements (phase 2+) what is told directly wants AT+CNMA each time; what is stored does not.
    const phase = await line.tried('AT+CSMS?', signal)
    for (const ds of phase?.['service'] === 1 ? [2, 1] : [1, 2])
      for (const wanted of [mode === 0 ? 2 : mode, 1]) {
        const set = await line.tried(`AT+CNMI=${wanted},${mt},${bm},${ds},${bfr}`, signal)
        if (!set) continue
        this.#restore = `AT+CNMI=${mode},${mt},${bm},${now.ds},${bfr}`
        return
      }
  }

  /** Nothing is awaited any more, or not for longer. */
  close(): void {
    this.#o.inTurn(() => this.closed()).catch((error: unknown) => this.#o.report(error))
  }
  async closed(): Promise<void> {
    this.#cancel?.()
    this.#cancel = undefined
    const restore = this.#restore
    this.#restore = undefined
    if (restore !== undefined) await this.#o.line.restore(restore)
  }
  /** The modem has started anew, or the port is gone: what was set is gone, too. */
  forget(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#restore = undefined
  }
}

export function indicationsIn(facts: Facts) {
  const { mode, mt, bm, ds, bfr } = facts
  if (typeof mode !== 'number' || typeof mt !== 'number') return undefined
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  return { mode, mt, bm: number(bm), ds: number(ds), bfr: number(bfr) }
}
