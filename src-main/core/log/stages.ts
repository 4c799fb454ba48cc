import { rungIds, type RungId } from '../modem/rungs'
import type { Words } from '../words'
import type { Stage } from './slot-summary'
import { carrying, type Spelled } from './summary-parts'
import { shortest } from './shortest'

/** What a restart takes down. */
const fallen = ['sim', 'network', 'ppp', 'ip', 'internet'] as const

/** How far each layer of a connection has come, while the rows pass by. */
export class Stages {
  readonly #now = new Map<RungId, Stage>()
  /** Those of before the latest restart, where one had failed. */
  #before: ReadonlyMap<RungId, Stage> | undefined
  #failedNow = false

  get all(): ReadonlyMap<RungId, Stage> {
    return this.#now
  }
  get(id: RungId): Stage | undefined {
    return this.#now.get(id)
  }
  has(id: RungId): boolean {
    return this.#now.has(id)
  }
  delete(id: RungId): void {
    this.#now.delete(id)
  }

  /** The row that shows it tells in its own words, unless there are better ones. */
  set(
    id: RungId,
    state: Stage['state'],
    row?: Spelled,
    words: Words | undefined = row?.explanation?.words,
  ): void {
    this.#failedNow ||= state === 'failure' && this.#now.get(id)?.state !== 'failure'
    this.#now.set(id, {
      id,
      state,
      ...(row ? { line: shortest(row.said ?? row.text) } : {}),
      ...(words ? { words } : {}),
    })
    if (state === 'fine' && carrying.has(id)) this.#overcome(id)
  }
  /** What carries data came through the layers below: their failures are over. */
  #overcome(upTo: RungId): void {
    for (const id of rungIds.slice(0, rungIds.indexOf(upTo)))
      if (this.#now.get(id)?.state === 'failure') this.#now.set(id, { id, state: 'fine' })
  }

  nextRow(): void {
    this.#failedNow = false
  }
  /** A layer failed with the row at hand. */
  get failedNow(): boolean {
    return this.#failedNow
  }

  /** What came up before is down. */
  restart(): void {
    this.keepFailures()
    for (const id of fallen) this.#now.delete(id)
  }
  /** What had failed stays known, should nothing be tried any more. */
  keepFailures(): void {
    const failed = [...this.#now.values()].some(({ state }) => state === 'failure')
    if (failed) this.#before = new Map(this.#now)
  }
  /** The port was closed in the middle: where it waited stays known, too. */
  keepUnfinished(): void {
    if (fallen.some((id) => this.#now.get(id)?.state === 'busy')) this.#before = new Map(this.#now)
  }
  /** How far it came; where nothing was tried after a restart, what had failed before it. */
  get reached(): ReadonlyMap<RungId, Stage> {
    const tried = fallen.some((id) => this.#now.has(id))
    return tried ? this.#now : (this.#before ?? this.#now)
  }
}
