import type { EndingsOf } from '../../at/endings'
import { latin1 } from '../../bytes'
import type { Words } from '../../words'
import { AtLines, isAnswer, isCommand, isFinal } from './at-lines'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'

/** Octets of one side of the line, as an analyser or a dump wrote them. */
export interface OctetPiece {
  /** What tells the sides apart: a channel, an indentation, a word. */
  readonly side: string
  readonly octets: Uint8Array
  readonly stamp?: Stamp
}

/** Reads the pieces of such a file line by line; nothing for a line that holds none. */
export type PieceReader = (line: string) => OctetPiece | undefined

interface Recording {
  readonly id: string
  readonly name: Words
  /** Looks at the first lines; undefined when they are no such recording. */
  readonly open: (lines: readonly string[]) => (() => PieceReader) | undefined
}

const longestCommand = 600

type Way = 'tx' | 'rx' | 'mixed'

/** The format of a recording of octets: which side is the modem's follows from what the sides say. */
export function recordingFormat(
  { id, name, open }: Recording,
  lines: readonly string[],
): LogFormat | undefined {
  const reader = open(lines)
  if (!reader) return undefined
  const ways = waysOf(reader(), lines)
  if (!ways) return undefined
  return {
    id,
    name,
    detect: () => 0,
    parser: (endings) => new SidesParser(reader(), ways, endings),
  }
}

/** What each side is; nothing when no side speaks AT. */
function waysOf(read: PieceReader, lines: readonly string[]): Map<string, Way> | undefined {
  const said = new Map<string, string>()
  for (const line of lines) {
    const piece = read(line)
    if (piece) said.set(piece.side, (said.get(piece.side) ?? '') + latin1(piece.octets))
  }
  const sides = [...said].map(([side, text]) => ({ side, ...countOf(text) }))
  if (sides.every(({ commands, replies }) => commands + replies === 0)) return undefined
  const modem = sides.reduce((best, one) => (one.replies > best.replies ? one : best))
  const host = sides.some((one) => one !== modem && one.commands > one.replies)
  return new Map(
    sides.map(({ side, commands, replies }): [string, Way] => {
      if (host && side === modem.side) return [side, 'rx']
      if (host && commands > replies) return [side, 'tx']
      return [side, 'mixed']
    }),
  )
}

function countOf(text: string): { commands: number; replies: number } {
  const lines = text.split(/[\r\n]+/)
  return {
    commands: lines.filter(isCommand).length,
    replies: lines.filter((line) => isFinal(line) || isAnswer(line)).length,
  }
}

class SidesParser implements LogParser {
  readonly #read: PieceReader
  readonly #ways: ReadonlyMap<string, Way>
  readonly #lines: AtLines
  /** The end of what was sent last. */
  #sent = ''
  readonly #mixed = new Map<string, { text: string; stamp?: Stamp }>()

  constructor(read: PieceReader, ways: ReadonlyMap<string, Way>, endings?: EndingsOf) {
    this.#read = read
    this.#ways = ways
    this.#lines = new AtLines(endings)
  }

  line(text: string): ImportEvent[] {
    const piece = this.#read(text)
    if (!piece) return text.trim() === '' ? [] : [{ kind: 'text', text }]
    const { side, octets, stamp } = piece
    // What tells the time and the side of the octets below.
    if (octets.length === 0) return []
    const way = this.#ways.get(side) ?? 'mixed'
    if (way === 'mixed') return this.#both(piece)
    const event = { kind: 'bytes', dir: way, bytes: octets, ...(stamp ? { stamp } : {}) } as const
    if (way === 'tx') {
      this.#sent = (this.#sent + latin1(octets)).slice(-longestCommand)
      return [event]
    }
    return [...this.#ended(), event]
  }

  /** A program that shows what it writes without the line end: the answer comes, so it was there. */
  #ended(): ImportEvent[] {
    const whole = isCommand(this.#sent.slice(this.#sent.search(/[^\r\n]*$/)))
    this.#sent = ''
    return whole ? [{ kind: 'bytes', dir: 'tx', bytes: Uint8Array.of(13) }] : []
  }

  finish(): ImportEvent[] {
    return [...this.#mixed.values()].flatMap(({ text, stamp }) => this.#line(text, stamp))
  }

  /** One recording of both directions: each line is told apart by what it says. */
  #both({ side, octets, stamp }: OctetPiece): ImportEvent[] {
    const held = this.#mixed.get(side)
    let first = held?.text === '' ? stamp : (held?.stamp ?? stamp)
    const parts = ((held?.text ?? '') + latin1(octets)).split(/\r*\n|\r+/)
    const rest = parts.pop() ?? ''
    const events = parts.flatMap((part) => {
      const told = this.#line(part, first)
      first = stamp
      return told
    })
    this.#mixed.set(side, first ? { text: rest, stamp: first } : { text: rest })
    return events
  }

  #line(text: string, stamp: Stamp | undefined): ImportEvent[] {
    if (text === '') return []
    const events = this.#lines.line(text)
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
}
