import type { Endings } from '../at/endings'
import type { Explanation, Knowledge, LineContext } from '../at/knowledge'
import { bytesOf } from '../bytes'
import { utf8 } from '../utf8'
import type { RowDraft } from './draft'
import { LazyRow } from './lazy-row'
import { drawn } from './listener-rows'

const most = 256
const mostContexts = 128
const longestKept = 512

/** What the decoders say, remembered: the lines of a log come again and again. */
export class Explanations {
  readonly #knowledge: Knowledge
  readonly #lazily: boolean
  readonly #contexts = new Map<string, Memory>()
  readonly #commands = new Memory()

  /** `lazily`: a row is explained when somebody looks at what it means, and not before. */
  constructor(knowledge: Knowledge, lazily = false) {
    this.#knowledge = knowledge
    this.#lazily = lazily
  }

  /** A line that came, as a row with what it means; `command`: the one that it answers. */
  row(kind: RowDraft['kind'], text: string, context: LineContext, command?: string): RowDraft {
    if (!this.#lazily) return drawn('rx', kind, text, this.line(text, context), command)
    return new LazyRow(this, kind, text, context, command)
  }

  line(text: string, context: LineContext): Explanation | undefined {
    const lines = this.#linesIn(context)
    return lines.get(text) ?? lines.keep(text, readable(this.#knowledge.line(text, context)))
  }

  endings(command: string): Endings {
    return this.#knowledge.endings(command)
  }

  #linesIn({ command = '', charset, reasons }: LineContext): Memory {
    const told = `${charset ?? ''}${reasons === true ? '!' : ''}`
    const key = told === '' ? command : `${told} ${command}`
    const known = this.#contexts.get(key)
    if (known) return known
    if (this.#contexts.size >= mostContexts) this.#contexts.clear()
    const lines = new Memory()
    this.#contexts.set(key, lines)
    return lines
  }

  command(text: string): Explanation | undefined {
    return (
      this.#commands.get(text) ?? this.#commands.keep(text, readable(this.#knowledge.command(text)))
    )
  }
}

const highOctets = /[\x80-\xff]{2,}/
const allHighOctets = /[\x80-\xff]{2,}/g

/** Decoders see a line as its octets; letters of UTF-8 that a value carries are shown as what they are. */
function readable(told: Explanation | undefined): Explanation | undefined {
  if (!told || !highOctets.test(told.words.en)) return told
  const { en, ja } = told.words
  return { ...told, words: { en: lettersIn(en), ja: lettersIn(ja) } }
}

function lettersIn(words: string): string {
  return words.replace(allHighOctets, (octets) => utf8(bytesOf(octets)))
}

/** Two generations: what was asked for lately survives when the older half is dropped. */
class Memory {
  #young = new Map<string, Explanation>()
  #old = new Map<string, Explanation>()

  get(key: string): Explanation | undefined {
    const young = this.#young.get(key)
    if (young) return young
    const old = this.#old.get(key)
    if (old) this.keep(key, old)
    return old
  }

  keep(key: string, told: Explanation | undefined): Explanation | undefined {
    if (!told || key.length > longestKept) return told
    if (this.#young.size >= most) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, told)
    return told
  }
}
