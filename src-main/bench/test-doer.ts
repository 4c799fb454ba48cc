import { modemProfiles } from '@catalog/modems'
import type { ConnectTarget, StepId } from '@core/connect/connect-state'
import { Fault, faultRows, type FaultCode } from '@core/fault'
import { macroFrom } from '@core/macro/parse'
import type { ModemProfile } from '@core/modem/profile'
import type { KnownFact } from '@core/modem/slot-state'
import type { Reading } from '@core/plan/judge'
import type { Doing, DoingOf, PlanStep } from '@core/plan/plan'
import type { Clock } from '@core/ports/clock'
import type { PowerAction, PowerResult } from '@core/power/sequence'
import { regExp } from '@core/regexp'
import { sleep } from '@core/wait'
import { seenIn, wordsOf, type Words } from '@core/words'
import { current } from './events'
import type { Slot } from './slot'
import { netReadings } from './test-net'

interface Options {
  readonly slot: Slot
  readonly clock: Clock
  readonly target: ConnectTarget
  /** Opens the port where it is not open. */
  readonly open: () => Promise<void>
  /** How many other boards had this IMEI. */
  readonly seen: (imei: string) => Promise<number>
  /** Asks the person. */
  readonly ask: (
    step: string,
    question: string,
    signal: AbortSignal,
  ) => Promise<'yes' | 'no' | 'none'>
  readonly report: (error: unknown) => void
}

const readyMs = 90_000
const everyMs = 500

/** Carries out the steps of a test plan with what a slot of the bench can do. */
export class TestDoer {
  readonly #o: Options
  /** Nobody has heard the modem since it was powered. */
  #fresh = true
  #messages = 0

  constructor(options: Options) {
    this.#o = options
  }

  /** What a connection that goes on waits for, in its own words. */
  get waitsFor(): Words | undefined {
    const { connect, mode } = this.#o.slot.state
    const step = connect.steps.find(({ state }) => state === 'running')
    return mode === 'closed' ? undefined : step?.words
  }

