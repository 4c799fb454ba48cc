const newline = 0x0a

/** A line, or that one was longer than any may be. */
export type Line = { readonly text: string } | { readonly tooLong: number }

/**
 * Cuts octets into lines, in a time that grows with their number alone, however they come. A line of more than `most` octets is not kept:
 * it is told once, at its end, and the next one is read as ever.
 */
export class BoundedLines {
  readonly #most: number
  #pieces: Buffer[] = []
  #octets = 0

  constructor(most: number) {
    this.#most = most
  }

  *take(data: Buffer): Generator<Line> {
    let from = 0
    for (;;) {
      const end = data.indexOf(newline, from)
      this.#keep(data.subarray(from, end < 0 ? undefined : end))
      if (end < 0) return
      yield this.#line()
      from = end + 1
    }
  }

  #keep(piece: Buffer): void {
    this.#octets += piece.length
    if (this.#octets <= this.#most) this.#pieces.push(piece)
    else this.#pieces = []
  }
  #line(): Line {
    const octets = this.#octets
    const text = octets > this.#most ? undefined : Buffer.concat(this.#pieces).toString('utf8')
    this.#pieces = []
    this.#octets = 0
    return text === undefined ? { tooLong: octets } : { text: text.replace(/\r$/, '') }
  }
}
