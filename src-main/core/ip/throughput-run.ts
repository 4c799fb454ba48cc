import type { TlsWishes } from '../ports/tls'
import type { FamilyChoice } from './destination'

/** The run as its direction sees it. */
export interface ThroughputRun {
  readonly url: string
  readonly tls: TlsWishes | undefined
  readonly family: FamilyChoice | undefined
  readonly signal: AbortSignal
  readonly ended: boolean
  /** Content that has arrived in all; the first call starts the clock. */
  arrived(bytes: number): void
  /** Where the count is looked up that `arrived` is told only now and then. */
  watch(count: () => number): void
  request(): void
}
