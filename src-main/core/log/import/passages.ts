import type { EndingsOf } from '../../at/endings'
import { ruleOf } from '../../at/timeouts'
import { latin1 } from '../../bytes'
import { isAnswer, isCommand, isFinal } from './at-lines'
import { delayed, isDelayed } from './delayed'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { detectFormat, isOwn } from './formats'
import { coreOf } from './line-core'
import { type Unwrapper, unwrapperOf } from './wrap/wrapping'

/** How the lines of a passage are read. */
export interface Shape {
  readonly format: LogFormat
  /** The first lines, as the format reads them. */
  readonly inside: readonly string[]
  /** What takes off what was put around the lines on their way here; it holds lines back, so each reader has its own. */
  readonly unwrapper: () => Unwrapper | undefined
}

/** Lines of one shape: a terminal's capture, behind which somebody pasted what another tool wrote. */
export interface Passage {
  readonly shape: Shape
  readonly count: number
}

export function shapeOf(lines: readonly string[]): Shape {
  const unwrapper = () => (isOwn(lines) ? undefined : unwrapperOf(lines))
  const own = unwrapper()
  const inside = own ? unwrapped(own, lines) : lines
  const format = detectFormat(inside)
  const late = isDelayed(eventsOf(format.parser(undefined, inside), inside))
  return { format: late ? delayed(format) : format, inside, unwrapper }
}

function unwrapped(unwrapper: Unwrapper, lines: readonly string[]): string[] {
  const inside = lines.flatMap((line) => [...unwrapper.line(line, '\n')])
  return [...inside, ...unwrapper.finish()].map(([line]) => line)
}

/** So many more answers must find their command before somebody is taken to have gone on with another tool. */
const clearlyMore = 2

/**
 * The passages of these lines. Where people write between what they paste, each passage is judged by itself; that counts
 * where more answers find their command so than in one shape for all.
 */
export function passagesOf(
  lines: readonly string[],
  endings: EndingsOf,
  before?: Shape,
): readonly Passage[] {
  const whole = before ?? shapeOf(lines)
  const blocks = blocksOf(lines)
  if (!before && (blocks.length < 2 || isOwn(lines))) return [{ shape: whole, count: lines.length }]
  const groups = grouped(blocks, endings, before)
  const passages = groups.map(({ shape, block }): Passage & { pairs: number } => {
    const own = shape ?? shapeOf(block)
    return { shape: own, count: block.length, pairs: pairsIn(own, block, endings) }
  })
  const apart = passages.reduce((sum, { pairs }) => sum + pairs, 0)
  const more = passages.length > 1 || passages[0]?.shape !== whole
  if (more && apart >= pairsIn(whole, lines, endings) + clearlyMore) return passages
  return [{ shape: whole, count: lines.length }]
}

interface Group {
  /** The shape of the passage before, which goes on. */
  readonly shape: Shape | undefined
  block: string[]
}

/** Puts together what one shape reads as well as its own. */
function grouped(
  blocks: readonly (readonly string[])[],
  endings: EndingsOf,
  before: Shape | undefined,
): readonly Group[] {
  const groups: Group[] = before ? [{ shape: before, block: [] }] : []
  let current = before
  for (const block of blocks) {
    const own = block.some(holdsTheirs) ? shapeOf(block) : undefined
    const group = groups.at(-1)
    const read = own && pairsIn(own, block, endings)
    const goesOn =
      read === undefined || (current && pairsIn(current, block, endings) + clearlyMore > read)
    if (group && goesOn) group.block.push(...block)
    else if (group && !current) {
      // What was said before the first exchange belongs to it.
      group.block.push(...block)
      current = own
    } else {
      groups.push({ shape: undefined, block: [...block] })
      current = own
    }
  }
  return groups.filter(({ block }) => block.length > 0)
}

const holdsTheirs = (line: string) => coreOf(line) !== undefined

/** The lines cut where somebody writes to other people, or a fence or a heading parts them. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]]
  let within = false
  for (const line of lines) {
    const parts = isBetween(line)
    if (parts && !within) blocks.push([])
    within = parts || (within && line.trim() === '')
    blocks.at(-1)?.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

/** A fence, a heading, a rule of Markdown; a mark of a forum around what is quoted. */
const mark =
  /^\s{0,3}(?:```|~~~|#{1,6} \S|(?:[-*_=] ?){3,}$|\[\/?(?:code|quote)\b|<\/?(?:pre|code)\b)/i
/** A sentence: words with small letters and blanks between, as no prefix of a program has. */
const sentence =
  /^\s{0,3}(?:> ?)?["“(*]?\p{L}[\p{L}\p{M}\p{N}'’.+_/*`"“”()-]*,?(?: [\p{L}\p{M}\p{N}'’.+_/*`"“”()%&?!=-]+[,;:]?){3,}/u
/** Of a script without blanks. */
const script = /^[^\x00-\x7f]?[^\x00-\x7f][^:：]{0,40}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}/

/** Somebody writes to other people here. */
export function isBetween(line: string): boolean {
  if (line.length > 2000 || !/\p{L}{2} |```|~~~|^\s*[#[<*_=-]|[^\x00-\x7f]/u.test(line))
    return false
  return (
    mark.test(line) || ((sentence.test(line) || script.test(line)) && coreOf(line) === undefined)
  )
}

/** How many answers and results find their command when the lines are read so. */
function pairsIn(shape: Shape, lines: readonly string[], endings: EndingsOf): number {
  const unwrapper = shape.unwrapper()
  const parser = shape.format.parser(endings, shape.inside)
  const inside = unwrapper ? unwrapped(unwrapper, lines) : lines
  return new Pairs().of(eventsOf(parser, inside))
}

function eventsOf(parser: LogParser, lines: readonly string[]): ImportEvent[] {
  const events = lines.flatMap((line) => parser.line(line, '\n'))
  return [...events, ...parser.finish()]
}

class Pairs {
  #count = 0
  #waiting: string | undefined
  /** Lines without a name: they count when a result ends them. */
  #free = 0
  readonly #begun = { rx: '', tx: '' }

  of(events: readonly ImportEvent[]): number {
    for (const event of events) {
      if (event.kind === 'row') this.#count++
      else if (event.kind === 'line') this.#line(event.dir, event.text)
      else if (event.kind === 'bytes') this.#octets(event.dir, latin1(event.bytes))
    }
    return this.#count
  }

  #octets(dir: 'rx' | 'tx', text: string): void {
    const lines = (this.#begun[dir] + text).split(/[\r\n]+/)
    this.#begun[dir] = lines.pop() ?? ''
    for (const line of lines) if (line !== '') this.#line(dir, line)
  }

  #line(dir: 'rx' | 'tx', text: string): void {
    if (dir === 'tx') {
      if (isCommand(text)) this.#waiting = text
      this.#free = 0
      return
    }
    const asked = this.#waiting
    if (asked === undefined) return
    if (isFinal(text)) {
      this.#waiting = undefined
      this.#count += 1 + this.#free
    } else if (isAnswer(text)) {
      if (asked.toUpperCase().includes(text.split(':')[0] ?? text)) this.#count++
    } else if (!isCommand(text) && ruleOf(asked).free) this.#free++
  }
}
