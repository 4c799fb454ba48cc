const CTRL_Z = 0x1a
const ESC = 0x1b
const BS = 0x08

/** More than any message needs; what goes beyond is taken and forgotten. */
const MAX_TEXT = 4096

export type Entered = { readonly text: string } | 'cancelled'

/** What is typed behind `> ` until Ctrl-Z or Esc. */
export class TextEntry {
  readonly #echo: (text: string) => void
  readonly #done: (entered: Entered) => void
  #text = ''
  constructor(echo: (text: string) => void, done: (entered: Entered) => void) {
    this.#echo = echo
    this.#done = done
  }
  take(byte: number): void {
    if (byte === CTRL_Z) return this.#done({ text: this.#text })
    if (byte === ESC) return this.#done('cancelled')
    if (byte === BS) this.#text = this.#text.slice(0, -1)
    else if (this.#text.length < MAX_TEXT) this.#text += String.fromCharCode(byte)
    this.#echo(String.fromCharCode(byte))
  }
}
