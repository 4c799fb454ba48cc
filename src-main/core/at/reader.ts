import { type Line, LineBuffer } from './line-buffer'

const LF = 0x0a

/** What a reader hands on, in the order of the octets. */
export interface ReaderSink {
  line(line: Line): void
  prompt(line: Line): void
  payload(payload: Uint8Array, raw: Uint8Array): void
  data(octets: Uint8Array): void
  /** The prompt that may come now, or undefined. */
  expectedPrompt(): string | undefined
}

type Mode =
  | { readonly kind: 'lines' }
  | { readonly kind: 'counted'; readonly count: number; readonly afterCr: boolean }
  | { readonly kind: 'data'; afterCr: boolean; begun: boolean }

/** Takes octets apart as what was asked for says: lines, a prompt, a counted payload, or everything as data. */
export class Reader {
  readonly #buffer = new LineBuffer()
  readonly #sink: ReaderSink
  #mode: Mode = { kind: 'lines' }
  #lineFeedOfConnect = false
  #pulling = false

  constructor(sink: ReaderSink) {
    this.#sink = sink
  }

  feed(bytes: Uint8Array): void {
    if (this.#mode.kind === 'data') this.#deliver(this.#mode, bytes)
    else {
      this.#buffer.feed(bytes)
      this.#pull()
    }
  }

  get counting(): boolean {
    return this.#mode.kind === 'counted'
  }
  /** True when exactly this text waits for a line end. */
  waitsWith(text: string): boolean {
    return this.#mode.kind === 'lines' && this.#buffer.unterminated === text
  }
  /** Takes what waits as a prompt. */
  takePrompt(text: string): Line | undefined {
    return this.#buffer.takePrompt(text)
  }

  /** The octets after the line just handed on are a payload of `count` octets. */
  expectCounted(count: number, header: Line): void {
    this.#mode = { kind: 'counted', count, afterCr: header.end === 'cr' }
  }
  /** Reads what came of an incomplete payload as lines. Returns how many octets there were. */
  giveUpCounted(): number {
    const came = this.#buffer.length
    this.#mode = { kind: 'lines' }
    this.#pull()
    return came
  }

  /** Everything after the line just handed on goes to `data`, which is called once at once, with or without octets. */
  enterData(connect: Line): void {
    this.#mode = { kind: 'data', afterCr: connect.end === 'cr', begun: false }
    if (!this.#pulling) this.#pull()
  }
  leaveData(): void {
    if (this.#mode.kind !== 'data') return
    this.#mode = { kind: 'lines' }
    // The LF of CONNECT's CRLF is no data; like every LF it leads the next line.
    if (this.#lineFeedOfConnect) this.#buffer.feed(Uint8Array.of(LF))
    this.#lineFeedOfConnect = false
  }

  /** Hands on what waits for a line end, as it is. */
  flush(): void {
    this.#mode = { kind: 'lines' }
    this.#pull()
    const line = this.#buffer.takeUnterminated()
    if (line) this.#sink.line(line)
  }

  #pull(): void {
    if (this.#pulling) return
    this.#pulling = true
    try {
      while (this.#step()) continue
    } finally {
      this.#pulling = false
    }
  }

  #step(): boolean {
    const mode = this.#mode
    if (mode.kind === 'data') {
      this.#deliver(mode, this.#buffer.rest())
      return false
    }
    if (mode.kind === 'counted') return this.#takeCounted(mode)
    const expected = this.#sink.expectedPrompt()
    const prompt = expected === undefined ? undefined : this.#buffer.takePrompt(expected)
    if (prompt) {
      this.#sink.prompt(prompt)
      return true
    }
    const line = this.#buffer.next()
    if (line) this.#sink.line(line)
    return line !== undefined
  }

  #takeCounted(mode: { count: number; afterCr: boolean }): boolean {
    const lead = mode.afterCr && this.#buffer.first === LF ? 1 : 0
    const raw = this.#buffer.take(lead + mode.count)
    if (!raw) return false
    this.#mode = { kind: 'lines' }
    this.#sink.payload(raw.slice(lead), raw)
    return true
  }

  #deliver(mode: { afterCr: boolean; begun: boolean }, bytes: Uint8Array): void {
    const drop = mode.afterCr && bytes[0] === LF
    if (bytes.length > 0) mode.afterCr = false
    if (drop) this.#lineFeedOfConnect = true
    const octets = drop ? bytes.slice(1) : bytes
    if (octets.length > 0 || !mode.begun) {
      mode.begun = true
      this.#sink.data(octets)
    }
  }
}
