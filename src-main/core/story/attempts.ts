import type { LogRow } from '../log/row'
import { isAskedEnd } from '../log/hang-ups'
import { isDial, openingStage } from '../log/summary-opening'
import type { Stage } from '../log/slot-summary'
import { isHangUp, pppStage } from '../log/summary-ppp'
import { testFailed } from '../log/summary-tests'
import { rungIds, type RungId } from '../modem/rungs'
import type { Attempt, ToldLine } from './story'
import { toldLine } from './told-line'

const most = 50

interface Open {
  readonly number: number
  readonly line: ToldLine
  readonly atMs: number | undefined
  reached: RungId
  up: boolean
}

/** Every try to get a connection, and how far up the ladder it came. */
export class AttemptReader {
  readonly #done: Attempt[] = []
  #open: Open | undefined
  #count = 0

  get attempts(): readonly Attempt[] {
    return this.#open && this.#done.length < most
      ? [...this.#done, openAttempt(this.#open)]
      : this.#done
  }
  get more(): number {
    return this.#count - this.attempts.length
  }

  /** `stages`: how far each rung is, with this row. */
  take(row: LogRow, stages: ReadonlyMap<RungId, Stage>): void {
    if (row.kind === 'command') return this.#asked(row, stages)
    if (!this.#open) return
    // The connection is still up, and the next test may come through.
    if (testFailed(row.text)) return
    // What the modem says of it then is no failure.
    if (isAskedEnd(row) || (isHangUp(row) && this.#open.up)) return this.#hungUp()
    const stage = pppStage(row) ?? openingStage(row)
    if (row.kind === 'final' && row.text.startsWith('CONNECT')) this.#reach('ppp')
    if (row.kind === 'final' && row.text === 'OK' && isDial(row.command ?? '')) this.#reach('ppp')
    if (stage && stage.state !== 'failure') this.#reach(stage.id, stage.state === 'fine')
    const { kind, text, command = '' } = row
    const refused = kind === 'final' && isDial(command) && !/^(?:CONNECT|OK$)/.test(text)
    const hungUp = kind !== 'echo' && (text === 'NO CARRIER' || /^\+PPPD: DISC/.test(text))
    if (refused || hungUp || stage?.state === 'failure') this.#end(row)
  }

  #asked(row: LogRow, stages: ReadonlyMap<RungId, Stage>): void {
    const begins = isDial(row.text) || openingStage(row)?.id === 'ip'
    if (!begins) return
    this.#end()
    const atMs = row.timed === 'none' ? undefined : row.atMs
    const reached = shown(stages)
    this.#open = { number: ++this.#count, line: toldLine(row), atMs, reached, up: false }
  }

  #reach(id: RungId, up = false): void {
    const open = this.#open
    if (!open) return
    if (rungIds.indexOf(id) > rungIds.indexOf(open.reached)) open.reached = id
    open.up ||= up && (id === 'ip' || id === 'internet')
  }

  #hungUp(): void {
    const open = this.#open
    this.#open = undefined
    if (open && this.#done.length < most) this.#done.push({ ...openAttempt(open), hungUp: true })
  }

  #end(row?: LogRow): void {
    const open = this.#open
    this.#open = undefined
    if (!open || this.#done.length >= most) return
    const told = openAttempt(open)
    if (!row) {
      this.#done.push(told)
      return
    }
    const took =
      open.atMs === undefined || row.timed === 'none' ? {} : { tookMs: row.atMs - open.atMs }
    this.#done.push({ ...told, state: 'failure', end: toldLine(row), ...took })
  }
}

const below = ['context', 'network', 'sim', 'port'] as const

/** The highest rung below the link that the log shows to be up when the attempt begins. */
const shown = (stages: ReadonlyMap<RungId, Stage>): RungId =>
  below.find((id) => stages.get(id)?.state === 'fine') ?? 'port'

function openAttempt({ number, line, reached, up }: Open): Attempt {
  return { number, line, reached, state: up ? 'fine' : 'open' }
}
