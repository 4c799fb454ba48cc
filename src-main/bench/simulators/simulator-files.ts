import type { LogRow } from '@contract'
import type { SlotName } from '@core/modem/slot-state'
import type { Clock } from '@core/ports/clock'
import { recordingInTurns, type Recording } from '@core/simulator/replay/recording'
import { Fault } from '@core/fault'
import { parseScenario, type ScenarioStep } from '@core/simulator/scenario'
import { breathes } from '@bench/breath'
import type { LogSource } from '@bench/environment'
import { readLogRows } from '@bench/log/log-rows'
import { quoted } from '@core/words'

/** How the computer gives files; both reject with a Fault that names the path. */
export interface FileAccess {
  log(path: string): Promise<LogSource>
  text(path: string): Promise<string>
}

/** Logs that are open in the window, by the name they are replayed under; they end with the program. */
const mostKept = 8

/** The logs and scenarios that names of simulated modems speak of: files, or what was opened in the window. */
export class SimulatorFilesOf {
  readonly #access: FileAccess
  readonly #clock: Clock
  readonly #kept = new Map<string, { readonly name: string; readonly rows: readonly LogRow[] }>()

  constructor(access: FileAccess, clock: Clock) {
    this.#access = access
    this.#clock = clock
  }
  /** Keeps the rows of an open log under a name that stands for a path; another log of that name gets a number. */
  keep(name: string, rows: readonly LogRow[]): string {
    const path = this.#pathOf(name, rows)
    this.#kept.delete(path)
    this.#kept.set(path, { name, rows })
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old)
    return path
  }
  #pathOf(name: string, rows: readonly LogRow[]): string {
    for (let number = 1; ; number++) {
      const path = number === 1 ? name : `${name} (${number})`
      const kept = this.#kept.get(path)
      if (!kept || kept.rows === rows) return path
    }
  }
  async recording(path: string, slot: SlotName | undefined): Promise<Recording> {
    const { name, rows } = this.#kept.get(path) ?? (await this.#read(path))
    const options = slot === undefined ? { name } : { name, slot }
    return recordingInTurns(rows, options, breathes(this.#clock))
  }
  async scenario(path: string): Promise<readonly ScenarioStep[]> {
    return parseScenario(await this.#access.text(path))
  }

  async #read(path: string): Promise<{ name: string; rows: readonly LogRow[] }> {
    const source = await this.#access.log(path)
    const { rows, exchanges } = await readLogRows(source, path, breathes(this.#clock))
    if (exchanges === 0) throw new Fault('log-unknown', quoted(path))
    return { name: path.split(/[/\\]/).at(-1) ?? path, rows }
  }
}
