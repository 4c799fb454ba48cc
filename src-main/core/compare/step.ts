import type { FaultCode } from '../fault'
import type { ToldLine } from '../story/story'
import type { Words } from '../words'

/** What a run did at one point, told by its meaning: two logs of the same run have the same steps, whoever wrote them. */
export interface Step {
  /** What was done or happened; steps of two logs are laid beside each other by it. */
  readonly key: string
  /** What it was done with: the arguments that matter. */
  readonly asked: string
  /** How it ended. */
  readonly result: string
  readonly failed: boolean
  readonly kind: 'command' | 'event' | 'state'
  /** How long its answer took, where the log has times. */
  readonly tookMs?: number
  readonly lines: readonly ToldLine[]
  readonly code?: FaultCode
  /** What it means, where no fault says it. */
  readonly means?: Words
}
