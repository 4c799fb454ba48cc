import type { Words } from '../words'
import type { MacroBlock, ParsedLine } from './parse-line'
import type { MacroProblem, MacroStep } from './step'
import { elseTwice, elseWithoutIf, endMissing, endWithoutBlock, noCommandBefore } from './words'

/** What is inside of a condition or a loop, up to its `end`. */
interface Level {
  /** Undefined: the macro itself. */
  readonly block: MacroBlock | undefined
  readonly steps: MacroStep[]
  /** From `else` on. */
  otherwise: MacroStep[] | undefined
}

/** Puts the lines of a macro together: those between `if` or `repeat` and `end` are inside of it. */
export class Blocks {
  readonly #levels: Level[] = [{ block: undefined, steps: [], otherwise: undefined }]

  /** What is wrong with a line where it stands. */
  take(parsed: ParsedLine): Words | undefined {
    switch (parsed?.kind) {
      case 'step':
        this.#into().push(parsed.step)
        return undefined
      case 'payload':
        return givePayload(this.#into(), parsed.text) ? undefined : noCommandBefore
      case 'block':
        this.#levels.push({ block: parsed.block, steps: [], otherwise: undefined })
        return undefined
      case 'else':
        return this.#else()
      case 'end':
        return this.#end()
      case 'variable':
      case 'problem':
      case undefined:
        return undefined
    }
  }
  /** Blocks without an `end`. */
  open(): readonly MacroProblem[] {
    return this.#levels.flatMap(({ block }) =>
      block ? [{ line: block.line, words: endMissing(block.kind) }] : [],
    )
  }
  /** The steps of the macro; what is inside of a block without an end is its own. */
  all(): readonly MacroStep[] {
    return this.#levels.flatMap(({ steps, otherwise = [] }) => [...steps, ...otherwise])
  }

  #top(): Level {
    const top = this.#levels.at(-1)
    if (!top) throw new Error('a macro has its own level to the end')
    return top
  }
  #into(): MacroStep[] {
    const top = this.#top()
    return top.otherwise ?? top.steps
  }
  #else(): Words | undefined {
    const top = this.#top()
    if (top.block?.kind !== 'if') return elseWithoutIf
    if (top.otherwise) return elseTwice
    top.otherwise = []
    return undefined
  }
  #end(): Words | undefined {
    const { block, steps, otherwise = [] } = this.#top()
    if (!block) return endWithoutBlock
    this.#levels.pop()
    this.#into().push(
      block.kind === 'if' ? { ...block, then: steps, otherwise } : { ...block, body: steps },
    )
    return undefined
  }
}

/** The text belongs to the command just before it. */
function givePayload(steps: MacroStep[], payload: string): boolean {
  const last = steps.at(-1)
  if (last?.kind !== 'send' || last.payload !== undefined) return false
  steps[steps.length - 1] = { ...last, payload }
  return true
}
