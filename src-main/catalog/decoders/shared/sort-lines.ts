import type { Command } from '@core/at/command-text'
import type { Decoder } from '@core/at/decoder'
import { lineName } from '@core/at/line-name'
import type { Registry } from './registry'

/** One command of the line that was sent, with the lines that answer it. */
export interface Part {
  readonly command: Command
  readonly decoder: Decoder | undefined
  readonly lines: string[]
}

/** A response taken apart: whose each line is. */
export interface Sorted {
  readonly echo: string | null
  readonly final: { readonly decoder: Decoder; readonly line: string } | undefined
  readonly parts: readonly Part[]
  /** Unsolicited lines, each with the body line that belongs to it. */
  readonly urcs: readonly { readonly decoder: Decoder; readonly lines: string[] }[]
  readonly unknown: readonly string[]
}

/** Sorts the lines of one response. `sent` is the command line, `commands` what it says; both empty when nothing was asked. */
export function sortLines(
  registry: Registry,
  sent: string,
  commands: readonly Command[],
  lines: readonly string[],
): Sorted {
  const parts = commands.map((command) => ({
    command,
    decoder: registry.ofCommand(command.name),
    lines: [],
  }))
  const end = sent === '' ? noEnd : finalIndex(registry, commands, lines)
  const sorter = new Sorter(registry, normal(sent), parts)
  lines.forEach((line, i) => {
    if (i !== end.at) sorter.take(line, end.at < 0 || i < end.at)
  })
  sorter.share()
  sorter.joinEcho()
  const last = lines[end.at]
  const final = end.decoder && last !== undefined ? { decoder: end.decoder, line: last } : undefined
  return { echo: sorter.echo, final, parts, urcs: sorter.urcs, unknown: sorter.unknown }
}

class Sorter {
  echo: string | null = null
  readonly urcs: { decoder: Decoder; lines: string[] }[] = []
  readonly unknown: string[] = []
  readonly #registry: Registry
  readonly #sent: string
  readonly #parts: readonly Part[]
  /** Where a line without a name of its own goes: the PDU after its header. */
  #open: string[] | undefined
  /** The body of an answer has not come yet: a line that nobody asked for may stand before it. */
  #bodyDue = false

  constructor(registry: Registry, sent: string, parts: readonly Part[]) {
    this.#registry = registry
    this.#sent = sent
    this.#parts = parts
  }

  take(line: string, beforeFinal: boolean): void {
    if (line.length > longestLine) {
      this.unknown.push(line)
      return
    }
    if (this.#sent !== '' && normal(line) === this.#sent) {
      this.echo ??= line
      return
    }
    const part = beforeFinal ? this.#answered(line) : undefined
    if (part) this.#answer(part, line)
    else if (!this.#unasked(line) && !this.#continued(line)) this.#other(line, beforeFinal)
  }

  /** `AT+CGMI;+CGMM` answered by two lines without names: one each, in order. */
  share(): void {
    const free = this.#parts.filter(({ decoder }) => decoder?.free === true)
    const [first, ...others] = free
    if (first?.lines.length !== free.length || others.some(({ lines }) => lines.length > 0)) return
    others.forEach((part, i) => part.lines.push(...first.lines.slice(i + 1, i + 2)))
    first.lines.length = 1
  }

  /** A line that came while the command was echoed cuts its echo in two: `AT+C`, `*EMRDY: 2`, `SQ`. */
  joinEcho(): void {
    if (this.echo !== null || this.#sent === '') return
    const at = this.unknown.findIndex(
      (first, i) => normal(first + (this.unknown[i + 1] ?? '')) === this.#sent,
    )
    if (at >= 0) this.echo = this.unknown.splice(at, 2).join('')
  }

  #answered(line: string): Part | undefined {
    return this.#parts.find((part) => part.decoder?.answers(line, part.command))
  }

  #answer(part: Part, line: string): void {
    part.lines.push(line)
    const body = part.decoder?.body
    this.#bodyDue = body === 'answer' || body === 'both'
    this.#open = this.#bodyDue ? part.lines : undefined
  }

  #unasked(line: string): boolean {
    const decoder = this.#registry.ofLine(line)
    if (!decoder) return false
    const urc = { decoder, lines: [line] }
    this.urcs.push(urc)
    if (decoder.body === 'urc' || decoder.body === 'both') this.#open = urc.lines
    else if (!this.#bodyDue) this.#open = undefined
    return true
  }

  #continued(line: string): boolean {
    this.#open?.push(line)
    this.#bodyDue = false
    return this.#open !== undefined
  }

  #other(line: string, beforeFinal: boolean): void {
    const free = beforeFinal ? this.#parts.find((part) => takesBare(part, line)) : undefined
    const named = /^[+*#$%^!]/.test(lineName(line).name)
    if (free && !named) free.lines.push(line)
    else if (line.trim() !== '>') this.unknown.push(line)
  }
}

/** Beyond this a line is data, whatever it begins with. */
export const longestLine = 16_384

/** Old firmware answers a test form with the list alone. */
function takesBare({ decoder, command }: Part, line: string): boolean {
  return decoder?.free === true || (command.form === 'test' && line.startsWith('('))
}

interface End {
  readonly at: number
  readonly decoder?: Decoder
}

const noEnd: End = { at: -1 }

const dialling = new Set(['ATD', 'ATO', 'ATA', '+CGDATA'])

function finalIndex(
  registry: Registry,
  commands: readonly Command[],
  lines: readonly string[],
): End {
  const ends = lines.flatMap((line, at) => {
    const decoder = line.length > 200 ? undefined : registry.ofLine(line)
    return decoder?.final ? [{ at, decoder }] : []
  })
  const dial = commands.some((command) => dialling.has(command.name))
  const first = dial ? ends[0] : (ends.find((end) => end.decoder.final === 'hard') ?? ends[0])
  return first ?? numericEnd(registry, lines)
}

const numeric = new Map([
  ['0', 'OK'],
  ['1', 'CONNECT'],
  ['2', 'RING'],
  ['3', 'NO CARRIER'],
  ['4', 'ERROR'],
  ['6', 'NO DIALTONE'],
  ['7', 'BUSY'],
  ['8', 'NO ANSWER'],
])

/** After ATV0 the result is a digit on a line of its own, at the end. */
function numericEnd(registry: Registry, lines: readonly string[]): End {
  const at = lines.length - 1
  const result = numeric.get(lines[at]?.trim() ?? '')
  const decoder = result === undefined ? undefined : registry.ofLine(result)
  return decoder ? { at, decoder } : { at: -1 }
}

function normal(line: string): string {
  return line.trim().toUpperCase()
}
