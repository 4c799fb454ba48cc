import type { EndingsOf } from '../../at/endings'
import type { SlotName } from '../../modem/slot-names'
import { isCommand, isFinal } from './at-lines'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { coreOf } from './line-core'
import { takeStamp } from './stamps'
import { differs, identityIn, type Identity } from './units'

const port =
  /(?:^|[\s[(<{|/,;])((?:tty[A-Z]{2,4}|COM|cuaU|[Uu][Aa][Rr][Tt]|[Mm]odem|wwan\dat|cdc-wdm|DLCI ?|[Cc][Hh](?:annel)? ?)\d{1,3}(?:\.\d)?)(?=[\])>}|:,;\s]|$)/
/** A port that has a name: `[serial (Cell)] TX: AT`. */
const namedPort = /\b(?:serial|uart|port) ?\(([A-Za-z]\w{0,15})\)/i

/** The port that a line names before what was exchanged. */
function portOf(line: string): string | undefined {
  const head = line.slice(0, 100)
  return (port.exec(head) ?? namedPort.exec(head))?.[1]
}

/** `[A] 10:00:00 -> AT`, `[left] <- OK`, `gps: AT`, `1;AT`, `A | OK`: a name of somebody's own; it may also be the level of a message. */
const label =
  /^\s*(?:\[([A-Za-z\d][\w.-]{0,15})\](?=\s)|([A-Za-z\d][\w.-]{0,15}):(?=\s)|([A-Z]|\d{1,2}) ?[|;](?! ?[A-Z\d] ?[|;]))/
const level = /^(?:[EWIDVT]|err(?:or)?|wrn|warn(?:ing)?|inf|info|dbg|debug|trace|verbose|notice)$/i

/** Labels that stand before commands and before their results, as levels and directions do not; else none. */
function labelsIn(lines: readonly string[]): ReadonlySet<string> {
  const commands = new Map<string, number>()
  const results = new Map<string, number>()
  for (const line of lines) {
    const name = labelOf(line)
    const [first = ''] = (name === undefined ? undefined : coreOf(line)?.lines) ?? []
    if (name === undefined || first === '') continue
    const counts = isCommand(first) ? commands : isFinal(first) ? results : undefined
    counts?.set(name, (counts.get(name) ?? 0) + 1)
  }
  const both = [...commands.keys()].filter((name) => results.has(name))
  if (both.some((name) => name.length > 1 && level.test(name))) return new Set()
  return new Set(both.length === commands.size && both.length === 2 ? both : [])
}

function labelOf(line: string): string | undefined {
  const [, bracket, colon, column] = label.exec(line) ?? label.exec(takeStamp(line).rest) ?? []
  return bracket ?? colon ?? column
}

/** Two modems, each under a label: each is one of the two slots. */
function byLabels(format: LogFormat, lines: readonly string[]): LogFormat | undefined {
  const names = [...labelsIn(lines)].sort()
  if (names.length !== 2) return undefined
  const slotOf = (name: string): SlotName => (name === names[1] ? 'b' : 'a')
  const nameOf = (line: string) => {
    const name = labelOf(line)
    return name !== undefined && names.includes(name) ? name : undefined
  }
  return { ...format, parser: (endings) => new PortsParser(format, nameOf, endings, slotOf) }
}

