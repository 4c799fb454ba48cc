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
import type { KnownFact } from '@core/modem/known-fact'
import type { SlotName } from '@core/modem/slot-names'
import type { Clock } from '@core/ports/clock'
import { utf8Bytes } from '@core/utf8'
import { cancelled } from '@core/wait'
import { quoted, type Words } from '@core/words'
import { current } from '@bench/events'
import { macroDone, macroFailed, macroStarted, macroStopped } from './words'

interface Options {
  readonly clock: Clock
  /** The modem of a slot that the macro names, and what it has told. */
  readonly place: (slot: SlotName) => MacroPlace
  readonly slot: SlotName
  readonly endings: EndingsOf
  readonly note: (text: Words) => void
  readonly onChange: (state: MacroState) => void
  /** Each answer as it came, the final result last. */
  readonly onAnswer: (command: string, lines: readonly string[]) => void
}

/** A modem, and what it has told so far. */
export interface MacroPlace {
  readonly session: () => ModemSession
  readonly facts: () => readonly KnownFact[]
}

/** Asks a person; rejects with a Fault where nobody answers. */
export type AskPerson = (question: string, signal: AbortSignal | undefined) => Promise<'yes' | 'no'>

/** One macro at a time on a slot: starts it, tells how it goes, stops it. */
export class SlotMacro {
  readonly #o: Options
  #state: MacroState | null = null
  #abort: AbortController | undefined
  #answer: ((given: 'yes' | 'no' | 'none') => void) | undefined

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
    who: { readonly ask?: AskPerson | undefined } = { ask: (...asked) => this.#ask(...asked) },
  ): Promise<void> {
    if (this.#abort) throw new Fault('macro-running')
    const { slot, place, endings } = this.#o
    const channelTo = (name: SlotName) => channelOf(place(name), endings)
    const channel = channelTo(slot)
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
      question: null,
      beeps: 0,
      startedMs: this.#o.clock.nowMs(),
    })
    const { ask } = who
    const asking = ask ? { ask } : {}
    return this.#run(
      { script, values, channel, channelOf: channelTo, ...asking },
      this.#abort.signal,
    )
  }

  async #run(
    what: Pick<MacroRunOptions, 'script' | 'values' | 'channel' | 'channelOf' | 'ask'>,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, onAnswer } = this.#o
    try {
      const onProgress = (progress: MacroProgress): void => this.#change(progress)
      const onBeep = (): void => this.#change({ beeps: (this.#state?.beeps ?? 0) + 1 })
      const { refused } = await runMacro({ ...what, clock, signal, onProgress, onAnswer, onBeep })
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

  /** Throws `macro-no-question`. */
  answer(given: 'yes' | 'no' | 'none'): void {
    if (!this.#answer) throw new Fault('macro-no-question')
    this.#answer(given)
  }
  /** Whoever looks at the slot answers, in a window or by the API. */
  #ask(question: string, signal: AbortSignal | undefined): Promise<'yes' | 'no'> {
    this.#change({ question })
    return new Promise<'yes' | 'no'>((resolve, reject) => {
      this.#answer = (given) =>
        given === 'none' ? reject(new Fault('macro-nobody')) : resolve(given)
      const leave = () => reject(cancelled(signal) ?? new Fault('at-cancelled'))
      signal?.addEventListener('abort', leave, { once: true })
    }).finally(() => {
      this.#answer = undefined
      this.#change({ question: null })
    })
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
function channelOf(place: MacroPlace, endings: EndingsOf): MacroChannel {
  const session = place.session()
  return {
    fact(key) {
      const fact = current(place.facts(), key)
      return fact && String(fact.number ?? fact.value)
    },
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
