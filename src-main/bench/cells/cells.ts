import type { CellsHeard } from '@contract'
import { cellFamilies } from '@catalog/cells'
import { finalLine } from '@core/at/final'
import type { Knowledge } from '@core/at/knowledge'
import type { AtReply } from '@core/at/reply'
import type { Token } from '@core/at/token'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import type { CellFamily } from '@core/radio/cell-family'
import { cellsOf, type HeardCell } from '@core/radio/cells'
import { expectWithin, type Expectation } from '@core/wait'
import { quoted } from '@core/words'
import { InTurn } from '@bench/in-turn'
import { ModemFamily } from '@bench/slot/modem-family'
import { noCellCommand } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
}

/** Nordic’s reference guide: a measurement on several channels takes seconds. */
const laterMs = 60_000

/** The cells a slot's modem hears, where its maker has a command for them. Nothing stays changed. */
export class SlotCells {
  readonly #o: Options
  readonly #family: ModemFamily<CellFamily>
  readonly #turn = new InTurn()
  #awaited: { readonly prefix: string; readonly line: Expectation<string> } | undefined

  constructor(options: Options) {
    this.#o = options
    this.#family = new ModemFamily({ session: options.session, families: cellFamilies })
  }

  /** What a modem said. */
  hear(token: Token): void {
    const awaited = this.#awaited
    if (awaited && 'text' in token && token.text.startsWith(awaited.prefix))
      awaited.line.resolve(token.text)
  }

  read(signal?: AbortSignal): Promise<CellsHeard> {
    return this.#turn.run(async () => {
      const family = await this.#family.find(signal)
      if (!family) throw new Fault('radio-no-cells', noCellCommand(this.#family.model))
      const cells = await this.#ask(family, signal)
      return {
        family: family.name,
        source: family.source,
        commands: family.questions.map(({ command }) => command),
        servingOnly: family.servingOnly === true,
        cells: once(cells),
        readMs: this.#o.clock.nowMs(),
      }
    })
  }
  async #ask(family: CellFamily, signal?: AbortSignal): Promise<readonly HeardCell[]> {
    const { mode } = family
    if (!mode) return this.#answers(family, signal)
    const before = await this.#send(mode.read, signal)
    const back = before.ok ? mode.back(before.lines) : undefined
    const set = await this.#send(mode.set, signal)
    if (!set.ok) throw refused(mode.set, set)
    try {
      return await this.#answers(family, signal)
    } finally {
      // Also where the person who asked has gone.
      if (back !== undefined) await this.#send(back)
    }
  }
  async #answers(family: CellFamily, signal?: AbortSignal): Promise<readonly HeardCell[]> {
    const cells: HeardCell[] = []
    for (const { command, serving } of family.questions) {
      const lines = await this.#lines(family, command, signal)
      // A modem without coverage refuses the question about neighbours.
      if (!lines) continue
      const parts = family.perLine ? lines.map((line) => [line]) : [lines]
      for (const [at, part] of parts.entries())
        cells.push(...cellsOf(this.#o.knowledge.answer(command, part), serving && at === 0))
    }
    return cells
  }
  /** Undefined: a further question was refused. */
  async #lines(
    family: CellFamily,
    command: string,
    signal?: AbortSignal,
  ): Promise<readonly string[] | undefined> {
    const first = command === family.questions[0]?.command
    const awaited = family.later
      ? expectWithin<string>(this.#o.clock, laterMs, { code: 'radio-cells-late' }, signal)
      : undefined
    if (awaited && family.later) this.#awaited = { prefix: family.later, line: awaited }
    // A refusal is told first; nobody waits for the line then.
    awaited?.promise.catch(() => undefined)
    try {
      const reply = await this.#send(command, signal)
      if (!reply.ok && first) throw refused(command, reply)
      if (!reply.ok) return undefined
      return awaited ? [await awaited.promise] : reply.lines
    } finally {
      this.#awaited = undefined
      awaited?.resolve('')
    }
  }
  #send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}

const refused = (command: string, reply: AtReply) =>
  new Fault('radio-cells-refused', quoted(`${command}: ${finalLine(reply.final)}`))

/** The cell the modem is on stands among the neighbours of some, too. */
function once(cells: readonly HeardCell[]): readonly HeardCell[] {
  const key = ({ rat, channel, physicalId, cellId }: HeardCell) =>
    physicalId === null ? `${rat} ${channel} cell ${cellId}` : `${rat} ${channel} ${physicalId}`
  const sorted = cells.toSorted((a, b) => Number(b.serving) - Number(a.serving))
  return sorted.filter((cell, at) => sorted.findIndex((one) => key(one) === key(cell)) === at)
}
