import type { PowerSaving, RadioComparison, RadioState } from '@contract'
import { errorWords, Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Cancel, Clock } from '@core/ports/clock'
import type { Store } from '@core/ports/store'
import { itemsOf, type AskedItem } from '@core/radio/ask'
import { sameChoice, warningsOf, type RadioChange } from '@core/radio/change'
import type { PsmGranted } from '@contract'
import type { RadioItem, RadioReading } from '@core/radio/item'
import { isPlmn } from '@core/radio/operator'
import type { RadioUndo, WayBack } from '@core/radio/undo'
import { listed, type Words } from '@core/words'
import { radioFamilies } from '@catalog/radio'
import { InTurn } from '@bench/in-turn'
import { fitting, type FitChange } from './fitting'
import { RadioLine } from './radio-line'
import { seenOf, stateItem } from './radio-state'
import { powerSavingBy } from './power-saving'
import { WayBackBook } from './way-back-book'
import {
  backByItself,
  callRuns,
  noWayBack,
  cannotGoBack,
  notBack,
  radioKept,
  radioStaysOff,
  radioWritten,
} from './words'

export interface RadioOptions {
  readonly clock: Clock
  readonly session: () => ModemSession
  /** The port of the slot, as it was opened. */
  readonly path: () => string | undefined
  /** Where the way back is kept. */
  readonly records: Store
  /** The band the modem is on, `B3`; null: not known. */
  readonly servingBand: () => string | null
  readonly note: (text: Words) => void
  readonly onUndo: (undo: RadioUndo | null) => void
  /** What PSM was granted; null: nothing. */
  readonly onSleep: (psm: PsmGranted | null) => void
  readonly report: (error: unknown) => void
}

interface Reading {
  readonly asked: readonly AskedItem[]
  readonly state: Omit<RadioState, 'undo' | 'saving'>
}

/** The radio of a slot's modem: read, compared with what is wanted, written, read back, and taken back where nobody keeps it. */
export class SlotRadio {
  readonly #o: RadioOptions
  readonly #line: RadioLine
  readonly #book: WayBackBook
  readonly #turn = new InTurn()
  #way: WayBack | undefined
  #undo: RadioUndo | null = null
  #timer: Cancel | undefined
  #saving: PowerSaving = { psm: null, edrx: [] }

  constructor(options: RadioOptions) {
    this.#o = options
    this.#line = new RadioLine({ session: options.session, families: radioFamilies })
    this.#book = new WayBackBook(options.records, options.note)
  }

