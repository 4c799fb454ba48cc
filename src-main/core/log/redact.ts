import type { Explanation, Facts, FactValue, Knowledge } from '../at/knowledge'
import type { Words } from '../words'
import { DoneRows, type Done, type Masked } from './redact/done-rows'
import { frameSecrets } from './redact/frame'
import { canonical, readsOnly } from './redact/digits'
import { Following, messagesIn } from './redact/following'
import { KnownValues, type HiddenValues } from './redact/known-values'
import { pduSpans } from './redact/pdu'
import { Pseudonyms } from './redact/pseudonyms'
import { OctetDumps } from './redact/octet-dump'
import { inQuotes } from './redact/quotes'
import { mayHold, searchText, type Search } from './redact/search'
import { disjoint, isPlaceholder, type Span } from './redact/span'
import { moved, toldInside } from './redact/told'
import { ucs2Text } from './redact/ucs2'
import type { LogRow } from './row'

export interface RedactOptions {
  readonly knowledge: Knowledge
  /** Also IP addresses and cell ids. */
  readonly maskPlaces?: boolean
  /** Where the modem was is left as it is; without it positions are masked. */
  readonly showPlaces?: boolean
  /** What other exports of the same session named already. */
  readonly session?: RedactionSession
}

/** The names given so far and the values they stand for: keep it as long as names must stay the same. */
export class RedactionSession {
  readonly names = new Pseudonyms()
  readonly known = new KnownValues()
}

/** A value of a row and the name it goes by. */
type Alias = readonly [value: string, name: string, kind?: string]

const places = new Set(['address', 'cell'])
const cellFacts = /^(tac|lac|rac|ci|eci|nci|cellid|cell_id|scell_id|enb|enb_id|enodeb_id|sector)$/
const positionFacts = /^(lat|lon|lng|latitude|longitude)(_deg)?$/
const mostCached = 2048

/**
 * Puts stable pseudonyms (IMEI-1, NUMBER-2) in the place of what identifies somebody or opens something, in lines,
 * facts, words and octets alike. One Redactor for an export, with
 * the session's names: the same value keeps its name.
 */
export class Redactor {
  readonly #knowledge: Knowledge
  readonly #places: boolean
  readonly #search: Search
  /** The same inside octets that are written out. */
  readonly #inner: Search
  readonly #following = new Following()
  readonly #dumps = new OctetDumps()
  /** What the rows before make secret in the row at hand. */
  #before: readonly Span[] = []
  readonly #names: Pseudonyms
  readonly #known: KnownValues
  readonly #masked = new Map<string, number>()
  /** What became of rows: most lines of a log come again and again. */
  readonly #done = new DoneRows()
  #doneAt = 0
  /** The kinds that were masked in the row at hand. */
  #counted: string[] = []
  /** Whether the words of the row at hand are ours; those of a note repeat what somebody else wrote. */
  #own = true
  readonly #commands = new Map<string, string>()
  #commandsAt = 0

  constructor(options: RedactOptions) {
    this.#knowledge = options.knowledge
    this.#places = options.maskPlaces ?? false
    const showPlaces = options.showPlaces ?? false
    this.#inner = { places: this.#places, showPlaces }
    this.#search = { ...this.#inner, look: (inside) => this.#inside(inside) }
    const { names, known } = options.session ?? new RedactionSession()
    this.#names = names
    this.#known = known
  }

