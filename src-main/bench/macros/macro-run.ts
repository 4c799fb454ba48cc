import type { Macro } from '@contract'
import type { EndingsOf } from '@core/at/endings'
import { finalLine } from '@core/at/final'
import { expectedPrompt, wholePayload } from '@core/at/prompt'
import { errorWords, Fault, faultCode } from '@core/fault'
import type { MacroState } from '@core/macro/macro-state'
import {
  runMacro,
  type MacroChannel,
  type MacroProgress,
  type MacroRunOptions,
} from '@core/macro/run'
import type { MacroScript } from '@core/macro/step'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { utf8Bytes } from '@core/utf8'
import { quoted, type Words } from '@core/words'
import { macroDone, macroFailed, macroStarted, macroStopped } from './words'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly endings: EndingsOf
  readonly note: (text: Words) => void
  readonly onChange: (state: MacroState) => void
  /** Each answer as it came, the final result last. */
  readonly onAnswer: (command: string, lines: readonly string[]) => void
}

/** One macro at a time on a slot: starts it, tells how it goes, stops it. */
export class SlotMacro {
  readonly #o: Options
  #state: MacroState | null = null
  #abort: AbortController | undefined

  constructor(options: Options) {
    this.#o = options
  }
  get state(): MacroState | null {
    return this.#state
  }

  /** Starts; resolves when the macro has ended, however it ended. Throws `macro-running` and `port-closed` at once. */
  start(
    macro: Macro,
    script: MacroScript,
    values: { readonly [name: string]: string },
  ): Promise<void> {
    if (this.#abort) throw new Fault('macro-running')
    const channel = channelOf(this.#o.session(), this.#o.endings)
    this.#abort = new AbortController()
    this.#o.note(macroStarted(macro.name))
    this.#show({
      id: macro.id,
      name: macro.name,
      state: 'running',
      line: 0,
      done: 0,
      steps: script.steps.length,
      text: '',
      refused: 0,
      startedMs: this.#o.clock.nowMs(),
    })
    return this.#run({ script, values, channel }, this.#abort.signal)
  }

  async #run(
    what: Pick<MacroRunOptions, 'script' | 'values' | 'channel'>,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, onAnswer } = this.#o
    try {
      const onProgress = (progress: MacroProgress): void => this.#change(progress)
      const { refused } = await runMacro({ ...what, clock, signal, onProgress, onAnswer })
      this.#end({ state: 'done', done: what.script.steps.length, refused })
    } catch (error) {
      const code = faultCode(error) ?? 'internal'
      const detail = error instanceof Fault ? error.said : quoted(String(error))
      if (signal.aborted) this.#end({ state: 'stopped' })
      else this.#end({ state: 'failed', fault: { code, detail } }, errorWords(error))
    } finally {
      this.#abort = undefined
    }
  }

  stop(): void {
    this.#abort?.abort(new Fault('at-cancelled'))
  }

  #end(change: Pick<MacroState, 'state'> & Partial<MacroState>, why?: Words): void {
    this.#change({ ...change, endedMs: this.#o.clock.nowMs() })
    this.#o.note(endWords(this.#state?.name ?? '', change.state, why))
  }
  #change(change: Partial<MacroState>): void {
    if (this.#state) this.#show({ ...this.#state, ...change })
  }
  #show(state: MacroState): void {
    this.#state = state
    this.#o.onChange(state)
  }
}

function endWords(name: string, state: MacroState['state'], why?: Words): Words {
  switch (state) {
    case 'failed':
      return macroFailed(name, why)
    case 'stopped':
      return macroStopped(name)
    case 'running':
    case 'done':
      return macroDone(name)
  }
}

/** A session's AT line as a macro sees it. */
function channelOf(session: ModemSession, endings: EndingsOf): MacroChannel {
  return {
    async send(command, signal, payload) {
      const prompt = expectedPrompt(command, endings(command))
      const reply = await session.ask(command, {
        priority: 'user',
        ...(payload === undefined
          ? {}
          : { payload: wholePayload(utf8Bytes(payload), prompt), prompt: prompt.text }),
        ...(signal ? { signal } : {}),
      })
      return { lines: reply.lines, final: finalLine(reply.final), ok: reply.ok }
    },
    onLine: (listener) =>
      session.on((event) => {
        if (event.kind !== 'token') return
        const { kind, text } = event.token
        if (kind === 'answer' || kind === 'unsolicited') listener(text)
      }),
  }
}
