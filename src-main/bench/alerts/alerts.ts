import {
  alertRuleOf,
  type AlertFigures,
  type AlertNews,
  type AlertsState,
  type GivenAlertRule,
  type RaisedAlert,
} from '@contract'
import { knowledge } from '@catalog/decoders'
import type { AlertRule } from '@core/alerts/alert'
import { holdsNow } from '@core/alerts/condition'
import { AlertWatch } from '@core/alerts/watch'
import { alertCleared, alertRaised, alertSeen, conditionWords, rowFitted } from '@core/alerts/words'
import { Fault } from '@core/fault'
import { RedactionSession, Redactor } from '@core/log/redact'
import { rowSearch } from '@core/log/row-search'
import type { LogRow } from '@core/log/row'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import type { Cancel } from '@core/ports/clock'
import type { Words } from '@core/words'
import type { BenchEvent, BenchEvents } from '@bench/events'
import type { Windows } from '@bench/window/windows'
import { AlertBook } from './alert-book'
import { mustBeRule, mustReadAlerts, toldRule } from './alert-file'
import { beginMacro, type AlertMacroParts } from './alert-macro'
import { AlertPictures } from './pictures'
import { Webhooks, type Delivered } from './webhooks'
import { noticeShown, notOnThisSlot, webhookSealed } from './words'

/** What of the bench is needed here. */
export interface AlertParts extends AlertMacroParts {
  readonly events: BenchEvents
  readonly outbox: Windows
}

const mostNews = 100

/** A rule on one of its slots. */
interface Watched {
  readonly rule: AlertRule
  readonly slot: SlotName
  readonly watch: AlertWatch
  /** Whether a row of the log fits, for a rule that looks at rows. */
  readonly fits?: (row: LogRow) => boolean
  count: number
  raised: RaisedAlert | undefined
  /** The row that fitted last, masked. */
  row: Words | undefined
}

/** Watches the bench while nobody looks: rules of the person, what they have raised, and what is done then. */
export class Alerts {
  readonly #o: AlertParts
  readonly #book: AlertBook
  readonly #pictures: AlertPictures
  readonly #webhooks: Webhooks
  readonly #redactors: { readonly [slot in SlotName]: Redactor }
  #watched: readonly Watched[] = []
  #news: readonly AlertNews[] = []
  #lastId = 0
  #soon: Cancel | undefined
  /** What is told now goes into the log: a rule that looks at rows must not hear itself. */
  #telling = false
  /** What is cleared now is so because a person has seen it. */
  #seen = false