  /** How many places were masked so far, by kind. */
  get masked(): { readonly [kind: string]: number } {
    return Object.fromEntries(this.#masked)
  }
  /** What was masked, for the octets. */
  get values(): HiddenValues {
    return this.#known
  }

  row(row: LogRow): LogRow {
    this.#before = this.#following.spansOf(row)
    if (this.#before.length > 0 || this.#dumps.concerns(row.text)) return this.#anew(row)
    const done = this.#doneAt === this.#known.size ? this.#done.of(row) : undefined
    if (done) {
      for (const kind of done.counted) this.#add(kind)
      return done.masked ? withMasked(row, done.masked) : row
    }
    const values = this.#known.size
    this.#counted = []
    const masked = this.#harmless(row) ? undefined : this.#masksOf(row)
    // A value that this row made known may stand in it once more.
    if (values === this.#known.size) this.#keep({ row, masked, counted: this.#counted })
    return masked ? withMasked(row, masked) : row
  }

  /** A row whose secrets depend on the rows before it: it is not found again by its text. */
  #anew(row: LogRow): LogRow {
    this.#counted = []
    const masked = this.#masksOf(row)
    return masked ? withMasked(row, masked) : row
  }

  /** Any other text: prose, a program's own log, a verdict. */
  text(text: string): string {
    return this.#mask(text, this.#spansIn(text), [])
  }

  /** Words in both languages. */
  words(words: Words, aliases: readonly Alias[] = []): Words {
    return { en: this.#phrase(words.en, aliases), ja: this.#phrase(words.ja, aliases) }
  }

  facts(facts: Facts, aliases: readonly Alias[] = []): Facts {
    const masked: Record<string, FactValue | undefined> = {}
    for (const [name, value] of Object.entries(facts)) {
      const hidden = this.#hiddenFact(name) && value !== null && value !== undefined
      masked[name] = hidden
        ? this.#place(name, value, aliases)
        : value === undefined
          ? undefined
          : this.#fact(value, aliases)
    }
    return masked
  }

  /** An ordinary line that holds nothing to mask, seen at one look. */
  #harmless(row: LogRow): boolean {
    const { text, explanation, command } = row
    if (this.#places || row.hex !== undefined || row.header !== undefined) return false
    if (!explanation || row.dir === 'note' || row.kind === 'echo' || row.kind === 'ppp')
      return false
    for (const { kind } of explanation.secrets) if (!places.has(kind)) return false
    if (command !== undefined && this.#command(command) !== command) return false
    return !mayHold(text, this.#search) && !this.#known.mayHold(text)
  }

  #keep(done: Done): void {
    // A value that became known may stand in a line that was clean before.
    if (this.#doneAt !== this.#known.size) this.#done.clear()
    this.#doneAt = this.#known.size
    this.#done.keep(done)
  }

  /** What the row says instead; undefined when there is nothing to hide. */
  #masksOf(row: LogRow): Masked | undefined {
    const aliases: Alias[] = []
    const outside = row.dir === 'note' || row.kind === 'text' || row.kind === 'note'
    this.#own = !outside
    const text = this.#mask(row.text, this.#spansOf(row), aliases)
    const hex = row.hex === undefined ? undefined : this.#hex(row, row.hex, aliases, text)
    const command = row.command === undefined ? undefined : this.#command(row.command)
    const header = row.header === undefined ? undefined : this.#header(row.header)
    const derived = aliases.length > 0 || this.#places || row.kind === 'ppp' || outside
    const explanation =
      row.explanation && derived
        ? this.#explanation(row.explanation, aliases, row.text.includes('&quot;'))
        : row.explanation
    const same =
      text === row.text &&
      hex === row.hex &&
      command === row.command &&
      header === row.header &&
      explanation === row.explanation
    if (same) return undefined
    return {
      text,
      ...(hex === undefined ? {} : { hex }),
      ...(command === undefined ? {} : { command }),
      ...(header === undefined ? {} : { header }),
      ...(explanation === undefined ? {} : { explanation }),
    }
  }

  #spansOf(row: LogRow): Span[] {
    const { text } = row
    if (isMessage(row))
      return pduSpans(text, 0) ?? [{ kind: 'message', start: 0, end: text.length }]
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
      ...this.#dumps.spansIn(text, (inside) => this.#inside(inside)),
      ...this.#spansIn(text, outside),
    ]
  }

  #spansIn(text: string, nested = true): Span[] {
    return [
      ...(nested ? toldInside(text, this.#knowledge) : []),
      ...this.#known.find(text),
      ...searchText(text, this.#search),
      ...inQuotes(text, (inside) => this.#inside(inside)),
    ]
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

  #mask(text: string, spans: readonly Span[], aliases: Alias[], counted = true): string {
    let masked = ''
    let from = 0
    for (const span of disjoint(spans, text)) {
      const written = text.slice(span.start, span.end)
      if (!this.#hides(span.kind) || isPlaceholder(written)) continue
      if (span.kind === 'pin' && readsOnly(written)) continue
      const value = canonical(span.kind, span.value ?? ucs2Text(written) ?? written)
      const name = this.#names.nameOf(span.kind, value)
      if (counted) this.#count(span.kind)
      const found = this.#known.add(span.kind, value)
      // A number is found again by its digits; others are hidden in octets by the line they stand in.
      if (!found || value !== written) this.#known.addLine(text, span.start, span.end)
      aliases.push([written, name, span.kind])
      if (value !== written) aliases.push([value, name, span.kind])
      masked += text.slice(from, span.start) + name
      from = span.end
    }
    return from === 0 ? text : masked + text.slice(from)
  }

  #count(kind: string): void {
    this.#counted.push(kind)
    this.#add(kind)
  }

  #add(kind: string): void {
    this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + 1)
  }

  #hides(kind: string): boolean {
    if (kind === 'position') return !this.#search.showPlaces
    return this.#places || !places.has(kind)
  }

  #command(command: string): string {
    const known = this.#commands.get(command)
    if (known !== undefined && this.#commandsAt === this.#known.size) return known
    const masked = this.#maskedCommand(command)
    if (this.#commands.size >= mostCached || this.#commandsAt !== this.#known.size)
      this.#commands.clear()
    this.#commandsAt = this.#known.size
    this.#commands.set(command, masked)
    return masked
  }

  #maskedCommand(command: string): string {
    const secrets = moved(this.#knowledge.command(command)?.secrets, 0)
    const spans = [...secrets, ...this.#spansIn(command, false)]
    return this.#mask(command, spans, [], false)
  }

  #header(header: string): string {
    const told = this.#knowledge.line(header, {})?.secrets
    return this.#mask(header, [...moved(told, 0), ...this.#spansIn(header, false)], [], false)
  }

  #hex(row: LogRow, hex: string, aliases: Alias[], text: string): string | undefined {
    if (row.kind === 'cmux') return row.channel ? undefined : hex
    if (row.kind !== 'ppp') return text === row.text ? hex : undefined
    const { secrets, payload } = frameSecrets(hex)
    if (payload) return undefined
    let masked = hex
    for (const secret of secrets) {
      const name = this.#names.nameOf(secret.kind, secret.value)
      this.#count(secret.kind)
      this.#known.add(secret.kind, secret.value)
      aliases.push([secret.value, name])
      if (secret.kind === 'proof') this.#known.addOctets(secret.hex)
      masked = masked.replace(secret.hex, `<${name}>`)
    }
    // IPCP gives the address.
    return this.#places && /^(ff03)?8021/.test(hex) ? undefined : masked
  }

  /** `entities`: signs of HTML cut the values elsewhere than where they end. */
  #explanation(
    explanation: Explanation,
    aliases: readonly Alias[],
    entities: boolean,
  ): Explanation {
    return {
      ...explanation,
      facts: entities ? {} : this.facts(explanation.facts, aliases),
      words: this.words(explanation.words, aliases),
      secrets: [],
    }
  }

  #phrase(text: string, aliases: readonly Alias[]): string {
    const named = withNames(text, aliases)
    // These words are ours: `password: old` in them is no password.
    const spans = [
      ...this.#known.find(named),
      ...searchText(named, { ...this.#search, own: this.#own }),
    ]
    return this.#mask(named, spans, [], false)
  }

  #fact(value: FactValue, aliases: readonly Alias[]): FactValue {
    if (typeof value === 'string') return this.#factText(value, aliases)
    if (typeof value === 'number') return numberAlias(value, aliases) ?? value
    if (value === null || typeof value === 'boolean') return value
    if (isList(value)) return value.map((one) => this.#fact(one, aliases))
    return this.facts(value, aliases)
  }

  /** A fact is the whole value or holds it; short values (a PIN) only count whole. */
  #factText(value: string, aliases: readonly Alias[]): string {
    const whole = aliases.find(([written]) => written === value)
    return whole ? whole[1] : this.#phrase(value, aliases)
  }

  #hiddenFact(name: string): boolean {
    if (positionFacts.test(name)) return this.#hides('position')
    return this.#places && cellFacts.test(name)
  }

