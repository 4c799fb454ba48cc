import type { Knowledge } from '../../at/knowledge'
import type { LogRow } from '../row'
import { Following, messagesIn } from './following'
import type { KnownValues } from './known-values'
import { inDecimals, OctetDumps } from './octet-dump'
import { PayloadStreams } from './payload-streams'
import { pduSpans } from './pdu'
import { promptedIn } from './prompted'
import { inQuotes } from './quotes'
import { mayHold, searchText, type Search } from './search'
import type { Span } from './span'
import { moved, toldInside } from './told'

export interface Places {
  /** Also IP addresses and cell ids. */
  readonly places: boolean
  /** Where the modem was is left as it is. */
  readonly showPlaces: boolean
  /** Nothing but what opens something: passwords, PINs, keys, tokens. */
  readonly loginsOnly?: boolean
}

/** Finds where something to hide stands: by what the decoders say, by what a text looks like, by what was hidden before. */
export class Seeker {
  readonly #knowledge: Knowledge
  readonly #known: KnownValues
  readonly #search: Search
  /** The same inside octets that are written out. */
  readonly #inner: Search
  /** Rows of the slots stand between each other. */
  readonly #following = { a: new Following(), b: new Following() }
  readonly #dumps = new OctetDumps()
  readonly #payloads = new PayloadStreams()
  /** What the rows before make secret in the row at hand. */
  #before: readonly Span[] = []
  /** The row at hand carries something for a socket, or a part of what several rows show. */
  carries = false

  constructor(knowledge: Knowledge, known: KnownValues, places: Places) {
    this.#knowledge = knowledge
    this.#known = known
    this.#inner = places
    this.#search = { ...places, look: (inside) => this.#ofOctets(inside) }
  }

  /** Nothing in the rows so far makes a row secret that is none by itself. */
  get idle(): boolean {
    const { a, b } = this.#following
    return a.idle && b.idle && this.#dumps.idle
  }

  /** A row was seen that neither depends on those before it nor matters to those after. */
  pass(row: LogRow): void {
    this.#following[row.slot].pass(row)
  }

  /** Takes up the next row. Returns whether its secrets depend on the rows before it. */
  follow(row: LogRow): boolean {
    const before = this.#following[row.slot].spansOf(row)
    const carried = isMessage(row)
      ? undefined
      : this.#payloads.spansOf(row, (text) => this.ofText(text))
    this.#before = carried ? [...before, ...carried] : before
    this.carries = carried !== undefined
    return before.length > 0 || carried !== undefined || this.#dumps.concerns(row.text)
  }

  mayHold(text: string): boolean {
    return mayHold(text, this.#search) || this.#known.mayHold(text)
  }

  /** In the text of the row that was taken up last. */
  ofRow(row: LogRow): Span[] {
    const { text } = row
    if (isMessage(row))
      return pduSpans(text, 0) ?? [{ kind: 'message', start: 0, end: text.length }]
    if (isKeyMaterial(row)) return [{ kind: 'key', start: 0, end: text.length }]
    const told =
      row.kind === 'echo' ? this.#knowledge.command(text)?.secrets : row.explanation?.secrets
    const spans = moved(told, 0)
      .map((span) => withoutTags(span, text))
      .flatMap((span) => pduSpans(text.slice(span.start, span.end), span.start) ?? [span])
    const outside = row.kind === 'text' || row.kind === 'note' || row.kind === 'unknown'
    return [
      ...this.#before,
      ...inQuotes(text, (inside) => this.#inside(inside)),
      ...spans,
      ...this.#dumps.spansIn(text, (inside) => this.#ofOctets(inside)),
      ...inDecimals(text, (inside) => this.#ofOctets(inside)),
      ...this.ofText(text, outside),
    ]
  }

  /** In any other text; `nested`: lines of an exchange may stand in it. */
  ofText(text: string, nested = true): Span[] {
    return [
      ...(nested ? toldInside(text, this.#knowledge) : []),
      ...messagesIn(text),
      ...this.#known.find(text),
      ...(loginMessage.test(text) ? this.#known.words(text) : []),
      ...searchText(text, this.#search),
      ...inQuotes(text, (inside) => this.#inside(inside)),
    ]
  }

  ofCommand(command: string): Span[] {
    const secrets = moved(this.#knowledge.command(command)?.secrets, 0)
    return [...secrets, ...this.ofText(command, false)]
  }

  ofHeader(header: string): Span[] {
    const told = this.#knowledge.line(header, {})?.secrets
    return [...moved(told, 0), ...this.ofText(header, false)]
  }

  /** In words about a row. `own`: the words are ours, and `password: old` in them is no password. */
  ofWords(words: string, own: boolean): Span[] {
    return [...this.#known.find(words), ...searchText(words, { ...this.#search, own })]
  }

  /** What octets say that are written out. */
  #ofOctets(text: string): Span[] {
    return [...promptedIn(text), ...this.#inside(text)]
  }

  /** What a text says that stands in the row in another form. */
  #inside(text: string): Span[] {
    return [
      ...messagesIn(text),
      ...toldInside(text, this.#knowledge),
      ...this.#known.find(text),
      ...searchText(text, this.#inner),
    ]
  }
}

/** The other side's message about a login (RFC 1334, 2.2.2; RFC 1994, 4.2). */
const loginMessage = /\b(?:PAP Auth(?:Ack|Nak)|CHAP (?:Success|Failure))\b/

/** Marks of HTML around a value are not part of it. */
function withoutTags(span: Span, text: string): Span {
  const tag = /<\/?\w+ *\/?>|&quot;/.exec(text.slice(span.start, span.end))
  return tag && tag.index > 0 ? { ...span, end: span.start + tag.index } : span
}

/** What is stored in the modem by commands for keys and certificates; of PEM the lines between its marks are found by themselves. */
const storesKey =
  /^AT(?:\+(?:USECMNG=0,|CCERTDOWN=|SQNSNVW=|K(?:CERT|PRIVK)STORE=)|#SSLSECDATA=\d+,1,)/i

function isKeyMaterial({ kind, text, header, command = '' }: LogRow): boolean {
  const loose = kind === 'payload' || (kind === 'answer' && !/^[+^%$#]\w+:/.test(text))
  return loose && storesKey.test(header ?? command) && !text.includes('-----')
}

/** The content of a message: under its header, or what was typed after the prompt. */
function isMessage(row: LogRow): boolean {
  return (
    row.header !== undefined &&
    /^(\+(?:C(MT|DS|BM|MG(?:RD|[LR]))|QCMGR)\b|AT\+(Q?CMG(?:SEX|[SWC])|CSMTPS(?:SUB|BODY)|QSMTP(?:SUB|BODY)|C[MN]GC))/i.test(
      row.header,
    )
  )
}
