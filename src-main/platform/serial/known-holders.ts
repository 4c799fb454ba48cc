import type { PortHolder } from '@core/ports/port-info'

type Holders = ReadonlyMap<string, readonly PortHolder[]>

/** So long what was seen of the holders counts for a list that is made again and again. */
const goodForMs = 10_000

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

  async of(paths: readonly string[], lately: boolean): Promise<Holders> {
    const all = paths.join('\n')
    const good = all === this.#paths && this.#nowMs() - this.#atMs < goodForMs
    if (lately && good) return this.#known
    const known = await this.#look(paths)
    this.#paths = all
    this.#atMs = this.#nowMs()
    this.#known = known
    return known
  }
}
