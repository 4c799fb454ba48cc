import { Fault } from '@core/fault'
import { becauseLost } from '@core/ip/because-lost'
import type { IpHost } from '@core/ip/host'
import { lineFillers, type NetTool } from '@core/ip/net-state'
import type { ToolOptions, ToolProgress } from '@core/ip/tools/tool-answer'

interface Options {
  readonly host: () => IpHost
  /** What ended the link, once something has. */
  readonly lost: () => Fault | undefined
  readonly onChange: () => void
  readonly onProgress: (tool: NetTool, progress: ToolProgress) => void
}

interface Run {
  readonly tool: NetTool
  readonly abort: AbortController
}

/** The tools that run over the link of a slot: what they say goes to the windows, and they can be cancelled. */
export class ToolRuns {
  readonly #o: Options
  readonly #runs = new Set<Run>()

  constructor(options: Options) {
    this.#o = options
  }

  get running(): readonly NetTool[] {
    return [...this.#runs].map((run) => run.tool)
  }

  /** Runs a tool over the link that is up; rejects with net-not-connected, or as the tool does. */
  async run<T>(tool: NetTool, use: (host: IpHost, options: ToolOptions) => Promise<T>): Promise<T> {
    const host = this.#o.host()
    const filled = this.running.some((one) => lineFillers.has(one))
    if (lineFillers.has(tool) && filled) throw new Fault('net-running')
    const run: Run = { tool, abort: new AbortController() }
    this.#runs.add(run)
    this.#o.onChange()
    try {
      return await use(host, {
        signal: run.abort.signal,
        onProgress: (progress) => this.#o.onProgress(tool, progress),
      })
    } catch (error) {
      throw becauseLost(error, this.#o.lost())
    } finally {
      this.#runs.delete(run)
      this.#o.onChange()
    }
  }

  cancel(): void {
    for (const { abort } of this.#runs) abort.abort(new Fault('at-cancelled'))
  }
}
