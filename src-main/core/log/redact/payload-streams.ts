import { bytesOf, fromHex } from '../../bytes'
import type { LogRow } from '../row'
import type { Span } from './span'
import { followed, noTail, type Look, type StreamTail } from './stream-tail'

/** Commands that give octets to a socket of the modem, behind a prompt or in the line itself. */
const sends =
  /^\s*AT(\+(?:CIPSEND(?:EX|STR|HEX)?|CCHSEND|CASEND|QISEND(?:EX|HEX)?|QSSLSEND|USO(?:WR|ST)F?|K(?:TCP|UDP)SND|[MZ]IPSEND|NSO(?:SD|ST)F?|TCPSENDS?|UDPSEND|SQNSSEND(?:EXT)?)|#(?:SSENDU?(?:DP)?(?:EXT)?|SSENDLINE|SSLSEND(?:EXT)?|X(?:TCP|UDP)?SEND(?:TO)?)|\^(?:IPSEND|SISW)|%SOCKETDATA)=(.*)$/is
/** Where octets of a socket come: the number of it stands in some of them. */
const arrives = /^\+(?:CIPRXGET: 2,(\d+),|RECEIVE,(\d+),|IPD,(\d+),|IPD|QIRD: )/
/** What stands in the line as hex, whatever it looks like. */
const inHex = /^\+(?:NSO|QISEND(?:EX|HEX))/i
/** The one that they go to is named in quotes before them. */
const addressed = /^(?:\+USOST|#X(?:UDP)?SENDTO)/i
/** Without a second value the first one is a length. */
const ofOneConnection = /^\+CIPSEND/i

const mostStreams = 64
/** Content that is longer comes as rows of so many octets. */
const octetsOfRow = 4096

interface Content {
  readonly key: string
  readonly octets: Uint8Array
  /** Where in the text of the row it begins, and how many letters say an octet. */
  readonly at: number
  readonly letters: 1 | 2
}

/**
 * Follows what is given to the modem's own sockets, and what comes out of them, from command to command: a login may be cut
 * anywhere. So it does with content that is so long that several rows show it.
 */
export class PayloadStreams {
  readonly #tails = new Map<string, StreamTail>()
  /** The content that may go on in the next row: it filled this one. */
  #long: string | undefined

  /** Undefined: the row has no content that others go on with. */
  spansOf(row: LogRow, look: Look): Span[] | undefined {
    const content = contentOf(row)
    if (!content) return undefined
    const { key, octets, at, letters } = content
    const socket = key.startsWith('socket')
    const before = socket || key === this.#long ? this.#tails.get(key) : undefined
    if (row.kind === 'payload') this.#long = octets.length >= octetsOfRow ? key : undefined
    const { found, tail } = followed(before ?? noTail, octets, look)
    this.#keep(key, tail)
    return found.map(({ from, to, kind, whole }) => ({
      kind,
      start: at + from * letters,
      end: at + to * letters,
      value: whole,
    }))
  }

  #keep(key: string, tail: StreamTail): void {
    this.#tails.delete(key)
    this.#tails.set(key, tail)
    const [oldest] = this.#tails.keys()
    if (this.#tails.size > mostStreams && oldest !== undefined) this.#tails.delete(oldest)
  }
}

function contentOf(row: LogRow): Content | undefined {
  const { kind, text, header = '', slot, dir } = row
  const whose = `${slot} ${dir} ${kind}`
  if (kind === 'payload') {
    const number = sentTo(header) ?? cameFrom(header)
    const key = number === undefined ? `${whose} ${header}` : `socket ${whose} ${number}`
    return { key, octets: bytesOf(text), at: 0, letters: 1 }
  }
  if (kind !== 'command' && kind !== 'echo') return undefined
  const number = sentTo(text)
  const given = number === undefined ? undefined : inLine(text)
  return given && { key: `socket ${whose} ${number ?? ''}`, ...given }
}

/** The socket that a command gives octets to; empty where it names none. */
function sentTo(command: string): string | undefined {
  const [, name = '', values = ''] = sends.exec(command) ?? []
  if (name === '') return undefined
  const [first = '', second] = values.replace(/^"SEND",/i, '').split(',')
  return /^\d+$/.test(first) && (second !== undefined || !ofOneConnection.test(name)) ? first : ''
}

function cameFrom(header: string): string | undefined {
  const found = arrives.exec(header)
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

/** The octets that a command line itself gives: quoted or in hex. */
function inLine(command: string): Omit<Content, 'key'> | undefined {
  const [, name = ''] = sends.exec(command) ?? []
  const quoted = addressed.test(name) ? /,"([^"]*)"\s*$/ : /[=,]"(?!SEND",)(.*)"\s*$/is
  const bare = inHex.test(name) ? /,((?:[\da-f]{2})+)\s*$/i : undefined
  const found = quoted.exec(command) ?? bare?.exec(command)
  const said = found?.[1]
  if (!found || said === undefined || said === '') return undefined
  const at = found.index + found[0].lastIndexOf(said)
  const octets = inHex.test(name) || isCountedHex(said, command) ? fromHex(said) : undefined
  return octets ? { octets, at, letters: 2 } : { octets: bytesOf(said), at, letters: 1 }
}

/** Pairs of digits, as many as the command says octets before them. */
function isCountedHex(said: string, command: string): boolean {
  if (!/^(?:[\da-f]{2})+$/i.test(said)) return false
  return command.includes(`,${said.length / 2},"`)
}
