import { modemProfiles } from '@catalog/modems'
import type { ConnectTarget, StepId } from '@core/connect/connect-state'
import { Fault } from '@core/fault'
import type { ModemProfile } from '@core/modem/profile'
import type { KnownFact } from '@core/modem/known-fact'
import type { Reading } from '@core/plan/judge'
import type { UnitRecord } from '@core/plan/unit-record'
import type { Clock } from '@core/ports/clock'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import { sleep } from '@core/wait'
import { quoted, twoSentences, wordsOf, type Words } from '@core/words'
import { current } from '@bench/events'
import type { Slot } from '@bench/slot/slot'
import { inTime } from './in-time'
import { connectFault, limitWords, silenceWords } from './test-words'
import { modemHasSaidNothing, modemLastSaidBefore } from './words'

interface Options {
  readonly slot: Slot
  readonly clock: Clock
  readonly target: ConnectTarget
  /** Opens the port where it is not open. */
  readonly open: () => Promise<void>
  /** The other boards that had this IMEI. */
  readonly seen: (imei: string) => Promise<readonly UnitRecord[]>
  /** The last line that the modem said on this slot, and when, ms; undefined: none. */
  readonly lastHeard: () => { readonly text: string; readonly ms: number } | undefined
  /** Asks the person. */
  readonly ask: (
    step: string,
    asked: AskedQuestion,
    signal: AbortSignal,
  ) => Promise<'yes' | 'no' | 'none'>
  /** A measuring instrument of the plan. */
  readonly instrument: (name: string) => ToolInstrument
  readonly report: (error: unknown) => void
}
/** What a person is asked, and the name of the picture that is shown with it. */
export interface AskedQuestion {
  readonly question: string
  readonly image?: string | undefined
}
/** A measuring instrument as a step has it. */
export interface ToolInstrument {
  /** What it measures a current in. */
  readonly unit: 'A' | 'mA' | 'uA'
  /** `ask`: in the place of its own. */
  readonly read: (signal: AbortSignal, ask?: string) => Promise<number>
}
type LinkRun = Parameters<Slot['net']['runs']['run']>
type LinkHost = Parameters<LinkRun[1]>[0]

/** How long a modem that was just switched on may be silent. */
const readyMs = 45_000
const everyMs = 500

/** What the steps of a test plan do with a slot of the bench. */
export class TestTools {
  readonly #o: Options
  /** Nobody has heard the modem since it was powered. */
  #fresh = true
  #messages = 0
  /** A step has asked the network for PSM; nobody has taken it back. */
  putToSleep = false

  constructor(options: Options) {
    this.#o = options
  }