/** `Modem A:`, `### Failing board (firmware R12):`, `Board 2`, `2台目：`: a line of its own that says whose lines stand below. */
const heading =
  /^[\s#*=>-]{0,8}(?:(?:(?:the )?(\w{1,12}|(?:not|non)[ -]working) )?(?:modem|board|device|unit|module|modul|ger[äa]t)(?: ?#?([A-Z]|\d{1,2}))?|(?:モデム|基板|端末|ボード) ?([A-Z\d]{1,2})|(\d) ?(?:台目|号机|号模块))(?: ?[(（][^)）]{1,40}[)）])?[\s*=-]{0,8}[:：]?[\s*=-]{0,8}$/i
/** What sets one of two apart. */
const tellsApart =
  /^(?:(?:not |non-?)?working|failing|broken|bad|good|defective|first|second|third|new|old|other|left|right|1st|2nd|one|two)$/i

function headingOf(line: string): string | undefined {
  if (line.length > 80) return undefined
  const [, word, number, japanese, counted] = heading.exec(line) ?? []
  const which = number ?? japanese ?? counted
  if (which !== undefined) return which.toUpperCase()
  return word !== undefined && tellsApart.test(word) ? word.toLowerCase() : undefined
}

/** Several modems, one below the other under a heading each: two are the slots, of more each has its name. */
function byHeadings(format: LogFormat, lines: readonly string[]): LogFormat | undefined {
  const asked = new Map<string, number>()
  let name: string | undefined
  for (const line of lines) {
    name = headingOf(line) ?? name
    if (name !== undefined && isCommand(coreOf(line)?.lines[0] ?? ''))
      asked.set(name, (asked.get(name) ?? 0) + 1)
  }
  const names = [...asked.keys()]
  if (names.length < 2) return undefined
  const slotOf = (of: string): SlotName => (of === names[1] ? 'b' : 'a')
  const nameOf = (line: string) => {
    const found = headingOf(line)
    return found !== undefined && names.includes(found) ? found : undefined
  }
  if (names.length === 2)
    return { ...format, parser: (endings) => new PortsParser(format, nameOf, endings, slotOf) }
  return {
    ...format,
    parser: (endings) => new PortsParser(format, nameOf, endings, undefined, false, true),
  }
}

/** LuatOS's own exchange, among what a program of its writes to another serial port: `[I]-[ril.sendat] AT+CSQ`, `AT+CGSN`. */
const ofLuat = /\[[IDWE]\]-\[/
const sentByLuat = /\[I\]-\[ril\.sendat\]/

function luatPorts(format: LogFormat, lines: readonly string[]): LogFormat | undefined {
  if (!lines.some((line) => sentByLuat.test(line))) return undefined
  const asksElsewhere = lines.some(
    (line) => !ofLuat.test(line) && isCommand(coreOf(line)?.lines[0] ?? ''),
  )
  if (!asksElsewhere) return undefined
  const nameOf = (line: string) => (ofLuat.test(line) ? 'ril' : 'uart')
  return { ...format, parser: (endings) => new PortsParser(format, nameOf, endings) }
}

/** A log of several ports at once, each read by itself; the format as it is where there is but one. */
export function byPorts(format: LogFormat, lines: readonly string[]): LogFormat {
  const luat = luatPorts(format, lines)
  if (luat) return luat
  const ports = new Set(
    lines.flatMap((line) => {
      const core = coreOf(line)
      return (core && portOf(line.slice(0, core.at))) ?? []
    }),
  )
  if (ports.size < 2) return byLabels(format, lines) ?? byHeadings(format, lines) ?? format
  const units = modemsOf(lines)
  return {
    ...format,
    parser: (endings) => new PortsParser(format, portOf, endings, undefined, true, units),
  }
}

/** What stands behind the name of the port, and a mark of the direction. */
const behind = (line: string, name: string) =>
  line
    .slice(line.indexOf(name) + name.length)
    .replace(/^[\])>}|:,;\s]*(?:(?:[<>=-]{1,3}|[RT][Xx]:?)\s+)?/, '')

/** Ports of one modem are told together; where they say that they are of several, each modem has the name of its first port. */
function modemsOf(lines: readonly string[]): ReadonlyMap<string, string> | undefined {
  const ofPort = new Map<string, string[]>()
  let last = ''
  for (const line of lines) {
    last = portOf(line) ?? last
    const those = ofPort.get(last) ?? []
    ofPort.set(last, those)
    those.push(behind(line, last))
  }
  const known = [...ofPort].flatMap(([name, those]) => {
    const identity = identityIn(those)
    return identity.imei === undefined && identity.model === undefined ? [] : [{ name, identity }]
  })
  if (!known.some((one) => known.some((other) => differs(one.identity, other.identity))))
    return undefined
  const first = (identity: Identity) => known.find((one) => !differs(one.identity, identity))?.name
  return new Map(known.map(({ name, identity }) => [name, first(identity) ?? name]))
}

class PortsParser implements LogParser {
  readonly #format: LogFormat
  readonly #nameOf: (line: string) => string | undefined
  readonly #slotOf: ((name: string) => SlotName) | undefined
  readonly #endings: EndingsOf | undefined
  readonly #shown: boolean
  /** Each name is a modem of its own, or one of those by which ports are known. */
  readonly #units: boolean | ReadonlyMap<string, string>
  readonly #parsers = new Map<string, LogParser>()
  /** A line that names no port goes on with the one before. */
  #last = ''

  constructor(
    format: LogFormat,
    nameOf: (line: string) => string | undefined,
    endings?: EndingsOf,
    slotOf?: (name: string) => SlotName,
    shown = false,
    units: boolean | ReadonlyMap<string, string> = false,
  ) {
    this.#units = units
    this.#shown = shown
    this.#format = format
    this.#nameOf = nameOf
    this.#slotOf = slotOf
    this.#endings = endings
  }

  line(text: string, end: string): ImportEvent[] {
    this.#last = this.#nameOf(text) ?? this.#last
    const name = this.#last
    return this.#of(name)
      .line(text, end)
      .map((event) => this.#named(event, name))
  }
  finish(): ImportEvent[] {
    return [...this.#parsers].flatMap(([name, parser]) =>
      parser.finish().map((event) => this.#named(event, name)),
    )
  }

  #named(event: ImportEvent, name: string): ImportEvent {
    const slot = event.slot ?? (name === '' ? undefined : this.#slotOf?.(name))
    const own = slot === undefined ? {} : { slot }
    const portName = this.#shown && name !== '' ? { portName: name } : {}
    const modem = typeof this.#units === 'object' ? (this.#units.get(name) ?? name) : name
    const unit = this.#units && name !== '' ? { unit: modem } : {}
    return { ...event, port: event.port ?? name, ...own, ...portName, ...unit }
  }

  #of(name: string): LogParser {
    let parser = this.#parsers.get(name)
    if (!parser) this.#parsers.set(name, (parser = this.#format.parser(this.#endings)))
    return parser
  }
}
