const CTRL_Z = 0x1a
const ESC = 0x1b
const BS = 0x08
const CR = 0x0d

/** More than any message needs; what goes beyond is taken and forgotten. */
const MAX_TEXT = 4096

export type Entered = { readonly text: string } | 'cancelled'

/** Octets behind a prompt, as many as were announced; they are not echoed. */
export class CountedEntry {
  readonly #octets: number
  readonly #done: (entered: Entered) => void
  #text = ''
  constructor(octets: number, done: (entered: Entered) => void) {
    this.#octets = octets
    this.#done = done
  }
  take(byte: number): void {
    this.#text += String.fromCharCode(byte)
    if (this.#text.length >= this.#octets) this.#done({ text: this.#text })
  }
}

/** What is typed behind `> ` until Ctrl-Z or Esc; each further line is prompted for, too (27.005 3.5.1). */
export class TextEntry {
  readonly #echo: (text: string) => void
  readonly #ask: () => void
  readonly #done: (entered: Entered) => void
  #text = ''
  constructor(echo: (text: string) => void, ask: () => void, done: (entered: Entered) => void) {
    this.#echo = echo
    this.#ask = ask
    this.#done = done
  }
  take(byte: number): void {
    if (byte === CTRL_Z) return this.#done({ text: this.#text })
    if (byte === ESC) return this.#done('cancelled')
    if (byte === BS) this.#text = this.#text.slice(0, -1)
    else if (this.#text.length < MAX_TEXT) this.#text += String.fromCharCode(byte)
    this.#echo(String.fromCharCode(byte))
    if (byte === CR) this.#ask()
  }
}
