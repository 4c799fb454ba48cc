import type { MessageBox, MessageSent } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
import type { Token } from '@core/at/token'
import { Fault } from '@core/fault'
import { measured } from '@core/sms/body'
import { messagesIn, placeText, type ShortMessage, type StoredPdu } from '@core/sms/message'
import { partsOf } from '@core/sms/sendable'
import { readPdu, submitFrom, submitsOf, type Submit } from '@core/sms/pdu'
import type { ModemSession } from '@core/modem/session'
import type { MessageNews } from '@contract'
import type { Clock } from '@core/ports/clock'
import { quoted, type Words } from '@core/words'
import { InTurn } from '@bench/in-turn'
import { arrivalIn } from './message-arrivals'
import { MessageLine, storageIn } from './message-line'
import {
  namesOf,
  numberIn,
  numberText,
  partly,
  plainNumber,
  rowsOf,
  textIn,
} from './message-values'
import { OwnMessages } from './own-messages'
import { indicationsIn, ReportGate } from './report-gate'

interface Options {
  readonly clock: Clock
  readonly session: () => ModemSession
  readonly knowledge: Knowledge
  readonly note: (text: Words) => void
  readonly onChange: (news: MessageNews) => void
  readonly report: (error: unknown) => void
}

/** A message to send: a text for a number, or a PDU as it is. */
export type ToSend =
  | { readonly number: string; readonly text: string; readonly report: boolean }
  | { readonly pdu: string }

const nothing: MessageBox = { messages: [], storages: [], centre: '', tells: false, readMs: 0 }

/** Short messages of a slot: read, sent and deleted in PDU mode, one thing after the other, with every setting put back. */
export class SlotMessages {
  readonly #o: Options
  readonly #line: MessageLine
  readonly #turn = new InTurn()
  readonly #own = new OwnMessages()
  readonly #gate: ReportGate
  /** What lies in the memories, as it was read last. */
  #box = nothing
  /** Unread when it was first seen: the modem forgets that by listing it. */
  readonly #unread = new Set<string>()
  #state: MessageNews = { count: 0, sending: null }
  #reference = 0

  constructor(options: Options) {
    this.#o = options
    this.#line = new MessageLine(options)
    const inTurn = (work: () => Promise<void>) => this.#turn.run(work)
    const { clock, report } = options
    this.#gate = new ReportGate({ clock, line: this.#line, inTurn, report })
  }

  get box(): MessageBox {
    return { ...this.#box, messages: [...this.#box.messages, ...this.#own.all] }
  }

  /** What a modem said. */
  hear(token: Token): void {
    if (token.kind === 'unsolicited' && token.restart) this.#gate.forget()
    const arrival = arrivalIn(token)
    if (!arrival) return
    if (arrival.kind === 'message') this.#own.heard(arrival.message)
    if (arrival.kind === 'report') this.#own.take(arrival.report)
    this.#closeGate()
    this.#tell()
  }
  /** In turn, since a message that is being sent may be about to wait for its own. */
  #closeGate(): void {
    const closed = this.#turn.run(async () => {
      if (!this.#own.awaiting) await this.#gate.closed()
    })
    closed.catch((error: unknown) => this.#o.report(error))
  }

