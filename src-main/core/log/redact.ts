import type { Explanation, Facts, Knowledge } from '../at/knowledge'
import { fromHex, hexOf } from '../bytes'
import type { Words } from '../words'
import type { Alias } from './redact/aliases'
import { DoneRows, type Done, type Masked } from './redact/done-rows'
import { frameSecrets } from './redact/frame'
import { KnownValues, type HiddenValues } from './redact/known-values'
import { Meaning } from './redact/meaning'
import type { NameTable } from './redact/name-table'
import { Naming, isPlaceKind } from './redact/naming'
import { namedInMessage } from './redact/programs'
import { packetLogins } from './redact/packet-logins'
import { PacketStreams } from './redact/packet-streams'
import { withoutValues } from './redact/own-words'
import { Pseudonyms } from './redact/pseudonyms'
import { Seeker } from './redact/seeker'
import type { Span } from './redact/span'
import type { LogRow } from './row'

export interface RedactOptions {
  readonly knowledge: Knowledge
  /** Also IP addresses and cell ids. */
  readonly maskPlaces?: boolean
  /** Where the modem was is left as it is; without it positions are masked. */
  readonly showPlaces?: boolean
  /** Nothing but what opens something: passwords, PINs, keys, tokens. */
  readonly loginsOnly?: boolean
  /** What other exports of the same session named already. */
  readonly session?: RedactionSession
}

/** The names given so far and the values they stand for: keep it as long as names must stay the same. */
export class RedactionSession {
  readonly names: Pseudonyms
  readonly known = new KnownValues()

  /** `table`: the names of other threads. */
  constructor(table?: NameTable) {
    this.names = new Pseudonyms(table)
  }
}

const mostCached = 2048
const mostCarrying = 64
/** By so many octets before it a value that stands in a packet is found again, and not in other words. */
const contextOctets = 8

/**
 * Puts stable pseudonyms (IMEI-1, NUMBER-2) in the place of what identifies somebody or opens something, in lines,
 * facts, words and octets alike. One Redactor for an export, with
 * the session's names: the same value keeps its name.
 */
export class Redactor {
  readonly #knowledge: Knowledge
  readonly #places: boolean
  readonly #known: KnownValues
  readonly #seeker: Seeker
  readonly #naming: Naming
  readonly #meaning: Meaning
  /** What became of rows: most lines of a log come again and again. */
  readonly #done = new DoneRows()
  readonly #streams = new PacketStreams()
  #doneAt = 0
  readonly #commands = new Map<string, string>()
  #commandsAt = 0
  /** Commands that carried a part of what others carry on, as they were shown: rows that answer them name them so. */
  readonly #carrying = new Map<string, string>()

  constructor({ knowledge, session, ...options }: RedactOptions) {
    const { names, known } = session ?? new RedactionSession()
    const places = options.maskPlaces ?? false
    const { showPlaces = false, loginsOnly = false } = options
    const shown = { places, showPlaces, loginsOnly }
    this.#knowledge = knowledge
    this.#places = places
    this.#known = known
    this.#seeker = new Seeker(knowledge, known, shown)
    this.#naming = new Naming(names, known, shown)
    this.#meaning = new Meaning(this.#seeker, this.#naming)
  }

  /** How many places were masked so far, by kind. */
  get masked(): { readonly [kind: string]: number } {
    return this.#naming.masked
  }
  /** What was masked, for the octets. */
  get values(): HiddenValues {
    return this.#known
  }

  row(row: LogRow): LogRow {
    const { idle } = this.#seeker
    const done = this.#doneAt === this.#known.size ? this.#done.of(row) : undefined
    if (done?.alone && idle) {
      this.#seeker.pass(row)
      return this.#again(row, done)
    }
    // Such a row is not found again by its text.
    if (this.#seeker.follow(row)) return this.#anew(row)
    if (done) return this.#again(row, done)
    const values = this.#known.size
    this.#naming.begin()
    const masked = this.#harmless(row) ? undefined : this.#masksOf(row)
    const alone = idle && this.#seeker.idle
    // A value that this row made known may stand in it once more.
    if (values === this.#known.size)
      this.#keep({ row, masked, counted: this.#naming.counted, alone })
    return masked ? withMasked(row, masked) : row
  }

  #again(row: LogRow, { counted, masked }: Done): LogRow {
    for (const kind of counted) this.#naming.add(kind)
    return masked ? withMasked(row, masked) : row
  }

  /** Where something to hide stands in a text that a packet carries. */
  spansIn(text: string): readonly Span[] {
    return this.#seeker.ofText(text)
  }

  /** Any other text: prose, a program's own log, a verdict. */
  text(text: string): string {
    return this.#naming.mask(text, this.#seeker.ofText(text), [])
  }

  /** Words in both languages. */
  words(words: Words): Words {
    return this.#meaning.words(words, [])
  }

  facts(facts: Facts): Facts {
    return this.#meaning.facts(facts, [])
  }

  #anew(row: LogRow): LogRow {
    this.#naming.begin()
    const masked = this.#masksOf(row)
    return masked ? withMasked(row, masked) : row
  }

