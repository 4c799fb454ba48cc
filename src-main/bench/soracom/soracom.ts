import { z } from 'zod'
import type { SoracomState } from '@contract'
import { errorWords, Fault, faultCode } from '@core/fault'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import type { Words } from '@core/words'
import type { SoracomLogin } from '@core/soracom/soracom-access'
import {
  nothingSeen,
  type SoracomAccount,
  type SoracomCapture,
  type SoracomPing,
  type SoracomPortMapping,
  type SoracomSeen,
} from '@core/soracom/platform'
import { napterTool, type MappingMade, type NapterFacts } from '@core/soracom/napter'
import type { ToolAnswer } from '@core/ip/tools/tool-answer'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import { current, type BenchEvent, type BenchEvents } from '@bench/events'
import type { SignalMarkers } from '@bench/signal/signal-marks'
import type { Windows } from '@bench/window/windows'
import { Account } from './account'
import { captureAnswer, pingAnswer, portMappingAnswer, read } from './answers'
import { Judging } from './judging'
import { KeptLogin } from './login'
import { mapPort, unmapPort } from './napter'
import { operations } from './operations'
import { captureOf, pingOf, portMappingOf, type SimNumbers } from './seen'
import { SimLooking } from './sim-looking'
import { givenNumber, simNumbersOf } from './sim-numbers'
import { Watching } from './watching'
import { markedEvent, saidByPlatform, sessionDeletedHere, toldEvent } from './words'

/** What of the bench is needed here. */
export interface SoracomParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly events: BenchEvents
  readonly marks: SignalMarkers
  readonly outbox: Windows
}

/** The platform counts in pieces of some five minutes. */
const usageEveryMs = 300_000

/** SORACOM's side of the story of both slots. Nothing is asked unless somebody looks, watches, or a verdict needs it. */
export class Soracom {
  readonly #o: SoracomParts
  readonly #account: Account
  readonly #looking: SimLooking
  readonly #watching: Watching
  readonly #judging: Judging
  readonly #kept: KeptLogin
  #seen: { readonly [slot in SlotName]: SoracomSeen } = { a: nothingSeen, b: nothingSeen }
  readonly #usageMs: { [slot in SlotName]: number } = { a: 0, b: 0 }

