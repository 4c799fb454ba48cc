import type { LogRow } from '../log/row'
import type { ToldLine } from '../story/story'
import type { Step } from './step'

type State = 'registered' | 'denied' | 'trying'

/** However it is asked or told, and for whichever network: registered, refused, or still trying when the log ends. */
export class RegistrationSteps {
  readonly #stats = new Map<string, { stat: number; shown: ToldLine }>()
  #state: State = 'trying'
  #since: { atMs: number | undefined; shown: ToldLine } | undefined

  take(row: LogRow, shown: ToldLine): readonly Step[] {
    const { name = '', facts } = row.explanation ?? {}
    const stat = facts?.['stat']
    if (row.dir !== 'rx' || row.kind === 'echo' || typeof stat !== 'number') return []
    if (!/^\+(?:C(?:5G|E|G)?|EG?)REG$/.test(name)) return []
    const atMs = row.timed === 'none' ? undefined : row.atMs
    this.#since ??= { atMs, shown }
    this.#stats.set(name, { stat, shown })
    const state = this.#now()
    if (state === this.#state) return []
    const before = this.#state
    this.#state = state
    if (state === 'trying') {
      this.#since = { atMs, shown }
      return before === 'registered' ? [stepOf('lost', shown)] : []
    }
    const since = this.#since.atMs
    const took = since === undefined || atMs === undefined ? {} : { tookMs: atMs - since }
    return [{ ...stepOf(state, shown), ...took }]
  }

  /** Told of, and not registered yet. */
  get trying(): boolean {
    return this.#state === 'trying' && this.#since !== undefined
  }

  end(): readonly Step[] {
    if (this.#state !== 'trying' || !this.#since) return []
    const code = this.#searches()
    return [{ ...stepOf('trying', this.#since.shown), ...(code ? { code } : {}) }]
  }

  /** What keeps it from a network, where all that was told says the same: 27.007, 7.2. */
  #searches(): Step['code'] {
    const stats = new Set([...this.#stats.values()].map(({ stat }) => stat))
    if (stats.has(2)) return 'registration-searching'
    if (stats.has(4)) return 'registration-no-coverage'
    return stats.has(0) ? 'registration-idle' : undefined
  }

  #now(): State {
    const stats = [...this.#stats.values()].map(({ stat }) => stat)
    if (stats.some((stat) => stat === 1 || stat === 5)) return 'registered'
    return stats.includes(3) ? 'denied' : 'trying'
  }
}

function stepOf(result: State | 'lost', shown: ToldLine): Step {
  return {
    key: 'registration',
    asked: '',
    result,
    failed: result !== 'registered',
    kind: 'state',
    lines: [shown],
    ...(result === 'denied' ? { code: 'registration-denied' as const } : {}),
  }
}
