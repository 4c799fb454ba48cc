import type { SlotName } from '@core/modem/slot-names'
import type { PackedReplay } from '@core/simulator/replay/packed-replay'
import type { Simulators } from '@bench/simulators/simulators'

/** The simulated modems of this process, read when one is first needed: who has a modem on the desk does not wait for them. */
export class SimulatorsLater {
  readonly #inside: string | undefined
  #loading: Promise<Simulators> | undefined

  /** `inside`: as for `newSimulators`. */
  constructor(inside?: string) {
    this.#inside = inside
  }

  all(): Promise<Simulators> {
    this.#loading ??= import('./simulators').then(({ newSimulators }) =>
      newSimulators(this.#inside),
    )
    return this.#loading
  }
  async list() {
    return (await this.all()).list()
  }
  async control(name: string, fault: string, value?: string): Promise<void> {
    ;(await this.all()).control(name, fault, value)
  }
  async replay(log: string, replay: PackedReplay, slot?: SlotName): Promise<string> {
    return (await this.all()).replay(log, replay, slot)
  }
  async renew(name: string): Promise<void> {
    ;(await this.all()).renew(name)
  }
  /** Tells when the port is there again. Returns the way to stop. */
  onReturn(path: string, back: (name: string) => void): () => void {
    let stop: (() => void) | undefined
    let stopped = false
    void this.all().then((all) => {
      if (!stopped) stop = all.onReturn(path, back)
    })
    return () => {
      stopped = true
      stop?.()
    }
  }
  dispose(): void {
    void this.#loading?.then((all) => all.dispose())
  }
}
