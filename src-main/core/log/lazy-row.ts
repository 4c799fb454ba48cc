import type { Explanation, LineContext } from '../at/knowledge'
import type { RowDraft } from './draft'

/** Who says what a line means. */
interface Explainer {
  line(text: string, context: LineContext): Explanation | undefined
}

/** A line that came, as a row that is explained when somebody looks at what it means, once. */
export class LazyRow implements RowDraft {
  /** Own and counted among the row's parts, so that copies have it; the same one for all, or each row would be a table of its own. */
  static readonly #looked: PropertyDescriptor & ThisType<LazyRow> = {
    configurable: true,
    enumerable: true,
    get() {
      return this.#meaning()
    },
  }

  readonly #explainer: Explainer
  readonly #asked: string | undefined
  readonly #charset: LineContext['charset']
  /** Null: nobody knows the line. */
  #told: Explanation | null | undefined
  readonly dir = 'rx'
  readonly kind: RowDraft['kind']
  readonly text: string
  declare readonly explanation: Explanation | undefined
  declare readonly command?: string

  /** `context`: what the line is read as; `command`: the one that it answers. */
  constructor(
    explainer: Explainer,
    kind: RowDraft['kind'],
    text: string,
    { command: asked, charset }: LineContext,
    command: string | undefined,
  ) {
    this.#explainer = explainer
    this.#asked = asked
    this.#charset = charset
    this.#told = undefined
    this.kind = kind
    this.text = text
    Object.defineProperty(this, 'explanation', LazyRow.#looked)
    if (command !== undefined) this.command = command
  }

  #meaning(): Explanation | undefined {
    if (this.#told === undefined) {
      const context = { command: this.#asked, charset: this.#charset }
      this.#told = this.#explainer.line(this.text, context) ?? null
    }
    return this.#told ?? undefined
  }
}
