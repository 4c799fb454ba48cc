import type { Phonebook, PhonebookEntry } from '@contract'
import { finalLine, type Final } from '@core/at/final'
import type { Facts, Knowledge } from '@core/at/knowledge'
import type { AtReply } from '@core/at/reply'
import { fromHex } from '@core/bytes'
import { Fault, type FaultCode } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import { ucs2Text } from '@core/sms/ucs2'
import { cardFault } from '@bench/card/card-faults'
import { InTurn } from '@bench/in-turn'
import { numberText, rowsOf, textIn, ucs2In } from '@bench/messages/message-values'
import { quoted } from '@core/words'
import { storeNotOf } from './words'

interface Options {
  readonly session: () => Pick<ModemSession, 'ask'>
  readonly knowledge: Knowledge
}
/** Places that are read with one command: a full book takes long, and a cancel need not wait for it. */
const placesAtOnce = 50
const mostPlaces = 5_000

/** The phone book of a slot, read alone. */
export class SlotPhonebook {
  readonly #o: Options
  readonly #turn = new InTurn()

  constructor(options: Options) {
    this.#o = options
  }

  read(store: string | undefined, signal?: AbortSignal): Promise<Phonebook> {
    return this.#turn.run(() => this.#read(store, signal))
  }
  async #read(store: string | undefined, signal?: AbortSignal): Promise<Phonebook> {
    const set = await this.#characterSet(signal)
    const own = await this.#own(set === 'UCS2', signal)
    const stores = storesIn(await this.#tried('AT+CPBS=?', signal))
    if (store !== undefined && stores.length > 0 && !stores.includes(store))
      throw new Fault('phonebook-store', storeNotOf(store, stores))
    const now = await this.#tried('AT+CPBS?', signal)
    // Own numbers alone are an answer, too.
    if (!now && store === undefined && own.length > 0)
      return { own, stores, store: '', used: null, total: null, entries: [] }
    const before = textIn(
      (now ?? (await this.#ask('AT+CPBS?', 'phonebook-unsupported', signal)))['storage'],
    )
    const chosen = store ?? before
    if (chosen !== before) await this.#ask(`AT+CPBS="${chosen}"`, 'phonebook-store', signal)
    try {
      return await this.#inUcs2(set, signal, async (isUcs2) => ({
        own,
        stores,
        ...(await this.#store(chosen, isUcs2, signal)),
      }))
    } finally {
      // Put back whatever was cancelled; a modem that is gone has forgotten it.
      if (chosen !== before && before !== '')
        await this.#send(`AT+CPBS="${before}"`).catch(() => undefined)
    }
  }