  #place(fact: string, value: FactValue, aliases: readonly Alias[]): FactValue {
    const text = String(value)
    if (isPlaceholder(text)) return value
    const alias = typeof value === 'number' ? numberAlias(value, aliases) : undefined
    return (
      alias ??
      aliases.find(([written]) => written === text)?.[1] ??
      this.#names.nameOf(positionFacts.test(fact) ? 'position' : 'cell', text)
    )
  }
}

/** Marks of HTML around a value are not part of it. */
function withoutTags(span: Span, text: string): Span {
  const tag = /<\/?\w+ *\/?>|&quot;/.exec(text.slice(span.start, span.end))
  return tag && tag.index > 0 ? { ...span, end: span.start + tag.index } : span
}

/** The content of a message: under its header, or what was typed after the prompt. */
function isMessage(row: LogRow): boolean {
  return row.header !== undefined && /^(\+C(MT|DS|BM|MG[LR])\b|AT\+CMG[SWC])/i.test(row.header)
}

function withNames(text: string, aliases: readonly Alias[]): string {
  let named = text
  for (const [value, name, kind] of aliases) {
    if (value.length < 3 || !named.includes(value)) continue
    // Words of our own may hold a short password as a word; only as a quoted value it is one.
    const pattern = /^[\d+ -]{7,}$/.test(value)
      ? new RegExp(`(?<!\\d)${quoted(value)}(?!\\d)`, 'g')
      : kind === 'position' || unlikeWords(value)
        ? new RegExp(`(?<!\\w)${quoted(value)}(?!\\w)`, 'g')
        : new RegExp(`(?<=["'“「])${quoted(value)}(?=["'”」])`, 'g')
    named = value.length > 24 ? named.replaceAll(value, name) : named.replace(pattern, name)
  }
  return named
}

/** Letters and digits or signs together, or long: no word of a sentence of ours. */
function unlikeWords(value: string): boolean {
  return (
    value.length >= 14 ||
    (value.length >= 4 && /[A-Za-z]/.test(value) && /[\d_@!?#$%&*]/.test(value))
  )
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** Area codes and cells are numbers in facts, decimal or hex on the line. */
function numberAlias(value: number, aliases: readonly Alias[]): string | undefined {
  return aliases.find(([written]) => {
    const digits = written.replace(/^0x/i, '')
    return digits.length > 2 && (Number(written) === value || parseInt(digits, 16) === value)
  })?.[1]
}

function isList(value: object): value is readonly FactValue[] {
  return Array.isArray(value)
}

function withMasked(row: LogRow, masked: Masked): LogRow {
  if (row.hex === undefined) return { ...row, ...masked }
  const { hex: _hex, ...rest } = row
  return { ...rest, ...masked }
}
