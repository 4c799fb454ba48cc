import type { Explanation, Knowledge, LineContext } from '../at/knowledge'

const most = 4096
const longestKept = 512

/** What the decoders say, remembered: the lines of a log come again and again. */
export class Explanations {
  readonly #knowledge: Knowledge
  readonly #lines = new Map<string, Explanation | undefined>()
  readonly #commands = new Map<string, Explanation | undefined>()

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
  }

  line(text: string, context: LineContext): Explanation | undefined {
    const key = `${context.command ?? ''}\n${context.charset ?? ''}\n${text}`
    return remembered(this.#lines, key, () => this.#knowledge.line(text, context))
  }

  command(text: string): Explanation | undefined {
    return remembered(this.#commands, text, () => this.#knowledge.command(text))
  }
}

function remembered(
  kept: Map<string, Explanation | undefined>,
  key: string,
  ask: () => Explanation | undefined,
): Explanation | undefined {
  if (kept.has(key)) return kept.get(key)
  const told = ask()
  if (kept.size >= most) kept.clear()
  if (key.length <= longestKept) kept.set(key, told)
  return told
}
