import { knowledge } from '@catalog/decoders'
import type { AnyEvent, CallError, FoundRow, LogCount, LogPage, LogRow } from '@contract'
import { RedactionSession, Redactor } from '@core/log/redact'
import type { Words } from '@core/words'

/**
 * What opens something is hidden from who may only look, wherever it stands: passwords, PINs, keys and tokens in what was sent, in
 * answers, in opened logs. Who and where the modem is they may see.
 */
export class LoginMask {
  readonly #session = new RedactionSession()
  readonly #loginsOnly: boolean
  /** Follows the live rows of a slot, some of which hide something in the next. */
  readonly #live: { readonly a: Redactor; readonly b: Redactor }
  readonly #text: Redactor

  /** @param loginsOnly false: who and where the modem is, is hidden, too */
  constructor(loginsOnly = true) {
    this.#loginsOnly = loginsOnly
    this.#live = { a: this.#redactor(), b: this.#redactor() }
    this.#text = this.#redactor()
  }

  /** The answer to a call that somebody who may only look has made. */
  reply(name: string, value: unknown): unknown {
    switch (name) {
      case 'log.page': {
        // The answers to these calls are what the contract says.
        const page = value as LogPage
        return { ...page, rows: this.#page(page.rows), first: page.first && this.#row(page.first) }
      }
      case 'log.find': {
        const found = value as FoundRow
        return { ...found, row: found.row && this.#row(found.row) }
      }
      case 'log.count': {
        const counted = value as LogCount
        return { ...counted, last: counted.last && this.#row(counted.last) }
      }
      case 'log.marks':
        return this.#page(value as readonly LogRow[])
      case 'commands.reference':
        return value
      case 'log.export':
      case 'log.piece':
        // Masked whole where they were made; a long text looked through at once would hold up everybody.
        return value
      default:
        return this.#anything(value)
    }
  }

  /** What went wrong may repeat what was said. */
  error(error: CallError): CallError {
    return this.#anything(error) as CallError
  }

  /** Undefined: the event is not for them. */
  event(event: AnyEvent): AnyEvent | undefined {
    // A password may be cut anywhere in octets, and stands in them as it was typed.
    if (event.name === 'bytes' || event.name === 'body') return undefined
    if (event.name !== 'rows')
      return { name: event.name, value: this.#anything(event.value) } as AnyEvent
    const rows = event.value.rows.map((row) => this.#live[row.slot].row(row))
    return { name: 'rows', value: { ...event.value, rows } }
  }

  #page(rows: readonly LogRow[]): readonly LogRow[] {
    const redactors = { a: this.#redactor(), b: this.#redactor() }
    return rows.map((row) => redactors[row.slot].row(row))
  }
  #row(row: LogRow): LogRow {
    return this.#redactor().row(row)
  }

  #anything(value: unknown): unknown {
    if (typeof value === 'string') return this.#text.text(value)
    if (Array.isArray(value)) return value.map((one) => this.#anything(one))
    if (typeof value !== 'object' || value === null) return value
    if (isWords(value)) return { ...value, ...this.#text.words({ en: value.en, ja: value.ja }) }
    const parts = Object.entries(value).map(([name, part]) => [name, this.#part(name, part)])
    return Object.fromEntries(parts)
  }
  #part(name: string, value: unknown): unknown {
    return typeof value === 'string' && opening.test(name) ? '' : this.#anything(value)
  }

  #redactor(): Redactor {
    return new Redactor({ knowledge, loginsOnly: this.#loginsOnly, session: this.#session })
  }
}

const opening = /^(password|passwd|pin|puk|token)$/i

const isWords = (value: object): value is Words =>
  'en' in value && 'ja' in value && typeof value.en === 'string' && typeof value.ja === 'string'
