import { faultRows, type FaultCode } from '../fault'
import { rungIds, type RungId } from '../modem/rungs'
import { CutShort } from './cut-short'
import { EchoOnly } from './echo-only'
import { LinkWatch, type Standstill } from './link-watch'
import type { LogRow } from './row'
import { shortest } from './shortest'
import type { Stage } from './slot-summary'

const ofHangUp = new Set<FaultCode>(['link-network-refused', 'link-auth-unsupported'])
const overLink = ['ppp', 'ip', 'internet'] as const

/** Where a modem stands still though no line says so: what is asked in vain, and what was cut short. */
export class Standstills {
  readonly #link = new LinkWatch()
  readonly #cut = new CutShort()
  readonly #echo = new EchoOnly()

  take(row: LogRow, stages: ReadonlyMap<RungId, Stage>): void {
    const inData = overLink.some((id) => {
      const state = stages.get(id)?.state
      return state === 'busy' || state === 'fine'
    })
    this.#cut.take(row, inData)
    this.#link.take(row)
    this.#echo.take(row)
  }
  /** A new try: nothing of before is waited for. */
  begin(): void {
    this.#link.begin()
    this.#cut.over()
  }

  /** `layer`: where the lines say that it stopped. What they say failed, and what is below, explains it. */
  of(layer: Stage | undefined): Standstill | undefined {
    const cut = this.#cut.standstill ?? this.#echo.standstill
    if (cut) return cut
    const found = this.#link.standstill
    // The call that ended so soon has no better reason in the frames before it.
    if (!found || !layer || (ofHangUp.has(found.code) && layer.id === 'ppp')) return found
    const below = rungIds.indexOf(layer.id) < rungIds.indexOf(found.id)
    return layer.state === 'failure' || below ? undefined : found
  }
}

export const standing = ({ id, code, row }: Standstill): Stage => ({
  id,
  state: 'failure',
  line: shortest(row.text),
  words: faultRows[code].meaning,
})