  get slot(): Slot {
    return this.#o.slot
  }
  get clock(): Clock {
    return this.#o.clock
  }
  seen(imei: string): Promise<readonly UnitRecord[]> {
    return this.#o.seen(imei)
  }
  ask(step: string, asked: AskedQuestion, signal: AbortSignal): Promise<'yes' | 'no' | 'none'> {
    return this.#o.ask(step, asked, signal)
  }
  instrument(name: string): ToolInstrument {
    return this.#o.instrument(name)
  }
  /** A number of its own for each message. */
  nextMessage(): number {
    return ++this.#messages
  }
  /** What a connection that goes on waits for, in its own words, and what the modem said last. */
  get waitsFor(): Words {
    const { connect, mode } = this.#o.slot.state
    const step = connect.steps.find(({ state }) => state === 'running')
    const waits = mode === 'closed' ? undefined : step?.words
    return waits ? twoSentences(waits, this.#lastHeard()) : this.#lastHeard()
  }
  /** For something that was not seen in so long. */
  lateWords(ms: number): Words {
    return twoSentences(limitWords(ms), this.#lastHeard())
  }
  #lastHeard(): Words {
    const { clock, lastHeard } = this.#o
    const last = lastHeard()
    if (!last) return modemHasSaidNothing
    const ago = clock.nowMs() - last.ms
    return modemLastSaidBefore(last.text, ago)
  }
  get profile(): ModemProfile | undefined {
    const { slot } = this.#o
    const id = slot.session?.memory.profile?.id ?? slot.state.modem?.id
    return modemProfiles.find((one) => one.id === id) ?? modemProfiles.at(-1)
  }
  /** Seconds since now. */
  watch(): () => number {
    const { clock } = this.#o
    const startUs = clock.monotonicUs()
    return () => Math.round((clock.monotonicUs() - startUs) / 1000) / 1000
  }

  /** AT is there: the port is open, a call that would keep it from us is ended, and a modem that starts has answered. */
  async ready(signal: AbortSignal): Promise<void> {
    const { slot, clock, open } = this.#o
    const since = this.watch()
    for (;;) {
      signal.throwIfAborted()
      if (!slot.session && slot.state.port?.state !== 'gone') await open()
      if (slot.session && (await this.#answers(signal))) return
      if (since() * 1000 > readyMs)
        throw new Fault('at-timeout', silenceWords(readyMs, this.#lastHeard()))
      await sleep(clock, everyMs, signal)
    }
  }
  async #answers(signal: AbortSignal): Promise<boolean> {
    const { slot } = this.#o
    if (slot.state.at.through === null || slot.session?.mode === 'data') await slot.endConnection()
    if (!this.#fresh) return true
    const there = await this.answers(signal)
    if (there) this.#fresh = false
    return there
  }
  /** Whether AT is answered within a second. */
  async answers(signal: AbortSignal): Promise<boolean> {
    const reply = await this.#o.slot.session?.at
      .send('AT', { timeoutMs: 1000, force: true, signal })
      .catch((error: unknown) => {
        if (signal.aborted || !(error instanceof Fault)) throw error
        return undefined
      })
    return reply?.ok === true
  }

  /** A simulated modem brings its board with its port: where there is none, why the port did not open is the reason. */
  async withBoard(): Promise<void> {
    if (!this.#o.slot.board.choice) await this.#o.open()
  }
  async press(action: PowerAction, signal: AbortSignal): Promise<PowerResult> {
    const { slot, report } = this.#o
    await this.withBoard()
    if (slot.session && slot.session.mode === 'data') await slot.endConnection()
    const result = await stoppable(
      signal,
      () => void slot.board.cancel().catch(report),
      () => slot.power.switch(action),
    )
    this.#fresh = true
    const { outcome, fault } = result
    if (outcome === 'failed' || outcome === 'cancelled' || outcome === 'pressed')
      throw new Fault(fault?.code ?? 'power-cancelled', wordsOf(fault?.detail ?? quoted('')))
    return result
  }

  /** Work over AT that is given up when the signal says so. */
  asking<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    return stoppable(signal, () => this.#o.slot.asked.cancel(), work)
  }
  send(text: string, signal: AbortSignal) {
    return this.asking(signal, () => this.#o.slot.asked.send(text))
  }
  /** What the answer to a command tells, and nothing that was known before. */
  async told(
    key: string,
    commands: readonly string[],
    signal: AbortSignal,
  ): Promise<KnownFact | undefined> {
    const { slot } = this.#o
    const before = current(slot.state.facts, key)
    for (const command of commands) {
      await this.send(command, signal)
      const fact = current(slot.state.facts, key)
      if (fact && fact !== before) return fact
    }
    return undefined
  }
  /** The text of it; null where no answer tells it. */
  async fact(
    key: string,
    commands: readonly string[],
    signal: AbortSignal,
  ): Promise<string | null> {
    await this.ready(signal)
    return (await this.told(key, commands, signal))?.value ?? null
  }
  async radio(key: 'access' | 'band', signal: AbortSignal): Promise<readonly Reading[]> {
    await this.ready(signal)
    const { profile } = this
    const registration = (profile?.registration ?? []).map((name) => `AT${name}?`)
    const commands = [...(profile?.signal ?? []).toReversed(), ...registration]
    return [{ key, value: await this.fact(key, commands, signal) }]
  }

  /** A connection as a person starts it, up to a step of its ladder, and no longer than the plan allows. */
  async connect(until: StepId | undefined, stop: AbortSignal, withinMs: number): Promise<Reading> {
    const late = () => new Fault('test-late', twoSentences(limitWords(withinMs), this.waitsFor))
    return inTime(this.clock, withinMs, stop, late, (signal) =>
      this.#connected(until, signal, withinMs),
    )
  }
  async #connected(
    until: StepId | undefined,
    signal: AbortSignal,
    withinMs: number,
  ): Promise<Reading> {
    const { slot, target, open, report } = this.#o
    if (!slot.session && slot.state.port?.state !== 'gone') await open()
    const since = this.watch()
    const end = await stoppable(
      signal,
      () => void slot.cancelConnect().catch(report),
      () => slot.connect(target, until === undefined ? {} : { until }),
    )
    this.#fresh = false
    const { verdict } = end
    if (verdict?.result === 'connected') return { key: 'seconds', value: since() }
    signal.throwIfAborted()
    throw connectFault(end, withinMs)
  }

  /** Work over the modem's internet. Rejects with net-not-connected, or as the work does. */
  overLink(
    tool: LinkRun[0],
    signal: AbortSignal,
    work: (
      host: LinkHost,
      options: { readonly signal: AbortSignal },
    ) => Promise<readonly Reading[]>,
  ): Promise<readonly Reading[]> {
    return this.#o.slot.net.runs.run(tool, (host, { signal: ended }) =>
      work(host, { signal: AbortSignal.any([signal, ...(ended ? [ended] : [])]) }),
    )
  }
}

/** Work that is told to stop when the signal says so. */
export async function stoppable<T>(
  signal: AbortSignal,
  stop: () => void,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await work()
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