  /** An ordinary line that holds nothing to mask, seen at one look. */
  #harmless(row: LogRow): boolean {
    const { text, explanation, command } = row
    if (this.#places || row.hex !== undefined || row.header !== undefined) return false
    if (!explanation || row.dir === 'note' || row.kind === 'echo' || row.kind === 'ppp')
      return false
    for (const { kind } of explanation.secrets) if (!isPlaceKind(kind)) return false
    if (command !== undefined && this.#command(command) !== command) return false
    return !this.#seeker.mayHold(text)
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
    this.#meaning.own = !outside
    const text = this.#naming.mask(row.text, this.#seeker.ofRow(row), aliases)
    if (this.#seeker.carries && row.kind !== 'payload') this.#carried(row.text, text)
    const hex = row.hex === undefined ? undefined : this.#hex(row, row.hex, aliases, text)
    if (row.kind === 'ppp') aliases.push(...this.#refused(row))
    const command = row.command === undefined ? undefined : this.#command(row.command)
    const header = row.header === undefined ? undefined : this.#header(row.header)
    const derived = aliases.length > 0 || this.#places || row.kind === 'ppp' || outside
    const explanation =
      row.explanation && derived
        ? this.#explanation(
            this.#ownWords(row, row.explanation, text, aliases),
            aliases,
            row.text.includes('&quot;'),
          )
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

  /** Whom the other side refused, as the message of its packet says. */
  #refused({ explanation }: LogRow): Alias[] {
    const message = explanation?.facts['message']
    const name = typeof message === 'string' ? namedInMessage(message) : undefined
    return name === undefined ? [] : [[name, this.#naming.nameOf('password', name), 'login']]
  }

  /** What the network says is told in another form than it stands in: it is told again of the row as it is shown. */
  #ownWords(
    row: LogRow,
    explanation: Explanation,
    text: string,
    aliases: readonly Alias[],
  ): Explanation {
    const told = () => this.#toldOf(row, text)
    // Octets in hex are no words of their own of which a part is hidden.
    const again = this.#seeker.carries || aliases.some(([, , kind]) => kind === 'ussd')
    return (again ? told() : undefined) ?? withoutValues(explanation, aliases, told)
  }

  /** What would be said of the row as it is shown: nothing that is hidden in it. */
  #toldOf({ kind, command }: LogRow, text: string): Explanation | undefined {
    if (kind === 'command' || kind === 'echo') return this.#knowledge.command(text)
    return this.#knowledge.line(text, { command })
  }

  #carried(command: string, masked: string): void {
    this.#carrying.delete(command)
    this.#carrying.set(command, masked)
    const [oldest] = this.#carrying.keys()
    if (this.#carrying.size > mostCarrying && oldest !== undefined) this.#carrying.delete(oldest)
  }

  #command(command: string): string {
    const carried = this.#carrying.get(command)
    if (carried !== undefined) return carried
    const known = this.#commands.get(command)
    if (known !== undefined && this.#commandsAt === this.#known.size) return known
    const masked = this.#naming.mask(command, this.#seeker.ofCommand(command), [], false)
    if (this.#commands.size >= mostCached || this.#commandsAt !== this.#known.size)
      this.#commands.clear()
    this.#commandsAt = this.#known.size
    this.#commands.set(command, masked)
    return masked
  }

  #header(header: string): string {
    return this.#naming.mask(header, this.#seeker.ofHeader(header), [], false)
  }

  #hex(row: LogRow, hex: string, aliases: Alias[], text: string): string | undefined {
    if (row.kind === 'cmux') return row.channel ? undefined : hex
    if (row.kind !== 'ppp') return text === row.text ? hex : undefined
    const { secrets, payload } = frameSecrets(hex)
    if (payload) return this.#payload(hex)
    let masked = hex
    for (const secret of secrets) {
      const name = this.#naming.nameOf(secret.kind, secret.value)
      this.#naming.count(secret.kind)
      this.#known.add(secret.kind, secret.value)
      aliases.push([secret.value, name])
      if (secret.kind === 'proof') this.#known.addOctets(secret.hex)
      masked = masked.replace(secret.hex, `<${name}>`)
    }
    // IPCP gives the address, IPV6CP half of it.
    return this.#places && /^(ff03)?80(21|57)/.test(hex) ? undefined : masked
  }

  /** What a packet carries is the person's own: it goes out nowhere as hex, and its logins not as octets either. */
  #payload(hex: string): undefined {
    const frame = fromHex(hex) ?? new Uint8Array()
    const look = (text: string) => this.spansIn(text)
    for (const [from, to] of packetLogins(frame, look, this.#streams)) {
      const before = Math.max(0, from - contextOctets)
      this.#known.addOctets(hexOf(frame.subarray(before, to)), from - before)
    }
    return undefined
  }

  /** `entities`: signs of HTML cut the values elsewhere than where they end. */
  #explanation(
    explanation: Explanation,
    aliases: readonly Alias[],
    entities: boolean,
  ): Explanation {
    return {
      ...explanation,
      facts: entities ? {} : this.#meaning.facts(explanation.facts, aliases),
      words: this.#meaning.words(explanation.words, aliases),
      secrets: [],
    }
  }
}

function withMasked(row: LogRow, masked: Masked): LogRow {
  if (row.hex === undefined) return { ...row, ...masked }
  const { hex: _hex, ...rest } = row
  return { ...rest, ...masked }
}
