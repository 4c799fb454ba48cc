import { errorWords, faultCode, Fault } from '../fault'
import type { SeenLine } from '../words'
import type { Clock } from '../ports/clock'
import type { PhaseTime } from './decision'
import type { FailoverMode, HealthCheck } from './policy'
import type { Done, FailoverSlot } from './slots'
import { otherSlot } from './words'

export interface BringOptions {
  readonly clock: Clock
  readonly mode: FailoverMode
  readonly check: HealthCheck
  readonly to: FailoverSlot
  /** The slot that is left; null when there is none, or it is the same. */
  readonly from: FailoverSlot | null
  readonly fresh: boolean
  readonly signal: AbortSignal
}

/** A new link may lose its first packet; one that stood has no excuse. */
const firstTries = 2

/** Leads a slot from wherever it is to the first octet over it, and says how long each part took. */
export async function bring(options: BringOptions): Promise<Done> {
  const { mode, to, from, fresh, signal } = options
  const parts: Done[] = []
  if (mode === 'cold' && from) parts.push(await putOut(from, signal))
  if (mode === 'cold' && to.power) parts.push(await to.power.on(signal))
  if (fresh && to.facts.link) await to.hangUp(signal)
  const stood = to.facts.link
  if (!stood) parts.push(await to.connect(signal))
  parts.push(await firstByte(options, stood ? 1 : firstTries))
  return { phases: parts.flatMap(({ phases }) => phases), seen: parts.flatMap(({ seen }) => seen) }
}

/** The seed of every cold switch: hang up, then power off. A slot that cannot be put out must not stop the other. */
async function putOut(from: FailoverSlot, signal: AbortSignal): Promise<Done> {
  const seen: SeenLine[] = []
  for (const act of [() => from.hangUp(signal), () => from.power?.off(signal)])
    try {
      const done = await act()
      if (done) return { phases: done.phases, seen: [...seen, ...done.seen] }
    } catch (error) {
      if (signal.aborted || faultCode(error) === undefined) throw error
      const { en, ja } = errorWords(error)
      seen.push(otherSlot({ en, ja }))
    }
  return { phases: [], seen }
}

async function firstByte(options: BringOptions, tries: number): Promise<Done> {
  const { clock, to, check, signal } = options
  if (check.target === '') return { phases: [], seen: [] }
  const startUs = clock.monotonicUs()
  const seen: SeenLine[] = []
  for (let left = tries; left > 0; left--)
    try {
      const found = await to.probe(check, signal)
      const phase: PhaseTime = { phase: 'first byte', ms: (clock.monotonicUs() - startUs) / 1000 }
      return { phases: [phase], seen: [...seen, found.seen] }
    } catch (error) {
      if (signal.aborted || !(error instanceof Fault) || left === 1) throw error
      seen.push(errorWords(error))
    }
  return { phases: [], seen }
}
