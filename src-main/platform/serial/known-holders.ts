import type { PortHolder } from '@core/ports/port-info'

type Holders = ReadonlyMap<string, readonly PortHolder[]>

/** So long what was seen of the holders counts for a list that is made again and again, and for one from which nobody chooses. */
const goodForMs = { lately: 10_000, seldom: 60_000 }
export type HowOften = keyof typeof goodForMs

/**
 * Who has the ports open, looked at anew or as it was seen lately: on Linux that means every file of every process, which costs
 * more than all the rest of a program that idles, and a list of ports is made every two seconds. Other ports than those of the
 * last look are looked at at once.
 */
export class KnownHolders {
  readonly #look: (paths: readonly string[]) => Promise<Holders>
  readonly #nowMs: () => number
  #paths = ''
  #atMs = -Infinity
  #known: Holders = new Map()

  constructor(look: (paths: readonly string[]) => Promise<Holders>, nowMs: () => number) {
    this.#look = look
    this.#nowMs = nowMs
  }

  /** `often` undefined: looked at now. */
  async of(paths: readonly string[], often: HowOften | undefined): Promise<Holders> {
    const all = paths.join('\n')
    const sameMs = all === this.#paths ? this.#nowMs() - this.#atMs : Infinity
    if (often && sameMs < goodForMs[often]) return this.#known
    const known = await this.#look(paths)
    this.#paths = all
    this.#atMs = this.#nowMs()
    this.#known = known
    return known
  }
}
