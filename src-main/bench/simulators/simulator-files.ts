import type { SlotName } from '@core/modem/slot-names'
import type { Clock } from '@core/ports/clock'
import { unpacked, type PackedReplay } from '@core/simulator/replay/packed-replay'
import { played, type Played } from '@core/simulator/replay/played'
import { recordingInTurns } from '@core/simulator/replay/recording'
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
  readonly #kept = new Map<string, { readonly log: string; readonly replay: PackedReplay }>()

  constructor(access: FileAccess, clock: Clock) {
    this.#access = access
    this.#clock = clock
  }
  /** Keeps what an open log (`log`) is replayed from under a name that stands for a path; another log of that name gets a number. */
  keep(log: string, replay: PackedReplay): string {
    const path = this.#pathOf(log, replay.name)
    this.#kept.delete(path)
    this.#kept.set(path, { log, replay })
    for (const old of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(old)
    return path
  }
  #pathOf(log: string, name: string): string {
    for (let number = 1; ; number++) {
      const path = number === 1 ? name : `${name} (${number})`
      const kept = this.#kept.get(path)
      if (!kept || kept.log === log) return path
    }
  }
  async recording(path: string, slot: SlotName | undefined): Promise<Played> {
    const kept = this.#kept.get(path)
    if (kept) return unpacked(kept.replay, slot)
    const source = await this.#access.log(path)
    const breathe = breathes(this.#clock)
    const { rows, exchanges } = await readLogRows(source, path, breathe)
    if (exchanges === 0) throw new Fault('log-unknown', quoted(path))
    const name = path.split(/[/\\]/).at(-1) ?? path
    const options = slot === undefined ? { name } : { name, slot }
    return played(await recordingInTurns(rows, options, breathe))
  }
  async scenario(path: string): Promise<readonly ScenarioStep[]> {
    return parseScenario(await this.#access.text(path))
  }
}