  async #store(store: string, ucs2: boolean, signal?: AbortSignal) {
    const state = (await this.#tried('AT+CPBS?', signal)) ?? {}
    const [used, total] = [countIn(state['used']), countIn(state['total'])]
    const range = placesIn(await this.#tried('AT+CPBR=?', signal)) ?? [1, total ?? placesAtOnce]
    const entries: PhonebookEntry[] = []
    const last = Math.min(range[1], range[0] + mostPlaces - 1)
    for (let from = range[0]; from <= last; from += placesAtOnce) {
      // All that are used were read: the rest of a large book is empty.
      if (used !== null && entries.length >= used) break
      entries.push(
        ...(await this.#places(from, Math.min(last, from + placesAtOnce - 1), ucs2, signal)),
      )
    }
    return { store, used, total, entries }
  }
  async #places(
    from: number,
    to: number,
    ucs2: boolean,
    signal?: AbortSignal,
  ): Promise<readonly PhonebookEntry[]> {
    const command = from === to ? `AT+CPBR=${from}` : `AT+CPBR=${from},${to}`
    const reply = await this.#send(command, signal)
    // Some say so where no place of the range is used.
    if (!reply.ok && isEmpty(reply.final)) return []
    const facts = this.#good(command, reply, 'phonebook-refused')
    return rowsOf(facts['entries']).map((row) => ({
      index: typeof row['index'] === 'number' ? row['index'] : 0,
      number: numberText(row['number']),
      name: nameText(textIn(row['alpha']), ucs2),
    }))
  }

  async #own(ucs2: boolean, signal?: AbortSignal): Promise<Phonebook['own']> {
    const facts = await this.#tried('AT+CNUM', signal)
    return rowsOf(facts?.['numbers']).flatMap((row) => {
      const number = numberText(row['number'])
      return number === '' ? [] : [{ number, name: nameText(textIn(row['alpha']), ucs2) }]
    })
  }
  /** What AT+CSCS? says; empty where the modem does not tell. */
  async #characterSet(signal?: AbortSignal): Promise<string> {
    const reply = await this.#send('AT+CSCS?', signal)
    return /^\+CSCS: *"?([\w-]+)/im.exec(reply.lines.join('\n'))?.[1] ?? ''
  }
  /** Names may have letters that IRA and GSM lack: they are read in UCS2, and the setting is put back whatever was cancelled. */
  async #inUcs2<T>(
    set: string,
    signal: AbortSignal | undefined,
    work: (isUcs2: boolean) => Promise<T>,
  ): Promise<T> {
    const known = set !== '' && set !== 'UCS2'
    if (!known || !(await this.#send('AT+CSCS="UCS2"', signal)).ok) return work(set === 'UCS2')
    try {
      return await work(true)
    } finally {
      await this.#send(`AT+CSCS="${set}"`).catch(() => undefined)
    }
  }

  async #ask(command: string, code: FaultCode, signal?: AbortSignal): Promise<Facts> {
    return this.#good(command, await this.#send(command, signal), code)
  }
  #good(command: string, reply: AtReply, code: FaultCode): Facts {
    if (!reply.ok) throw phonebookFault(command, reply.final, code)
    return this.#o.knowledge.answer(command, reply.lines)
  }
  async #tried(command: string, signal?: AbortSignal): Promise<Facts | undefined> {
    const reply = await this.#send(command, signal)
    return reply.ok ? this.#o.knowledge.answer(command, reply.lines) : undefined
  }
  #send(command: string, signal?: AbortSignal): Promise<AtReply> {
    return this.#o.session().ask(command, { priority: 'user', ...(signal ? { signal } : {}) })
  }
}

const countIn = (value: Facts[string]): number | null => (typeof value === 'number' ? value : null)
function storesIn(facts: Facts | undefined): readonly string[] {
  const names = facts?.['storage_values']
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}
function placesIn(facts: Facts | undefined): readonly [number, number] | undefined {
  const places = facts?.['index1_values']
  const numbers = Array.isArray(places) ? places.filter((one) => typeof one === 'number') : []
  const [first] = numbers
  const last = numbers.at(-1)
  return first === undefined || last === undefined ? undefined : [first, last]
}

/** In hex where AT+CSCS is "UCS2", or as the card codes it (80 and UCS2; 51.011, annex B). */
function nameText(text: string, ucs2: boolean): string {
  if (ucs2) return ucs2In(text)
  const octets = /^80(?:[\da-f]{4})+$/i.test(text) ? fromHex(text.slice(2)) : undefined
  return octets ? ucs2Text(octets).replace(/\uffff+$/, '') : text
}

/** +CME ERROR: invalid index, or not found (27.007, 9.2). */
const isEmpty = (final: Final): boolean =>
  final.kind === 'cme' &&
  (final.code === 21 || final.code === 22 || /invalid index|not found/i.test(final.text ?? ''))

const ofCard: readonly FaultCode[] = ['card-absent', 'card-locked', 'card-puk', 'card-busy']

function phonebookFault(command: string, final: Final, code: FaultCode): Fault {
  const card = cardFault(command, final)
  if (ofCard.includes(card.code)) return card
  return new Fault(code, quoted(`${command.split(/[=?]/)[0] ?? ''}: ${finalLine(final)}`))
}