  constructor(parts: SoracomParts) {
    this.#o = parts
    const { environment } = parts
    const { clock, store, keyring, soracom: access } = environment
    this.#kept = new KeptLogin({ store, keyring })
    this.#looking = new SimLooking(clock)
    this.#account = new Account({
      access,
      kept: this.#kept,
      clock,
      onChange: () => this.#accountChanged(),
    })
    this.#watching = new Watching({
      clock,
      look: (slot) => this.look(slot),
      onStop: (slot) => this.#see(slot, { watching: false }),
      report: (error) => environment.report(error, 'SORACOM'),
    })
    this.#judging = new Judging({
      clock,
      look: (slot) => this.look(slot),
      onWords: (slot, verdict) => {
        this.#see(slot, { verdict })
        this.#note(slot, saidByPlatform(verdict))
      },
    })
    parts.events.on((event) => this.#hear(event))
  }

  get state(): SoracomState {
    const { now: account, ready } = this.#account
    return { account, ready, keeps: this.#kept.place, slots: this.#seen }
  }
  load(): Promise<void> {
    return this.#account.load()
  }
  signIn(login: SoracomLogin, keep: boolean): Promise<SoracomAccount> {
    return this.#account.signIn(login, keep)
  }
  signOut(): Promise<void> {
    return this.#account.signOut()
  }
  stop(): void {
    this.#watching.stop()
    for (const slot of slotNames) this.#judging.drop(slot)
  }

  /** What the platform adds to the verdict that stands; null: nothing that is known, or nobody is signed in. */
  async verdict(slot: SlotName): Promise<Words | null> {
    const { connect, facts } = this.#o.slots[slot].state
    const { verdict, startedMs } = connect
    if (!this.#account.ready || verdict?.result !== 'failed' || startedMs === null) return null
    const imei = current(facts, 'imei')?.value
    return (await this.#judging.judge(slot, { verdict, startedMs, imei })) ?? null
  }
  #hear(event: BenchEvent): void {
    if (event.kind !== 'verdict') return
    const { slot } = event
    this.#judging.drop(slot)
    if (this.#seen[slot].verdict) this.#see(slot, { verdict: null })
    if (event.verdict.result !== 'failed' || !this.#account.ready) return
    const { environment } = this.#o
    this.verdict(slot).catch((error: unknown) => environment.report(error, 'verdict by SORACOM'))
  }

  /** Asks now. What went wrong is in the state as well. */
  async look(slot: SlotName, sim?: string): Promise<SoracomSeen> {
    const { clock } = this.#o.environment
    try {
      const way = this.#account.way()
      const {
        sim: seen,
        events,
        aheadMs,
      } = await this.#looking.look(way, await this.#of(slot, sim))
      const askedMs = clock.nowMs()
      const before = this.#seen[slot]
      if (before.sim?.simId !== seen.simId) this.#usageMs[slot] = 0
      const known = before.sim?.simId === seen.simId ? before : nothingSeen
      this.#tell(slot, known, events)
      this.#see(slot, { sim: seen, events, askedMs, aheadMs, usage: known.usage, trouble: null })
      if (askedMs - this.#usageMs[slot] >= usageEveryMs) {
        const usage = await this.#looking.usage(way, seen.simId)
        this.#usageMs[slot] = askedMs
        this.#see(slot, { usage })
      }
      return this.#seen[slot]
    } catch (error) {
      if (error instanceof Fault)
        this.#see(slot, { trouble: { code: error.code, words: errorWords(error) } })
      throw error
    }
  }

  async watch(slot: SlotName, on: boolean): Promise<SoracomSeen> {
    if (!on) {
      this.#watching.end(slot)
      return this.#seen[slot]
    }
    await this.look(slot)
    this.#see(slot, { watching: true })
    this.#watching.begin(slot)
    return this.#seen[slot]
  }

  async deleteSession(slot: SlotName, sim?: string): Promise<SoracomSeen> {
    const { way, id } = await this.#asking(slot, sim)
    await way.ask(operations.deleteSimSession(id))
    this.#note(slot, sessionDeletedHere)
    return this.look(slot, sim)
  }
  async ping(
    slot: SlotName,
    { sim, count, timeoutS }: { sim?: string | undefined; count: number; timeoutS: number },
  ): Promise<SoracomPing> {
    const { way, id } = await this.#asking(slot, sim)
    const { body } = await way.ask(operations.sendDownlinkPing(id, count, timeoutS))
    return pingOf(read(pingAnswer, body))
  }
  async portMappings(slot: SlotName, sim?: string): Promise<readonly SoracomPortMapping[]> {
    const way = this.#account.way()
    const { imsi, simId } = await this.#looking.sim(way, await this.#of(slot, sim))
    const asked = [
      ...(imsi === null ? [] : [operations.listPortMappingsForSubscriber(imsi)]),
      operations.listPortMappingsForSim(simId),
    ]
    const lists: SoracomPortMapping[][] = []
    for (const operation of asked) {
      try {
        const { body } = await way.ask(operation)
        lists.push(read(z.array(portMappingAnswer), body).map(portMappingOf))
      } catch (error) {
        // 404: none; and what the command cannot ask is told where nothing else was.
        const none = faultCode(error) === 'soracom-no-sim'
        if (!none && !(faultCode(error) === 'soracom-cli-lacks' && lists.length > 0)) throw error
      }
    }
    const seen = new Set<string>()
    return lists.flat().filter(({ endpoint }) => !seen.has(endpoint) && seen.add(endpoint))
  }
  async captures(slot: SlotName, sim?: string): Promise<readonly SoracomCapture[]> {
    const { way, id } = await this.#asking(slot, sim)
    const { body } = await way.ask(operations.listSimPacketCaptureSessions(id))
    return read(z.array(captureAnswer), body).map(captureOf)
  }
  async capture(slot: SlotName, seconds: number, sim?: string): Promise<SoracomCapture> {
    const { way, id } = await this.#asking(slot, sim)
    const { body } = await way.ask(operations.createSimPacketCaptureSession(id, seconds))
    return captureOf(read(captureAnswer, body))
  }

  /** Over the slot's link, as one of its tools: it can be cancelled, and tells what it does. */
  async napter(
    slot: SlotName,
    { sim, devicePort }: { sim?: string | undefined; devicePort?: number | undefined },
  ): Promise<ToolAnswer<NapterFacts>> {
    const way = this.#account.way()
    const { clock, chance, soracom } = this.#o.environment
    if (!soracom) throw new Fault('soracom-signed-out')
    return this.#o.slots[slot].net.runs.run('soracom', async (host, options) => {
      const id = await this.#looking.id(way, await this.#of(slot, sim))
      const map = (port: number) => mapPort(way, id, port)
      const unmap = (mapping: MappingMade) => unmapPort(way, mapping)
      const { reach } = soracom
      return napterTool({ clock, chance, host, reach, map, unmap }, { devicePort, ...options })
    })
  }

  async #asking(slot: SlotName, sim: string | undefined) {
    const way = this.#account.way()
    return { way, id: await this.#looking.id(way, await this.#of(slot, sim)) }
  }
  async #of(slot: SlotName, sim: string | undefined): Promise<SimNumbers> {
    return sim === undefined ? simNumbersOf(this.#o.slots[slot]) : givenNumber(sim)
  }

  /** What is new since the last look goes into the charts; while somebody watches, into the log, too. */
  #tell(slot: SlotName, before: SoracomSeen, events: SoracomSeen['events']): void {
    const { marks, environment } = this.#o
    const keys = new Set(before.events.map(keyOf))
    const fresh = events.filter((one) => !keys.has(keyOf(one))).toReversed()
    marks.platform(
      fresh.map((one) => ({
        slot,
        atMs: one.atMs,
        severity: one.event === 'Deleted' ? ('warning' as const) : ('fine' as const),
        words: markedEvent(one),
      })),
    )
    if (!before.watching) return
    for (const one of fresh) this.#note(slot, toldEvent(one, environment.clock.nowMs() - one.atMs))
  }
  #note(slot: SlotName, words: Parameters<Slots['a']['recorder']['note']>[0]): void {
    const { recorder, state } = this.#o.slots[slot]
    if (state.port) recorder.note(words)
  }

  #see(slot: SlotName, seen: Partial<SoracomSeen>): void {
    this.#seen = { ...this.#seen, [slot]: { ...this.#seen[slot], ...seen } }
    this.#o.outbox.send('soracom', this.state)
  }
  #accountChanged(): void {
    this.stop()
    this.#looking.forget()
    this.#seen = { a: nothingSeen, b: nothingSeen }
    this.#o.outbox.send('soracom', this.state)
  }
}

/** The clock is read anew at each answer, so that a time that is put right moves by some milliseconds. */
const keyOf = ({ atMs, event }: SoracomSeen['events'][number]): string =>
  `${event} ${Math.round(atMs / 5000)}`