  /** A port was opened: what an earlier run left there is offered, before anything is asked of the modem. */
  opened(path: string): Promise<void> {
    return this.#turn.run(async () => {
      const way = await this.#book.onPort(path)
      if (way) this.#offer(way)
    })
  }
  /** The port is closed: the old values stay on the disk. */
  closed(): void {
    this.#stopTimer()
    this.#way = undefined
    this.#tell(null)
    this.#saving = { psm: null, edrx: [] }
    this.#o.onSleep(null)
  }

  read(signal?: AbortSignal): Promise<RadioState> {
    return this.#turn.run(async () => {
      const reading = await this.#read(signal)
      await this.#readSaving(signal)
      await this.#lookForWayBack(signal)
      return this.#whole(reading)
    })
  }
  compare(changes: readonly RadioChange[], signal?: AbortSignal): Promise<RadioComparison> {
    return this.#turn.run(async () => {
      const { asked } = await this.#read(signal)
      const fit = fitting(asked, changes)
      return {
        differences: fit.map(({ difference }) => difference),
        warnings: this.#warnings(fit),
        seen: seenOf(asked),
      }
    })
  }
  #warnings(fit: readonly FitChange[]): readonly Words[] {
    const band = this.#o.servingBand()
    const all = fit.flatMap(({ read, chosen }) => [
      ...warningsOf(read, chosen, band),
      ...(read.reading.value.chosen[0] === 'manual' ? [cannotGoBack(read.item.title)] : []),
    ])
    return all.filter((one, at) => all.findIndex(({ en }) => en === one.en) === at)
  }

  write(
    changes: readonly RadioChange[],
    wishes: { readonly seen?: string | undefined; readonly undoSeconds: number },
    signal?: AbortSignal,
  ): Promise<RadioState> {
    return this.#turn.run(async () => {
      const reading = await this.#read(signal)
      const { asked, state } = reading
      const fit = fitting(asked, changes)
      if (wishes.seen !== undefined && wishes.seen !== seenOf(asked))
        throw new Fault('radio-changed')
      if (fit.length === 0) return this.#whole(reading)
      this.#mustBeIdle()
      const way = await this.#begin(fit, state.family?.id ?? null, signal)
      try {
        await this.#carryOut(fit)
      } catch (error) {
        await this.#dropUnlessChanged(way)
        throw error
      } finally {
        this.#arm(wishes.undoSeconds)
      }
      const after = await this.#readBack(fit)
      await this.#readSaving(signal)
      return this.#whole(after)
    })
  }
  /** The way back is on the disk before the first command goes out. */
  async #begin(
    fit: readonly FitChange[],
    family: string | null,
    signal?: AbortSignal,
  ): Promise<WayBack> {
    const modem = await this.#line.key(signal)
    if (this.#way || (await this.#book.find(modem))) throw new Fault('radio-undo-first')
    const way: WayBack = {
      modem,
      path: this.#o.path() ?? '',
      family,
      writtenMs: this.#o.clock.nowMs(),
      differences: fit.map(({ difference }) => difference),
      before: fit.map(({ read }) => ({ item: read.item.id, value: read.reading.value })),
    }
    await this.#book.add(way).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error
      throw new Fault(error.code, noWayBack(error.said), { cause: error })
    })
    this.#way = way
    return way
  }
  /** The first command was refused: there is nothing to take back. A modem that cannot be asked may have changed. */
  async #dropUnlessChanged(way: WayBack): Promise<void> {
    const now = await this.#read().catch(() => undefined)
    const same = way.before.every(({ item, value }) => {
      const read = now?.asked.find((one) => one.item.id === item)?.read
      return read?.reading.value.raw === value.raw
    })
    if (same) await this.#over(way)
  }
  /** What is under way is written to its end. The operator comes last: it is searched for with what was set before. */
  async #carryOut(fit: readonly FitChange[]): Promise<void> {
    const quiet = fit.filter(({ read }) => read.item.takes !== 'now')
    const rest = fit.filter(({ read }) => read.item.takes === 'now')
    if (quiet.length > 0) await this.#withRadioOff(() => this.#each(quiet))
    await this.#each(rest.toSorted((a, b) => last(a.read.item) - last(b.read.item)))
  }
  /** Settings that stand in one line are written one after the other, each from what the one before has made of the line. */
  async #each(fit: readonly FitChange[]): Promise<void> {
    const written = new Set<string>()
    for (const { read, commands } of fit) {
      const { item } = read
      const again = written.has(item.command) ? await this.#line.ask([item]) : []
      const now = again[0]?.read?.reading ?? read.reading
      const lines = commands(now)
      if (!lines) throw new Fault('radio-bad-choice', cannotGoBack(item.title))
      await this.#line.carryOut(lines, 'radio-setting-refused')
      written.add(item.command)
    }
  }
  async #withRadioOff(work: () => Promise<void>): Promise<void> {
    const reply = await this.#line.send('AT+CFUN?')
    const on = reply.lines.some((line) => /^\+CFUN: *1\b/.test(line))
    if (!on) return work()
    await this.#line.carryOut(['AT+CFUN=4'], 'radio-refused')
    try {
      await work()
    } finally {
      await this.#line
        .carryOut(['AT+CFUN=1'], 'radio-refused')
        .catch((why: unknown) => this.#o.note(radioStaysOff(said(why))))
    }
  }
  async #readBack(fit: readonly FitChange[]): Promise<Reading> {
    const reading = await this.#read()
    const left = fit.flatMap(({ read: { item }, chosen }) => {
      const now = reading.state.items.find(({ id }) => id === item.id)
      // What holds after a restart alone may be read as it was.
      if (item.takes === 'restart' || !now) return []
      if (now.chosen && sameChoice(now.chosen, chosen)) return []
      // Until it is registered a modem does not tell which operator was chosen.
      const untold = now.chosen?.[0] === 'manual' && isPlmn(chosen[0] ?? '')
      return item.id === 'operator' && untold ? [] : [notKept(item, now.answer)]
    })
    if (left.length > 0) throw new Fault('radio-not-kept', listed(left))
    return reading
  }

  keep(signal?: AbortSignal): Promise<RadioState> {
    return this.#turn.run(async () => {
      await this.#lookForWayBack(signal)
      const way = this.#mustHaveWay()
      await this.#mustBeThisModem(way, signal)
      await this.#over(way)
      this.#o.note(radioKept)
      return this.#whole(await this.#read(signal))
    })
  }
  undo(signal?: AbortSignal): Promise<RadioState> {
    return this.#turn.run(async () => {
      await this.#lookForWayBack(signal)
      const way = this.#mustHaveWay()
      this.#stopTimer()
      this.#mustBeIdle()
      await this.#goBack(way, signal)
      await this.#readSaving(signal)
      return this.#whole(await this.#read(signal))
    })
  }
  #mustHaveWay(): WayBack {
    if (!this.#way) throw new Fault('radio-no-undo')
    return this.#way
  }
  /** The port may carry another modem than when the way back was kept. */
  async #mustBeThisModem(way: WayBack, signal?: AbortSignal): Promise<void> {
    if ((await this.#line.key(signal)) !== way.modem) throw new Fault('radio-no-undo')
  }
  async #goBack(way: WayBack, signal?: AbortSignal): Promise<void> {
    try {
      await this.#mustBeThisModem(way, signal)
      const { asked } = await this.#read(signal)
      const fit = way.before.flatMap(({ item: id, value }): FitChange[] => {
        const read = asked.find(({ item }) => item.id === id)?.read
        if (!read) throw new Fault('radio-unknown-item', way.differences[0])
        if (sameChoice(read.reading.value.chosen, value.chosen) && !read.item.restore) return []
        if (read.reading.value.raw === value.raw) return []
        const { item } = read
        const commands = (now: RadioReading) =>
          item.restore ? item.restore(value, now) : item.write(value.chosen, now)
        return [{ read, chosen: value.chosen, difference: item.title, commands }]
      })
      await this.#carryOut(fit)
      await this.#readBack(fit)
    } catch (error) {
      this.#way = way
      this.#tell({ ...undoOf(way), failed: said(error) })
      throw error
    }
    await this.#over(way)
  }
  async #over(way: WayBack): Promise<void> {
    this.#stopTimer()
    await this.#book.remove(way.modem)
    this.#way = undefined
    this.#tell(null)
  }

  #arm(seconds: number): void {
    const way = this.#way
    if (!way) return
    const { clock } = this.#o
    this.#stopTimer()
    this.#timer = clock.schedule(seconds * 1000, () => this.#late(way))
    this.#tell({ ...undoOf(way), untilMs: clock.nowMs() + seconds * 1000 })
    this.#o.note(radioWritten(listed(way.differences), seconds))
  }
  /** Nobody has kept it. */
  #late(way: WayBack): void {
    this.#timer = undefined
    const going = this.#turn.run(async () => {
      if (this.#way !== way) return
      if (this.#busy) {
        this.#tell({ ...undoOf(way), failed: callRuns })
        this.#o.note(notBack(callRuns))
        return
      }
      await this.#goBack(way).then(
        () => this.#o.note(backByItself(listed(way.differences))),
        (error: unknown) => this.#o.note(notBack(said(error))),
      )
    })
    going.catch((error: unknown) => this.#o.report(error))
  }
  #stopTimer(): void {
    this.#timer?.()
    this.#timer = undefined
  }
  /** A modem that was written to on another port is known by its IMEI. */
  async #lookForWayBack(signal?: AbortSignal): Promise<void> {
    if (this.#timer) return
    const modem = await this.#line.key(signal).catch(() => undefined)
    if (modem === undefined) return
    const way = await this.#book.find(modem)
    if (way) this.#offer(way)
    else if (this.#way) {
      this.#way = undefined
      this.#tell(null)
    }
  }
  #offer(way: WayBack): void {
    if (this.#way?.modem === way.modem && this.#undo) return
    this.#way = way
    this.#tell(undoOf(way))
  }
  #tell(undo: RadioUndo | null): void {
    this.#undo = undo
    this.#o.onUndo(undo)
  }

  get #busy(): boolean {
    const session = this.#o.session()
    return session.upLink !== undefined || session.callHeld || session.mode === 'data'
  }
  #mustBeIdle(): void {
    if (this.#busy) throw new Fault('radio-in-use')
  }

  async #read(signal?: AbortSignal): Promise<Reading> {
    const family = await this.#line.family(signal)
    const asked = await this.#line.ask(itemsOf(family), signal)
    const items = asked.filter(({ refused }) => !refused).map(stateItem)
    const known = family && { id: family.id, name: family.name, source: family.source }
    return { asked, state: { family: known ?? null, items, readMs: this.#o.clock.nowMs() } }
  }
  async #readSaving(signal?: AbortSignal): Promise<void> {
    const own = (await this.#line.family(signal))?.saving
    this.#saving = await powerSavingBy((command) => this.#line.send(command, signal), own)
    // With PSM granted no answer is no sign of death.
    this.#o.onSleep(this.#saving.psm?.granted ?? null)
  }
  #whole({ state }: Reading): RadioState {
    return { ...state, saving: this.#saving, undo: this.#undo }
  }
}

const last = ({ id }: RadioItem): number => (id === 'operator' ? 1 : 0)
const undoOf = ({ writtenMs, differences }: WayBack): RadioUndo => ({
  untilMs: null,
  writtenMs,
  differences,
  failed: null,
})
const notKept = ({ title }: RadioItem, answer: readonly string[]): Words => ({
  en: `${title.en}: ${answer.join(' ')}`,
  ja: `${title.ja}：${answer.join(' ')}`,
})
function said(error: unknown): Words {
  const { en, ja } = errorWords(error)
  return { en, ja }
}
