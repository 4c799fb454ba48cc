import type { EndingsOf } from '../../at/endings'
import { ruleOf } from '../../at/timeouts'
import { latin1 } from '../../bytes'
import { isAnswer, isCommand, isFinal } from './at-lines'
import { delayed, isDelayed } from './delayed'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { detectFormat, isOwn } from './formats'
import { coreOf } from './line-core'
import { isSaid } from './manager-says'
import { isDoubleSpaced } from './wrap/double-spaced'
import { outerMargin } from './wrap/outer-margin'
import { unwrapperOf } from './wrap/wrappings'
import type { Unwrapper } from './wrap/wrapping'

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
  /** Somebody writes to others: no line of it is a modem's or a tool's. */
  readonly between: boolean
}

export function shapeOf(lines: readonly string[]): Shape {
  const unwrapper = isOwn(lines) ? bare : unwrapperOf(lines)
  const own = unwrapper()
  const inside = own ? unwrapped(own, lines) : lines
  const format = detectFormat(inside)
  const late = isDelayed(eventsOf(format.parser(undefined, inside), inside))
  return { format: late ? delayed(format) : format, inside, unwrapper }
}

const bare = () => undefined

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
  const blocks = isOwn(lines) ? [{ lines: [...lines], between: false }] : blocksOf(lines)
  const whole = before ?? shapeOf(theirsIn(blocks))
  // What nothing parts is of one shape.
  if (blocks.length === 1) return allOf(blocks, whole)
  const groups = grouped(blocks, endings, before)
  if (groups.length === 1) return allOf(blocks, whole)
  const apart = groups.map((group) => group.shape ?? shapeOf(theirsIn(group.blocks)))
  const pairs = groups.map((group, at) =>
    pairsIn(apart[at] ?? whole, theirsIn(group.blocks), endings),
  )
  const sum = pairs.reduce((all, count) => all + count, 0)
  const better = sum >= pairsIn(whole, theirsIn(blocks), endings) + clearlyMore
  return groups.flatMap(({ blocks: own }, at) => allOf(own, (better && apart[at]) || whole))
}

const allOf = (blocks: readonly Block[], shape: Shape): Passage[] =>
  blocks.map(({ lines, between }) => ({ shape, count: lines.length, between }))

interface Block {
  readonly lines: string[]
  readonly between: boolean
}
interface Group {
  /** The shape of the passage before, which goes on. */
  readonly shape: Shape | undefined
  readonly blocks: Block[]
}

const theirsIn = (blocks: readonly Block[]) =>
  blocks.flatMap(({ lines, between }) => (between ? [] : lines))

/** Puts together what one shape reads as well as its own. */
function grouped(
  blocks: readonly Block[],
  endings: EndingsOf,
  before: Shape | undefined,
): readonly Group[] {
  const groups: Group[] = [{ shape: before, blocks: [] }]
  let current = before
  for (const block of blocks) {
    const told = !block.between && block.lines.some(holdsTheirs)
    const own = told ? shapeOf(block.lines) : undefined
    const read = own && pairsIn(own, block.lines, endings)
    const known = read === undefined ? undefined : current
    const other =
      known && read !== undefined && pairsIn(known, block.lines, endings) + clearlyMore <= read
    // What was said before the first exchange belongs to it.
    current = other ? own : (current ?? own)
    if (other) groups.push({ shape: undefined, blocks: [block] })
    else groups.at(-1)?.blocks.push(block)
  }
  return groups.filter((group) => group.blocks.length > 0)
}

const holdsTheirs = (line: string) => coreOf(line) !== undefined || isSaid(line)

/** The lines cut where somebody writes to other people, or a fence or a heading parts them. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  const apart = isDoubleSpaced(lines) ? 2 : 1
  const shown = outerMargin.open(lines)
  let blanks = apart
  for (const line of lines) {
    const [[text] = [line]] = shown?.line(line, '') ?? []
    const nothing = text.trim() === ''
    const last = blocks.at(-1)
    const said = !nothing && isBetween(text)
    // A sentence right below another line may be what a program prints.
    const between = said && (blanks >= apart || last?.between === true || isMark(text))
    if (last && (nothing || between === last.between)) last.lines.push(line)
    else blocks.push({ lines: [line], between })
    blanks = nothing ? blanks + 1 : 0
  }
  return blocks
}

/** A fence or a heading of Markdown, a mark of a forum around what is quoted; TinyGSM begins its lines with ### too. */
const mark =
  /^(?:```|~~~|#{1,6} (?!\w[\w ]*:)\S|\[\/?(?:code|quote)\b|<\/?(?:details|summary|blockquote)\b)/i
/** A rule between paragraphs. */
const rule = /^(?:-{3,5}|\*{3,5}|_{3,5}|\* \* \*)$/
/** What a mail program puts above the mail that is answered or passed on. */
const attribution =
  /^(?:On .{6,100} wrote:|Am .{6,100} schrieb .{1,60}:|Le .{6,100} a écrit ?:|El .{6,100} escribió:|-{3,} ?(?:Original|Forwarded) [Mm]essage ?-{3,}|.{1,40}(?:のメール|さんは書きました) ?[:：])$/
/** ESP-IDF's programs write sentences, too. */
const logged = /^[EWIDV] \(\d+\) /
/** Words and blanks, as no prefix of a program begins. */
const words =
  /^["“(*]*\p{L}[\p{L}\p{M}\p{N}'’.+/*`"“”-]*[,:]?(?: [\p{L}\p{M}\p{N}'’.+_/*`"“”()%&?!=#-]+[,;:]?){2,}/u
/** What sentences have and labels have not, in the languages of most forums. */
const small =
  /(?<![\p{L}\p{N}_-])(?:I|I'm|my|the|an?|is|are|was|it|its|this|that|these|to|and|with|of|in|on|for|you|we|but|not|when|if|so|any|have|has|then|here|from|by|does|do|can|be|ich|und|der|die|das|ist|mit|nicht|ein|eine|von|que|de|la|el|en|una?|con|por|para|je|le|les|est|et|avec|pas|des|il|di|che|non|per|na|nie|jest|i|w|z|и|в|не|на|что|с|я|у)(?![\p{L}\p{N}_-])/giu
const fewestSmall = 2

/** Of a script without blanks. */
const script = /^[^\x00-\x7f]?[^\x00-\x7f][^:：]{0,40}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}/

/** Somebody writes to other people here; a program's sentence that is known is none. */
export function isBetween(text: string): boolean {
  if (text.length > longest || !mayBe.test(text)) return false
  if (isMark(text)) return true
  const line = text.trim()
  const prose = rule.test(line) || attribution.test(line) || isSentence(line) || script.test(line)
  return prose && coreOf(line) === undefined && !isSaid(line)
}
function isSentence(line: string): boolean {
  return words.test(line) && !logged.test(line) && (line.match(small)?.length ?? 0) >= fewestSmall
}
const longest = 2000
const isMark = (text: string) => {
  const line = text.replace(/^[\s>]+/, '')
  return mark.test(line) && coreOf(line) === undefined
}
/** Asked of every line of a long log. */
const mayBe = /\p{L}{2} |```|^-{3,}|~~~|^[\s>]*[#[<*_=-]|[^\x00-\x7f]/u

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
      else if (event.kind === 'told') this.#line('rx', event.result)
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