  /** Reads all memories. */
  list(signal?: AbortSignal): Promise<MessageBox> {
    return this.#turn.run(async () => {
      const { clock } = this.#o
      this.#box = await this.#line.inPduMode(() => this.#read(signal), signal)
      this.#box = { ...this.#box, readMs: clock.nowMs() }
      if (!this.#own.awaiting) await this.#gate.closed()
      return this.box
    })
  }

  async #read(signal?: AbortSignal): Promise<MessageBox> {
    const line = this.#line
    const centre = await line.tried('AT+CSCA?', signal)
    const told = await line.tried('AT+CNMI?', signal)
    const offered = await line.tried('AT+CPMS=?', signal)
    return line.withStorages(async (choose, now) => {
      const stored: StoredPdu[] = []
      const storages: MessageBox['storages'][number][] = []
      const receives = storageIn(now['mem3'])?.name
      for (const name of namesOf(offered, now)) {
        const chosen = await choose(name)
        const { used, total } = storageIn(chosen['mem1'] ?? now['mem1']) ?? { used: 0, total: 0 }
        storages.push({ name, used, total, receives: name === receives })
        if (used > 0) stored.push(...(await this.#listed(name, signal)))
      }
      return {
        messages: this.#messages(stored),
        storages,
        centre: numberText(centre?.['sca']),
        tells: told !== undefined && (indicationsIn(told)?.mt ?? 0) > 0,
        readMs: 0,
      }
    }, signal)
  }

  async #listed(storage: string, signal?: AbortSignal): Promise<readonly StoredPdu[]> {
    const { messages } = await this.#line.ask('AT+CMGL=4', signal)
    return rowsOf(messages).map((row) => {
      const hex = textIn(row['pdu'])
      const status = numberIn(row['stat'])
      if (status === 0) this.#unread.add(hex)
      return {
        storage,
        index: numberIn(row['index']),
        status,
        length: numberIn(row['length']),
        hex,
      }
    })
  }

  /** Reports about what was sent from here are told with it. */
  #messages(stored: readonly StoredPdu[]): readonly ShortMessage[] {
    return messagesIn(stored).flatMap((message) => {
      const [hex = ''] = message.pdus
      const { parsed } = readPdu(hex)
      if (message.kind === 'report' && parsed.kind === 'report' && message.report !== 'awaited') {
        const { reference, number } = parsed
        const [place] = message.places
        const told = message.report
        if (told && this.#own.take({ reference, number, told }, place)) return []
      }
      return { ...message, unread: message.pdus.some((pdu) => this.#unread.has(pdu)) }
    })
  }

  /** Sends in as many parts as it takes. */
  async send(message: ToSend, signal?: AbortSignal): Promise<MessageSent> {
    const submits = this.#submitsOf(message)
    return this.#turn.run(async () => {
      try {
        return await this.#line.inPduMode(() => this.#hand(message, submits, signal), signal)
      } finally {
        this.#change({ sending: null, count: this.#state.count + 1 })
      }
    })
  }

  #submitsOf(message: ToSend): readonly Submit[] {
    if ('pdu' in message) {
      const submit = submitFrom(message.pdu)
      if (submit) return [submit]
      const { parsed } = readPdu(message.pdu)
      throw new Fault('sms-pdu', parsed.kind === 'damaged' ? parsed.said : quoted(''))
    }
    const number = plainNumber(message.number)
    const { text, report } = message
    // Throws where no message holds it.
    partsOf(text)
    this.#reference = (this.#reference + 1) % 256
    return submitsOf(number, text, { report, reference: this.#reference })
  }

  async #hand(
    message: ToSend,
    submits: readonly Submit[],
    signal?: AbortSignal,
  ): Promise<MessageSent> {
    const wantsReport = 'report' in message && message.report
    this.#own.begins()
    if (wantsReport) await this.#gate.open(signal)
    const references: number[] = []
    for (const { length, hex } of submits) {
      this.#change({ sending: { done: references.length, parts: submits.length } })
      try {
        const { mr } = await this.#line.give(`AT+CMGS=${length}`, hex, signal)
        references.push(numberIn(mr))
      } catch (error) {
        if (references.length === 0) throw error
        throw new Fault('sms-partly', partly(references.length, submits.length, error))
      }
    }
    const [first] = messagesIn(
      submits.map(({ hex }, index) => ({
        storage: '',
        index,
        status: 3,
        length: hex.length / 2 - 1 - parseInt(hex.slice(0, 2), 16),
        hex,
      })),
    )
    if (!first) throw new Fault('sms-pdu')
    const at = { atMs: this.#o.clock.nowMs(), quarters: 0 }
    const id = this.#own.sent({ ...first, at, places: [] }, references, wantsReport)
    const alphabet = 'pdu' in message ? 'pdu' : measured(message.text).alphabet
    return { id, parts: submits.length, alphabet, references }
  }

  /** Deletes what was listed, after a look whether it still lies there. */
  delete(ids: readonly string[], signal?: AbortSignal): Promise<void> {
    const messages = ids.map((id) => {
      const found = this.box.messages.find((message) => message.id === id)
      if (!found) throw new Fault('sms-unknown', quoted(id))
      return found
    })
    return this.#turn.run(async () => {
      try {
        const stored = messages.filter(({ places }) => places.length > 0)
        if (stored.length > 0)
          await this.#line.inPduMode(() => this.#deleteAll(stored, signal), signal)
        for (const { id } of messages) this.#own.forget(id)
      } finally {
        this.#change({ count: this.#state.count + 1 })
      }
    })
  }

  async #deleteAll(messages: readonly ShortMessage[], signal?: AbortSignal): Promise<void> {
    const line = this.#line
    await line.withStorages(async (choose) => {
      for (const message of messages) {
        for (const place of message.places) {
          await choose(place.storage)
          const { pdu } = await line.ask(`AT+CMGR=${place.index}`, signal)
          // Gone already is as good as deleted.
          if (pdu === undefined) continue
          if (!message.pdus.includes(textIn(pdu)))
            throw new Fault('sms-moved', quoted(placeText(place)))
          await line.ask(`AT+CMGD=${place.index}`, signal)
        }
        const left = this.#box.messages.filter(({ id }) => id !== message.id)
        this.#box = { ...this.#box, messages: left }
      }
    }, signal)
  }

  seen(ids: readonly string[]): void {
    for (const message of this.#box.messages)
      if (ids.includes(message.id)) for (const pdu of message.pdus) this.#unread.delete(pdu)
    const messages = this.#box.messages.map((one) =>
      ids.includes(one.id) ? { ...one, unread: false } : one,
    )
    this.#box = { ...this.#box, messages }
    for (const id of ids) this.#own.seen(id)
  }

  setCentre(number: string, signal?: AbortSignal): Promise<void> {
    const centre = plainNumber(number)
    const type = centre.startsWith('+') ? 145 : 129
    return this.#turn.run(async () => {
      await this.#line.ask(`AT+CSCA="${centre}",${type}`, signal)
      this.#box = { ...this.#box, centre }
    })
  }

  /** Before the port closes: what was set for reports is put back. */
  leave(): Promise<void> {
    return this.#turn.run(() => this.#gate.closed())
  }
  /** The port is gone, and with it what the modem had; with `all`, what was sent over it, too. */
  forget(all = false): void {
    this.#gate.forget()
    if (all) this.#own.clear()
    this.#box = nothing
    this.#unread.clear()
    this.#change({ sending: null, count: this.#state.count + 1 })
  }

  #tell(): void {
    this.#change({ count: this.#state.count + 1 })
  }
  #change(patch: Partial<MessageNews>): void {
    this.#state = { ...this.#state, ...patch }
    this.#o.onChange(this.#state)
  }
}