  constructor(parts: AlertParts) {
    this.#o = parts
    const { store, records = store, keyring } = parts.environment
    this.#book = new AlertBook({ store: records, keyring, macros: parts.macros })
    this.#pictures = new AlertPictures(parts.slots)
    this.#webhooks = new Webhooks(parts.environment)
    const session = new RedactionSession()
    const redactor = () => new Redactor({ knowledge, session })
    this.#redactors = { a: redactor(), b: redactor() }
    parts.events.on((event) => this.#hear(event))
  }

  async load(): Promise<void> {
    try {
      await this.#book.load()
    } finally {
      this.#watchAll()
    }
  }
  stop(): void {
    this.#soon?.()
    this.#soon = undefined
    for (const { watch } of this.#watched) watch.stop()
    this.#watched = []
    this.#webhooks.stop()
  }

  get state(): AlertsState {
    const raised = this.#watched.flatMap((one) => one.raised ?? [])
    return {
      rules: this.#book.rules.map(toldRule),
      raised: raised.toSorted((a, b) => b.sinceMs - a.sinceMs),
      news: this.#news,
    }
  }
  get figures(): readonly AlertFigures[] {
    return this.#watched.map(({ rule: { name }, slot, watch, count }) => ({
      ...{ name, slot, count, raised: watch.raised },
    }))
  }

  async add(text: string): Promise<AlertsState> {
    await this.#book.put(mustReadAlerts(text, this.#o.macros))
    return this.#changed()
  }
  async save(rule: GivenAlertRule, was?: string): Promise<AlertsState> {
    mustBeRule(rule, this.#o.macros)
    await this.#book.put([rule], was)
    return this.#changed()
  }
  async remove(name: string): Promise<AlertsState> {
    await this.#book.remove(name)
    return this.#changed()
  }
  /** Does what it does when it is raised; nothing is raised by it. */
  async try(name: string, slot: SlotName): Promise<readonly AlertNews[]> {
    const rule = alertRuleOf(this.#book.ruleNamed(name))
    if (rule.slot !== 'either' && rule.slot !== slot)
      throw new Fault('bad-input', notOnThisSlot(name, slot))
    const told = this.#tell(rule, slot, 'done', noticeShown(name))
    return [told, ...(await this.#act(rule, slot, 'test', noticeShown(name)))]
  }
  dismiss(name: string, slot: SlotName): AlertsState {
    this.#book.ruleNamed(name)
    const one = this.#watched.find((each) => each.rule.name === name && each.slot === slot)
    if (one?.raised) {
      this.#seen = true
      one.watch.dismiss()
      this.#seen = false
    }
    return this.state
  }

  /** The computer slept: nobody watched. */
  awake(): void {
    for (const { watch } of this.#watched) watch.anew()
  }

  #hear(event: BenchEvent): void {
    this.#pictures.hear(event)
    if (event.kind === 'row') this.#row(event.row)
    else if (this.#watched.length > 0)
      // What has changed in one turn is looked at once, when it is over.
      this.#soon ??= this.#o.environment.clock.schedule(0, () => {
        this.#soon = undefined
        this.#look()
      })
  }
  #row(row: LogRow): void {
    if (this.#telling) return
    const looking = this.#watched.filter(({ slot, fits }) => slot === row.slot && fits)
    if (looking.length === 0) return
    // Each row: what stands in one may be a secret for those before it.
    const { text } = this.#redactors[row.slot].row(row)
    for (const one of looking) {
      if (!one.fits?.(row)) continue
      one.row = rowFitted(text, conditionWords(one.rule.when))
      one.watch.hit()
    }
  }
  #look(): void {
    for (const slot of slotNames) {
      const picture = this.#pictures.of(slot)
      for (const { rule, slot: of, watch } of this.#watched)
        if (of === slot && rule.when.kind !== 'pattern')
          watch.hold(holdsNow(rule.when, picture, watch.holding || watch.raised))
    }
  }

  #changed(): AlertsState {
    this.#watchAll()
    const { state } = this
    this.#o.outbox.send('alerts', state)
    return state
  }
  /** A rule that is as it was goes on. */
  #watchAll(): void {
    const before = new Map(this.#watched.map((one) => [keyOf(one), one]))
    const next = this.#book.rules.flatMap((given) => {
      const rule = alertRuleOf(given)
      if (!rule.on) return []
      const slots = rule.slot === 'either' ? slotNames : [rule.slot]
      return slots.map((slot) => {
        const key = keyOf({ rule, slot })
        const kept = before.get(key)
        before.delete(key)
        return kept ?? this.#watch(rule, slot)
      })
    })
    for (const { watch } of before.values()) watch.stop()
    this.#watched = next
    if (next.length > 0) this.#look()
  }
  #watch(rule: AlertRule, slot: SlotName): Watched {
    const { when } = rule
    const search = when.kind === 'pattern' ? rowSearch(when.pattern) : undefined
    const watch = new AlertWatch({
      clock: this.#o.environment.clock,
      forMs: when.kind === 'pattern' ? 0 : when.forMs,
      againMs: rule.againMs,
      onRaised: (missed) => this.#raised(one, missed),
      onCleared: () => this.#cleared(one),
    })
    const fits = search && search.problem === undefined ? { fits: search.matches } : {}
    const one: Watched = { rule, slot, watch, ...fits, count: 0, raised: undefined, row: undefined }
    return one
  }

  #raised(one: Watched, missed: number): void {
    const { rule, slot } = one
    const words = alertRaised(rule.name, one.row ?? conditionWords(rule.when), missed)
    const sinceMs = one.raised?.sinceMs ?? this.#o.environment.clock.nowMs()
    one.count++
    one.raised = { name: rule.name, slot, sinceMs, words }
    this.#tell(rule, slot, 'raised', words)
    void this.#act(rule, slot, 'raised', words)
  }
  #cleared(one: Watched): void {
    const { rule, slot } = one
    const words = this.#seen ? alertSeen(rule.name) : alertCleared(rule.name)
    one.raised = undefined
    this.#tell(rule, slot, 'cleared', words)
    void this.#post(rule, slot, 'cleared', words)
  }

  /** Into the log of the slot, to whoever listens in the bench, and to the windows. */
  #tell(rule: AlertRule, slot: SlotName, kind: AlertNews['kind'], words: Words): AlertNews {
    const { environment, slots, events, outbox } = this.#o
    const loud = kind === 'raised' || kind === 'done'
    const news: AlertNews = {
      id: ++this.#lastId,
      atMs: environment.clock.nowMs(),
      ...{ slot, name: rule.name, kind, words },
      notice: loud && rule.does.notice,
      sound: loud && rule.does.sound,
    }
    this.#news = [news, ...this.#news].slice(0, mostNews)
    const { recorder } = slots[slot]
    this.#telling = true
    // Nothing is begun for it: a slot without a log has none to write into.
    if (recorder.journal) recorder.note(words)
    this.#telling = false
    events.tell({ slot, kind: 'alert', news })
    outbox.send('alert', news)
    outbox.send('alerts', this.state)
    return news
  }

  async #act(
    rule: AlertRule,
    slot: SlotName,
    state: 'raised' | 'test',
    words: Words,
  ): Promise<readonly AlertNews[]> {
    const { macro } = rule.does
    const posted = this.#post(rule, slot, state, words)
    const began = macro && beginMacro(this.#o, { name: rule.name, slot, id: macro })
    const done = began ? [this.#outcome(rule, slot, began)] : []
    return [...done, ...(await posted)]
  }
  async #post(
    rule: AlertRule,
    slot: SlotName,
    state: 'raised' | 'cleared' | 'test',
    words: Words,
  ): Promise<readonly AlertNews[]> {
    const { name, does } = rule
    if (does.webhook === undefined) {
      if (state === 'cleared' || !this.#book.isLocked(name)) return []
      return [this.#outcome(rule, slot, { ok: false, words: webhookSealed(name) })]
    }
    const { app, clock } = this.#o.environment
    const at = new Date(clock.nowMs()).toISOString()
    const body = { text: words.en, alert: name, state, slot, at, words, version: app.version }
    const delivered = await this.#webhooks.deliver(name, does.webhook, body)
    return [this.#outcome(rule, slot, delivered)]
  }
  #outcome(rule: AlertRule, slot: SlotName, { ok, words }: Delivered): AlertNews {
    const quiet = { ...rule, does: { notice: false, sound: false } }
    return this.#tell(quiet, slot, ok ? 'done' : 'failed', words)
  }
}

const keyOf = ({ rule, slot }: Pick<Watched, 'rule' | 'slot'>): string =>
  JSON.stringify([rule, slot])
