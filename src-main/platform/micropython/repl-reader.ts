import { concat, latin1 } from '@core/bytes'

/** What the raw REPL said. `done` carries the traceback, empty when there was none. */
export type ReplEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'output'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly error: string }

type ReplState = 'outside' | 'prompt' | 'sent' | 'output' | 'error' | 'closing'

const banner = 'raw REPL; CTRL-B to exit\r\n>'
const endOfPart = 0x04
const keptOutside = 256

/**
 * The raw REPL's side of the talk, whatever way it is cut: the banner, then for each piece of code `OK`, output, 04, traceback,
 * 04, `>`. Text outside of that (a program's, the friendly prompt) is passed over.
 */
export class ReplReader {
  #state: ReplState = 'outside'
  #text = ''
  #error: number[] = []

  get state(): ReplState {
    return this.#state
  }
  /** What was last seen outside, for a person. */
  get seen(): string {
    return this.#text
  }
  /** The banner is what comes next; anything before it is not ours. */
  lookForBanner(): void {
    this.#become('outside')
  }
  /** Code was sent, and 04 after it. */
  codeSent(): void {
    this.#become('sent')
  }

  feed(bytes: Uint8Array): ReplEvent[] {
    const events: ReplEvent[] = []
    const output: number[] = []
    const flush = () => {
      const piece = Uint8Array.from(output.splice(0))
      if (piece.length > 0) events.push({ kind: 'output', bytes: piece })
    }
    for (const octet of bytes) {
      if (this.#state === 'output' && octet !== endOfPart) output.push(octet)
      else {
        flush()
        const event = this.#take(octet)
        if (event) events.push(event)
      }
    }
    flush()
    return events
  }

  #take(octet: number): ReplEvent | undefined {
    switch (this.#state) {
      case 'outside':
      case 'prompt':
        return this.#outside(octet)
      case 'sent':
        this.#text = (this.#text + String.fromCharCode(octet)).slice(-keptOutside)
        if (!this.#text.endsWith('OK')) return this.#bannerSeen()
        this.#become('output')
        return { kind: 'accepted' }
      case 'output':
        this.#become('error')
        return undefined
      case 'error':
        if (octet === endOfPart) this.#state = 'closing'
        else this.#error.push(octet)
        return undefined
      case 'closing': {
        const error = latin1(concat([Uint8Array.from(this.#error)]))
        this.#become('prompt')
        return { kind: 'done', error: error.trim() }
      }
    }
  }
  #outside(octet: number): ReplEvent | undefined {
    this.#text = (this.#text + String.fromCharCode(octet)).slice(-keptOutside)
    return this.#bannerSeen()
  }
  /** Also in the middle of a talk: a board that restarts greets anew. */
  #bannerSeen(): ReplEvent | undefined {
    if (!this.#text.endsWith(banner)) return undefined
    this.#become('prompt')
    return { kind: 'ready' }
  }
  #become(state: ReplState): void {
    this.#state = state
    this.#text = ''
    this.#error = []
  }
}