  async do(does: Doing, step: PlanStep, signal: AbortSignal): Promise<readonly Reading[]> {
    switch (does.kind) {
      case 'power':
        return [await this.#power(does.action, signal)]
      case 'status':
        return [await this.#status(does, signal)]
      case 'cycles':
        return this.#cycles(does, signal)
      case 'ask':
        return [{ key: 'answer', value: await this.#o.ask(step.name, does.question, signal) }]
      case 'dns':
      case 'ping':
      case 'throughput':
      case 'http':
        return netReadings(this.#o.slot, does, this.#o.clock, signal)
      case 'ppp':
        return [await this.#connect(undefined, signal)]
      default:
        await this.#ready(signal)
        return this.#overAt(does, signal)
    }
  }

  #overAt(
    does: Exclude<
      Doing,
      DoingOf<
        'power' | 'status' | 'cycles' | 'ask' | 'dns' | 'ping' | 'throughput' | 'http' | 'ppp'
      >
    >,
    signal: AbortSignal,
  ): Promise<readonly Reading[]> {
    switch (does.kind) {
      case 'at':
        return this.#at(does, signal)
      case 'model':
        return this.#fact('model', 'model', 'AT+CGMM', signal)
      case 'firmware':
        return this.#fact('firmware', 'revision', 'AT+CGMR', signal)
      case 'imei':
        return this.#imei(signal)
      case 'iccid':
        return this.#iccid(signal)
      case 'sim':
        return this.#connect('sim', signal).then((one) => [one])
      case 'registered':
        return this.#connect('registration', signal).then((one) => [one])
      case 'rat':
        return this.#radio('access', signal)
      case 'band':
        return this.#radio('band', signal)
      case 'rsrp':
        return this.#rsrp(does.forMs, signal)
      case 'sms':
        return this.#sms(does.number, signal)
      case 'supply':
        return this.#supply(does.during, signal)
      case 'macro':
        return this.#macro(does.text, signal)
    }
  }

  #us(): number {
    return this.#o.clock.monotonicUs()
  }
  #since(us: number): number {
    return Math.round((this.#us() - us) / 1000) / 1000
  }
  #profile(): ModemProfile | undefined {
    const { slot } = this.#o
    const id = slot.session?.memory.profile?.id ?? slot.state.modem?.id
    return modemProfiles.find((one) => one.id === id) ?? modemProfiles.at(-1)
  }

  /** AT is there: the port is open, a call that would keep it from us is ended, and a modem that starts has answered. */
  async #ready(signal: AbortSignal): Promise<void> {
    const { slot, clock, open } = this.#o
    const startUs = this.#us()
    for (;;) {
      signal.throwIfAborted()
      if (!slot.session && slot.state.port?.state !== 'gone') await open()
      if (slot.session && (await this.#answers(signal))) return
      if (this.#since(startUs) * 1000 > readyMs) throw new Fault('at-timeout', 'AT')
      await sleep(clock, everyMs, signal)
    }
  }
  async #answers(signal: AbortSignal): Promise<boolean> {
    const { slot } = this.#o
    if (slot.state.at.through === null || slot.session?.mode === 'data') await slot.endConnection()
    if (!this.#fresh) return true
    const reply = await slot.session?.at
      .send('AT', { timeoutMs: 1000, force: true, signal })
      .catch((error: unknown) => {
        if (signal.aborted || !(error instanceof Fault)) throw error
        return undefined
      })
    if (reply?.ok) this.#fresh = false
    return reply?.ok === true
  }

  async #power(action: 'on' | 'off' | 'reset', signal: AbortSignal): Promise<Reading> {
    const result = await this.#press(action, signal)
    if (result.outcome === 'already' && action === 'on')
      throw new Fault('test-expect', {
        en: 'The modem was on already, so that switching it on could not be seen: put a step power: { do: off } before this one.',
        ja: 'モデムは既に電源が入っているため、起動を確認できません。前に power: { do: off } のステップを置いてください。',
      })
    return { key: 'seconds', value: result.outcome === 'already' ? 0 : result.ms / 1000 }
  }
  async #press(action: PowerAction, signal: AbortSignal): Promise<PowerResult> {
    const { slot, report, open } = this.#o
    // A simulated modem brings its board with its port: where there is none, why the port did not open is the reason.
    if (!slot.board.choice) await open()
    if (slot.session && slot.session.mode === 'data') await slot.endConnection()
    const result = await stoppable(
      signal,
      () => void slot.board.cancel().catch(report),
      () => slot.power(action, {}),
    )
    this.#fresh = true
    const { outcome, fault } = result
    if (outcome === 'failed' || outcome === 'cancelled' || outcome === 'pressed')
      throw new Fault(fault?.code ?? 'power-cancelled', wordsOf(fault?.detail ?? ''))
    return result
  }
  /** STATUS alone counts: what AT tells is another step's. */
  async #status({ is }: DoingOf<'status'>, signal: AbortSignal): Promise<Reading> {
    const { slot, clock, open } = this.#o
    if (!slot.board.choice) await open()
    await slot.board.open()
    const startUs = this.#us()
    for (;;) {
      const { power, by } = slot.board.reading
      if (by === 'status' && power === is) return { key: 'seconds', value: this.#since(startUs) }
      await sleep(clock, 50, signal)
    }
  }
  async #cycles({ count }: DoingOf<'cycles'>, signal: AbortSignal): Promise<readonly Reading[]> {
    let slowest = 0
    for (let cycle = 1; cycle <= count; cycle++)
      try {
        await this.#press('off', signal)
        slowest = Math.max(slowest, (await this.#press('on', signal)).ms / 1000)
        await this.#ready(signal)
      } catch (error) {
        if (signal.aborted || !(error instanceof Fault)) throw error
        const { en, ja } = error.said
        throw new Fault(error.code, {
          en: `Cycle ${cycle} of ${count}. ${en}`.trim(),
          ja: `${count} 回中 ${cycle} 回目。${ja}`,
        })
      }
    return [
      { key: 'cycles', value: count },
      { key: 'slowest', value: slowest },
    ]
  }

  async #at(does: DoingOf<'at'>, signal: AbortSignal): Promise<readonly Reading[]> {
    const answer = await this.#send(does.send, signal)
    const lines = [...answer.lines, answer.final]
    const { expect, value } = does
    const fits = expect === undefined ? answer.ok : lines.some((line) => matches(expect, line))
    if (!fits) throw new Fault('test-expect', `${does.send} → ${lines.join(' | ')}`)
    if (value === undefined) return []
    const groups = lines.map((line) => regExp(value).pattern?.find(line)?.groups[0])
    const text = groups.find((group) => group !== undefined && group !== '')
    const number = Number(text)
    return [{ key: 'value', value: text === undefined || Number.isNaN(number) ? null : number }]
  }
  #send(text: string, signal: AbortSignal) {
    const { slot } = this.#o
    return stoppable(
      signal,
      () => slot.cancelSend(),
      () => slot.send(text),
    )
  }

  /** What the answer to a command tells, and nothing that was known before. */
  async #told(
    key: string,
    commands: readonly string[],
    signal: AbortSignal,
  ): Promise<KnownFact | undefined> {
    const { slot } = this.#o
    const before = current(slot.state.facts, key)
    for (const command of commands) {
      await this.#send(command, signal)
      const fact = current(slot.state.facts, key)
      if (fact && fact !== before) return fact
    }
    return undefined
  }
  async #fact(
    key: string,
    fact: string,
    command: string,
    signal: AbortSignal,
  ): Promise<readonly Reading[]> {
    const told = await this.#told(fact, [command, 'ATI'], signal)
    return [{ key, value: told?.value ?? null }]
  }
  async #imei(signal: AbortSignal): Promise<readonly Reading[]> {
    const imei = (await this.#told('imei', ['AT+CGSN', 'ATI'], signal))?.value ?? null
    const seen = imei === null ? null : await this.#o.seen(imei)
    return [
      { key: 'imei', value: imei },
      { key: 'seen', value: seen },
    ]
  }
  async #iccid(signal: AbortSignal): Promise<readonly Reading[]> {
    // Who it is decides how it is asked.
    if (!this.#o.slot.state.modem) await this.#send('ATI', signal)
    const commands = [this.#profile()?.iccid ?? 'AT+CCID', 'AT+CCID']
    return [{ key: 'iccid', value: (await this.#told('iccid', commands, signal))?.value ?? null }]
  }
  async #radio(key: 'access' | 'band', signal: AbortSignal): Promise<readonly Reading[]> {
    const profile = this.#profile()
    const registration = (profile?.registration ?? []).map((name) => `AT${name}?`)
    const commands = [...(profile?.signal ?? []).toReversed(), ...registration]
    return [{ key, value: (await this.#told(key, commands, signal))?.value ?? null }]
  }
  /** Once a second for as long as it says; the lowest counts. One second without a value makes no value. */
  async #rsrp(forMs: number, signal: AbortSignal): Promise<readonly Reading[]> {
    const commands = (this.#profile()?.signal ?? []).toReversed()
    const startUs = this.#us()
    let lowest: number | null = Infinity
    do {
      const told: number | undefined = (await this.#told('rsrp', commands, signal))?.number
      lowest = told === undefined || lowest === null ? null : Math.min(lowest, told)
      await sleep(this.#o.clock, 1000, signal)
    } while (lowest !== null && this.#since(startUs) * 1000 < forMs)
    return [{ key: 'rsrp', value: lowest }]
  }
  /** Read at rest, or again and again while the modem registers. */
  async #supply(during: 'rest' | 'attach', signal: AbortSignal): Promise<readonly Reading[]> {
    const volts: number[] = []
    let attaching = during === 'attach'
    const attached = attaching
      ? this.#connect('registration', signal).finally(() => (attaching = false))
      : Promise.resolve()
    // It is waited for below; a rejection meanwhile is not lost.
    attached.catch(() => undefined)
    do {
      const told = (await this.#told('voltage', ['AT+CBC'], signal))?.number
      if (told !== undefined) volts.push(told)
      await sleep(this.#o.clock, everyMs, signal)
    } while (attaching || (during === 'rest' && volts.length > 0 && volts.length < 3))
    await attached
    if (volts.length === 0) return []
    return [
      { key: 'lowest', value: Math.min(...volts) },
      { key: 'highest', value: Math.max(...volts) },
    ]
  }

  /** A connection as a person starts it, up to a step of its ladder. */
  async #connect(until: StepId | undefined, signal: AbortSignal): Promise<Reading> {
    const { slot, target, open, report } = this.#o
    if (!slot.session && slot.state.port?.state !== 'gone') await open()
    const startUs = this.#us()
    const end = await stoppable(
      signal,
      () => void slot.cancelConnect().catch(report),
      () => slot.connect(target, until === undefined ? {} : { until }),
    )
    this.#fresh = false
    const { verdict } = end
    if (verdict?.result === 'connected') return { key: 'seconds', value: this.#since(startUs) }
    signal.throwIfAborted()
    const { reason = '', seen = [] } = verdict ?? {}
    // Settings that are put back at the end say nothing of the cause.
    const telling = seen.filter((line) => !/^(?:AT.*=|OK$)/.test(seenIn(line, 'en')))
    const last = (language: 'en' | 'ja') =>
      telling
        .slice(-2)
        .map((line) => seenIn(line, language))
        .join(' | ')
    throw new Fault(isCode(reason) ? reason : 'link-down', { en: last('en'), ja: last('ja') })
  }

  /** A message to the board's own number, and back. It is deleted where it came. */
  async #sms(number: string, signal: AbortSignal): Promise<readonly Reading[]> {
    const { slot, clock } = this.#o
    await this.#connect('registration', signal)
    const text = `Modem Bench ${clock.nowMs().toString(36)} ${++this.#messages}`
    const startUs = this.#us()
    const cancel = () => slot.cancelSend()
    await stoppable(signal, cancel, () => slot.sendMessage({ number, text, report: false }))
    for (;;) {
      const { messages } = await stoppable(signal, cancel, () => slot.listMessages(true))
      const back = messages.find((one) => one.kind === 'received' && one.text === text)
      if (back) {
        const seconds = this.#since(startUs)
        await slot.deleteMessages([back.id])
        return [{ key: 'seconds', value: seconds }]
      }
      await sleep(clock, 1000, signal)
    }
  }

  async #macro(text: string, signal: AbortSignal): Promise<readonly Reading[]> {
    const { macro } = this.#o.slot
    const named = { id: 'test-plan', name: 'test plan', text, own: true }
    await stoppable(
      signal,
      () => macro.stop(),
      () => macro.start(named, macroFrom(text), {}),
    )
    const { fault, refused = 0 } = macro.state ?? {}
    if (fault)
      throw new Fault(isCode(fault.code) ? fault.code : 'macro-expect', wordsOf(fault.detail))
    return [{ key: 'refused', value: refused }]
  }
}

const isCode = (code: string): code is FaultCode => Object.hasOwn(faultRows, code)
const matches = (source: string, line: string) => regExp(source).pattern?.test(line) === true

/** Work that is told to stop when the signal says so. */
async function stoppable<T>(
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
