import type { EndingsOf } from '../../at/endings'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { coreOf } from './line-core'

const port =
  /(?:^|[\s[(<{|/,;])((?:tty[A-Z]{2,4}|COM|cuaU|[Uu][Aa][Rr][Tt]|[Mm]odem|wwan\dat|cdc-wdm|DLCI ?|[Cc][Hh](?:annel)? ?)\d{1,3}(?:\.\d)?)(?=[\])>}|:,;\s]|$)/
/** A port that has a name: `[serial (Cell)] TX: AT`. */
const namedPort = /\b(?:serial|uart|port) ?\(([A-Za-z]\w{0,15})\)/i

/** The port that a line names before what was exchanged. */
function portOf(line: string): string | undefined {
  const head = line.slice(0, 100)
  return (port.exec(head) ?? namedPort.exec(head))?.[1]
}

/** A log of several ports at once, each read by itself; the format as it is where there is but one. */
export function byPorts(format: LogFormat, lines: readonly string[]): LogFormat {
  const ports = new Set(
    lines.flatMap((line) => {
      const core = coreOf(line)
      return (core && portOf(line.slice(0, core.at))) ?? []
    }),
  )
  if (ports.size < 2) return format
  return { ...format, parser: (endings) => new PortsParser(format, endings) }
}

class PortsParser implements LogParser {
  readonly #format: LogFormat
  readonly #endings: EndingsOf | undefined
  readonly #parsers = new Map<string, LogParser>()
  /** A line that names no port goes on with the one before. */
  #last = ''

  constructor(format: LogFormat, endings?: EndingsOf) {
    this.#format = format
    this.#endings = endings
  }

  line(text: string, end: string): ImportEvent[] {
    this.#last = portOf(text) ?? this.#last
    const name = this.#last
    return this.#of(name)
      .line(text, end)
      .map((event) => ({ ...event, port: event.port ?? name }))
  }
  finish(): ImportEvent[] {
    return [...this.#parsers].flatMap(([name, parser]) =>
      parser.finish().map((event) => ({ ...event, port: event.port ?? name })),
    )
  }

  #of(name: string): LogParser {
    let parser = this.#parsers.get(name)
    if (!parser) this.#parsers.set(name, (parser = this.#format.parser(this.#endings)))
    return parser
  }
}
